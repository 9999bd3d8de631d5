"""What the review page shows, as values."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from plancli.core.adoption import Comparison
from plancli.core.comment import MEANINGS, Comment, Status
from plancli.core.conflict import Conflict
from plancli.core.counts import Counts
from plancli.core.manifest import Frozen, Manifest, Reply
from plancli.core.redline import Kind
from plancli.core.standing import State


class Mark(StrEnum):
    """What became of words of the draft or of a comment; `undone` words came and went again."""

    KEPT = "kept"
    ADDED = "added"
    GONE = "gone"
    UNDONE = "undone"


class Words(NamedTuple):
    """Words with one mark."""

    text: str
    mark: Mark = Mark.KEPT


class Change(NamedTuple):
    """Words that changed together, or that nothing changed; `by` are addresses on the page."""

    words: tuple[Words, ...]
    by: tuple[str, ...] = ()

    @property
    def marks(self) -> set[Mark]:
        return {words.mark for words in self.words}


class Row(NamedTuple):
    """A line of the plan; `about` are the addresses of all that changed it or was said of it.

    `mark` and `by` are about the whole of it, `section` is the address of the title above it, `level` counts
    titles from 1.
    """

    kind: Kind
    key: str
    address: str
    section: str
    level: int
    heading: tuple[Change, ...]
    text: tuple[Change, ...]
    units: tuple[Change, ...]
    mark: Mark
    by: tuple[str, ...]
    about: tuple[str, ...]

    @property
    def title(self) -> str:
        """The heading as the plan has it, or as the draft had it where the whole is gone."""
        unwanted = Mark.ADDED if self.mark is Mark.GONE else Mark.GONE
        words = (words for change in self.heading for words in change.words)
        return "".join(w.text for w in words if w.mark not in (unwanted, Mark.UNDONE))


class Share(StrEnum):
    """How a decision looks on the page: what it shares with others."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    OPEN = "open"


class Meeting(NamedTuple):
    """Where comments meet; the sides are named by addresses. `joint` settles it, where something does."""

    conflict: Conflict
    row: str
    joint: str = ""


class Card(NamedTuple):
    """One comment with its decision; `rows` is where it stands in the plan, or where it points.

    A compound comment has a card, and each of its `items` has one, of which it is the `whole`. `joint`
    settles it, `into` took it up, `speaks_for` are those that it settles or took up: all addresses. `status`
    is the decision on it, `counted` the one under which it is counted: that on the whole comment.
    """

    address: str
    comment: Comment
    status: Status
    counted: Status
    share: Share
    state: State
    compared: Comparison
    rows: tuple[str, ...]
    joint: str
    into: str
    speaks_for: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    whole: str = ""
    items: tuple[str, ...] = ()


class Remark(NamedTuple):
    """A line that the drafting office changed itself, with the reasons that plan.yaml notes."""

    address: str
    row: str
    reasons: tuple[str, ...]


class Bar(NamedTuple):
    """The comments of one unit by decision; a compound comment counts once."""

    unit: str
    statuses: Mapping[Status, int]

    @property
    def total(self) -> int:
        return sum(self.statuses.values())

    @property
    def adopted(self) -> int:
        """Comments adopted whole or in part."""
        return sum(number for status, number in self.statuses.items() if MEANINGS[status].adopted)


class Stretch(NamedTuple):
    """A section in the strip: its length in characters, and how many comments and meetings fall there."""

    row: str
    title: str
    level: int
    size: int
    comments: int
    conflicts: int
    settled: int


class Review(NamedTuple):
    """Everything that the page shows; without `draft` nothing was circulated, and there is only the plan."""

    manifest: Manifest
    draft: Frozen | None
    rounds: tuple[str, ...]
    rows: tuple[Row, ...]
    cards: tuple[Card, ...] = ()
    remarks: tuple[Remark, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    bars: tuple[Bar, ...] = ()
    strip: tuple[Stretch, ...] = ()
    replies: Mapping[Reply, Sequence[str]] = {}
    counts: Counts | None = None
