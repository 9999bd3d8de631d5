"""A table of the plan as it is printed, as a value: every format draws the same cells.

One that changed can be drawn as the draft has it, as the plan has it, or both in one with marks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from plancli.core.evidence.pieces import Piece, accepted, rejected
from plancli.core.evidence.redline import Line
from plancli.core.evidence.tabulated import HeadBox, Tabulated, TabulatedRow, head_cells, heights
from plancli.core.plan.cells import LEVELS, levels
from plancli.core.text.diff import readable
from plancli.core.text.marked import GAP, Op, Run, changed_whole, op_of

MarkedWords = tuple[Run, ...]


class Drawing(StrEnum):
    """Which state of a table is drawn."""

    DRAFT = "draft"
    PLAN = "plan"
    BOTH = "both"


class DrawnCell(NamedTuple):
    """A cell, with the columns and rows over which it goes; it stands in the first of these rows alone.

    `whole`: it goes or comes with its row or column, be it empty.
    """

    words: MarkedWords
    width: int = 1
    height: int = 1
    whole: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether it, or something in it, goes or comes."""
        return self.whole or any(run.op != "=" for run in self.words)

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.words)


DrawnRow = tuple[DrawnCell, ...]


@dataclass(frozen=True)
class DrawnTable:
    """A table from its title to its notes; no tuple, so that it is no marked words by mistake.

    `measure` is printed above it at the right. Without `heads` none are printed. A part of a larger one has
    its `widths`.
    """

    columns: int
    title: MarkedWords
    measure: tuple[MarkedWords, ...]
    heads: tuple[DrawnRow, ...]
    rows: tuple[DrawnRow, ...]
    notes: tuple[MarkedWords, ...]
    widths: tuple[int, ...] = ()

    def in_parts(self, most: int) -> list["DrawnTable"]:
        """Return the table in parts of about so many rows, each below the heads; none cuts a cell in two."""
        going_on = set(self._going_on())
        starts = [0]
        for at in range(len(self.rows)):
            if at - starts[-1] >= most and at not in going_on:
                starts.append(at)
        parts: list[DrawnTable] = []
        for start, end in zip(starts, [*starts[1:], len(self.rows)], strict=True):
            first, last = start == 0, end == len(self.rows)
            part = replace(self, rows=self.rows[start:end], widths=tuple(self.shares))
            part = part if first else replace(part, title=(), measure=())
            parts.append(part if last else replace(part, notes=()))
        return parts

    def _going_on(self) -> Iterator[int]:
        """Yield the rows in which a cell goes on from above."""
        for at, _column, cell in self.placed():
            first = at - len(self.heads)
            yield from range(first + 1, first + cell.height)

    @property
    def words(self) -> MarkedWords:
        """All that is printed of it in one: a row a line, with a mark between cells."""
        lines: list[MarkedWords] = [self.title, *self.measure]
        for row in (*self.heads, *self.rows):
            between = Run("=", f" {LEVELS} ")
            found = [run for cell in row for run in (between, *cell.words)]
            lines.append(tuple(found[1:]))
        lines += self.notes
        found = [run for line in lines if line for run in (Run("=", "\n"), *line)]
        return tuple(found[1:])

    def placed(self) -> Iterator[tuple[int, int, DrawnCell]]:
        """Yield each cell of heads and rows with the row, counted from the first head, and column of it."""
        taken: set[tuple[int, int]] = set()
        for at, row in enumerate((*self.heads, *self.rows)):
            column = 0
            for cell in row:
                while (at, column) in taken:
                    column += 1
                yield at, column, cell
                taken.update(
                    (at + down, column + right)
                    for down in range(cell.height)
                    for right in range(cell.width)
                )

    @property
    def shares(self) -> list[int]:
        """How wide columns are beside each other: as their longest words, within bounds."""
        if self.widths:
            return list(self.widths)
        longest = [_LEAST] * self.columns
        for _, at, cell in self.placed():
            if cell.width == 1:
                longest[at] = max(longest[at], min(len(cell.text), _MOST))
        return [length + _BESIDE for length in longest]


_LEAST, _MOST = 2, 14
"""A column is as wide as its longest words, of which so many characters count at least, and at most."""
_BESIDE = 2
"""Characters of the room beside them."""


def drawn(table: Tabulated, drawing: Drawing, most: int | None = None) -> DrawnTable | None:
    """Return a table in one of its states; None where it is not there in that.

    Of one with more rows than `most` only those are drawn in which something changed, each with the row
    across all columns above it; ⋯ stands for what is left out.
    """
    if not _is_there(table.title, drawing):
        return None
    columns = [at for at, head in enumerate(table.heads) if _is_there(head, drawing)]
    heads = [table.heads[at] for at in columns]
    width = max([1, len(heads), *(0 if table.heads else len(row.cells) for row in table.rows)])
    rows: list[DrawnRow] = []
    for row in _shown(table, drawing, most):
        if row is None:
            rows.append((DrawnCell((GAP,), width),))
        else:
            rows.append(tuple(_cells(row, table.heads, columns, width, drawing)))
    rows = _joined(rows, [at for at, head in enumerate(heads) if head.joined])
    return DrawnTable(
        columns=width,
        title=_said(table.title, drawing),
        measure=tuple(_lines(table.measure, drawing)),
        heads=tuple(_heads(heads, drawing)),
        rows=tuple(rows),
        notes=tuple(_lines(table.notes, drawing)),
    )


def _is_there(line: Line, drawing: Drawing) -> bool:
    """Whether a state has a line."""
    match drawing:
        case Drawing.DRAFT:
            return not line.added
        case Drawing.PLAN:
            return not line.gone
        case _:
            return True


