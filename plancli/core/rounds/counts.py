"""The numbers of a consultation, counted in one place: cover paragraph, table, statistics, check."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import answering
from plancli.core.comments.status import Share, Status
from plancli.core.plan.manifest import Manifest, Reply, UnitKind
from plancli.core.rounds.borne_out import InText, Unborne, in_conflict


class Counts(NamedTuple):
    """Units by what they answered, letters, comments (a compound one counts once), their parts and edits.

    `statuses` counts comments by decision, one that was joined to another by the decision on that one;
    `intended` has those of them that the text does not prove: they are not adopted yet. `in_conflict` has
    those of the intended that cannot come into the text as they are.
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
    intended: Mapping[str, int] = {}
    in_conflict: Mapping[str, int] = {}

    @property
    def published(self) -> list[tuple[Status, InText, int]]:
        """The decisions in their order, of each first what the text proves, then what it does not."""
        found: list[tuple[Status, InText, int]] = []
        for status, number in self.decided:
            unproved, conflicts = self.intended.get(status, 0), self.in_conflict.get(status, 0)
            split = number - unproved, unproved - conflicts, conflicts
            found += ((status, *each) for each in zip(InText, split, strict=True))
        return [each for each in found if each[-1]]

    @property
    def decided(self) -> list[tuple[Status, int]]:
        """The decisions in their order, each with how many comments have it."""
        found: list[tuple[Status, int]] = []
        for status in Status:
            if status in self.statuses:
                found.append((status, self.statuses[status]))
        return found

    @property
    def adopted(self) -> int:
        """Comments adopted whole, as asked or modified, or already in the text, as far as it proves that."""
        return self._of_share(Share.ADOPTED)

    @property
    def partly(self) -> int:
        """Comments of which some part is adopted, and some is not, as far as the text proves that."""
        return self.statuses.get(Status.PARTLY, 0) - self.intended.get(Status.PARTLY, 0)

    @property
    def declined(self) -> int:
        """Comments that are decided and not adopted; those that were withdrawn are none."""
        return self._of_share(Share.DECLINED)

    def _of_share(self, share: Share) -> int:
        """Return how many comments count for one share of the whole."""
        total = 0
        for status, in_text, number in self.published:
            if in_text is InText.YES and status.meaning.share is share:
                total += number
        return total


def count(
    manifest: Manifest, comments: Mapping[str, Comment], unproved: Unborne = MappingProxyType({})
) -> Counts:
    """Count one round; `comments` are its comments, a compound one as its items.

    `unproved` are those of which the text does not prove that they are adopted, a compound one whole. Units
    and persons are those of the roster, but that a unit which only comments is counted by its letters and
    comments.
    """
    whole = wholes(comments)
    # the items of a compound comment came in one letter, from one unit
    first = [items[0] for items in whole.values()]
    letters = {_letter(comment) for comment in first}
    standing = Counter(standings_of_units(manifest, comments).values())
    decided = final_statuses(comments)
    units = [unit for unit in manifest.units if unit.kind is UnitKind.UNIT]
    others = {unit.name for unit in manifest.units if unit.kind is not UnitKind.UNIT}
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
        _by_status(decided, decided),
        len({unit for comment in first for unit in comment.signatories} & others),
        _by_status(decided, unproved),
        _by_status(decided, in_conflict(unproved)),
    )


def _letter(comment: Comment) -> tuple[str, str]:
    """Return what tells the letter of a comment from others: where none is named, who signed it."""
    if comment.letter is None:
        return comment.signed(), ""
    return comment.unit, comment.letter


def _by_status(decided: Mapping[str, Status], names: Iterable[str]) -> dict[str, int]:
    """Return how many of the comments that are named have which decision."""
    found: dict[str, int] = {}
    for name in names:
        status = str(decided[name])
        found[status] = found.get(status, 0) + 1
    return found


def wholes(comments: Mapping[str, Comment]) -> dict[str, list[Comment]]:
    """Return the comments as they came in: each by its id with its items, a simple one as its only item.

    Whole comments stand in the order of their first items.
    """
    found: dict[str, list[Comment]] = {}
    for comment in comments.values():
        found.setdefault(comment.part_of or comment.id, []).append(comment)
    return found


