"""Lines of the plan with those of each table put together: heads above, rows of cells, notes below."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from plancli.core.evidence.pieces import Authors, accepted, each_once, rejected
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.plan.cells import OVER_ALL, column_of_cell, levels, row_of_cell


class TabulatedRow(NamedTuple):
    """A row of a table: `line` says who brought or took it, `cells` has one for each column, or None.

    A row with one cell across all columns has that alone.
    """

    line: Line
    cells: tuple[Line | None, ...]
    across: bool = False

    @property
    def there(self) -> tuple[Line, ...]:
        """The cells that it has, of all columns that one of the states has."""
        return tuple(cell for cell in self.cells if cell is not None)

    def with_cells(self, order: Sequence[int]) -> "TabulatedRow":
        """Return the row with its cells in another order; one across all columns as it is."""
        if self.across or not order:
            return self
        return self._replace(cells=tuple(self.cells[at] for at in order))


def _sorted(keys: Sequence[str], order: Sequence[str]) -> list[int]:
    """Return at which places keys stand, those in `order` first, in that."""
    places = {key: at for at, key in enumerate(order)}
    return sorted(range(len(keys)), key=lambda at: places.get(keys[at], len(places)))


class Tabulated(NamedTuple):
    """A table as it is printed, draft and plan in one; a column that moved stands at both its places.

    Without `heads` the cells stand as they are in their rows.
    """

    title: Line
    measure: tuple[Line, ...]
    heads: tuple[Line, ...]
    rows: tuple[TabulatedRow, ...]
    notes: tuple[Line, ...]

    def in_order_of(self, rows: Sequence[str], heads: Sequence[str]) -> "Tabulated":
        """Return the table with these rows and columns in this order, and the others behind them."""
        across = _sorted([head.key for head in self.heads], heads)
        down = _sorted([row.line.key for row in self.rows], rows)
        return self._replace(
            heads=tuple(self.heads[at] for at in across),
            rows=tuple(self.rows[at].with_cells(across) for at in down),
        )


def heights(said: Sequence[object]) -> list[int]:
    """Return over how many rows each cell of a column goes in which equal neighbours are one.

    0 is one that goes on from above. What is None is one with nothing.
    """
    found: list[int] = []
    first = 0
    for at, one in enumerate(said):
        if found and one is not None and one == said[first]:
            found[first] += 1
            found.append(0)
        else:
            found.append(1)
            first = at
    return found


def as_it_stays(row: TabulatedRow, column: int) -> str | None:
    """Return the words of a cell that stays as it is, with its row; None of others and empty ones."""
    cell = row.cells[column] if not row.across and column < len(row.cells) else None
    if cell is None or row.line.added or row.line.gone or cell.authors:
        return None
    return accepted(cell.pieces) or None


class HeadBox(NamedTuple):
    """A cell of the head: at which column and level it begins, from 0, and over how many of both it goes.

    One that several columns share has the `words` of its level; that of one column is the `line` of that.
    One comes or goes where all its columns do.
    """

    column: int
    level: int
    width: int
    height: int
    words: str
    line: Line | None = None
    added: Authors = ()
    gone: Authors = ()


class HeadLevel(NamedTuple):
    """A level of the head: its cells from left to right, with those that go on in it from above.

    It comes or goes where all columns do whose heads have so many levels.
    """

    boxes: tuple[HeadBox, ...]
    added: Authors
    gone: Authors


_INSIDE = (LineKind.MEASURE, LineKind.HEAD, LineKind.ROW, LineKind.CELL, LineKind.NOTE)


def tabulated(lines: Iterable[Line]) -> Iterator[Line | Tabulated]:
    """Yield lines as they come, those of a table in one."""
    title: Line | None = None
    inside: list[Line] = []
    for line in lines:
        if line.kind in _INSIDE and title is not None:
            inside.append(line)
            continue
        if title is not None:
            yield _together(title, inside)
        title, inside = None, []
        if line.kind is LineKind.TABLE:
            title = line
        else:
            yield line
    if title is not None:
        yield _together(title, inside)


def _together(title: Line, inside: Sequence[Line]) -> Tabulated:
    def of(kind: LineKind) -> tuple[Line, ...]:
        return tuple(line for line in inside if line.kind is kind)

    heads, rows, cells = of(LineKind.HEAD), of(LineKind.ROW), of(LineKind.CELL)
    found: list[TabulatedRow] = []
    for row in rows:
        own = [cell for cell in cells if row_of_cell(cell.key) == row.key]
        own = _of_this_place(row, rows, own)
        across = any(column_of_cell(cell.key) == OVER_ALL for cell in own)
        if heads and not across:
            found.append(TabulatedRow(row, tuple(_under(head, heads, own) for head in heads)))
        else:
            found.append(TabulatedRow(row, tuple(own), across))
    return Tabulated(title, of(LineKind.MEASURE), heads, tuple(found), of(LineKind.NOTE))


def _under(head: Line, heads: Sequence[Line], cells: Iterable[Line]) -> Line | None:
    """Return the cell of a row that stands under a head."""
    column = column_of_cell(head.key)
    own = [cell for cell in cells if column_of_cell(cell.key) == column]
    found = _of_this_place(head, heads, own)
    return found[0] if found else None


def _of_this_place(line: Line, lines: Iterable[Line], cells: list[Line]) -> list[Line]:
    """Return the cells of a row or column; of one that moved those that went from here, or came here."""
    places = sum(other.key == line.key for other in lines)
    if places < 2:
        return cells
    return [cell for cell in cells if bool(cell.gone) is bool(line.gone)]


# --- the head -----------------------------------------------------------------------------------------------


def head_cells(heads: Sequence[Line]) -> tuple[HeadBox, ...]:
    """Return the cells of the head, level by level: neighbours share the levels with which both begin.

    A head that changed stands in one cell, as high as all levels: to which of them a change belongs would be
    a guess.
    """
    cut = [_levels_of(head) for head in heads]
    depth = max(map(len, cut), default=0)
    found: list[HeadBox] = []
    for level in range(depth):
        column = 0
        while column < len(heads):
            own = cut[column]
            if level == len(own) - 1:
                words, line = own[level], heads[column]
                by = line.added, line.gone
                found.append(HeadBox(column, level, 1, depth - level, words, line, *by))
            width = _sharing(cut, column, level)
            if level < len(own) - 1:
                by = _by_all(heads[column : column + width])
                found.append(HeadBox(column, level, width, 1, own[level], None, *by))
            column += width
    return tuple(found)


def head_levels(heads: Sequence[Line]) -> Iterator[HeadLevel]:
    """Yield the levels of the head from above, each with who brought or took it."""
    boxes = head_cells(heads)
    for level in range(max((box.level + box.height for box in boxes), default=0)):
        there = [box for box in boxes if box.level <= level < box.level + box.height]
        there.sort(key=lambda box: box.column)
        deep = [head for head in heads if len(_levels_of(head)) > level]
        yield HeadLevel(tuple(there), *_by_all(deep))


def _by_all(heads: Sequence[Line]) -> tuple[Authors, Authors]:
    """Return who brought, and who took, columns that all come, or all go; nobody where some stay."""
    added = [head.added for head in heads if head.added]
    gone = [head.gone for head in heads if head.gone]
    brought = added if len(added) == len(heads) else []
    took = gone if len(gone) == len(heads) else []
    return each_once(chain.from_iterable(brought)), each_once(chain.from_iterable(took))


def _levels_of(head: Line) -> tuple[str, ...]:
    before, now = rejected(head.pieces), accepted(head.pieces)
    if head.added or head.gone:
        return levels(now or before)
    return levels(now) if before == now else (now,)


def _sharing(cut: Sequence[tuple[str, ...]], column: int, level: int) -> int:
    """Return how many columns from one on have the same levels down to this one, above their own words."""
    begins = cut[column][: level + 1]
    width = 1
    if level >= len(cut[column]) - 1:
        return width
    for other in cut[column + 1 :]:
        if level >= len(other) - 1 or other[: level + 1] != begins:
            break
        width += 1
    return width
