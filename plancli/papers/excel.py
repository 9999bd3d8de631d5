"""A table as an Excel workbook: wrapped cells, a frozen head with a filter.

Nothing is merged below the head, so that sorting and filtering keep every row whole: what a row only says
again after the one above it is there, and not shown. The name that rows share is pale: nobody knows with what
row a printed page begins, and each must say of whom it tells.
"""

import io
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from plancli.core.intake.ticket import ticket_of_part
from plancli.core.publish.look import FANGSONG, HEAD_GROUND, HEI, HINT_COLOUR, STAMP_COLOUR
from plancli.core.publish.sheet import Block, Cell, Head, Sheet, in_columns, runs_of, text_of
from plancli.core.text.characters import printable
from plancli.core.text.marked import LOOKS, Look, Op
from plancli.papers.long_rows import PartOfRow, Room, lines_of_row, parts_of_row

_TITLE_LOOK: dict[str, Any] = {
    "font_name": HEI.name,
    "font_size": 18,
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
}
_ACROSS = {"font_name": FANGSONG.name, "font_size": 12, "text_wrap": True, "valign": "vcenter"}
_STAMP = {**_ACROSS, "font_name": HEI.name, "bold": True, "font_color": f"#{STAMP_COLOUR}"}
_UNSEEN = {"num_format": ";;;", "font_color": "#FFFFFF"}
"""Words that are there to be sorted and filtered, and not shown."""
_PALE = {"font_color": f"#{HINT_COLOUR}"}
"""The same of a name, or of a place, that the top of each printed page must say."""
_LINE, _ACROSS_LINE, _TALLEST = 1.375, 16.5, 409
"""Heights of a line: in sizes of its type, and of those across in points; points of Excel's tallest row."""


class _Paper(NamedTuple):
    """The paper and type of a table: Excel's number of it, characters in a line, points of the type."""

    number: int
    width: int
    size: float

    @property
    def line(self) -> float:
        """Points from one line to the next."""
        return self.size * _LINE

    @property
    def lines(self) -> int:
        """How many lines the tallest row holds."""
        return int((_TALLEST - _MARGIN) / self.line)


_A4, _A3 = _Paper(9, 180, 12), _Paper(8, 230, 10.5)
_MARGIN = 4
"""Points of a row beyond its lines."""