def standings_of_units(manifest: Manifest, comments: Mapping[str, Comment]) -> dict[str, Reply]:
    """Return what each unit answered: its comments speak first, then what the roster states.

    A joint comment speaks for each that signed it. Persons of the roster are no units. Who comments and is
    not on the roster counts as a unit behind it.
    """
    commenting = {unit for comment in comments.values() for unit in comment.signatories}
    standing: dict[str, Reply] = {}
    for unit in manifest.units:
        if unit.kind is UnitKind.UNIT:
            standing[unit.name] = _answered(unit.reply, unit.name in commenting)
    known = {unit.name for unit in manifest.units}
    return standing | dict.fromkeys(sorted(commenting - known), Reply.COMMENTS)


def _answered(reply: Reply | None, commenting: bool) -> Reply:
    """Return what a unit answered, by what the roster states and whether there are comments of it."""
    if not commenting:
        return reply or Reply.NONE
    # that they came late only the roster can say
    if reply is Reply.SUPPLEMENT:
        return Reply.SUPPLEMENT
    return Reply.COMMENTS


def final_statuses(comments: Mapping[str, Comment]) -> dict[str, Status]:
    """Return the decision on each comment as it came in, by id: a compound one has one, by its items."""
    found: dict[str, Status] = {}
    for name, items in wholes(comments).items():
        found[name] = status_of(comments, items)
    return found


def status_of(comments: Mapping[str, Comment], items: Iterable[Comment]) -> Status:
    """Return the decision on a comment as it came in, of which these are all items: there is at least one."""
    status = rolled_up(final_status(comments, item) for item in items)
    assert status is not None
    return status


def final_status(comments: Mapping[str, Comment], comment: Comment) -> Status:
    """Return the decision on a comment; one joined to another shares the decision on that one.

    Joined to a compound comment it shares what the items of that one have come to together.
    """
    answers = answering(comments, comment, {})
    status = rolled_up(answer.decision.status for answer in answers)
    # whatever it was joined to, a comment has an answer: at the least itself
    assert status is not None
    return status


def adopted_whole(status: Status) -> bool:
    """Whether a decision adopts all of a comment, as asked or modified, or finds it in the text."""
    return status.meaning.share is Share.ADOPTED


def rolled_up(statuses: Iterable[Status]) -> Status | None:
    """Return the status of a compound comment from those of its items; what was withdrawn does not count.

    Where there is no item there is no status.

    It is decided when all of them are. Different decisions give the one that promises no more than all keep:
    it is adopted where every item is, adopted in part where some are, and rejected where none is.
    """
    counted = set(statuses)
    if not counted:
        return None
    if counted != {Status.WITHDRAWN}:
        counted.discard(Status.WITHDRAWN)
    if Status.PENDING in counted:
        return Status.PENDING
    if len(counted) == 1:
        return counted.pop()
    return _together(counted)


def _together(counted: Set[Status]) -> Status:
    """Return what different decisions, none of them open, come to."""
    adopted = {status for status in counted if status.meaning.adopted}
    if not adopted:
        return Status.REJECTED
    if adopted != counted or Status.PARTLY in counted:
        return Status.PARTLY
    if Status.MODIFIED in counted:
        return Status.MODIFIED
    return Status.ADOPTED


def share_of(number: int, whole: int) -> str:
    """Return what part of the whole a number is, in hundredths; a dash where there is no whole."""
    return percent(Fraction(number, whole)) if whole else "—"


_FINEST = 1_000_000
"""What a share is a fraction of, at most: 0.145 is 29/200, and not the binary number just below it."""


def percent(share: float | Fraction) -> str:
    """Return a share in whole hundredths: 100% is the whole and 0% is nothing, never what is near.

    Halves are rounded up, as everybody does who reckons by hand.
    """
    exact = Fraction(share).limit_denominator(_FINEST)
    nearest = int(100 * exact + Fraction(1, 2))
    if share not in (0, 1):
        # 999 of 1000 are not all of them, and 1 is not nothing
        nearest = min(max(nearest, 1), 99)
    return f"{nearest}%"
