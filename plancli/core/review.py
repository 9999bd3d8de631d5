"""The review page as a value: the plan with its changes, a card for each comment, and what sums them up."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from plancli.core.adoption import Comparison
from plancli.core.case import Case
from plancli.core.citation import parse
from plancli.core.comment import MEANINGS, Comment, Patch, Status
from plancli.core.conflict import OFFICE, Conflict, Level
from plancli.core.counts import Counts, count, final_status, rolled_up, standings_of_units, wholes
from plancli.core.ledger import State, across_units, settled_by, settlements, standings
from plancli.core.locate import Anchor
from plancli.core.manifest import Frozen, Manifest, Reply
from plancli.core.model import Section
from plancli.core.outline import Outline
from plancli.core.redline import Authors, Kind, Line, Piece, accepted, plain, redline
from plancli.core.rules.asked import comparison


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
    """How a decision counts in the sums."""

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

    `joint` settles it, `into` took it up, `speaks_for` are those that it settles or took up: all addresses.
    """

    address: str
    comment: Comment
    share: Share
    state: State
    compared: Comparison
    rows: tuple[str, ...]
    joint: str
    into: str
    speaks_for: tuple[str, ...]
    meetings: tuple[Meeting, ...]


class Remark(NamedTuple):
    """A line that the drafting office changed itself, with the reasons that plan.yaml notes."""

    address: str
    row: str
    reasons: tuple[str, ...]


class Bar(NamedTuple):
    """The comments of one unit by what became of them; a compound comment counts once."""

    unit: str
    shares: Mapping[Share, int]

    @property
    def total(self) -> int:
        return sum(self.shares.values())


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


def uncirculated(manifest: Manifest, sections: Iterable[Section]) -> Review:
    """Return the page of a plan on which nobody could comment yet."""
    lines = list(plain(Outline(sections)))
    return Review(manifest, None, (), tuple(_rows(lines, _row_addresses(lines), {}, {})))


def review(case: Case, rounds: Sequence[str] = ()) -> Review:
    """Return the page of one round; `rounds` are the names of all drafts that were circulated."""
    lines = redline(case)
    places = _row_addresses(lines)
    names = dict(zip(case.current, _distinct(case.current, _RESERVED), strict=True))
    touched = [at for at, line in enumerate(lines) if OFFICE in line.authors]
    remarks = [_remark(case.manifest, lines[at], places[at], n) for n, at in enumerate(touched, 1)]
    office = {at: remark.address for at, remark in zip(touched, remarks, strict=True)}
    stands = _Stands(case, lines, places)
    meetings = _meetings(case, names, stands)
    cards = list(_cards(case, names, stands, meetings))
    rows = tuple(_rows(lines, places, names, office, cards))
    return Review(
        case.manifest,
        next(frozen for frozen in case.manifest.drafts if frozen.name == case.draft.draft),
        tuple(rounds),
        rows,
        tuple(cards),
        tuple(remarks),
        tuple(meetings),
        tuple(_bars(case.current)),
        tuple(_strip(lines, rows, cards, meetings)),
        _replies(case),
        count(case.manifest, case.current),
    )


def share_of(status: Status) -> Share:
    """Return how a decision counts."""
    own = {Status.PARTLY: Share.PARTLY, Status.PENDING: Share.OPEN, Status.WITHDRAWN: Share.WITHDRAWN}
    return own.get(status) or (Share.ADOPTED if MEANINGS[status].adopted else Share.DECLINED)


# --- addresses ----------------------------------------------------------------------------------------------

_RESERVED = re.compile(r"(?:row|office|part)-")
"""How the addresses of everything but comments begin."""


def _distinct(names: Iterable[str], reserved: re.Pattern[str] | None = None) -> list[str]:
    """Return an address for each name: fit for a file and a link, and none twice, whatever case is."""
    taken: set[str] = set()
    found: list[str] = []
    for name in names:
        word = re.sub(r"[^\w.-]|^\.", "_", name)
        word = f"_{word}" if reserved and reserved.match(word) else word
        number, address = 1, word
        while address.casefold() in taken:
            number += 1
            address = f"{word}_{number}"
        taken.add(address.casefold())
        found.append(address)
    return found


