"""A table as a Word document: landscape, the head on each page, and the unit, too.

What several rows share stands in each of them, and a long row is printed in parts, none higher than a page:
whichever way a program breaks the pages, each begins with the unit of which it tells. Paragraphs of the parts
behind the first have styles of their own, by which they are known again as one row when the table comes back.
"""

from collections.abc import Iterator, Sequence

from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.look import HEAD_GROUND
from plancli.core.publish.sheet import Block, Cell, Head, Sheet, fitted, runs_of
from plancli.core.text.marked import Run
from plancli.papers.line_ends import NARROW, WIDE, lines_of
from plancli.papers.long_rows import (
    PartOfRow,
    lines_of_row,
    said_in_part,
)
from plancli.papers.pages import Lines, Pages, parts_on_pages
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
from plancli.papers.word.lines import broken, lines, portions
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
    SPACER,
    STAMP,
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
        self._rooms = [look.room(width) * WIDE + NARROW for width in self._widths]
        """How many narrow characters a line of each column holds."""
        lines = page.length / look.spacing
        above = _height_above(sheet, page) / look.spacing
        each = lines - self._lines_of_head()
        self._pages = Pages(each - above, each, _RULE)

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
            self._pages.places(Lines(1, 1))
            yield row([cell(words, sum(self._widths), over(len(self._widths)))])
        for cells in block.rows:
            for part in parts_on_pages(cells, self._rooms, self._pages, _SHORT):
                yield row(self._part(part))

    def _lines_of_head(self) -> int:
        return lines_of_row([head.label for head in self._sheet.heads], self._rooms)

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
        *shown, last = (
            portion for line in lines(runs_of(words)) for portion in portions(line, most)
        )
        # the line behind the last break, where nothing stands, takes no room
        end = style if last or not shown else SPACER
        return "".join(
            paragraph(_runs(portion), look)
            for portion, look in (*((one, style) for one in shown), (last, end))
        )


def _runs(runs: Sequence[Run]) -> str:
    return "".join(run(part.text, MARKED[part.op]) for part in runs)


_RULE = 0.05
"""What the line below a row takes."""
_SHORT = 10
"""Rows of a table in a cell that stand in one part."""
_TALLEST = 100
"""Lines of a paragraph: LibreOffice needs minutes to break longer ones over pages."""


def _height_above(sheet: Sheet, page: Page) -> float:
    """Return how many points what stands above a table takes."""
    shown = [(broken(sheet.title, page.measure, SHEET_TITLE.font.size * 20), SHEET_TITLE)]
    shown += [(text, SHEET_LEAD) for text in sheet.lead]
    shown += [(sheet.stamp, STAMP)] if sheet.stamp else []
    height = 0.0
    for text, style in shown:
        room = page.measure / style.font.size / 20 * WIDE
        height += lines_of(text, room) * style.frame.spacing + style.frame.after
    return height


def _widths(sheet: Sheet, page: Page, look: TableLook) -> list[int]:
    """Return the widths of the columns in twips; together they fill the line."""
    margins = 2 * CELL_MARGIN
    narrow = [round(ems * look.size * 20) + margins if ems else 0 for ems in narrow_columns(sheet)]
    shares = [head.share for head in sheet.heads]
    wanted = widths_beside(narrow, shares, page.measure)
    return widths_of([round(width) for width in wanted], page.measure)
