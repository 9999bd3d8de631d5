"""The heat map of units and chapters as a workbook: a page of comments, and one of those in conflict."""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from plancli.core.publish.review.heat import ALL, NOWHERE, HeatMap
from plancli.core.text.characters import printable
from plancli.messages import N_, in_language
from plancli.papers.line_ends import lines_of

_UNIT, _ALL, _NOWHERE = N_("Unit"), N_("all"), N_("no place")
_OLD_PLACE = N_("{title} (old place)")
_PAGES = {
    "comments": N_("comments"),
    "unsettled": N_("in an open conflict"),
    "settled": N_("in a conflict that was settled"),
}
_UNITS, _CHAPTER, _LINE = 22, 14, 15
"""Widths of columns in characters, and points of a line: nothing is cut where a name needs several."""
_HEADER = 100
"""Characters of the title above each printed page; Excel takes 255, in whatever form it counts them."""
_SHADES = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#8FC3A6"}
_HEAD = {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}
_FIGURE = {"align": "center", "border": 1}


def xlsx(heat: HeatMap, title: str, language: str) -> bytes:
    """Return the bytes of the workbook; conflicts have pages only where there are some."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": printable(title)[:255], "author": "plancli"})
    said = in_language(language).gettext
    looks = {"head": book.add_format(_HEAD), "figure": book.add_format(_FIGURE)}
    for kind, name in _PAGES.items():
        if kind == "comments" or getattr(heat.at(), kind):
            page = book.add_worksheet(said(name)[:31])
            page.write_string(0, 0, said(_UNIT), looks["head"])
            _names(page, heat, _titles(heat, said), said(_ALL), looks)
            page.set_header(f"&C{printable(title)[:_HEADER].replace('&', '&&')}")
            _figures(page, heat, kind, looks)
    book.close()
    return out.getvalue()


def _titles(heat: HeatMap, said: Callable[[str], str]) -> Iterator[str]:
    """Yield what the chapters are called; of one that moved the place that it left is told from the other."""
    for address, title in heat.chapters.items():
        if address == NOWHERE:
            yield said(_NOWHERE)
        else:
            yield said(_OLD_PLACE).format(title=title) if address in heat.left else title


def _names(
    page: Worksheet, heat: HeatMap, chapters: Iterable[str], every: str, looks: dict[str, Any]
) -> None:
    """Write the units and chapters, and keep them in sight and on every printed page."""
    titles = list(chapters)
    for column, title in enumerate((*titles, every), 1):
        page.write_string(0, column, printable(title), looks["head"])
    for row, unit in enumerate((*heat.units, every), 1):
        page.write_string(row, 0, printable(unit), looks["head"])
    page.set_column(0, 0, _UNITS)
    page.set_column(1, len(heat.chapters) + 1, _CHAPTER)
    lines = max(lines_of(printable(title), _CHAPTER) for title in (*titles, every))
    page.set_row(0, _LINE * lines + _LINE / 3)
    for row, unit in enumerate(heat.units, 1):
        page.set_row(row, _LINE * lines_of(printable(unit), _UNITS))
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.repeat_columns(0)


def _figures(page: Worksheet, heat: HeatMap, kind: str, looks: dict[str, Any]) -> None:
    """Write the figures as numbers, none where there is nothing, shaded, with their totals."""
    for row, unit in enumerate((*heat.units, ALL), 1):
        for column, chapter in enumerate((*heat.chapters, ALL), 1):
            figure = getattr(heat.at(unit, chapter), kind)
            if figure:
                page.write_number(row, column, figure, looks["figure"])
            else:
                page.write_blank(row, column, None, looks["figure"])
    page.conditional_format(1, 1, len(heat.units), len(heat.chapters), _SHADES)
