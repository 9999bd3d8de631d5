"""A table as PDF, set by typst: the head on each page, what rows share in each of them, as in Word."""

from collections.abc import Iterator

from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.look import HEAD_GROUND
from plancli.core.publish.sheet import Block, Cell, Head, Sheet, fitted, runs_of, text_of
from plancli.papers.line_ends import WIDE, lines_of
from plancli.papers.long_rows import (
    PartOfRow,
    said_in_part,
)
from plancli.papers.pages import Pages, parts_on_pages
from plancli.papers.pdf.drawn import table_source
from plancli.papers.pdf.typeset import (
    HEI,
    compiled,
    fonts,
    headed,
    plain,
    stamped,
    string,
    titled,
    words,
)
from plancli.papers.widths import FEW, narrow_columns, widths_beside


def pdf(sheet: Sheet) -> bytes:
    """Return the bytes of the document; ImportError where typst is not installed."""
    return compiled(source(sheet))


_SIZE, _PAGE = 11, 28
"""Points of the type, and lines of a page below the head."""


def source(sheet: Sheet) -> str:
    """Return the table in typst's language; one with many columns stands on A3."""
    paper, measure, size, lines = "a4", _MEASURE, _SIZE, _PAGE
    if len(sheet.heads) > FEW:
        paper, measure, size, lines = "a3", _LARGE, _SIZE_OF_MANY, _PAGE_OF_A3
        sheet = fitted(sheet)
    pages = Pages(lines - _above(sheet, measure), lines, _ROW)
    return "\n".join(
        [
            f'#set page("{paper}", flipped: true, margin: (x: 25mm, y: 26mm), numbering: "— 1 —")',
            headed(sheet.title, size, sheet.language),
            _listed_as(size),
            *filter(None, [stamped(sheet.stamp)]),
            f"#align(center, {titled(sheet.title, measure, 20)})",
            *(f"#par({plain(text, measure / _SIZE)})" for text in sheet.lead),
            table(sheet, measure, size, pages) if sheet.blocks else "",
            *(f"#par({plain(text, measure / _SIZE)})" for text in sheet.foot),
        ]
    )


def table(sheet: Sheet, measure: float, size: float, pages: Pages | None = None) -> str:
    """Return the rows of a table below its head; its width and the size of its type are in points.

    A row that is too long for the `pages` goes on in a row below it.
    """
    grid = _Grid(sheet, measure, size, pages or Pages(_PAGE, _PAGE, _ROW))
    heads = ", ".join(map(_head, sheet.heads))
    columns = ", ".join(map(_column, grid.widths))
    aligns = ", ".join(
        "center + horizon" if head.centred else "left + horizon" for head in sheet.heads
    )
    cells = "\n".join(line for block in sheet.blocks for line in grid.block(block))
    return "\n".join(
        [
            f"#table(columns: ({columns},), align: ({aligns},), table.header({heads}),",
            cells,
            ")",
        ]
    )


_SIZE_OF_MANY, _PAGE_OF_A3 = 9, 54
"""The same of a table with many columns, on a larger page."""
_ROW = 0.2
"""Lines that a row takes beside its own: what stays empty above and below it."""
_INSET = 5
"""Points between the words of a cell and its lines."""
_BETWEEN = 2
"""Points below the words of a part of a row: with those above the next ones as many as between lines."""
_SHORT = 10
"""Rows of a table in a cell that stand on one page; of a longer one so many at a time."""
_SMALL = 7.5
"""Points of the type of a table in a cell."""
_MEASURE, _LARGE = 247 / 25.4 * 72, 370 / 25.4 * 72
"""Width of the text in points, on A4 and on A3."""


def _listed_as(size: float) -> str:
    """Return the rule by which what a reader of PDF lists looks like the other cells."""
    return f'#show heading: it => text(weight: "regular", size: {size}pt, it.supplement)'


def _column(width: float) -> str:
    return f"{width:.2f}pt"


def _head(head: Head) -> str:
    ground = f'rgb("#{HEAD_GROUND}")'
    return f"table.cell(fill: {ground}, text(font: {fonts(HEI)}, {string(head.label)}))"


