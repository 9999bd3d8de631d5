"""The cells of a table in a draft: which rows are its head, its columns, and what each row has in them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from plancli.core.intake.body import BodyBlock, BodyCell
from plancli.core.intake.draft.drafted import Unclear
from plancli.core.plan.cells import LEVELS, column_name
from plancli.core.plan.model import TableHead


class TableCells(NamedTuple):
    """The columns of a table, the cells of its rows, and what is not clear in it.

    A row has a cell for each column, or one alone across all of them. In columns that are `joined`, by their
    keys, a cell goes on in the rows below. So many rows, its `depth`, are the head.
    """

    columns: tuple[TableHead, ...]
    rows: tuple[tuple[str, ...], ...]
    unclear: tuple[Unclear, ...]
    joined: tuple[str, ...] = ()
    depth: int = 0


class _Placed(NamedTuple):
    """A cell in the columns `start:end`; `begun` is the row in which it, or what it goes on from, begins."""

    words: str
    start: int
    end: int
    begun: int


_Row = tuple[_Placed, ...]


def cells_of_table(block: BodyBlock) -> TableCells | None:
    """Return the cells of a table; None where it is not known how they stand, or it is none.

    One row, or one column, lays out words and is no table.
    """
    rows = _placed(block.grid)
    if len(rows) < _LEAST:
        return None
    width = rows[0][-1].end
    # a row that ends elsewhere shows that its cells are not where they seem to be
    if width < _LEAST or any(row[-1].end != width for row in rows):
        return None
    depth, is_clear = _depth(rows, block.heads)
    levels = [_levels(rows[:depth], column) for column in range(width)]
    if depth >= len(rows) or any(LEVELS in level for each in levels for level in each):
        return None
    unclear: list[Unclear] = [] if is_clear else [Unclear.HEAD]
    if not all(levels):
        unclear.append(Unclear.NO_HEAD)
    body: list[tuple[str, ...]] = []
    for row in rows[depth:]:
        if any(1 < cell.end - cell.start < width for cell in row):
            unclear.append(Unclear.ACROSS)
        cells = _cells(row, width)
        if any(cells):
            body.append(cells)
    columns = _columns(levels)
    joined = tuple(columns[at].key for at in sorted(_going_on(rows[depth:])))
    return TableCells(columns, tuple(body), tuple(dict.fromkeys(unclear)), joined, depth)


_LEAST = 2


# --- where cells stand --------------------------------------------------------------------------------------


def _placed(grid: Sequence[Sequence[BodyCell]]) -> list[_Row]:
    """Return the cells with the columns in which they stand, as a reader counts them.

    A program parts a table into more columns than it has where the edges of cells differ by a little, or
    where a row was drawn wider once: only where a cell begins there is a column.
    """
    edges = {0}
    for row in grid:
        at = 0
        for cell in row:
            edges.add(at)
            at += cell.width
    starts = sorted(edges)
    found: list[_Row] = []
    above: dict[int, _Placed] = {}
    for number, row in enumerate(filter(None, grid)):
        here: dict[int, _Placed] = {}
        at = 0
        for cell in row:
            start, end = bisect_left(starts, at), bisect_left(starts, at + cell.width)
            at += cell.width
            before = above.get(start) if cell.above else None
            if before is not None and before.end == end:
                here[start] = before
            else:
                here[start] = _Placed(cell.words, start, end, number)
        found.append(tuple(here.values()))
        above = here
    return found


def _cells(row: _Row, width: int) -> tuple[str, ...]:
    """Return the words of a row by columns; what goes on from above has them again, each row is whole."""
    if len(row) == 1:
        return (row[0].words,)
    cells = [""] * width
    for cell in row:
        cells[cell.start] = cell.words
    return tuple(cells)


def _going_on(rows: Sequence[_Row]) -> set[int]:
    """Return the columns in which a cell with words goes on in the row below."""
    found: set[int] = set()
    for above, row in pairwise(rows):
        if len(row) > 1:
            found.update(cell.start for cell in row if cell.words and cell in above)
    return found


# --- the head -----------------------------------------------------------------------------------------------


def _depth(rows: Sequence[_Row], marked: int) -> tuple[int, bool]:
    """Return how many rows are the head, and whether that is clear.

    The program says it, or the cells: what is merged belongs together, and figures are below the head.
    """
    if marked:
        return _merged(rows, marked), True
    depth = _merged(rows, 1)
    while depth < len(rows) and _has_levels(rows[depth - 1]) and not _is_body(rows[depth]):
        depth = _merged(rows, depth + 1)
    is_clear = depth > 1 or not _has_figures(rows[0])
    return depth, is_clear and depth < len(rows) and _shows_body(rows, depth)


def _merged(rows: Sequence[_Row], depth: int) -> int:
    """Return how many rows are the head with what its cells go on into."""
    while depth < len(rows) and any(cell.begun < depth for cell in rows[depth]):
        depth += 1
    return depth


def _has_levels(row: _Row) -> bool:
    """Whether a row has cells over several columns, below which the innermost heads stand."""
    return len(row) > 1 and any(cell.end - cell.start > 1 for cell in row)


def _is_body(row: _Row) -> bool:
    return len(row) == 1 or _has_figures(row)


def _shows_body(rows: Sequence[_Row], depth: int) -> bool:
    """Whether figures, or a row across all columns, tell what is behind the head from one more row of it."""
    return len(rows[depth]) == 1 or _has_figures(rows[depth])


def _has_figures(row: _Row) -> bool:
    return any(_FIGURE.fullmatch(cell.words) and not _YEAR.fullmatch(cell.words) for cell in row)


_FIGURE = re.compile(r"[-+−±≥≤><约〔\[（(]*\d[\d,.，]*\s*[%％‰]?[^\d\s]{0,4}?[〕\]）)]*")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*年.{0,4})?")
"""A year at the head of a column is no figure of the table."""


def _levels(head: Sequence[_Row], column: int) -> list[str]:
    """Return the words at the head of a column, the outermost first."""
    found: dict[int, str] = {}
    for row in head:
        for cell in row:
            if cell.start <= column < cell.end and cell.words:
                found[cell.begun] = cell.words
    return list(found.values())


def _columns(levels: Sequence[Sequence[str]]) -> tuple[TableHead, ...]:
    """Return columns with keys of which no two are alike; one without words has that of its place."""
    taken: set[str] = set()
    found: list[TableHead] = []
    for place, each in enumerate(levels, 1):
        name = key = column_name(each[-1]) if each else str(place)
        again = 1
        while key in taken:
            again += 1
            key = f"{name}-{again}"
        taken.add(key)
        found.append(TableHead(key=key).with_title(LEVELS.join(each)))
    return tuple(found)
