"""What the review page shows, as values."""

from collections.abc import Mapping, Sequence
from enum import Enum, StrEnum
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Share, Status
from plancli.core.evidence.adoption import Comparison
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.merge.meeting import Meeting
from plancli.core.plan.manifest import Frozen, Manifest, Reply
from plancli.core.publish.claims import Claim, Claims
from plancli.core.publish.naming import Paper
from plancli.core.rounds.counts import Counts
from plancli.core.rounds.standing import State
from plancli.core.text.marked import Op, Run


class Mark(StrEnum):
    """What became of words of the draft or of a comment; `undone` words came and went again."""

    KEPT = "kept"
    ADDED = "added"
    GONE = "gone"
    UNDONE = "undone"


_OPS: Mapping[Mark, Op] = {Mark.KEPT: "=", Mark.ADDED: "+", Mark.GONE: "-", Mark.UNDONE: "±"}


class PageWords(NamedTuple):
    """Words with one mark."""

    text: str
    mark: Mark = Mark.KEPT


class PageChange(NamedTuple):
    """Words that changed together, or that nothing changed; `by` are addresses on the page.

    The number of a footnote stands by itself: `note` is the address of its words, `back` that of the number.
    """

    words: tuple[PageWords, ...]
    by: tuple[str, ...] = ()
    note: str = ""
    back: str = ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """The words as they are drawn."""
        return tuple(Run(_OPS[words.mark], words.text) for words in self.words)

    @property
    def texts(self) -> list[str]:
        return [words.text for words in self.words]

    @property
    def marks(self) -> set[Mark]:
        return {words.mark for words in self.words}

    @property
    def is_cut(self) -> bool:
        """Whether no new words stand here, so that nothing of it is seen in the plan as it is."""
        return Mark.ADDED not in self.marks


class PageRow(NamedTuple):
    """A line of the plan; `about` are the addresses of all that changed it or was said of it.

    `title` is its heading as the plan has it, or as the draft had it where the whole is gone.
    `mark` and `by` are about the whole of it, `section` is the address of the title above it, `level` counts
    titles from 1. `left` says that what went from here stands elsewhere now. Of a footnote `label` is its
    number, `back` where that stands in the text.
    """

    kind: LineKind
    key: str
    address: str
    section: str
    level: int
    title: str
    heading: tuple[PageChange, ...]
    text: tuple[PageChange, ...]
    units: tuple[PageChange, ...]
    mark: Mark
    by: tuple[str, ...]
    about: tuple[str, ...]
    label: str = ""
    back: str = ""
    left: bool = False


class PageHead(NamedTuple):
    """A cell of the head of a table, over so many columns and levels; `row` is that of its own column."""

    words: str
    width: int
    height: int
    row: PageRow | None


class PageTableRow(NamedTuple):
    """A row of a table with its cells; None where a column has none. `across`: one cell over all columns.

    `heights` are over how many rows the cells go; 0 of one that goes on from the row above.
    """

    row: PageRow
    cells: tuple[PageRow | None, ...]
    across: bool
    heights: tuple[int, ...]


class PageTable(NamedTuple):
    """A table of the plan; `about` are the addresses of all that concerns anything in it."""

    title: PageRow
    above: tuple[PageRow, ...]
    heads: tuple[tuple[PageHead, ...], ...]
    rows: tuple[PageTableRow, ...]
    notes: tuple[PageRow, ...]
    about: tuple[str, ...]
    columns: int


class PagePicture(NamedTuple):
    """A picture by the name of its file, with the words that stand for it, and what became of it."""

    image: str
    alt: str
    mark: Mark = Mark.KEPT


class PageFigure(NamedTuple):
    """A figure of the plan: its pictures, one that goes ahead of one that comes, above its title."""

    title: PageRow
    picture: PageRow
    shown: tuple[PagePicture, ...]
    about: tuple[str, ...]


class PageMeeting(NamedTuple):
    """Where comments meet; the sides are named by addresses. `joint` settles it, where something does."""

    conflict: Meeting
    row: str
    joint: str = ""