def _row_addresses(lines: Iterable[Line]) -> list[str]:
    return [f"row-{word}" for word in _distinct(line.key for line in lines)]


# --- the plan -----------------------------------------------------------------------------------------------


def _rows(
    lines: Sequence[Line],
    places: Sequence[str],
    names: Mapping[str, str],
    office: Mapping[int, str],
    cards: Iterable[Card] = (),
) -> Iterator[Row]:
    """Yield the lines with the addresses of all that concerns them, the drafting office last."""
    about: dict[str, list[str]] = {}
    for card in cards:
        for row in card.rows:
            about.setdefault(row, []).append(card.address)
    section = ""
    for at, (line, place) in enumerate(zip(lines, places, strict=True)):
        section = place if line.kind is Kind.SECTION else section
        known = {**names, OFFICE: office.get(at, "")}
        heading, text, units = (
            tuple(_changes(pieces, known)) for pieces in (line.heading, line.text, line.units)
        )
        mark = Mark.ADDED if line.added else Mark.GONE if line.gone else Mark.KEPT
        by = _addressed(line.added or line.gone, known)
        concerned = tuple(filter(None, (*about.get(place, ()), office.get(at))))
        yield Row(line.kind, line.key, place, section, line.level, heading, text, units, mark, by, concerned)


def _changes(pieces: Iterable[Piece], known: Mapping[str, str]) -> Iterator[Change]:
    """Join what changed together: neighbours with the same authors."""
    for by, found in groupby(pieces, lambda piece: (*piece.added, *piece.gone)):
        yield Change(tuple(Words(p.text, _mark(p)) for p in found), _addressed(by, known))


def _mark(piece: Piece) -> Mark:
    if piece.added:
        return Mark.UNDONE if piece.gone else Mark.ADDED
    return Mark.GONE if piece.gone else Mark.KEPT


