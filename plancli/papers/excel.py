"""A table as an Excel workbook: wrapped cells, a frozen head with a filter; every cell is text."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from plancli.core.publish.sheet import Block, Cell, Head, Sheet, text_of
from plancli.core.text.characters import printable
from plancli.core.text.marked import LOOKS, Look, Op

_PLAIN = {"font_name": "仿宋", "font_size": 12, "border": 1, "text_wrap": True, "valign": "vcenter"}
_CENTRED = {**_PLAIN, "align": "center"}
_HEAD = {**_CENTRED, "font_name": "黑体", "bold": True, "bg_color": "#EEF1F5"}
_BANNER = {**_PLAIN, "font_name": "黑体", "bold": True}
_TITLE = {
    "font_name": "黑体",
    "font_size": 18,
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
}
_STAMP = {**_BANNER, "font_color": "#AA1111"}
_NOTE = {"font_name": "仿宋", "font_size": 12, "text_wrap": True, "valign": "vcenter"}
_WIDTH = 180
"""Characters of all columns together."""
_LINE, _TALLEST = 16.5, 409
"""Points of a line of text, and of the tallest row that Excel knows."""


def xlsx(sheet: Sheet) -> bytes:
    """Return the bytes of the workbook."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": printable(sheet.title)[:255], "author": "plancli"})
    page = book.add_worksheet("Sheet1" if sheet.language != "zh" else "表")
    _Writer(book, page, sheet).write()
    book.close()
    return out.getvalue()


class _Writer:
    """Writes one table from the top downwards."""

    def __init__(self, book: xlsxwriter.Workbook, page: Worksheet, sheet: Sheet) -> None:
        self.page, self.sheet = page, sheet
        self.last = len(sheet.heads) - 1
        self.unseen = self.last + bool(sheet.ticket)
        """The last column, with what people do not see: it is sorted and filtered with the others."""
        self.at = 0
        looks = {
            "plain": _PLAIN,
            "centred": _CENTRED,
            "head": _HEAD,
            "banner": _BANNER,
            "title": _TITLE,
            "stamp": _STAMP,
        }
        self.looks: dict[str, Format] = {
            name: book.add_format(look) for name, look in looks.items()
        }
        self.note = book.add_format(_NOTE)
        self.marks: dict[Op, Format] = {
            op: book.add_format(_marked(look)) for op, look in LOOKS.items()
        }

    def write(self) -> None:
        sheet, page = self.sheet, self.page
        if sheet.stamp:
            self._across(sheet.stamp, self.looks["stamp"], _LINE * _lines(sheet.stamp, _WIDTH) + 8)
        self._across(sheet.title, self.looks["title"], 36)
        for text in sheet.lead:
            self._across(text, self.note, _LINE * _lines(text, _WIDTH) + 4)
        first = self.at
        for column, head in enumerate(sheet.heads):
            page.set_column(column, column, self._width(head))
            page.write_string(first, column, printable(head.label), self.looks["head"])
        if sheet.ticket:
            page.set_column(self.unseen, self.unseen, None, None, {"hidden": True})
            page.write_string(first, self.unseen, printable(sheet.ticket))
        self.at += 1
        for block in sheet.blocks:
            self._block(block)
        page.freeze_panes(first + 1, 0)
        page.autofilter(first, 0, max(self.at - 1, first), self.unseen)
        for text in sheet.foot:
            self._across(text, self.note, 20)
        self._printed(first)

    def _printed(self, head: int) -> None:
        """Set up the printed page: A4 landscape, as wide as the paper, the head on every page."""
        self.page.set_landscape()
        self.page.set_paper(9)
        self.page.fit_to_pages(1, 0)
        self.page.repeat_rows(head)
        self.page.set_footer("&C— &P —")

    def _width(self, head: Head) -> float:
        return _WIDTH * head.share / sum(one.share for one in self.sheet.heads)

    def _height(self, row: Sequence[Cell]) -> float:
        """Return about how high a row must be: not every program fits rows to wrapped text."""
        cells = zip(row, self.sheet.heads, strict=True)
        lines = [
            _lines(text_of(words), self._width(head)) for words, head in cells if not head.shared
        ]
        return min(max(lines, default=1) * _LINE + 4, _TALLEST)

    def _across(self, text: str, look: Format, height: float) -> None:
        """Write a text over the whole width."""
        if self.last:
            self.page.merge_range(self.at, 0, self.at, self.last, "", look)
        self.page.write_string(self.at, 0, printable(text), look)
        self.page.set_row(self.at, height)
        self.at += 1

    def _block(self, block: Block) -> None:
        if block.banner:
            self._across(block.banner, self.looks["banner"], 20)
        first = self.at
        for number, row in enumerate(block.rows):
            if number < len(block.tickets):
                self.page.write_string(self.at, self.unseen, printable(block.tickets[number]))
            for column, words in enumerate(row):
                head = self.sheet.heads[column]
                if not (head.shared and self.at > first):
                    self._cell(
                        self.at, column, words, self.looks["centred" if head.centred else "plain"]
                    )
            self.page.set_row(self.at, self._height(row))
            self.at += 1
        if len(block.rows) > 1:
            self._share(block, first)

    def _share(self, block: Block, first: int) -> None:
        for column, head in enumerate(self.sheet.heads):
            if head.shared:
                look = self.looks["centred" if head.centred else "plain"]
                self.page.merge_range(first, column, self.at - 1, column, "", look)
                self._cell(first, column, block.rows[0][column], look)

    def _cell(self, row: int, column: int, words: Cell, look: Format) -> None:
        parts = self._parts(words)
        if len(parts) > 2:
            self.page.write_rich_string(row, column, *parts, look)
        else:
            self.page.write_string(row, column, printable(text_of(words)), look)

    def _parts(self, words: Cell) -> Sequence[str | Format]:
        """Return marked words as formats and texts in turn; nothing for plain ones."""
        if isinstance(words, str):
            return []
        shown = [run for run in words if run.text]
        return [part for run in shown for part in (self.marks[run.op], printable(run.text))]


def _marked(look: Look) -> dict[str, Any]:
    """Return the format of marked words; what is strong is set in another type, too."""
    found: dict[str, Any] = {"font_name": "黑体" if look.strong else "仿宋", "font_size": 12}
    if look.struck:
        found["font_strikeout"] = True
    if look.colour:
        found["font_color"] = f"#{look.colour}"
    if look.strong:
        found["bold"] = True
    if look.underlined:
        found["underline"] = 1
    return found


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of so many characters; Chinese ones are wide."""
    sizes = (sum(2.3 if char > "\u2e7f" else 1.15 for char in line) for line in text.split("\n"))
    return sum(int(size // max(width - 1, 1)) + 1 for size in sizes)
