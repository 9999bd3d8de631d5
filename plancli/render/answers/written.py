"""What was written about comments and into files, for programs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from plancli.core.comments.comment import Cited, Decision
from plancli.core.comments.edits import FrozenPlace
from plancli.core.locate.everywhere import Listed
from plancli.core.plan.manifest import DraftingNote
from plancli.core.revision.renumber import LeftIn
from plancli.core.revision.rewriting import Left
from plancli.core.rounds.rebase import Carry
from plancli.core.text.marked import Run
from plancli.render.answers.answer import ONLY_IF_ANY, Answer
from plancli.render.answers.findings import FindingEntry


@dataclass(frozen=True)
class NewAnswer(Answer):
    """A new comment: its id, its file, and what is to be told of it."""

    format: ClassVar = "plancli new"
    id: str
    file: str
    findings: list[FindingEntry]


@dataclass(frozen=True)
class DecidedEntry:
    """The decision on a comment, or on a point of one, its file, and what is to be told of it."""

    id: str
    file: str
    decision: Decision
    findings: list[FindingEntry]


@dataclass(frozen=True)
class NotedRowEntry:
    """A row of a ledger of which something was not taken: the comment or point, and the words."""

    row: int
    id: str
    words: str


@dataclass(frozen=True)
class DecideAnswer(Answer):
    """The decisions as they stand now, one for each point that can be decided, and the files of them.

    From a ledger: `handlers` are who works on a comment, where that was changed; `undecided` rows whose
    words are no decision, `unread` those with changes in columns that are not read.
    """

    format: ClassVar = "plancli decide"
    version: ClassVar = 2
    comments: list[DecidedEntry]
    files: list[str]
    handlers: dict[str, str] = field(default_factory=dict, metadata=ONLY_IF_ANY)
    undecided: list[NotedRowEntry] = field(default_factory=list, metadata=ONLY_IF_ANY)
    unread: list[NotedRowEntry] = field(default_factory=list, metadata=ONLY_IF_ANY)


@dataclass(frozen=True)
class NoteAnswer(Answer):
    """The drafting notes that were written, or would be, and the file of them."""

    format: ClassVar = "plancli note"
    file: str
    notes: list[DraftingNote]


@dataclass(frozen=True)
class FmtAnswer(Answer):
    """The section files that changed, or would, and why others cannot."""

    format: ClassVar = "plancli fmt"
    files: list[str]
    findings: list[FindingEntry]


@dataclass(frozen=True)
class NumberEntry:
    """A part that is printed with another number: in the draft, now, its title."""

    part: str
    drafted: str
    now: str
    title: str


@dataclass(frozen=True)
class ReferenceEntry:
    """A text in which what refers to a part says another number, as it was printed and as it is."""

    part: str
    field: str
    change: str


@dataclass(frozen=True)
class LeftEntry:
    """A reference that was left as it stands: where, its words, why, and the parts that it may mean."""

    part: str
    field: str
    words: str
    why: Left
    means: list[str]


def left_entries(left: Iterable[LeftIn]) -> list[LeftEntry]:
    """Build the entries of the references that were left."""
    found: list[LeftEntry] = []
    for key, name, one in left:
        found.append(LeftEntry(key, name, one.words, one.why, list(one.parts)))
    return found


@dataclass(frozen=True)
class RenumberAnswer(Answer):
    """The parts that have another number than in the draft, the texts that changed or not, the files."""

    format: ClassVar = "plancli renumber"
    numbers: list[NumberEntry]
    references: list[ReferenceEntry]
    left: list[LeftEntry]
    files: list[str]


@dataclass(frozen=True)
class TouchedEntry:
    """A comment that quotes mended words; whether the quotation had a place before, and has one now."""

    id: str
    quote: str
    stood: bool
    stands: bool


@dataclass(frozen=True)
class MendAnswer(Answer):
    """A slip that was mended: in which draft and part, the change, the comments that it touches."""

    format: ClassVar = "plancli mend"
    draft: str
    part: str
    change: str
    comments: list[TouchedEntry]
    files: list[str]


@dataclass(frozen=True)
class UpgradeAnswer(Answer):
    """The format that a plan had, the one that it has now, and the files that changed, or would."""

    format: ClassVar = "plancli upgrade"
    before: int
    after: int
    files: list[str]


@dataclass(frozen=True)
class SpreadEntry:
    """An edit that holds everywhere: its words, its places, and which of them came or are gone."""

    replace: str
    wording: str
    places: list[FrozenPlace]
    come: list[FrozenPlace]
    gone: list[FrozenPlace]


@dataclass(frozen=True)
class EverywhereAnswer(Answer):
    """The places that were listed, by comment, and the files that were written, or would be."""

    format: ClassVar = "plancli everywhere"
    comments: dict[str, list[SpreadEntry]]
    files: list[str]


def everywhere_answer(
    found: Mapping[str, Sequence[Listed]], files: Sequence[str]
) -> EverywhereAnswer:
    """Build the answer of `everywhere`."""
    entries: dict[str, list[SpreadEntry]] = {}
    for name, lists in found.items():
        entries[name] = [_spread_entry(one) for one in lists]
    return EverywhereAnswer(entries, list(files))


def _spread_entry(one: Listed) -> SpreadEntry:
    edit = one.edit
    places = list(edit.places or ())
    return SpreadEntry(edit.replace, edit.wording, places, list(one.come), list(one.gone))


@dataclass(frozen=True)
class ObstacleEntry:
    """What a comment relies on that has changed: the old draft against the new one."""

    relies_on: str
    paragraph: str
    runs: list[Run]


@dataclass(frozen=True)
class CarryEntry:
    """Whether a comment was carried over, its place on the new draft, and what stands in the way."""

    carried: bool
    at: Cited
    obstacles: list[ObstacleEntry]


@dataclass(frozen=True)
class RebaseAnswer(Answer):
    """What carrying over gave, by comment, and the files that were written, or would be."""

    format: ClassVar = "plancli rebase"
    comments: dict[str, CarryEntry]
    files: list[str]


def rebase_answer(
    found: Mapping[str, Carry], going: Sequence[str], files: Sequence[str]
) -> RebaseAnswer:
    """Build the answer; `going` are the comments that are carried over."""
    entries = {name: _carry_entry(carry, name in going) for name, carry in found.items()}
    return RebaseAnswer(entries, list(files))


def _carry_entry(carry: Carry, goes: bool) -> CarryEntry:
    obstacles = [
        ObstacleEntry(obstacle.relies_on, obstacle.paragraph, list(obstacle.runs))
        for obstacle in carry.obstacles
    ]
    return CarryEntry(goes, carry.at, obstacles)