def _lines(lines: Iterable[Line], drawing: Drawing) -> Iterator[MarkedWords]:
    for line in lines:
        if _is_there(line, drawing):
            yield _said(line, drawing)


def _said(line: Line, drawing: Drawing) -> MarkedWords:
    """Return the words of a line in a state, with what goes or comes in it marked."""
    if drawing is Drawing.BOTH:
        return tuple(Run(op_of(one.added, one.gone), one.text) for one in line.pieces)
    old = "" if line.added else rejected(line.pieces)
    new = "" if line.gone else accepted(line.pieces)
    other: Op = "+" if drawing is Drawing.DRAFT else "-"
    return tuple(run for run in readable(old, new) if run.text and run.op != other)


# --- rows ---------------------------------------------------------------------------------------------------


def _cells(
    row: TabulatedRow,
    heads: Sequence[Line],
    columns: Sequence[int],
    width: int,
    drawing: Drawing,
) -> Iterator[DrawnCell]:
    """Yield the cells of a row; where no heads are printed, one that is missing at its end is empty."""
    of_row = bool(row.line.added or row.line.gone)
    if row.across:
        words = [run for cell in row.cells if cell for run in _said(cell, drawing)]
        yield DrawnCell(tuple(words), width, whole=of_row)
        return
    for place in columns or range(width):
        cell = row.cells[place] if place < len(row.cells) else None
        of_column = bool(heads and (heads[place].added or heads[place].gone))
        yield DrawnCell(_said(cell, drawing) if cell else (), whole=of_row or of_column)


def _joined(rows: list[DrawnRow], columns: Sequence[int]) -> list[DrawnRow]:
    """Return rows in which neighbours of some columns that say the same are one cell, which stands first."""
    high: dict[tuple[int, int], int] = {}
    for column in columns:
        said = [row[column] if len(row) > column and len(row) > 1 else None for row in rows]
        for at, height in enumerate(
            heights([cell if cell and cell.text else None for cell in said])
        ):
            high[at, column] = height
    found: list[DrawnRow] = []
    for at, row in enumerate(rows):
        cells = [(cell, high.get((at, column), 1)) for column, cell in enumerate(row)]
        found.append(tuple(cell._replace(height=height) for cell, height in cells if height))
    return found


def _shown(table: Tabulated, drawing: Drawing, most: int | None) -> Iterator[TabulatedRow | None]:
    """Yield the rows of a state that are drawn, and None once for those that are left out together."""
    brief = most is not None and len(table.rows) > most
    wanted = _changed_rows(table) if brief else set(range(len(table.rows)))
    left_out = False
    for at, row in enumerate(table.rows):
        if not _is_there(row.line, drawing):
            continue
        if at in wanted:
            yield row
            left_out = False
        elif not left_out:
            yield None
            left_out = True


def _changed_rows(table: Tabulated) -> set[int]:
    """Return which rows changed or have a cell that did, and the rows across all columns above them."""
    found: set[int] = set()
    above: int | None = None
    for at, row in enumerate(table.rows):
        if row.across:
            above = at
        if any(line is not None and _changed(line) for line in (row.line, *row.cells)):
            found.add(at)
            if above is not None:
                found.add(above)
    return found


def _changed(line: Line) -> bool:
    """Whether words of a line came or went; of a row, which has none, whether it did."""
    if line.pieces:
        return accepted(line.pieces) != rejected(line.pieces)
    return bool(line.kind == "row" and (line.added or line.gone or line.moved))


# --- the head -----------------------------------------------------------------------------------------------


def _heads(heads: Sequence[Line], drawing: Drawing) -> Iterator[DrawnRow]:
    """Yield the cells of the head, a level each, in a state that has all these columns."""
    shown = list(heads) if drawing is Drawing.BOTH else [_plain(head, drawing) for head in heads]
    boxes = head_cells(shown)
    for level in dict.fromkeys(box.level for box in boxes):
        there = [box for box in boxes if box.level == level]
        if drawing is Drawing.BOTH:
            yield tuple(DrawnCell(_both(box), box.width, box.height) for box in there)
        else:
            yield tuple(_head(box, heads[box.column], drawing) for box in there)


def _plain(head: Line, drawing: Drawing) -> Line:
    """Return a head as one of its states has it, without a change."""
    words = _title(head, drawing)
    return head._replace(heading=(Piece(words),), added=(), gone=())


def _title(head: Line, drawing: Drawing) -> str:
    return rejected(head.pieces) if drawing is Drawing.DRAFT else accepted(head.pieces)


def _head(box: HeadBox, head: Line, drawing: Drawing) -> DrawnCell:
    """Return a cell of the head; its words are marked where the other state has others at this level."""
    op: Op = "-" if drawing is Drawing.DRAFT else "+"
    if head.added or head.gone:
        # a level that it shares with columns that stay stays, too
        whole = box.line is not None
        return DrawnCell((Run(op if whole else "=", box.words),), box.width, box.height)
    other = levels(_title(head, Drawing.PLAN if drawing is Drawing.DRAFT else Drawing.DRAFT))
    at = len(other) - 1 if box.line is not None else box.level
    same = at < len(other) and other[at] == box.words
    return DrawnCell((Run("=" if same else op, box.words),), box.width, box.height)


def _both(box: HeadBox) -> MarkedWords:
    """Return the words of a cell of the head with marks; one whose words changed has all levels."""
    if box.line is None:
        return (Run("=", box.words),)
    pieces = box.line.heading
    if len(pieces) == 1:
        return (Run(op_of(pieces[0].added, pieces[0].gone), box.words),)
    old, new = rejected(pieces), accepted(pieces)
    return tuple(changed_whole(*(" ".join(levels(words)) for words in (old, new))))
