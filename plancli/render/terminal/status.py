"""The morning view: comments by state and unit, what waits and what stands in the way."""

from collections.abc import Iterator, Sequence

from plancli.core.comments.approval import Levels
from plancli.core.comments.comment import Comment
from plancli.core.merge.meeting import Level
from plancli.core.rounds.standing import OPEN, State
from plancli.core.rounds.status import RoundStatus, UnitStatus
from plancli.messages import _, colon
from plancli.render.terminal import conflicts
from plancli.render.terminal.columns import aligned
from plancli.render.terminal.places import shown
from plancli.render.terminal.waiting import waiting_line


def lines(view: RoundStatus) -> Iterator[str]:
    """Yield the view for people."""
    yield view.manifest.title
    yield _("Draft: {draft}").format(draft=view.manifest.draft or "—")
    yield ""
    counts = view.states
    yield from aligned([(f"{counts[state]:4}", _(state.meaning.words)) for state in State])
    yield ""
    yield from _by_unit(view.units)
    for state in OPEN:
        found = [standing.comment.id for standing in view.standings if standing.state is state]
        if found:
            yield ""
            yield _(state.meaning.words) + colon() + "、".join(found)
    yield from _approvals(view.levels)
    for meeting in view.meetings:
        if meeting.level is Level.HARD:
            yield ""
            yield from conflicts.meeting_lines(meeting)
        elif meeting.level is Level.SOFT:
            yield ""
            changed = _("changed by several units, to be read once more: {paragraph} ({comments})")
            yield changed.format(
                paragraph=shown(meeting.place), comments="、".join(meeting.authors)
            )
            yield f"  {meeting.in_whole_words.joint}"
    yield from _left([standing.comment for standing in view.left])
    if view.office:
        yield ""
        yield _("changed by the drafting office: {paragraphs}").format(
            paragraphs="、".join(map(shown, view.office))
        )


def review_lines(count: int) -> Iterator[str]:
    """Yield how many comments wait for a review, and the command for it; nothing where none does."""
    if count:
        yield ""
        yield waiting_line(count)


def _approvals(levels: Sequence[Levels]) -> Iterator[str]:
    """Yield how many decisions are approved at each level, what waits for it, and what changed since."""
    if levels:
        yield ""
    for level in levels:
        yield _("approved at {level}: {count}").format(level=level.level, count=len(level.approved))
        if level.waiting:
            said = _("  waiting for {level}: {ids}")
            yield said.format(level=level.level, ids="、".join(level.waiting))
        if level.stale:
            said = _("  changed since {level} approved: {ids}")
            yield said.format(level=level.level, ids="、".join(level.stale))


def _left(comments: Sequence[Comment]) -> Iterator[str]:
    """Yield what is left from earlier rounds; a point of a compound comment is not carried over by itself."""
    said = {
        False: _("left from earlier rounds, carry over with plancli rebase: {ids}"),
        True: _(
            "points left from earlier rounds, decide them or give each a file of its own: {ids}"
        ),
    }
    for point, text in said.items():
        if found := [comment.id for comment in comments if bool(comment.part_of) == point]:
            yield ""
            yield text.format(ids="、".join(found))


def _by_unit(units: Sequence[UnitStatus]) -> Iterator[str]:
    adopted = _("in the text"), _("not yet"), _("in conflict")
    rows: list[tuple[str, ...]] = [(_("Unit"), _("comments"), _("open"), *adopted, "")]
    for unit in units:
        numbers = unit.comments, unit.open, unit.in_text, unit.not_yet, unit.in_conflict
        rows.append((unit.unit, *map(str, numbers), unit.reply))
    yield from aligned(rows)
