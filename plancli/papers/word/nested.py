"""A table of the plan inside a cell of another one, in a Word document."""

from typing import NamedTuple

from plancli.core.publish.drawn import DrawnCell, DrawnTable, MarkedWords
from plancli.core.publish.look import CHANGED_GROUND, HEAD_GROUND
from plancli.papers.word.document import Own, paragraph, run
from plancli.papers.word.rows import cell, down, grid_of, over, row, widths_of
from plancli.papers.word.styles import MARKED, NESTED, NESTED_MEASURE

_MARGIN = 40
"""Twips at either side of the words of a cell."""


class _Part(NamedTuple):
    """A cell in one of the rows over which it goes: it begins in the first of them."""

    cell: DrawnCell
    begins: bool


def nested(table: DrawnTable, width: int) -> str:
    """Return a table as paragraphs and a `w:tbl` of so many twips; behind a table a paragraph must stand."""
    ahead = Own(keeps=True)
    above = [paragraph(_runs(table.title), NESTED.head, ahead)] if table.title else []
    above += (paragraph(_runs(words), NESTED_MEASURE, ahead) for words in table.measure)
    notes = [paragraph(_runs(words), NESTED.body) for words in table.notes]
    return "".join([*above, _grid(table, width), *(notes or [paragraph("", NESTED.body)])])


def _grid(table: DrawnTable, width: int) -> str:
    widths = widths_of(table.shares, width)
    rows: list[str] = []
    for at, parts in enumerate(_rows(table)):
        is_head = at < len(table.heads)
        cells = (_cell(part, column, widths, is_head) for column, part in sorted(parts.items()))
        rows.append(row(cells))
    return grid_of(widths, rows, _MARGIN)


def _rows(table: DrawnTable) -> list[dict[int, _Part]]:
    """Return all rows with what stands in each by the column in which it begins."""
    found: list[dict[int, _Part]] = [{} for _ in (*table.heads, *table.rows)]
    for at, column, drawn in table.placed():
        for below in range(drawn.height):
            found[at + below][column] = _Part(drawn, below == 0)
    return found


def _cell(part: _Part, column: int, widths: list[int], is_head: bool) -> str:
    drawn = part.cell
    width = sum(widths[column : column + drawn.width])
    style = NESTED.head if is_head else NESTED.centred
    ground = CHANGED_GROUND if drawn.is_changed else HEAD_GROUND if is_head else ""
    words = paragraph(_runs(drawn.words) if part.begins else "", style)
    return cell(words, width, over(drawn.width) + down(drawn.height, part.begins), ground)


def _runs(words: MarkedWords) -> str:
    return "".join(run(part.text, MARKED[part.op]) for part in words)