class Card(NamedTuple):
    """One comment with its decision; `rows` is where it stands in the plan, or where it points.

    A compound comment has a card, and each of its `items` has one, of which it is the `whole`. `joint`
    settles it, `into` took it up, `speaks_for` are those that it settles or took up: all addresses. `claim`
    is what may be said of the decision on it, `counted` that under which it is counted: of the whole comment.
    """

    address: str
    comment: Comment
    claim: Claim
    counted: Claim
    state: State
    compared: Comparison
    rows: tuple[str, ...]
    joint: str
    into: str
    speaks_for: tuple[str, ...]
    meetings: tuple[PageMeeting, ...]
    whole: str = ""
    items: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """The decision on it."""
        return self.claim.status

    @property
    def share(self) -> Share:
        """What of it is adopted, as far as the text proves that."""
        return self.claim.share


class Remark(NamedTuple):
    """A line that the drafting office changed itself, with the reasons that plan.yaml notes."""

    address: str
    row: str
    reasons: tuple[str, ...]


class Bar(NamedTuple):
    """The comments of one unit, or of several that sign together, by decision; a compound one counts once."""

    units: tuple[str, ...]
    statuses: Mapping[Claim, int]

    @property
    def total(self) -> int:
        return sum(self.statuses.values())

    @property
    def adopted(self) -> int:
        """Comments adopted whole or in part, as far as the text proves that."""
        found = 0
        for claim, number in self.statuses.items():
            if claim.proved and claim.status.meaning.adopted:
                found += number
        return found


class StripStretch(NamedTuple):
    """A section in the strip: its length in characters, and how many comments and meetings fall there."""

    row: str
    title: str
    level: int
    size: int
    comments: int
    conflicts: int
    settled: int


class StepCell(NamedTuple):
    """Words of a cell, with the `name` of its column or its row; a whole row of a table has none."""

    name: str
    changes: tuple[PageChange, ...]


class RoundStep(NamedTuple):
    """What one round made of a paragraph: its words in `outcome`, a draft or "" for the plan as it is.

    `by` are the ids of the comments that changed something, the drafting office among them. What moved
    has the words of the place where it came, and `left` is the paper with the place that it left. `cells`
    are told with a row, a column or a table. Of what neither draft nor plan has nothing `is_there`.
    """

    outcome: str
    changes: tuple[PageChange, ...]
    by: tuple[str, ...]
    left: Paper | None = None
    cells: tuple[StepCell, ...] = ()
    is_there: bool = True


class History(NamedTuple):
    """A paragraph through all rounds; `first` are its words in the first draft, "" where it came later.

    A row of a table is told with those `first_cells` that changed in any round. `paper` is the
    last one that has it, by which it is called.
    """

    address: str
    key: str
    paper: Paper
    first: str
    steps: tuple[RoundStep, ...]
    first_cells: tuple[tuple[str, str], ...] = ()


class Reads(Enum):
    """How a row would read of which the page has all words: as the draft has it, or not at all."""

    DRAFTED = "drafted"
    ABSENT = "absent"


class Without(NamedTuple):
    """The text without some comments, by their addresses: the rows that would read otherwise, by theirs.

    Comments that cannot be taken out, as others or the drafting office have built on them, `stay`: of them
    there are no rows.
    """

    comments: tuple[str, ...]
    rows: Mapping[str, PageRow | Reads] = {}
    stays: bool = False


class PageText(NamedTuple):
    """The lines of a page with their rows: what is compared with what would be."""

    lines: Sequence[Line]
    rows: Sequence[PageRow]
    names: Mapping[str, str]
    office: Mapping[str, str]
    """The remarks on what the drafting office changed, by the address of the row."""


class Review(NamedTuple):
    """Everything that the page shows; without `draft` nothing was circulated, and there is only the plan.

    `recorded` are the addresses of the comments whose own edits are in the text.
    """

    manifest: Manifest
    paper: Paper
    draft: Frozen | None
    rounds: tuple[str, ...]
    rows: tuple[PageRow, ...]
    cards: tuple[Card, ...] = ()
    remarks: tuple[Remark, ...] = ()
    meetings: tuple[PageMeeting, ...] = ()
    bars: tuple[Bar, ...] = ()
    strip: tuple[StripStretch, ...] = ()
    replies: Mapping[Reply, Sequence[str]] = {}
    counts: Counts | None = None
    claims: Claims = Claims()
    parts: tuple[PageRow | PageTable | PageFigure, ...] = ()
    histories: tuple[History, ...] = ()
    recorded: frozenset[str] = frozenset()
    without: tuple[Without, ...] = ()
