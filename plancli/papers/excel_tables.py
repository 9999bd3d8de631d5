"""The tables of the plan as an Excel workbook: each on a page of its own, figures as numbers.

Nothing is a formula, and a figure is a number only where Excel shows it as it is printed: 1,450 and 3.0, but
not 001, 63% or a number with more digits than Excel keeps.
"""

import io
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from plancli.core.publish.drawn import DrawnCell, DrawnTable, MarkedWords
from plancli.core.publish.look import CHANGED_GROUND, FANGSONG, HEAD_GROUND, HEI, STAMP_COLOUR
from plancli.core.publish.sheet import Sheet, in_columns, text_of
from plancli.core.text.characters import printable
from plancli.papers.excel import sheet_on
from plancli.papers.line_ends import lines_of
from plancli.papers.long_rows import Room, parts_of_row

_FONT: dict[str, Any] = {
    "font_name": FANGSONG.name,
    "font_size": 12,
    "text_wrap": True,
    "valign": "vcenter",
}
_CELL = {**_FONT, "border": 1, "align": "center"}
_LOOKS: dict[str, dict[str, Any]] = {
    "stamp": {**_FONT, "font_name": HEI.name, "bold": True, "font_color": f"#{STAMP_COLOUR}"},
    "title": {**_FONT, "font_name": HEI.name, "font_size": 16, "align": "center"},
    "measure": {**_FONT, "align": "right"},
    "head": {**_CELL, "font_name": HEI.name, "bold": True, "bg_color": f"#{HEAD_GROUND}"},
    "words": _CELL,
    "long": {**_CELL, "align": "left"},
    "note": _FONT,
}
_CHANGED = f"#{CHANGED_GROUND}"
"""What is behind a cell in which something changed."""
_LINE, _MARGIN, _TALLEST = 16.5, 4, 409
"""Points of a line, of a row beyond its lines, and of the tallest row that Excel knows."""
_NARROWEST, _WIDEST = 8, 40
"""Characters of a column; longer words are broken into lines."""
_LONG = 12
"""A column of words, in one of which there are more characters, stands at the left."""
_MOST = 32_000
"""Characters of a cell, fewer than Excel holds: what is longer goes on below the table."""


class NamedTable(NamedTuple):
    """A table with the number or title by which its page is called."""

    name: str
    table: DrawnTable


