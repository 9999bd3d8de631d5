"""The tables of a web page, or of what a browser or Word puts on the clipboard as one."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from plancli.core.intake.grid import Grid
from plancli.papers.sheets.cells import STRUCK, TALLEST, WIDEST, Count, Laid, cleaned
from plancli.papers.sheets.xml import own

_OFFICE = re.compile(r"<\?xml[^<>]*+>|<!(?:--)?\[if[^<>\]]*+\]>|<!\[endif\](?:--)?>")
"""What Word puts into pages for itself; where one is not closed, no further than to the next that opens."""
_BLOCKS = {
    "p",
    "div",
    "br",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "section",
}
"""What begins a new line where it stands."""
_UNSEEN = {"script", "style", "template", "noscript", "head"}
_STRUCK = ("del", "s", "strike")
_NOTHING_STRUCK = re.compile(rf"{re.escape(STRUCK[0])}(\s*){re.escape(STRUCK[1])}")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def grids_of_page(page: str) -> list[Grid]:
    """Return the tables of a page, by their number; a table that only lays out others is one, too."""
    root = _root(page)
    found: list[Grid] = []
    count = Count()
    for table in root.iter("table"):
        found.append(_grid(table, str(len(found) + 1), count))
    return found


def lines_of_page(page: str) -> list[str]:
    """Return the lines of a page as it shows them, without its tables."""
    root = _root(page)
    for table in list(root.iter("table")):
        if table.getparent() is not None:
            table.drop_tree()
    return cleaned(_words(root)).split("\n")


def _root(page: str) -> Any:
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(_OFFICE.sub("", page), parser=parser)
    except etree.LxmlError as error:
        raise ValueError(str(error)) from None


def _grid(table: Any, name: str, count: Count) -> Grid:
    laid = Laid(count)
    for number, row in enumerate(own(table, "tr", "table"), 1):
        laid.row(number, _cells(row))
    title = table.find("caption")
    before = () if title is None else (cleaned(_words(title)),)
    return Grid(name, tuple(laid.rows), before)


def _cells(row: Any) -> Iterator[tuple[str, int, int]]:
    for cell in row:
        if cell.tag in ("td", "th"):
            wide, tall = _span(cell, "colspan", WIDEST), _span(cell, "rowspan", TALLEST)
            yield cleaned(_words(cell)), wide, tall


def _span(cell: Any, name: str, most: int) -> int:
    """Return how many columns or rows a cell covers; 0 rows are all that follow."""
    said = cell.get(name, "1").strip()
    if not said.isdecimal() or len(said) > len(str(most)):
        return 1
    return min(int(said), most) or most


def _words(element: Any) -> str:
    """Return the words of an element as a page shows them: blanks are one, blocks have lines of their own."""
    return _NOTHING_STRUCK.sub(r"\1", "".join(_pieces(element)))


def _pieces(element: Any) -> Iterator[str]:
    # no recursion: a page may nest deeper than Python calls
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        if event == "start":
            yield _opening(node, element)
            yield _shown(node.text, node, element)
        elif node is not element:
            yield _closing(node)
            yield _shown(node.tail, node.getparent(), element)


def _opening(node: Any, top: Any) -> str:
    """Return what a page shows where an element begins, ahead of its words."""
    if node.tag in _STRUCK:
        return STRUCK[0]
    return "\n" if node.tag in _BLOCKS and node is not top else ""


def _closing(node: Any) -> str:
    if node.tag in _STRUCK:
        return STRUCK[1]
    return "\n" if node.tag in _BLOCKS and node.tag != "br" else ""


def _shown(words: str | None, holder: Any, top: Any) -> str:
    return _BLANKS.sub(" ", words) if words and not _is_unseen(holder, top) else ""


def _is_unseen(node: Any, top: Any) -> bool:
    return node is not top and node.tag in _UNSEEN