def _addressed(by: Authors, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the addresses of authors; one whose file is gone has none."""
    return tuple(dict.fromkeys(known[name] for name in by if known.get(name)))


def _remark(manifest: Manifest, line: Line, place: str, number: int) -> Remark:
    reasons = dict.fromkeys(note.reason for note in manifest.notes if note.paragraph == line.key)
    return Remark(f"office-{number}", place, tuple(reasons))


class _Stands:
    """Where on the page things stand: rows by key, and by the comments that changed them."""

    def __init__(self, case: Case, lines: Sequence[Line], places: Sequence[str]) -> None:
        self._case = case
        self._by_key: dict[str, str] = {}
        self._by_author: dict[str, list[str]] = {}
        for line, place in zip(lines, places, strict=True):
            if line.key not in self._by_key or line.added:
                self._by_key[line.key] = place
            for author in line.authors:
                self._by_author.setdefault(author, []).append(place)

    def row(self, key: str) -> str:
        """Return the row of a part, where it stands in the plan if it stands twice; "" if nowhere."""
        return self._by_key.get(key, "")

    def rows(self, comment: Comment) -> tuple[str, ...]:
        """Return the rows that a comment changed, else those it wants changed, quotes or cites."""
        found = self._by_author.get(comment.id)
        if not found:
            patch = Patch.of(comment.at, comment.edits)
            placed = self._case.workspace.place(comment.id, patch)
            quoted = [e.found.paragraph for e in placed.evidence if isinstance(e.found, Anchor)]
            found = [self.row(key) for key in (*sorted(placed.paragraphs), *quoted)]
        found = [row for row in found if row] or [self.row(key) for key in self._cited(comment)]
        return tuple(dict.fromkeys(filter(None, found)))

    def _cited(self, comment: Comment) -> Iterator[str]:
        """Yield the first part that each place a comment cites may mean."""
        names = self._case.workspace.corpus.names
        if comment.at.section:
            yield from names.keys(comment.at.section)[:1]
        else:
            for place in names.places(parse(comment.at.cites or "")):
                yield from place.keys[:1]


# --- comments -----------------------------------------------------------------------------------------------


def _cards(
    case: Case, names: Mapping[str, str], stands: _Stands, meetings: Iterable[Meeting]
) -> Iterator[Card]:
    """Yield the cards in publication order."""
    comments = case.current
    states = {found.comment.id: found.state for found in standings(comments, case.workspace, case.trial)}
    settled, at_side = settled_by(comments), _by_side(meetings)
    speaks_for: dict[str, list[str]] = {}
    for name, comment in comments.items():
        if speaker := settled.get(name) or _joined_to(comment):
            speaks_for.setdefault(speaker, []).append(names[name])
    for name, address in names.items():
        comment = comments[name]
        yield Card(
            address,
            comment,
            share_of(final_status(comments, comment)),
            states[name],
            comparison(case, comment),
            stands.rows(comment),
            names.get(settled.get(name, ""), ""),
            names.get(_joined_to(comment), ""),
            tuple(speaks_for.get(name, ())),
            tuple(at_side.get(address, ())),
        )


def _joined_to(comment: Comment) -> str:
    return comment.decision.into or "" if comment.decision.status is Status.JOINED else ""


def _by_side(meetings: Iterable[Meeting]) -> dict[str, list[Meeting]]:
    found: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        for side in meeting.conflict.sides:
            found.setdefault(side.by, []).append(meeting)
    return found


def _meetings(case: Case, names: Mapping[str, str], stands: _Stands) -> list[Meeting]:
    """Return where comments meet, open conflicts first, then those that are settled, then the others."""
    met = across_units(case.current, case.trial.meetings)
    unsettled = [(meeting, "") for meeting in met if meeting.level is Level.HARD]
    settled = [
        (meeting, found.joint.id)
        for found in settlements(case.current, case.workspace)
        for meeting in found.meetings
    ]
    others = [(meeting, "") for meeting in met if meeting.level is not Level.HARD]
    return [
        Meeting(_named(meeting, names), stands.row(meeting.place), names.get(joint, ""))
        for meeting, joint in (*unsettled, *settled, *others)
    ]


def _named(meeting: Conflict, names: Mapping[str, str]) -> Conflict:
    """Return a meeting with addresses for ids; a side whose comment is gone has none."""
    known = {**names, OFFICE: OFFICE}
    return meeting._replace(sides=tuple(s._replace(by=known.get(s.by, "")) for s in meeting.sides))


# --- sums ---------------------------------------------------------------------------------------------------


def _bars(comments: Mapping[str, Comment]) -> Iterator[Bar]:
    """Yield the units that have comments, in publication order."""
    by_unit: dict[str, Counter[Share]] = {}
    for items in wholes(comments).values():
        status = rolled_up(final_status(comments, item) for item in items)
        by_unit.setdefault(items[0].unit, Counter())[share_of(status)] += 1
    for unit, shares in by_unit.items():
        yield Bar(unit, {share: shares[share] for share in Share if shares[share]})


def _strip(
    lines: Iterable[Line], rows: Iterable[Row], cards: Iterable[Card], meetings: Iterable[Meeting]
) -> Iterator[Stretch]:
    """Yield the sections in reading order with what falls there; a comment counts once in a section."""
    section_of = {row.address: row.section for row in rows}
    said = Counter(name for card in cards for name in {section_of[row] for row in card.rows})
    unsettled = _counted(meetings, section_of, lambda m: m.conflict.level is Level.HARD and not m.joint)
    settled = _counted(meetings, section_of, lambda m: bool(m.joint))
    size: Counter[str] = Counter()
    for line, row in zip(lines, rows, strict=True):
        size[row.section] += len(accepted(line.pieces))
    for row in rows:
        if row.kind is Kind.SECTION:
            at = row.address
            yield Stretch(at, row.title, row.level, size[at], said[at], unsettled[at], settled[at])


def _counted(
    meetings: Iterable[Meeting], section_of: Mapping[str, str], wanted: Callable[[Meeting], bool]
) -> Counter[str]:
    return Counter(section_of[meeting.row] for meeting in meetings if meeting.row and wanted(meeting))


def _replies(case: Case) -> dict[Reply, list[str]]:
    """Return the units by what they answered."""
    found: dict[Reply, list[str]] = {}
    for unit, reply in standings_of_units(case.manifest, case.current).items():
        found.setdefault(reply, []).append(unit)
    return found