def xlsx(title: str, tables: Sequence[NamedTable], changed: Sheet | None, stamp: str) -> bytes:
    """Return the bytes of the workbook; `changed` lists on a last page what is not as in the draft."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": printable(title)[:255], "author": "plancli"})
    wanted = [one.name for one in tables]
    if changed is not None:
        wanted.insert(0, changed.name)
    names = page_names(wanted)
    of_changed = names.pop(0) if changed is not None else ""
    for name, one in zip(names, tables, strict=True):
        _Writer(book, book.add_worksheet(name), one.table, title, stamp).write()
    if changed is not None:
        sheet_on(book, book.add_worksheet(of_changed), in_columns(changed))
    book.close()
    return out.getvalue()


# --- names of pages -----------------------------------------------------------------------------------------

_NO_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31
_RESERVED = {"history"}
"""Excel keeps this name for itself."""


def page_names(wanted: Iterable[str]) -> list[str]:
    """Return names that pages may have, each another one: of a name that comes again with its number."""
    taken = set(_RESERVED)
    found: list[str] = []
    for name in wanted:
        legal = _NO_NAME.sub(" ", printable(name)).strip().strip("'").strip() or "表"
        number, shown = 1, legal[:_LONGEST]
        while shown.lower() in taken:
            number += 1
            behind = f" ({number})"
            shown = legal[: _LONGEST - len(behind)] + behind
        taken.add(shown.lower())
        found.append(shown)
    return found


# --- figures ------------------------------------------------------------------------------------------------

_FIGURE = re.compile(r"-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?")
_DIGITS = 15
"""Excel keeps so many digits of a number."""


def figure(words: str) -> tuple[float, str] | None:
    """Return a cell that is a plain number with the format in which it reads as printed; None of others."""
    if _FIGURE.fullmatch(words) is None or sum(map(str.isdigit, words)) > _DIGITS:
        return None
    places = len(words.partition(".")[2])
    whole = "#,##0" if "," in words else "0"
    value = float(words.replace(",", ""))
    if words.startswith("-") and value == 0:
        return None  # -0 is shown as 0
    return value, whole + (f".{'0' * places}" if places else "")


def code_columns(table: DrawnTable) -> set[int]:
    """Return the columns of codes, such as 001 and 120: digits of one length, a 0 ahead of one of them."""
    columns: dict[int, set[str]] = {}
    for row, column, cell in table.placed():
        if row >= len(table.heads) and cell.width == 1 and cell.text:
            columns.setdefault(column, set()).add(cell.text)
    return {column for column, words in columns.items() if _are_codes(words)}


def _are_codes(words: Collection[str]) -> bool:
    alike = len(set(map(len, words))) == 1 and all(word.isdecimal() for word in words)
    return alike and any(word.startswith("0") and len(word) > 1 for word in words)


def columns_at_left(table: DrawnTable) -> set[int]:
    """Return the columns of words that are long: all cells of a column begin at one place, as figures do."""
    columns: dict[int, list[str]] = {}
    for row, column, cell in table.placed():
        if row >= len(table.heads) and cell.width == 1 and cell.text:
            columns.setdefault(column, []).append(cell.text)
    return {column for column, words in columns.items() if _are_long(words)}


def _are_long(words: Collection[str]) -> bool:
    figures = sum(figure(word) is not None for word in words)
    return max(map(len, words)) > _LONG and figures * 2 <= len(words)


# --- a page -------------------------------------------------------------------------------------------------


class _Writer:
    """Writes one table from the top downwards."""

    def __init__(
        self, book: xlsxwriter.Workbook, page: Worksheet, table: DrawnTable, plan: str, stamp: str
    ) -> None:
        self.book, self.page, self.table = book, page, table
        self.plan, self.stamp = plan, stamp
        self.widths = _widths(table)
        self.codes = code_columns(table)
        self.at_left = columns_at_left(table)
        self.at = 0
        self._formats: dict[str, Format] = {}
        self._below: list[str] = []

    def write(self) -> None:
        table, page = self.table, self.page
        for column, width in enumerate(self.widths):
            page.set_column(column, column, width)
        if self.stamp:
            self._across(self.stamp, "stamp")
        self._across(_text(table.title), "title", 30)
        for measure in table.measure:
            self._across(_text(measure), "measure")
        first = self.at
        self._grid()
        for note in [*map(_text, table.notes), *self._below]:
            self._across(note, "note")
        self._printed(first)

    def _grid(self) -> None:
        rows = [*self.table.heads, *self.table.rows]
        for row, column, cell in self.table.placed():
            head = row < len(self.table.heads)
            self._cell(self.at + row, column, cell, head)
        for number in range(len(rows)):
            self.page.set_row(self.at + number, self._height(number))
        self.at += len(rows)

    def _cell(self, row: int, column: int, cell: DrawnCell, head: bool) -> None:
        words = printable(cell.text)
        found = None if head or column in self.codes or cell.width > 1 else figure(words)
        kind = "head" if head else self._kind(column, cell)
        look = self._look(kind, cell.is_changed, found[1] if found else "")
        if cell.width > 1 or cell.height > 1:
            last = row + cell.height - 1, column + cell.width - 1
            self.page.merge_range(row, column, *last, "", look)
        if found is not None:
            self.page.write_number(row, column, found[0], look)
        elif not words:
            self.page.write_blank(row, column, None, look)
        else:
            self.page.write_string(row, column, words[:_MOST], look)
            if words[_MOST:]:
                self._below.append(words[_MOST:])

    def _kind(self, column: int, cell: DrawnCell) -> str:
        """Return which look a cell has; one over several columns has none of these for itself."""
        at_left = column in self.at_left if cell.width == 1 else len(cell.text) > _LONG
        return "long" if at_left else "words"

    def _look(self, kind: str, changed: bool, shown: str) -> Format:
        """Return a look, filled where something changed, with a format of numbers; each is made once."""
        name = f"{kind} {changed} {shown}"
        if name not in self._formats:
            more = {"bg_color": _CHANGED} if changed else {}
            # "@" is text: who types over 001 gets 001
            number = {"num_format": shown or "@"} if kind in ("words", "long") else {}
            self._formats[name] = self.book.add_format({**_LOOKS[kind], **number, **more})
        return self._formats[name]

    def _height(self, number: int) -> float:
        """Return about how high a row must be: not every program fits rows to wrapped text."""
        lines = 1
        for at, column, cell in self.table.placed():
            if at == number and cell.height == 1:
                width = sum(self.widths[column : column + cell.width])
                lines = max(lines, lines_of(cell.text, width))
        return min(lines * _LINE + _MARGIN, _TALLEST)

    def _across(self, text: str, look: str, height: float = 0) -> None:
        """Write a text over the whole width, where it is long in several rows; an empty one is left out."""
        if not text:
            return
        width, last = sum(self.widths), len(self.widths) - 1
        room = Room(width, int((_TALLEST - _MARGIN) / _LINE))
        for part in parts_of_row([text], [room]):
            words = printable(text_of(part.cells[0]))
            if last:
                self.page.merge_range(self.at, 0, self.at, last, "", self._look(look, False, ""))
            self.page.write_string(self.at, 0, words, self._look(look, False, ""))
            self.page.set_row(self.at, max(height, _LINE * lines_of(words, width) + _MARGIN))
            self.at += 1

    def _printed(self, first: int) -> None:
        """Set up the page: as wide as the paper, the heads frozen and on every page, the plan above."""
        heads = len(self.table.heads)
        if heads:
            self.page.freeze_panes(first + heads, 0)
            self.page.repeat_rows(first, first + heads - 1)
        if sum(self.widths) > _PORTRAIT:
            self.page.set_landscape()
        self.page.set_paper(_A4)
        self.page.fit_to_pages(1, 0)
        self.page.set_header(f"&C{printable(self.plan).replace('&', '&&')[:200]}")
        self.page.set_footer("&C— &P —")


_A4, _PORTRAIT = 9, 90
"""Excel's number of the paper, and how many characters stand in a line of it upright."""


def _text(words: MarkedWords) -> str:
    return "".join(run.text for run in words)


def _widths(table: DrawnTable) -> list[float]:
    """Return how wide the columns are, by their longest words."""
    found = [float(_NARROWEST)] * table.columns
    for _, column, cell in table.placed():
        if cell.width == 1:
            wanted = max((lines_width(line) for line in cell.text.split("\n")), default=0)
            found[column] = min(max(found[column], wanted), _WIDEST)
    return found


def lines_width(line: str) -> float:
    """Return how many narrow characters a line is wide, with the room beside it."""
    return sum(2.3 if char > "\u2e7f" else 1.15 for char in line) + 2
