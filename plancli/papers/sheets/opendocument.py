"""The tables of an OpenDocument: of its sheets, or those of a text document."""

from collections.abc import Iterator
from typing import Any

from plancli.core.intake.grid import Grid
from plancli.papers.sheets.cells import MOST_CELLS, Count, Laid, cleaned, struck, with_struck
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
    striking = frozenset(_striking(root))
    found: list[Grid] = []
    count = Count()
    for table in root.iter(f"{_TABLE}table"):
        grid = _grid(table, striking, count)
        found.append(grid._replace(hidden=table.get(f"{_TABLE}style-name") in hidden))
    return found


def lines_of_opendocument(content: bytes) -> list[str]:
    """Return the paragraphs and headings of a text outside of its tables, empty ones too."""
    root = parsed(content, "content.xml")
    striking = frozenset(_striking(root))
    found: list[str] = []
    for paragraph in root.iter(f"{_TEXT}p", f"{_TEXT}h"):
        apart = (f"{_TABLE}table", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation")
        if not any(above.tag in apart for above in paragraph.iterancestors()):
            found.append(cleaned(with_struck(_pieces(paragraph, striking))))
    return found


def _hidden(root: Any) -> Iterator[str]:
    """Yield the styles whose sheets are not shown."""
    for style in root.iter(f"{_STYLE}style"):
        shown = style.find(f"{_STYLE}table-properties")
        if shown is not None and shown.get(f"{_TABLE}display") == "false":
            yield style.get(f"{_STYLE}name", "")


def _striking(root: Any) -> Iterator[str]:
    """Yield the styles that strike words through."""
    for style in root.iter(f"{_STYLE}style"):
        shown = style.find(f"{_STYLE}text-properties")
        line = None if shown is None else shown.get(f"{_STYLE}text-line-through-style")
        if line not in (None, "none"):
            yield style.get(f"{_STYLE}name", "")


def _grid(table: Any, striking: frozenset[str], count: Count) -> Grid:
    laid = Laid(count)
    number = 1
    for row in own(table, f"{_TABLE}table-row", f"{_TABLE}table"):
        repeated = _number(row, "number-rows-repeated")
        cells = list(_cells(row, striking, count))
        laid.hidden = _is_hidden(row)
        if any(text for text, _wide, _tall in cells) or repeated <= _BEYOND:
            laid.row(number, iter(cells))
            laid.again(repeated - 1)
        number += repeated
    columns = frozenset(_hidden_columns(table))
    return Grid(table.get(f"{_TABLE}name", ""), tuple(laid.rows), hidden_columns=columns)


def _is_hidden(element: Any) -> bool:
    """Whether a row or column is hidden, by hand or by a filter."""
    said: str = element.get(f"{_TABLE}visibility", "visible")
    return said != "visible"


def _hidden_columns(table: Any) -> Iterator[int]:
    at = 0
    for column in own(table, f"{_TABLE}table-column", f"{_TABLE}table"):
        repeated = _number(column, "number-columns-repeated")
        if at > MOST_CELLS:
            break
        if _is_hidden(column):
            yield from range(at, at + min(repeated, _BEYOND))
        at += repeated


def _cells(row: Any, striking: frozenset[str], count: Count) -> Iterator[tuple[str, int, int]]:
    """Yield the cells of a row with what each covers; those that others cover are left to these."""
    given = 0
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        repeated = _number(cell, "number-columns-repeated")
        if cell.tag.endswith("covered-table-cell"):
            continue
        text = cleaned(_words(cell, striking))
        if not text and repeated > _BEYOND:
            continue
        wide = _number(cell, "number-columns-spanned")
        tall = _number(cell, "number-rows-spanned")
        times = min(repeated, _BEYOND)
        given += times
        count.refuse(given)
        for _ in range(times):
            yield text, wide, tall


def _number(element: Any, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    return max(int(said), 1) if said.isdecimal() and len(said) < len("10000000") else 1


def _words(cell: Any, striking: frozenset[str]) -> str:
    """Return the words of a cell; a day as 2026-03-05, a number as it is stored."""
    if cell.get(f"{_OFFICE}value-type") == "date":
        day: str = cell.get(f"{_OFFICE}date-value", "")
        return day.removesuffix("T00:00:00")
    lines: list[str] = []
    for paragraph in own(cell, f"{_TEXT}p", cell.tag):
        if paragraph.getparent().tag != f"{_OFFICE}annotation":
            lines.append(with_struck(_pieces(paragraph, striking)))
    words = "\n".join(lines)
    return struck(words) if cell.get(f"{_TABLE}style-name") in striking else words


def _pieces(paragraph: Any, striking: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield the text of a paragraph in pieces, and whether each is struck through."""
    yield paragraph.text or "", _is_struck(paragraph, paragraph, striking)
    for node in paragraph.iterdescendants():
        if node.tag in _SIGNS:
            yield _SIGNS[node.tag], _is_struck(node, paragraph, striking)
        elif node.tag != f"{_OFFICE}annotation" and node.text:
            yield node.text, _is_struck(node, paragraph, striking)
        yield node.tail or "", _is_struck(node.getparent(), paragraph, striking)


_SIGNS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t", f"{_TEXT}s": " "}


def _is_struck(node: Any, paragraph: Any, striking: frozenset[str]) -> bool:
    """Whether a node of a paragraph, or one around it, has a style that strikes words through."""
    while striking:
        if node.get(f"{_TEXT}style-name") in striking:
            return True
        if node is paragraph:
            break
        node = node.getparent()
    return False
