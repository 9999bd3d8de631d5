"""Where comments meet, as a person would want to settle it: the draft, each side, the joint wording."""

from collections.abc import Iterator, Mapping, Sequence

from plancli.core.comments.comment import Comment
from plancli.core.merge.meeting import OFFICE, Level, Meeting
from plancli.core.plan.joints import Joints
from plancli.core.rounds.settlements import Settlement
from plancli.messages import N_, _, colon, in_brackets
from plancli.render.terminal.columns import aligned
from plancli.render.terminal.edits import edit_in_words
from plancli.render.terminal.places import shown

_WITH_OFFICE = N_(
    "take the office's words into decision.edits of {names}, or undo the office's own change there"
)
_UNSETTLED = N_("none yet: write it into decision.edits of one of them, with settles: [{others}]")


def lines(
    meetings: Sequence[Meeting],
    settlements: Sequence[Settlement],
    joints: Joints,
    coming: Sequence[Meeting] = (),
) -> Iterator[str]:
    """Yield the meetings by level, those of what waits, then the conflicts that are settled."""
    for level in Level:
        found = [meeting for meeting in meetings if meeting.level is level]
        if found:
            yield _(level.meaning.words) + in_brackets(len(found))
        for meeting in found:
            yield from meeting_lines(meeting)
    if coming:
        yield _("not decided yet: in conflict if all were adopted as asked") + in_brackets(
            len(coming)
        )
    for meeting in coming:
        yield from meeting_lines(meeting)
    if settlements:
        yield _("settled by a joint wording") + in_brackets(len(settlements))
    for settlement in settlements:
        yield from _settlement_lines(settlement, joints)


def meeting_lines(meeting: Meeting) -> Iterator[str]:
    """Yield one meeting: place, the draft's words, what each side wants, and what they give together."""
    meeting = meeting.in_whole_words
    yield f"  {shown(meeting.place)}"
    rows = [(_("the draft"), meeting.base or "—")]
    rows += [(who(side.by), side.wording or _("(delete)")) for side in meeting.sides]
    rows.append(
        (_("joint wording"), meeting.joint or _("(delete)"))
        if meeting.level is not Level.HARD
        else _open(meeting)
    )
    yield from (
        "    " + line for line in aligned([(who_, _one_line(words)) for who_, words in rows])
    )


def _one_line(words: str) -> str:
    return words.replace("\n", " ¶ ")


def matrix(meetings: Sequence[Meeting], comments: Mapping[str, Comment]) -> Iterator[str]:
    """Yield units × passages: a row for each unit, a column for each passage, and what the columns are."""
    places = list(dict.fromkeys(meeting.place for meeting in meetings))
    cells: dict[str, dict[str, str]] = {}
    for meeting in sorted(
        meetings, key=lambda meeting: list(Level).index(meeting.level), reverse=True
    ):
        for name in meeting.authors:
            sides = comments[name].signatories if name in comments else (who(name),)
            for unit in sides:
                cells.setdefault(unit, {})[meeting.place] = meeting.level.meaning.sign
    order: dict[str, int] = {}
    for at, comment in enumerate(comments.values()):
        order.update(dict.fromkeys(comment.signatories, at))
    units = sorted(cells, key=lambda unit: order.get(unit, len(order)))
    head = ["", *(str(at) for at in range(1, len(places) + 1))]
    yield from aligned(
        [head, *([unit, *(cells[unit].get(place, "·") for place in places)] for unit in units)]
    )
    yield ""
    yield from aligned([(f"{at}", shown(place)) for at, place in enumerate(places, 1)])
    yield "  ".join(f"{sign} {_(words)}" for words, sign in (level.meaning for level in Level))


def who(author: str) -> str:
    """Return the name of a side."""
    return _("the drafting office") if author == OFFICE else author


def _open(meeting: Meeting) -> tuple[str, str]:
    if OFFICE in meeting.authors:
        names = _(", ").join(name for name in meeting.authors if name != OFFICE)
        return _("joint wording"), _(_WITH_OFFICE).format(names=names)
    others = _(", ").join(name for name in meeting.authors[1:] if name != OFFICE)
    return _("joint wording"), _(_UNSETTLED).format(others=others)


def _settlement_lines(settlement: Settlement, joints: Joints) -> Iterator[str]:
    settled = "、".join(settlement.settled)
    yield "  " + _("{joint} settles {settled}").format(joint=settlement.joint.id, settled=settled)
    for met in settlement.meetings:
        meeting = met.in_whole_words
        rows = [(shown(meeting.place), ""), (_("the draft"), meeting.base or "—")]
        rows += [(who(side.by), side.wording or _("(delete)")) for side in meeting.sides]
        yield from ("    " + line for line in aligned(rows))
    label = _("joint wording")
    for edit in settlement.joint.adopted_edits:
        yield f"    {label}{colon()}{edit_in_words(edit, joints)}"
