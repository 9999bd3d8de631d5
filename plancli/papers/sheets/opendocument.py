"""The tables of an OpenDocument: of its sheets, or those of a text document."""

from collections.abc import Iterator
from typing import Any

from plancli.core.intake.grid import Grid
from plancli.papers.sheets.cells import Laid, cleaned
from plancli.papers.sheets.xml import own, parsed

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_BEYOND = 1000
"""A cell or row that is repeated more often than this fills a sheet up to its edge."""


def grids_of_opendocument(content: bytes) -> list[Grid]:
    """Return the tables of a document by their names; cells that only fill a sheet are left out."""
    root = parsed(content, "content.xml")
    hidden = set(_hidden(root))
    found: list[Grid] = []
    for table in root.iter(f"{_TABLE}table"):
        if table.get(f"{_TABLE}style-name") not in hidden:
            found.append(_grid(table))
    return found


def _hidden(root: Any) -> Iterator[str]:
    """Yield the styles whose sheets are not shown."""
    for style in root.iter(f"{_STYLE}style"):
        shown = style.find(f"{_STYLE}table-properties")
        if shown is not None and shown.get(f"{_TABLE}display") == "false":
            yield style.get(f"{_STYLE}name", "")


def _grid(table: Any) -> Grid:
    laid = Laid()
    number = 1
    for row in own(table, f"{_TABLE}table-row", f"{_TABLE}table"):
        repeated = _number(row, "number-rows-repeated")
        cells = list(_cells(row))
        if any(text for text, _wide, _tall in cells) or repeated <= _BEYOND:
            laid.row(number, iter(cells))
            laid.again(repeated - 1)
        number += repeated
    return Grid(table.get(f"{_TABLE}name", ""), tuple(laid.rows))


def _cells(row: Any) -> Iterator[tuple[str, int, int]]:
    """Yield the cells of a row with what each covers; those that others cover are left to these."""
    covered = 0
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        repeated = _number(cell, "number-columns-repeated")
        if cell.tag.endswith("covered-table-cell"):
            continue
        text = cleaned(_words(cell))
        if not text and repeated > _BEYOND:
            continue
        wide = _number(cell, "number-columns-spanned")
        tall = _number(cell, "number-rows-spanned")
        covered += wide
        for _ in range(min(repeated, _BEYOND)):
            yield text, wide, tall


def _number(element: Any, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    return max(int(said), 1) if said.isdecimal() and len(said) < len("10000000") else 1


def _words(cell: Any) -> str:
    """Return the words of a cell; a day as 2026-03-05, a number as it is stored."""
    if cell.get(f"{_OFFICE}value-type") == "date":
        day: str = cell.get(f"{_OFFICE}date-value", "")
        return day.removesuffix("T00:00:00")
    return "\n".join(_line(paragraph) for paragraph in own(cell, f"{_TEXT}p", cell.tag))


def _line(paragraph: Any) -> str:
    pieces = [paragraph.text or ""]
    for node in paragraph.iterdescendants():
        if node.tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif node.tag == f"{_TEXT}tab":
            pieces.append("\t")
        elif node.tag == f"{_TEXT}s":
            pieces.append(" ")
        elif node.tag != f"{_OFFICE}annotation" and node.text:
            pieces.append(node.text)
        pieces.append(node.tail or "")
    return "".join(pieces)
