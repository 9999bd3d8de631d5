"""What one round says of each part of the plan: a row of a table is told with its cells, not cell by cell.

So is a column that came or went, and a table that did with all its rows.
"""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.evidence.changed_line import as_printed
from plancli.core.evidence.compare import row_called
from plancli.core.evidence.pieces import Piece, accepted, rejected
from plancli.core.evidence.redline import Line, LineKind, redline
from plancli.core.evidence.tabulated import Tabulated, TabulatedRow, tabulated
from plancli.core.plan.cells import levels
from plancli.core.rounds.round import Round


class NamedCell(NamedTuple):
    """A cell with the name of its column or, where it is told with that, of its row."""

    name: str
    line: Line


class Told(NamedTuple):
    """A line with the cells that are told with it.

    `changed` has the keys of what changed by itself: its own, or those of some of the cells.
    """

    line: Line
    cells: tuple[NamedCell, ...] = ()
    changed: frozenset[str] = frozenset()


def parts_told(round_: Round) -> Iterator[Told]:
    """Yield what a round says, part by part; what moved stands at two places. A picture has no words."""
    for part in tabulated(redline(round_)):
        if isinstance(part, Tabulated):
            yield from _table(round_, part)
        elif part.kind is not LineKind.PICTURE:
            yield _alone(part)


def _alone(line: Line) -> Told:
    if line.kind is LineKind.HEAD:
        line = line._replace(heading=as_printed(line), separator=())
    return Told(line, changed=frozenset([line.key] if line.authors else []))


def _table(round_: Round, table: Tabulated) -> Iterator[Told]:
    whole = _is_whole(table.title)
    rows = [NamedCell("", _in_one(row)) for row in table.rows] if whole else []
    yield _alone(table.title)._replace(cells=tuple(rows))
    for line in (*table.measure, *table.notes):
        yield Told(line) if whole else _alone(line)
    for at, head in enumerate(table.heads):
        if whole or not _is_whole(head):
            yield _alone(head)._replace(changed=frozenset()) if whole else _alone(head)
        else:
            yield _alone(head)._replace(cells=tuple(_below(round_, table, at)))
    for row in table.rows:
        cells = tuple(_named(table, row))
        yield Told(row.line, cells, frozenset() if whole else frozenset(_changed(table, row)))


def _is_whole(line: Line) -> bool:
    return bool(line.added or line.gone)


def _changed(table: Tabulated, row: TabulatedRow) -> Iterator[str]:
    """Yield the key of a row that came or went, else of its cells that did not change with their column."""
    if _is_whole(row.line):
        yield row.line.key
        return
    for at, cell in enumerate(row.cells):
        with_column = bool(table.heads) and not row.across and _is_whole(table.heads[at])
        if cell is not None and cell.authors and not with_column:
            yield cell.key


def _named(table: Tabulated, row: TabulatedRow) -> Iterator[NamedCell]:
    """Yield the cells of a row with the names of their columns."""
    under_heads = bool(table.heads) and not row.across
    for at, cell in enumerate(row.cells):
        if cell is not None:
            head = table.heads[at].pieces if under_heads else ()
            yield NamedCell(" ".join(levels(accepted(head) or rejected(head))), cell)


def _below(round_: Round, table: Tabulated, column: int) -> Iterator[NamedCell]:
    """Yield the cells of a column that came or went; of one that moved those that others changed."""
    head = table.heads[column]
    moved = sum(other.key == head.key for other in table.heads) > 1
    by = {*head.added, *head.gone}
    for row in table.rows:
        cell = None if row.across or _is_whole(row.line) else row.cells[column]
        if cell is not None and cell.pieces and not (moved and by.issuperset(cell.authors)):
            yield NamedCell(row_called(round_, row), cell)


def _in_one(row: TabulatedRow) -> Line:
    """Return a row with the words of its cells, one behind the other."""
    text: list[Piece] = []
    for cell in row.there:
        between = Piece(_BETWEEN, row.line.added, row.line.gone)
        text += [between, *cell.pieces] if text else cell.pieces
    return row.line._replace(text=tuple(text))


_BETWEEN = " | "
