"""Rows of a table in parts: what is too high for Excel, or for a page, goes on in the row below."""

from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.sheet import Cell, Head, text_of
from plancli.core.text.marked import Run
from plancli.messages import N_, in_language
from plancli.papers.line_ends import Flow, lines_of


class Room(NamedTuple):
    """What a cell of a column holds: narrow characters in a line, and lines."""

    width: float
    lines: int


class PartOfRow(NamedTuple):
    """A row as it is printed: a whole row of the table, or one `part` of several.

    Each part has all cells. In the columns that `flow` it has its portion of the words, in the others all of
    them again: whoever sorts or filters keeps the parts together. `lines` is how many its highest cell takes.
    """

    cells: tuple[Cell, ...]
    part: int
    parts: int
    flow: tuple[int, ...]
    lines: int


_Piece = tuple[Run, ...] | DrawnTable
HeightOf = Callable[[int], int]
"""Says how many lines the next part of a row takes, of which so many are not printed yet."""


def parts_of_row(row: Sequence[Cell], rooms: Sequence[Room]) -> list[PartOfRow]:
    """Return a row as the parts in which it is printed; one that fits is one part."""
    widths, most = [room.width for room in rooms], min(room.lines for room in rooms)
    needed = lines_of_row(row, widths)
    if needed <= most:
        return [PartOfRow(tuple(row), 1, 1, (), needed)]
    return parts_that_flow(row, widths, evenly(most))


def lines_of_row(row: Sequence[Cell], widths: Sequence[float]) -> int:
    """Return about how many lines the highest cell of a row takes."""
    return max(lines_of(text_of(cell), width) for cell, width in zip(row, widths, strict=True))


def evenly(most: int) -> HeightOf:
    """Return how high parts are that are about equal and take at most so many lines."""
    return lambda rest: ceil(rest / ceil(rest / most))


def parts_that_flow(
    row: Sequence[Cell], widths: Sequence[float], height_of: HeightOf
) -> list[PartOfRow]:
    """Return a row in parts: words of a cell fill the room of a part, whatever stands beside them."""
    flows = [Flow(cell, width) for cell, width in zip(row, widths, strict=True)]
    while rest := max(flow.rest for flow in flows):
        height = max(height_of(rest), 1)
        for flow in flows:
            flow.take(height)
    return _joined(row, [flow.pieces for flow in flows], widths)


def parts_with_tables(row: Sequence[Cell], rooms: Sequence[Room], most: int) -> list[PartOfRow]:
    """Return a row with tables in parts: of each so many rows, with what there is room for beside.

    Words that need more parts than that, as high as there is room for, divide the tables into as many: no
    part says nothing but the rest of them.
    """
    widths = [room.width for room in rooms]
    count = max(_parts_needed(cell, room, most) for cell, room in zip(row, rooms, strict=True))
    pieces: list[Sequence[_Piece]] = []
    for cell, room in zip(row, rooms, strict=True):
        if isinstance(cell, DrawnTable):
            pieces.append(cell.in_parts(min(most, ceil(len(cell.rows) / count))))
        else:
            pieces.append(_in_pieces(cell, room, count, most // 2))
    return _joined(row, pieces, widths)


def _in_pieces(cell: Cell, room: Room, count: int, least: int) -> Sequence[_Piece]:
    """Return the words of a cell in at most so many pieces, each of so many lines at least."""
    flow = Flow(cell, room.width)
    height = max(ceil(flow.rest / count), least)
    while flow.rest:
        is_last = len(flow.pieces) == count - 1
        flow.take(flow.rest if is_last else height)
    return flow.pieces


def _parts_needed(cell: Cell, room: Room, most: int) -> int:
    if isinstance(cell, DrawnTable):
        return len(cell.in_parts(most))
    return ceil(lines_of(text_of(cell), room.width) / room.lines)


def _joined(
    row: Sequence[Cell], pieces: Sequence[Sequence[_Piece]], widths: Sequence[float]
) -> list[PartOfRow]:
    """Return the parts of a row from the pieces of its cells."""
    count = max(map(len, pieces))
    flow = tuple(column for column, found in enumerate(pieces) if len(found) > 1)
    parts: list[PartOfRow] = []
    for at in range(count):
        cells = tuple(_part(row, pieces, at))
        parts.append(PartOfRow(cells, at + 1, count, flow, lines_of_row(cells, widths)))
    return parts


def _part(row: Sequence[Cell], pieces: Sequence[Sequence[_Piece]], at: int) -> Iterator[Cell]:
    """Yield the cells of one part; words that came to their end earlier leave an empty cell."""
    for cell, found in zip(row, pieces, strict=True):
        if len(found) == 1:
            yield cell
        elif at >= len(found):
            yield ""
        else:
            yield _as_cell(cell, found[at])


def _as_cell(whole: Cell, piece: _Piece) -> Cell:
    """Return a piece of a cell as a cell of its kind."""
    if isinstance(piece, DrawnTable):
        return piece
    return "".join(run.text for run in piece) if isinstance(whole, str) else piece


def said_in_part(part: PartOfRow, column: int, head: Head, language: str) -> Cell:
    """Return what a part of a row says in a column: words that do not go on are said in the first part.

    What rows share, and the place of which they tell, is said in each, for whoever turns the page.
    """
    words = part.cells[column]
    if part.part == 1 or column in part.flow:
        return words
    name = text_of(words) if head.is_said_again else ""
    return in_language(language).gettext(_ALIKE).format(name=name) if name else ""


_ALIKE = N_("{name} (continued)")


GOES_ON = "续行"
"""How the names of Word's styles end in which words go on from the row above."""
