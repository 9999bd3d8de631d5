"""A table of the plan in its Word document: heads on each page, rows and columns that come and go tracked.

Rows come and go with `w:trPr/w:ins` and `w:del`, columns cell by cell with `w:cellIns` and `w:cellDel`
(ECMA-376, part 1, 17.13.5), and in both the words are tracked as well: a program that does not know the one
shows the other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.evidence.pieces import Authors, Piece
from plancli.core.evidence.redline import Line
from plancli.core.evidence.tabulated import (
    HeadBox,
    HeadLevel,
    Tabulated,
    TabulatedRow,
    as_it_stays,
    head_levels,
    heights,
)
from plancli.core.plan.cells import levels
from plancli.core.publish.look import HEAD_GROUND
from plancli.papers.word.rows import cell, down, grid_of, over, row, widths_of

Write = Callable[[Line], str]
"""Writes a line as a paragraph of a cell."""
Change = Callable[[str, Authors], str]
"""Returns the element of a change, by its name and who made it; "" where nothing is tracked."""


class Drawing(NamedTuple):
    """What draws a table: `head` and `cell` write lines, `level` a level of heads, `change` what is tracked.

    `measure` is its width in twips, `empty` what stands in a cell without words.
    """

    head: Write
    cell: Write
    level: Callable[[Piece], str]
    change: Change
    measure: int
    empty: str


def grid(table: Tabulated, drawing: Drawing) -> str:
    """Return the rows of a table as `w:tbl`."""
    widths = _widths(table, drawing.measure)
    rows = [*_heads(table.heads, widths, drawing)]
    joined = _joined(table)
    for at, one in enumerate(table.rows):
        high = {column: of_column[at] for column, of_column in joined.items()}
        rows.append(_row(one, table, widths, drawing, high))
    return grid_of(widths, rows)


def _joined(table: Tabulated) -> dict[int, list[int]]:
    """Return of each column that is joined over how many rows its cells go; 0 where one goes on.

    What comes or goes, or has words that do, stands by itself: each row can be accepted and refused.
    """
    found: dict[int, list[int]] = {}
    for column, head in enumerate(table.heads):
        if head.joined:
            found[column] = heights([as_it_stays(one, column) for one in table.rows])
    return found


# --- the head -----------------------------------------------------------------------------------------------


def _heads(heads: Sequence[Line], widths: Sequence[int], drawing: Drawing) -> Iterator[str]:
    """Yield the rows of the head, one for each level; a cell that is higher goes on in those below."""
    for level, there in enumerate(head_levels(heads)):
        cells = (_head(box, box.level == level, widths, drawing) for box in there.boxes)
        yield row(cells, head=True, more=_row_change(there, drawing))


def _head(box: HeadBox, begins: bool, widths: Sequence[int], drawing: Drawing) -> str:
    """Return a cell of the head in one row: its words where it begins, nothing where it goes on."""
    width = sum(widths[box.column : box.column + box.width])
    merge = over(box.width) + down(box.height, begins)
    words = drawing.empty
    if begins:
        shared = Piece(box.words, box.added, box.gone)
        words = drawing.head(_in_words(box)) if box.line else drawing.level(shared)
    return cell(words, width, merge, HEAD_GROUND, change=_cell_change(box, drawing))


def _in_words(box: HeadBox) -> Line:
    """Return the line of a head with the words of its own level alone, where it has several."""
    assert box.line is not None
    if len(box.line.heading) != 1:
        return box.line  # its words changed: all of them are shown
    return box.line._replace(heading=(box.line.heading[0]._replace(text=box.words),))


# --- rows ---------------------------------------------------------------------------------------------------


def _row(
    part: TabulatedRow,
    table: Tabulated,
    widths: Sequence[int],
    drawing: Drawing,
    high: Mapping[int, int],
) -> str:
    change = _row_change(part.line, drawing)
    if part.across:
        words = "".join(drawing.cell(one) for one in part.cells if one)
        return row([cell(words, sum(widths), over(len(widths)))], more=change)
    cells: list[str] = []
    for column, (one, width) in enumerate(zip(part.cells, widths, strict=True)):
        head = table.heads[column] if table.heads else None
        height = high.get(column, 1)
        words = drawing.cell(one) if one and height else drawing.empty
        of_column = _cell_change(head, drawing) if head else ""
        merge = "" if height == 1 else down(max(height, 2), height > 1)
        cells.append(cell(words, width, merge, change=of_column))
    return row(cells, more=change)


def _row_change(by: Line | HeadLevel, drawing: Drawing) -> str:
    """Return that a row came or went."""
    return drawing.change("ins", by.added) + drawing.change("del", by.gone)


def _cell_change(head: Line | HeadBox, drawing: Drawing) -> str:
    """Return that a cell came or went with its column."""
    return drawing.change("cellIns", head.added) + drawing.change("cellDel", head.gone)


# --- widths -------------------------------------------------------------------------------------------------

_LEAST, _MOST = 4, 24
"""A column is as wide as its longest words, of which so many characters count at least, and at most."""


def _widths(table: Tabulated, measure: int) -> list[int]:
    """Return the widths of the columns in twips; together they fill the line."""
    rows = [part for part in table.rows if not part.across]
    number = max([1, len(table.heads), *(len(part.cells) for part in rows)])
    longest = [_LEAST] * number
    for column, head in enumerate(table.heads):
        longest[column] = max(longest[column], *map(len, levels(_words(head))))
    for part in rows:
        for column, one in enumerate(part.cells):
            if one is not None:
                longest[column] = max(longest[column], len(_words(one)))
    shares = [min(length, _MOST) for length in longest]
    return widths_of(shares, measure)


def _words(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)
