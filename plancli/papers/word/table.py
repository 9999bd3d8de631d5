"""A table as a Word document: landscape, the head on each page, and the unit, too.

What several rows share stands in each of them, and a row that is longer than half a page is printed in parts:
whichever way a program breaks the pages, each begins with the unit of which it tells. Paragraphs of the parts
behind the first have styles of their own, by which they are known again as one row when the table comes back.
"""

from collections.abc import Iterator, Sequence

from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.look import HEAD_GROUND
from plancli.core.publish.sheet import Block, Cell, Head, Sheet, fitted, runs_of
from plancli.core.text.marked import Run
from plancli.papers.long_rows import (
    NARROW,
    WIDE,
    PartOfRow,
    Room,
    parts_of_row,
    parts_with_tables,
    said_in_part,
)
from plancli.papers.widths import FEW, narrow_columns, widths_beside
from plancli.papers.word.document import (
    LANDSCAPE,
    LARGE,
    Page,
    document,
    page_number,
    paragraph,
    paragraphs,
    run,
    saved,
    stamped,
    title,
)
from plancli.papers.word.lines import lines, portions
from plancli.papers.word.nested import nested
from plancli.papers.word.rows import cell, grid_of, over, row, widths_of
from plancli.papers.word.styles import (
    BEHIND_TABLE,
    CELL_MARGIN,
    MARKED,
    SHEET_FOOT,
    SHEET_LEAD,
    SHEET_TITLE,
    SMALL,
    USUAL,
    Style,
    TableLook,
    going_on,
    said_again,
)


def docx(sheet: Sheet) -> bytes:
    """Return the bytes of the document."""
    page, look = LANDSCAPE, USUAL
    if len(sheet.heads) > FEW:
        page, look, sheet = LARGE, SMALL, fitted(sheet)
    body = [
        *stamped(sheet.stamp),
        title(sheet.title, page, SHEET_TITLE),
        *(paragraphs(text, SHEET_LEAD) for text in sheet.lead),
        table(sheet, page, look) if sheet.blocks else "",
        *(paragraphs(text, SHEET_FOOT) for text in sheet.foot),
        paragraph("", BEHIND_TABLE),
    ]
    footers = [page_number()]
    word = document(sheet.title, body, page, footers, language=sheet.language, stamp=sheet.stamp)
    return saved(word)


def table(sheet: Sheet, page: Page, look: TableLook) -> str:
    """Return the rows of a table below its head, as wide as the text of a page."""
    return _Writer(sheet, page, look).written()


class _Writer:
    """Writes a table on pages of one size."""

    def __init__(self, sheet: Sheet, page: Page, look: TableLook) -> None:
        self._sheet, self._look = sheet, look
        self._widths = _widths(sheet, page, look)
        self._lines = page.length / look.spacing - _HEAD
        """Lines that stand on a page below the head."""

    def written(self) -> str:
        rows = [self._head()]
        for block in self._sheet.blocks:
            rows += self._block(block)
        return grid_of(self._widths, rows)

    def _head(self) -> str:
        cells: list[str] = []
        for head, width in zip(self._sheet.heads, self._widths, strict=True):
            words = paragraph(run(head.label), self._look.head)
            cells.append(cell(words, width, ground=HEAD_GROUND))
        return row(cells, head=True)

    def _block(self, block: Block) -> Iterator[str]:
        if block.banner:
            words = paragraph(run(block.banner), self._look.banner)
            yield row([cell(words, sum(self._widths), over(len(self._widths)))])
        for cells in block.rows:
            yield from self._row(cells)

    def _row(self, cells: Sequence[Cell]) -> Iterator[str]:
        """Yield a row, in parts where it is longer than half a page; of a table in it some rows at a time."""
        if any(isinstance(one, DrawnTable) for one in cells):
            parts = parts_with_tables(cells, self._rooms(_LONG), _SHORT)
        else:
            parts = parts_of_row(cells, self._rooms(_LONG))
            if len(parts) > 1:
                parts = parts_of_row(cells, self._rooms(_PART))
        for part in parts:
            yield row(self._part(part))

    def _rooms(self, share: float) -> list[Room]:
        """Return what cells hold that are as high as a share of a page."""
        lines = int(self._lines * share)
        return [Room(self._look.room(width) * WIDE + NARROW, lines) for width in self._widths]

    def _style(self, head: Head) -> Style:
        return self._look.centred if head.centred else self._look.body

    def _part(self, part: PartOfRow) -> Iterator[str]:
        """Yield the cells of a row, or of a part of one: no line stands between the parts."""
        opened = part.part > 1, part.part < part.parts
        tables = any(isinstance(one, DrawnTable) for one in part.cells)
        across = "center" if part.parts == 1 and not tables else "top"
        heads = self._sheet.heads
        for column, (head, width) in enumerate(zip(heads, self._widths, strict=True)):
            style = self._style(head)
            if part.part > 1:
                # beside what goes on the name that rows share is said again
                again = head.is_said_again and column not in part.flow
                style = said_again(style) if again else going_on(style)
            shown = said_in_part(part, column, head, self._sheet.language)
            if isinstance(shown, DrawnTable):
                inside = nested(shown, width - 2 * CELL_MARGIN)
            else:
                inside = self._words(shown, style, width)
            yield cell(inside, width, across=across, opened=opened)

    def _words(self, words: Cell, style: Style, width: int) -> str:
        """Return the paragraphs of a cell, one a line; one that goes over pages is several."""
        most = _TALLEST * self._look.room(width)
        shown = (portion for line in lines(runs_of(words)) for portion in portions(line, most))
        return "".join(paragraph(_runs(portion), style) for portion in shown)


def _runs(runs: Sequence[Run]) -> str:
    return "".join(run(part.text, MARKED[part.op]) for part in runs)


_HEAD = 2
"""Lines of the head on each page: without them three parts of a row would need more than one page."""
_LONG = 1 / 2
"""A row that is higher than this share of a page is printed in parts."""
_PART = 1 / 3
"""And so high is a part at most: no more than that of a page stays empty where the next one begins."""
_SHORT = 10
"""Rows of a table in a cell that stand in one part."""
_TALLEST = 100
"""Lines of a paragraph: LibreOffice needs minutes to break longer ones over pages."""


def _widths(sheet: Sheet, page: Page, look: TableLook) -> list[int]:
    """Return the widths of the columns in twips; together they fill the line."""
    margins = 2 * CELL_MARGIN
    narrow = [round(ems * look.size * 20) + margins if ems else 0 for ems in narrow_columns(sheet)]
    shares = [head.share for head in sheet.heads]
    wanted = widths_beside(narrow, shares, page.measure)
    return widths_of([round(width) for width in wanted], page.measure)
