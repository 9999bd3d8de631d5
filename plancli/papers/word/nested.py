"""A table of the plan inside a cell of another one, in a Word document."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.publish.drawn import DrawnCell, DrawnTable, MarkedWords
from plancli.papers.word.document import FANGSONG, HEI, Font, Frame, marked_fonts, paragraph, run

_SIZE, _SPACING = 7.5, 11
_FRAME = Frame("center", spacing=_SPACING)
_MARGIN = 40
"""Twips at either side of the words of a cell."""
_BODY, _HEAD = Font(FANGSONG, _SIZE), Font(HEI, _SIZE)
_CHANGED = '<w:shd w:val="clear" w:color="auto" w:fill="FFF6DC"/>'
"""What is behind a cell in which something changed."""


class _Part(NamedTuple):
    """A cell in one of the rows over which it goes: it begins in the first of them."""

    cell: DrawnCell
    begins: bool


def nested(table: DrawnTable, width: int) -> str:
    """Return a table as paragraphs and a `w:tbl` of so many twips; behind a table a paragraph must stand."""
    above = (
        [paragraph(_runs(table.title, _HEAD), _FRAME._replace(keep=True))] if table.title else []
    )
    above += (
        paragraph(_runs(words, _BODY), _FRAME._replace(align="right", keep=True))
        for words in table.measure
    )
    notes = [paragraph(_runs(words, _BODY), _FRAME._replace(align="left")) for words in table.notes]
    return "".join([*above, *_grid(table, width), *(notes or [paragraph("", _FRAME)])])


def _grid(table: DrawnTable, width: int) -> Iterator[str]:
    widths = _widths(table, width)
    margins = "".join(f'<w:{side} w:w="{_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        "</w:tblPr><w:tblGrid>"
    )
    yield from (f'<w:gridCol w:w="{one}"/>' for one in widths)
    yield "</w:tblGrid>"
    rows = _rows(table)
    for at, row in enumerate(rows):
        font = _HEAD if at < len(table.heads) else _BODY
        cells = "".join(_cell(part, column, widths, font) for column, part in sorted(row.items()))
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    yield "</w:tbl>"


def _rows(table: DrawnTable) -> list[dict[int, _Part]]:
    """Return all rows with what stands in each by the column in which it begins."""
    found: list[dict[int, _Part]] = [{} for _ in (*table.heads, *table.rows)]
    for row, column, cell in table.placed():
        for down in range(cell.height):
            found[row + down][column] = _Part(cell, down == 0)
    return found


def _cell(part: _Part, column: int, widths: list[int], font: Font) -> str:
    cell = part.cell
    width = sum(widths[column : column + cell.width])
    merge = f'<w:gridSpan w:val="{cell.width}"/>' if cell.width > 1 else ""
    if cell.height > 1:
        merge += '<w:vMerge w:val="restart"/>' if part.begins else "<w:vMerge/>"
    shade = _CHANGED if cell.is_changed else ""
    place = f'<w:tcW w:w="{width}" w:type="dxa"/>{merge}{shade}<w:vAlign w:val="center"/>'
    words = paragraph(_runs(cell.words, font) if part.begins else "", _FRAME)
    return f"<w:tc><w:tcPr>{place}</w:tcPr>{words}</w:tc>"


def _runs(words: MarkedWords, font: Font) -> str:
    fonts = marked_fonts(font)
    return "".join(run(part.text, fonts[part.op]) for part in words)


def _widths(table: DrawnTable, measure: int) -> list[int]:
    """Return the widths of the columns in twips; together they fill the line."""
    shares = table.shares
    widths = [measure * share // sum(shares) for share in shares]
    return [*widths[:-1], measure - sum(widths[:-1])]