def xlsx(sheet: Sheet) -> bytes:
    """Return the bytes of the workbook; each of the tables beside it has a page of its own."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": printable(sheet.title)[:255], "author": "plancli"})
    usual = "表" if sheet.language.startswith("zh") else "Sheet1"
    for one in (sheet, *sheet.further):
        sheet_on(book, book.add_worksheet(one.name or usual), in_columns(one))
    book.close()
    return out.getvalue()


def sheet_on(book: xlsxwriter.Workbook, page: Worksheet, sheet: Sheet) -> None:
    """Write a table on a page of a workbook."""
    _Writer(book, page, sheet).write()


class _Writer:
    """Writes one table from the top downwards."""

    def __init__(self, book: xlsxwriter.Workbook, page: Worksheet, sheet: Sheet) -> None:
        self.book, self.page, self.sheet = book, page, sheet
        self.paper = _A4 if len(sheet.heads) <= _FEW else _A3
        self.last = len(sheet.heads) - 1
        rooms = [Room(self._width(head), self.paper.lines) for head in sheet.heads]
        self.rows = [[parts_of_row(row, rooms) for row in block.rows] for block in sheet.blocks]
        flows = any(len(parts) > 1 for block in self.rows for parts in block)
        self.records = self.last + 1 if flows else None
        """The hidden column with the number of each row of the table, where some have several parts."""
        self.tickets = self.last + 1 + flows if sheet.ticket else None
        """The hidden column with what rows carry for their way back."""
        self.unseen = self.last + flows + bool(sheet.ticket)
        """The last column, with what people do not see: it is sorted and filtered with the others."""
        self.at = self.record = 0
        plain = {
            "font_name": FANGSONG.name,
            "font_size": self.paper.size,
            "border": 1,
            "text_wrap": True,
            "valign": "vcenter",
        }
        head = {**plain, "align": "center", "font_name": HEI.name, "bold": True}
        self.looks = {
            name: book.add_format(look)
            for name, look in {
                "plain": plain,
                "centred": {**plain, "align": "center"},
                "numeric": {**plain, "align": "right"},
                "head": {**head, "bg_color": f"#{HEAD_GROUND}"},
                "title": _TITLE_LOOK,
                "stamp": _STAMP,
                "across": _ACROSS,
            }.items()
        }
        self.marks: dict[Op, Format] = {
            op: book.add_format(_marked(look, self.paper.size)) for op, look in LOOKS.items()
        }

    def write(self) -> None:
        sheet, page = self.sheet, self.page
        if sheet.stamp:
            self._across(sheet.stamp, "stamp")
        if not sheet.records:
            self._across(sheet.title, "title", 36)
        for text in sheet.lead:
            self._across(text, "across")
        first = self.at
        self._head()
        for block, rows in zip(sheet.blocks, self.rows, strict=True):
            self._block(block, rows)
        page.freeze_panes(first + 1, 0)
        page.autofilter(first, 0, max(self.at - 1, first), self.unseen)
        if self.at > first + 1:
            self._repeats(first + 1, self.at - 1)
            self._choices(first + 1, self.at - 1)
        continued = [sheet.continued] if self.records is not None else []
        for text in filter(None, [*sheet.foot, *continued]):
            self._across(text, "across")
        self._printed(first)

    # --- the head ------------------------------------------------------------------------------------------

    def _head(self) -> None:
        for column, head in enumerate(self.sheet.heads):
            self.page.set_column(column, column, self._width(head))
            self.page.write_string(self.at, column, printable(head.label), self.looks["head"])
        labels = [head.label for head in self.sheet.heads]
        lines = lines_of_row(labels, [self._width(head) for head in self.sheet.heads])
        self.page.set_row(self.at, lines * self.paper.line + 2 * _MARGIN)
        hidden = {"hidden": True}
        if self.records is not None:
            self.page.set_column(self.records, self.records, None, None, hidden)
            self.page.write_string(self.at, self.records, "#")
        if self.tickets is not None:
            self.page.set_column(self.tickets, self.tickets, None, None, hidden)
            self.page.write_string(self.at, self.tickets, printable(self.sheet.ticket))
        self.at += 1

    def _printed(self, head: int) -> None:
        """Set up the printed page: landscape, as wide as the paper, the head on every page."""
        self.page.set_landscape()
        self.page.set_paper(self.paper.number)
        self.page.fit_to_pages(1, 0)
        self.page.repeat_rows(head)
        self.page.set_footer("&C— &P —")

    def _width(self, head: Head) -> float:
        wanted = self.paper.width * head.share / sum(one.share for one in self.sheet.heads)
        return min(wanted, _WIDEST)

    def _across(self, text: str, look: str, height: float = 0) -> None:
        """Write a text over the whole width, where it is long in several rows."""
        width = sum(map(self._width, self.sheet.heads))
        room = Room(width, int((_TALLEST - _MARGIN) / _ACROSS_LINE))
        for part in parts_of_row([text], [room]):
            words = printable(text_of(part.cells[0]))
            if self.last:
                self.page.merge_range(self.at, 0, self.at, self.last, "", self.looks[look])
            self.page.write_string(self.at, 0, words, self.looks[look])
            self.page.set_row(self.at, height or _ACROSS_LINE * part.lines + _MARGIN)
            self.at += 1

    # --- rows ----------------------------------------------------------------------------------------------

    def _block(self, block: Block, rows: Sequence[Sequence[PartOfRow]]) -> None:
        for number, parts in enumerate(rows):
            self.record += 1
            ticket = block.tickets[number] if number < len(block.tickets) else ""
            for part in parts:
                self._row(part, ticket)

    def _row(self, part: PartOfRow, ticket: str) -> None:
        for column, (words, head) in enumerate(zip(part.cells, self.sheet.heads, strict=True)):
            self._cell(self.at, column, words, head)
        if self.records is not None:
            self.page.write_number(self.at, self.records, self.record)
        if self.tickets is not None and ticket:
            heads = self.sheet.heads
            flow = {heads[column].name: text_of(part.cells[column]) for column in part.flow}
            own = ticket_of_part(ticket, part.part, part.parts, flow)
            self.page.write_string(self.at, self.tickets, printable(own))
        self.page.set_row(self.at, self._height(part))
        self.at += 1

    def _height(self, row: PartOfRow) -> float:
        """Return about how high a row must be: not every program fits rows to wrapped text."""
        return min(row.lines * self.paper.line + _MARGIN, _TALLEST)

    def _cell(self, row: int, column: int, words: Cell, head: Head) -> None:
        look = self.looks["centred" if head.centred else "plain"]
        parts = self._parts(words)
        text = text_of(words)
        if len(parts) > 2:
            self.page.write_rich_string(row, column, *parts, look)
        elif head.numeric and text.isdecimal():
            self.page.write_number(row, column, int(text), self.looks["numeric"])
        else:
            self.page.write_string(row, column, printable(text), look)

    def _parts(self, words: Cell) -> Sequence[str | Format]:
        """Return marked words as formats and texts in turn; nothing for plain ones."""
        if isinstance(words, str):
            return []
        shown = [run for run in runs_of(words) if run.text]
        return [part for run in shown for part in (self.marks[run.op], printable(run.text))]

    # --- what the rows say together -------------------------------------------------------------------------

    def _repeats(self, first: int, last: int) -> None:
        """Leave unseen, or pale, what a row only says again after the one above, while that is shown."""
        unseen, pale = self.book.add_format(_UNSEEN), self.book.add_format(_PALE)
        for column, head in enumerate(self.sheet.heads):
            look = pale if head.is_said_again else unseen
            if head.shared:
                self._alike(first, last, column, [column], look)
            elif self.records is not None and len(shown := self._repeating(column)) <= _EXCEPTIONS:
                self._alike(first, last, column, [column, self.records], look, shown)

    def _repeating(self, column: int) -> list[int]:
        """Return the rows of the table in which words go on with the same words: these must be shown."""
        rows = (parts for block in self.rows for parts in block)
        return [
            record
            for record, parts in enumerate(rows, 1)
            if column in parts[0].flow
            and any(part.cells[column] == below.cells[column] for part, below in pairwise(parts))
        ]

    def _alike(
        self,
        first: int,
        last: int,
        column: int,
        alike: Iterable[int],
        look: Format,
        shown: Iterable[int] = (),
    ) -> None:
        """Look so at cells of a column where the row above is shown and has all these columns alike.

        Rows of the table that are `shown` all the same are told by their number.
        """
        same = ",".join(f"${name}{first + 1}=${name}{first}" for name in map(xl_col_to_name, alike))
        above = f"SUBTOTAL(103,${xl_col_to_name(column)}{first})=1"
        number = xl_col_to_name(self.records or 0)
        but = "".join(f",${number}{first + 1}<>{record}" for record in shown)
        rule = {"type": "formula", "criteria": f"=AND({same},{above}{but})", "format": look}
        self.page.conditional_format(first, column, last, column, rule)

    def _choices(self, first: int, last: int) -> None:
        """Offer the words to choose from; others may be typed."""
        for column, head in enumerate(self.sheet.heads):
            if head.choices:
                offered = {
                    "validate": "list",
                    "source": list(map(printable, head.choices)),
                    "error_type": "information",
                    "show_error": False,
                }
                self.page.data_validation(first, column, last, column, offered)


def _marked(look: Look, size: float) -> dict[str, Any]:
    """Return the format of marked words; what is strong is set in another type, too."""
    found: dict[str, Any] = {
        "font_name": HEI.name if look.strong else FANGSONG.name,
        "font_size": size,
    }
    if look.struck:
        found["font_strikeout"] = True
    if look.colour:
        found["font_color"] = f"#{look.colour}"
    if look.strong:
        found["bold"] = True
    if look.underlined:
        found["underline"] = 1
    return found


_FEW = 8
"""Tables with more columns are printed on A3, in small type."""
_EXCEPTIONS = 100
"""Rows that the formula of a rule names at most: Excel limits its arguments."""
_WIDEST = 255
"""Characters of the widest column that Excel knows."""
