"""A table of the plan in its Word document: heads on each page, rows and columns that come and go tracked.

Rows come and go with `w:trPr/w:ins` and `w:del`, columns cell by cell with `w:cellIns` and `w:cellDel`
(ECMA-376, part 1, 17.13.5), and in both the words are tracked as well: a program that does not know the one
shows the other.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.evidence.pieces import Authors
from plancli.core.evidence.redline import Line
from plancli.core.evidence.tabulated import HeadBox, Tabulated, TabulatedRow, head_cells
from plancli.core.plan.cells import levels

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
    level: Callable[[str], str]
    change: Change
    measure: int
    empty: str


def grid(table: Tabulated, drawing: Drawing) -> str:
    """Return the rows of a table as `w:tbl`."""
    widths = _widths(table, drawing.measure)
    margins = "".join(f'<w:{side} w:w="85" w:type="dxa"/>' for side in ("left", "right"))
    parts = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        "</w:tblPr><w:tblGrid>"
    ]
    parts += [f'<w:gridCol w:w="{width}"/>' for width in widths]
    parts.append("</w:tblGrid>")
    parts += _heads(table.heads, widths, drawing)
    parts += (_row(row, table, widths, drawing) for row in table.rows)
    return "".join([*parts, "</w:tbl>"])


# --- the head -----------------------------------------------------------------------------------------------


def _heads(heads: Sequence[Line], widths: Sequence[int], drawing: Drawing) -> Iterator[str]:
    """Yield the rows of the head, one for each level; a cell that is higher goes on in those below."""
    cells = head_cells(heads)
    depth = max((cell.level + cell.height for cell in cells), default=0)
    for level in range(depth):
        there = [cell for cell in cells if cell.level <= level < cell.level + cell.height]
        there.sort(key=lambda cell: cell.column)
        drawn = "".join(_head(cell, cell.level == level, widths, drawing) for cell in there)
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{drawn}</w:tr>"


def _head(cell: HeadBox, begins: bool, widths: Sequence[int], drawing: Drawing) -> str:
    """Return a cell of the head in one row: its words where it begins, nothing where it goes on."""
    width = sum(widths[cell.column : cell.column + cell.width])
    merge = f'<w:gridSpan w:val="{cell.width}"/>' if cell.width > 1 else ""
    if cell.height > 1:
        merge += '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    change = _cell_change(cell.line, drawing) if cell.line else ""
    if not begins:
        return _cell(drawing.empty, width, merge, change)
    if cell.line is None:
        return _cell(drawing.level(cell.words), width, merge)
    return _cell(drawing.head(_in_words(cell)), width, merge, change)


def _in_words(cell: HeadBox) -> Line:
    """Return the line of a head with the words of its own level alone, where it has several."""
    assert cell.line is not None
    if len(cell.line.heading) != 1:
        return cell.line  # its words changed: all of them are shown
    return cell.line._replace(heading=(cell.line.heading[0]._replace(text=cell.words),))


# --- rows ---------------------------------------------------------------------------------------------------


def _row(row: TabulatedRow, table: Tabulated, widths: Sequence[int], drawing: Drawing) -> str:
    change = drawing.change("ins", row.line.added) + drawing.change("del", row.line.gone)
    properties = f"<w:trPr><w:cantSplit/>{change}</w:trPr>"
    if row.across:
        words = "".join(drawing.cell(cell) for cell in row.cells if cell)
        span = f'<w:gridSpan w:val="{len(widths)}"/>'
        return f"<w:tr>{properties}{_cell(words, sum(widths), span)}</w:tr>"
    cells: list[str] = []
    for column, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        head = table.heads[column] if table.heads else None
        words = drawing.cell(cell) if cell else drawing.empty
        of_column = _cell_change(head, drawing) if head else ""
        cells.append(_cell(words, width, "", of_column))
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell_change(head: Line, drawing: Drawing) -> str:
    """Return that a cell came or went with its column."""
    return drawing.change("cellIns", head.added) + drawing.change("cellDel", head.gone)


def _cell(inside: str, width: int, merge: str = "", change: str = "") -> str:
    place = f'<w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/>{change}'
    return f"<w:tc><w:tcPr>{place}</w:tcPr>{inside}</w:tc>"


# --- widths -------------------------------------------------------------------------------------------------

_LEAST, _MOST = 4, 24
"""A column is as wide as its longest words, of which so many characters count at least, and at most."""


def _widths(table: Tabulated, measure: int) -> list[int]:
    """Return the widths of the columns in twips; together they fill the line."""
    rows = [row for row in table.rows if not row.across]
    number = max([1, len(table.heads), *(len(row.cells) for row in rows)])
    longest = [_LEAST] * number
    for column, head in enumerate(table.heads):
        longest[column] = max(longest[column], *map(len, levels(_words(head))))
    for row in rows:
        for column, cell in enumerate(row.cells):
            if cell is not None:
                longest[column] = max(longest[column], len(_words(cell)))
    shares = [min(length, _MOST) for length in longest]
    widths = [measure * share // sum(shares) for share in shares]
    return [*widths[:-1], measure - sum(widths[:-1])]


def _words(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)