class _Grid:
    """Writes the cells of a table, and has readers of PDF list what its blocks are about."""

    def __init__(self, sheet: Sheet, measure: float, size: float, pages: Pages) -> None:
        self._heads = sheet.heads
        room = [em * size + 2 * _INSET if em else 0 for em in narrow_columns(sheet)]
        self.widths = widths_beside(room, [head.share for head in sheet.heads], measure)
        """Of the columns, with what stays empty at the sides of each, in points."""
        self._widths = [width - 2 * _INSET for width in self.widths]
        self._whole = measure - 2 * _INSET
        self._size = size
        self._rooms = [width / size * WIDE for width in self._widths]
        self._pages, self._labels = pages, 0
        self._language = sheet.language
        self._banner = self._last = ""

    def block(self, block: Block) -> Iterator[str]:
        """Yield the cells of a block, a line each."""
        if block.banner:
            self._banner = ""
            shown = f"strong({plain(block.banner, self._whole / self._size)})"
            yield f"table.cell(colspan: {len(self._heads)})[{self._listed(block.banner, f'#{shown}')}],"
            self._banner = block.banner
        for row in block.rows:
            for part in parts_on_pages(row, self._rooms, self._pages, _SHORT):
                yield from self._part(part)

    def _part(self, part: PartOfRow) -> Iterator[str]:
        """Yield the cells of a row, or of a part of one: no line stands between the parts.

        Each stands on one page: what goes on on the next would stand there without the name of its unit.
        """
        label = self._label(part)
        for column, (head, width) in enumerate(zip(self._heads, self._widths, strict=True)):
            cell = said_in_part(part, column, head, self._language)
            # what is said again is not listed again
            named = head if part.part == 1 else head._replace(listed=False)
            if isinstance(cell, DrawnTable):
                shown = f"#{table_source(cell, _SMALL, width)}"
            else:
                shown = self._words(cell, named, width)
            if head.is_said_again and column not in part.flow:
                shown, label = label + self._where_a_page_begins(part, shown), ""
            yield f"table.cell(breakable: false, {_look(part, cell, head)}[{shown}]),"

    def _label(self, part: PartOfRow) -> str:
        """Return a mark by which the next part of a row knows on which page this one stands."""
        if part.parts == 1:
            return ""
        self._labels += 1
        return f"#metadata(none)<part-{self._labels}>"

    def _where_a_page_begins(self, part: PartOfRow, shown: str) -> str:
        """Return words that behind the first part of a row are said only where a part begins a page."""
        if part.part == 1:
            return shown
        return f"#context if locate(<part-{self._labels - 1}>).page() != here().page() [{shown}]"

    def _words(self, cell: Cell, head: Head, width: float) -> str:
        shown = words(runs_of(cell), width / self._size)
        return self._listed(text_of(cell), shown) if head.listed else shown

    def _listed(self, name: str, shown: str) -> str:
        """Return words as what a reader of PDF lists, below their banner; what goes on is listed once."""
        if not name or name == self._last:
            return shown
        self._last = name
        level = 2 if self._banner else 1
        # the body is what is listed, where a line has no end; the supplement is what is seen
        listed = " ".join(name.split())
        return f"#heading(level: {level}, supplement: [{shown}], {string(listed)})"


def _look(part: PartOfRow, cell: Cell, head: Head) -> str:
    """Return how a cell looks: the lines of parts of a row stand as if they were those of one."""
    if part.parts == 1:
        return "align: left + top, " if isinstance(cell, DrawnTable) else ""
    sides = [("top", part.part > 1), ("bottom", part.part < part.parts)]
    stroke = ", ".join(f"{side}: none" for side, is_open in sides if is_open)
    below = _INSET if part.part == part.parts else _BETWEEN
    across = "center" if head.centred else "left"
    return (
        f"align: {across} + top, stroke: ({stroke}), "
        f"inset: (x: {_INSET}pt, top: {_INSET}pt, bottom: {below}pt), "
    )


def _above(sheet: Sheet, measure: float) -> float:
    """Return about how many lines of a table's type are taken by what stands above it."""
    texts = [(sheet.title, 20), *((text, _SIZE) for text in (*sheet.lead, sheet.stamp) if text)]
    return sum((lines_of(text, measure / size * WIDE) + 1) * size / _SIZE for text, size in texts)
