"""A line that changed against the draft: the words before and after, and who is the cause."""

from collections.abc import Iterable
from typing import NamedTuple

from plancli.core.evidence.pieces import Authors, Piece, accepted, rejected, runs
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.plan.cells import LEVELS
from plancli.core.plan.printed import Position, headline
from plancli.core.rounds.round import Round
from plancli.core.text.diff import readable
from plancli.core.text.in_part import focused, left_out_behind, one_side
from plancli.core.text.marked import Run, changed_whole


class ChangedLine(NamedTuple):
    """One changed line: where it stands, on which page of the draft, its words before and after.

    `number` is what it had before and has after where that is another one: then it is the first run of each.
    A row or column of a table that came or went is one line with all its cells, and so is a whole table.
    What `moved` stands where the plan has it; its words may have stayed.
    """

    key: str
    section: str
    heading: str
    position: Position
    before: tuple[Run, ...]
    after: tuple[Run, ...]
    by: Authors
    number: tuple[str, str] | None = None
    kind: LineKind = LineKind.PARAGRAPH
    moved: bool = False

    @property
    def is_reworded(self) -> bool:
        """Whether words came or went."""
        return any(run.op != "=" for run in (*self.before, *self.after))


def changed_line(round_: Round, line: Line, number: tuple[str, str] | None = None) -> ChangedLine:
    """Return a changed line; names of units are marked whole, words as a person would mark them."""
    fields: list[Run] = []
    for field in filter(None, (as_printed(line), line.text)):
        # the number stands before the first words
        fields += _worded(line, field) if fields or not number else _numbered(field, number)
    shown = _with_units(line, fields)
    return ChangedLine(
        key=line.key,
        section=_section(round_, line),
        heading=accepted(line.heading) or rejected(line.heading),
        position=_position(round_, line),
        before=tuple(one_side(shown, "+")),
        after=tuple(one_side(shown, "-")),
        by=line.authors,
        number=number,
        kind=line.kind,
        moved=bool(line.moved),
    )


def _with_units(line: Line, words: list[Run]) -> list[Run]:
    """Return what is shown of a line: of units that stay, as of sentences, only that they are left out.

    The number of a formula is no part of what it says.
    """
    if line.units_stay and line.kind is LineKind.FORMULA:
        return focused(words)
    if line.units_stay:
        return left_out_behind(focused(words))
    return focused([*words, *runs(line.units)])


def as_printed(line: Line) -> tuple[Piece, ...]:
    """Return the title or heading of a line; of a head of a table the levels stand apart without a mark."""
    if line.kind is not LineKind.HEAD:
        return line.headed
    apart: list[Piece] = []
    for piece in line.headed:
        apart.append(piece._replace(text=piece.text.replace(LEVELS, " ")))
    return tuple(apart)


def _worded(line: Line, pieces: Iterable[Piece]) -> list[Run]:
    """Return the change of a field as a person would mark it, by whomever its parts are.

    What came or went as a whole has nothing on the other side.
    """
    words = list(pieces)
    old = "" if line.added else rejected(words)
    new = "" if line.gone else accepted(words)
    return readable(old, new)


def _numbered(pieces: Iterable[Piece], number: tuple[str, str]) -> list[Run]:
    """Return the change of a field that begins with another number; that is changed as a whole."""
    words = list(pieces)
    before, after = number
    old = rejected(words).removeprefix(before)
    new = accepted(words).removeprefix(after)
    return [*changed_whole(before, after), *readable(old, new)]


def _section(round_: Round, line: Line) -> str:
    """Return the title of the section in which a line stands, or that it is.

    As the plan has it; of a section that is gone, as the draft had it.
    """
    draft, plan = round_.workspace.draft, round_.paper
    outline = plan if plan.knows(line.key) else draft
    for key in outline.ancestry(line.key):
        section = plan.sections.get(key) or draft.sections.get(key)
        if section is not None:
            return outline.joints.published(headline(section))
    return ""


def _position(round_: Round, line: Line) -> Position:
    """Return page and line of the draft, as far as they are known.

    Of titles they are not known, and what is new has none.
    """
    draft = round_.workspace.draft
    if line.kind is LineKind.ROW:
        row = draft.rows.get(line.key)
        return Position(row.page, row.line) if row else Position(None, None)
    spot = draft.spots.get(line.key)
    return Position(spot.paragraph.page, spot.paragraph.line) if spot else Position(None, None)
