"""The form on which units answer as an Excel workbook: only what they fill in can be changed.

Its sheet is protected without a password. Parts and units are chosen from lists on a hidden sheet, and other
words may be typed. Cells that are filled in hold text, so that 3-5 stays 3-5.
"""

import io
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from plancli.core.publish.look import FANGSONG, HEAD_GROUND, HEI
from plancli.core.publish.opinion_form import FORM_COLUMNS, OpinionForm
from plancli.core.text.characters import printable

_ROWS = 30
"""Rows to be filled in; more can be inserted."""
_WIDTHS = {
    "number": 6,
    "page": 8,
    "line": 8,
    "part": 26,
    "original": 40,
    "wording": 40,
    "opinion": 30,
    "reason": 26,
}
"""Characters of each column."""
_UNIT_COLUMNS = (2, 4)
"""Where the unit is filled in: behind its label, ahead of the day until which it answers."""

_FONT: dict[str, Any] = {"font_name": FANGSONG.name, "font_size": 12, "text_wrap": True}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {
        **_FONT,
        "font_name": HEI.name,
        "font_size": 18,
        "align": "center",
        "valign": "vcenter",
    },
    "note": {**_FONT, "valign": "vcenter"},
    "label": {**_FONT, "font_name": HEI.name, "align": "right", "valign": "vcenter"},
    "head": {
        **_FONT,
        "font_name": HEI.name,
        "align": "center",
        "valign": "vcenter",
        "border": 1,
        "bg_color": f"#{HEAD_GROUND}",
    },
    "number": {**_FONT, "align": "center", "valign": "vcenter", "border": 1, "locked": False},
    "answer": {**_FONT, "valign": "top", "border": 1, "locked": False, "num_format": "@"},
}
_LINE = 17
"""Points of a line of text."""
_ROW = 34
"""Points of an empty row: two lines."""
_LISTS = "lists"
"""The hidden sheet with what can be chosen."""
_ALLOWED = {
    "format_rows": True,
    "format_columns": True,
    "insert_rows": True,
    "delete_rows": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
"""What a protected sheet still lets people do."""


def xlsx(form: OpinionForm) -> bytes:
    """Return the bytes of the workbook."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": printable(form.words.title)[:255], "author": "plancli"})
    page = book.add_worksheet("意见表" if form.language.startswith("zh") else "Comments")
    lists = book.add_worksheet(_LISTS)
    lists.hide()
    for column, names in enumerate((form.parts, form.units)):
        for row, name in enumerate(names):
            lists.write_string(row, column, printable(name))
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    first = _ahead(page, form, looks)
    _rows(page, form, looks, first)
    _printed(page, first)
    page.protect("", _ALLOWED)
    book.close()
    return out.getvalue()


def _ahead(page: Worksheet, form: OpinionForm, looks: dict[str, Format]) -> int:
    """Write what stands ahead of the rows; return the number of the row with the heads."""
    words, last = form.words, len(FORM_COLUMNS) - 1
    page.merge_range(0, 0, 0, last, printable(words.title), looks["title"])
    page.set_row(0, 40)
    page.write_string(1, 0, printable(form.mark))
    page.set_row(1, None, None, {"hidden": True})
    start, end = _UNIT_COLUMNS
    page.merge_range(2, 0, 2, start - 1, printable(words.unit), looks["label"])
    page.merge_range(2, start, 2, end, "", looks["answer"])
    page.merge_range(2, end + 1, 2, last, printable(words.until), looks["note"])
    page.set_row(2, 26)
    _choose_from(page, 2, start, 2, "B", form.units)
    at = 3
    for text in words.how:
        page.merge_range(at, 0, at, last, printable(text), looks["note"])
        page.set_row(at, _LINE * _lines(text))
        at += 1
    for column, (name, head) in enumerate(zip(FORM_COLUMNS, words.heads, strict=True)):
        page.set_column(column, column, _WIDTHS[name])
        page.write_string(at, column, printable(head), looks["head"])
    page.set_row(at, 26)
    return at


def _rows(page: Worksheet, form: OpinionForm, looks: dict[str, Format], head: int) -> None:
    page.set_default_row(_ROW)
    for number in range(1, _ROWS + 1):
        page.write_number(head + number, 0, number, looks["number"])
        for column in range(1, len(FORM_COLUMNS)):
            page.write_blank(head + number, column, None, looks["answer"])
    _choose_from(page, head + 1, FORM_COLUMNS.index("part"), head + _ROWS, "A", form.parts)
    page.freeze_panes(head + 1, 0)


def _choose_from(
    page: Worksheet, first: int, column: int, last: int, listed: str, names: tuple[str, ...]
) -> None:
    """Let cells of a column offer the names in a column of the hidden sheet; other words may be typed."""
    if not names:
        return
    source = f"={_LISTS}!${listed}$1:${listed}${len(names)}"
    rule = {"validate": "list", "source": source, "show_error": False}
    page.data_validation(first, column, last, column, rule)


def _printed(page: Worksheet, head: int) -> None:
    """Set up the printed page: A4 landscape, as wide as the paper, the heads on every page."""
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.5, right=0.5)
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    page.print_area(0, 0, head + _ROWS, len(FORM_COLUMNS) - 1)
    page.set_footer("&C— &P —")


def _lines(text: str) -> int:
    """Return how many lines a text takes over the whole width; Chinese characters are wide."""
    size = sum(2.3 if char > "\u2e7f" else 1.15 for char in text)
    return int(size // sum(_WIDTHS.values())) + 1
