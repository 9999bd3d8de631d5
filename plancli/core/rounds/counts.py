"""The numbers of a consultation, counted in one place: cover paragraph, table, statistics, check."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import answering
from plancli.core.comments.status import Share, Status
from plancli.core.plan.manifest import Manifest, Reply, UnitKind


class Counts(NamedTuple):
    """Units by what they answered, letters, comments (a compound one counts once), their parts and edits.

    `statuses` counts comments by decision, one that was joined to another by the decision on that one.
    """

    units: int
    replied: int
    commented: int
    nothing: int
    lapsed: int
    silent: int
    supplemented: int
    letters: int
    comments: int
    items: int
    edits: int
    statuses: dict[str, int]
    persons: int = 0
    """Others than units that commented."""

    @property
    def decided(self) -> list[tuple[Status, int]]:
        """The decisions in their order, each with how many comments have it."""
        return [(status, self.statuses[status]) for status in Status if status in self.statuses]

    @property
    def adopted(self) -> int:
        """Comments adopted whole, as asked or modified, or already in the text."""
        return sum(
            number for status, number in self.statuses.items() if adopted_whole(Status(status))
        )

    @property
    def partly(self) -> int:
        return self.statuses.get(Status.PARTLY, 0)

    @property
    def declined(self) -> int:
        """Comments that are decided and not adopted; those that were withdrawn are none."""
        return sum(
            number
            for status, number in self.statuses.items()
            if Status(status).meaning.share is Share.DECLINED
        )


def count(manifest: Manifest, comments: Mapping[str, Comment]) -> Counts:
    """Count one round; `comments` are its comments, a compound one as its items."""
    whole = wholes(comments)
    standing = Counter(standings_of_units(manifest, comments).values())
    units = [unit for unit in manifest.units if unit.kind is UnitKind.UNIT]
    statuses = Counter(final_statuses(comments).values())
    others = {unit.name for unit in manifest.units if unit.kind is not UnitKind.UNIT}
    letters = {(items[0].unit, items[0].letter) for items in whole.values()}
    return Counts(
        len(units),
        len(units) - standing[Reply.NONE] - standing[Reply.LAPSED],
        standing[Reply.COMMENTS] + standing[Reply.SUPPLEMENT],
        standing[Reply.NOTHING],
        standing[Reply.LAPSED],
        standing[Reply.NONE],
        standing[Reply.SUPPLEMENT],
        len(letters),
        len(whole),
        len(comments),
        sum(len(comment.edits) for comment in comments.values()),
        {str(status): number for status, number in statuses.items()},
        len({items[0].unit for items in whole.values()} & others),
    )


def wholes(comments: Mapping[str, Comment]) -> dict[str, list[Comment]]:
    """Return the comments as they came in: each by its id with its items, a simple one as its only item."""
    found: dict[str, list[Comment]] = {}
    for comment in comments.values():
        found.setdefault(comment.part_of or comment.id, []).append(comment)
    return found


def standings_of_units(manifest: Manifest, comments: Mapping[str, Comment]) -> dict[str, Reply]:
    """Return what each unit answered: its comments speak first, then what the roster states."""
    commenting = {comment.unit for comment in comments.values()}
    known = {unit.name for unit in manifest.units}
    units = [unit for unit in manifest.units if unit.kind is UnitKind.UNIT]
    standing = {unit.name: _answered(unit.reply, unit.name in commenting) for unit in units}
    return standing | dict.fromkeys(sorted(commenting - known), Reply.COMMENTS)


def _answered(reply: Reply | None, commenting: bool) -> Reply:
    if commenting:
        return Reply.SUPPLEMENT if reply is Reply.SUPPLEMENT else Reply.COMMENTS
    return reply or Reply.NONE


def final_statuses(comments: Mapping[str, Comment]) -> dict[str, Status]:
    """Return the decision on each comment as it came in, by id: a compound one has one, by its items."""
    return {
        name: rolled_up(final_status(comments, item) for item in items)
        for name, items in wholes(comments).items()
    }


def final_status(comments: Mapping[str, Comment], comment: Comment) -> Status:
    """Return the decision on a comment; one joined to another shares the decision on that one."""
    answers = answering(comments, comment, {})
    return rolled_up(answer.decision.status for answer in answers)


def adopted_whole(status: Status) -> bool:
    """Whether a decision adopts all of a comment, as asked or modified, or finds it in the text."""
    return status.meaning.share is Share.ADOPTED


def rolled_up(statuses: Iterable[Status]) -> Status:
    """Return the status of a compound comment from those of its items; what was withdrawn does not count."""
    found = set(statuses)
    counted = found - {Status.WITHDRAWN} or found
    if Status.PENDING in counted:
        return Status.PENDING
    if len(counted) == 1:
        return counted.pop()
    adopted = {status for status in counted if status.meaning.adopted}
    if adopted != counted or Status.PARTLY in counted:
        return Status.PARTLY if adopted else Status.REJECTED
    return Status.MODIFIED if Status.MODIFIED in counted else Status.ADOPTED


def percent(share: float) -> str:
    """Return a share in whole hundredths: 100% is the whole and 0% is nothing, never what is near."""
    nearest = round(100 * share)
    return f"{nearest if share in (0, 1) else min(max(nearest, 1), 99)}%"
