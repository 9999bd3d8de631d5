"""The tables of a Word document, with merged cells; python-docx takes quadratic time for them."""

from collections.abc import Iterator
from typing import Any

from plancli.core.intake.grid import Grid
from plancli.papers.sheets.cells import Count, Laid, cleaned, with_struck
from plancli.papers.sheets.xml import own, parsed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}txbxContent")
"""What is no text of its paragraph: deleted words, the second copy of a drawing, words in a box."""


def grids_of_word(content: bytes) -> list[Grid]:
    """Return the tables of a document, by their number, with the lines of text round it."""
    root = parsed(content, "word/document.xml")
    found: list[Grid] = []
    before: list[str] = []
    count = Count()
    for element in root.iter(f"{_W}tbl", f"{_W}p"):
        if element.tag == f"{_W}tbl":
            found.append(_grid(element, str(len(found) + 1), tuple(before), count))
            before = []
        elif not any(above.tag == f"{_W}tbl" for above in element.iterancestors()):
            line = cleaned(_words(element))
            before += [line] if line else []
    if found:
        found[-1] = found[-1]._replace(behind=tuple(before))
    return found


def _grid(table: Any, name: str, before: tuple[str, ...], count: Count) -> Grid:
    laid = _Rows(count)
    for number, row in enumerate(own(table, f"{_W}tr", f"{_W}tbl"), 1):
        if row.find(f"{_W}trPr/{_W}del") is None:
            laid.row(number, laid.cells(row))
    return Grid(name, tuple(laid.rows), before)


class _Rows(Laid):
    """Rows in which a cell says by itself that it belongs to the one above."""

    def __init__(self, count: Count) -> None:
        super().__init__(count)
        self._above: dict[int, str] = {}

    def cells(self, row: Any) -> Iterator[tuple[str, int, int]]:
        """Yield the cells of a row; one that goes on from above is carried from there."""
        column = _number(row, f"{_W}trPr/{_W}gridBefore", 0)
        for _ in range(column):
            yield "", 1, 1
        for cell in own(row, f"{_W}tc", f"{_W}tr"):
            wide = _number(cell, f"{_W}tcPr/{_W}gridSpan", 1)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merge is not None and merge.get(f"{_W}val", "continue") == "continue":
                text = self._above.get(column, "")
                self.goes_on(column, wide, text)
            else:
                text = cleaned("\n".join(map(_words, own(cell, f"{_W}p", f"{_W}tc"))))
                yield text, wide, 1
            for at in range(column, column + wide):
                self._above[at] = text
            column += wide


def _number(element: Any, path: str, default: int) -> int:
    found = element.find(path)
    if found is None:
        return default
    return min(int(found.get(f"{_W}val", default)), 1000)


def _words(paragraph: Any) -> str:
    """Return the words of a paragraph as they are once every tracked change is accepted."""
    pieces: list[tuple[str, bool]] = []
    for element in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}cr", f"{_W}tab", f"{_W}noBreakHyphen"):
        if _is_gone(element, paragraph):
            continue
        kind = element.tag.removeprefix(_W)
        piece = element.text or "" if kind == "t" else _SIGNS[kind]
        pieces.append((piece, _is_struck(element.getparent())))
    return with_struck(pieces)


def _is_struck(run: Any) -> bool:
    """Whether a run is struck through by hand, and not as a tracked change."""
    for kind in ("strike", "dstrike"):
        found = run.find(f"{_W}rPr/{_W}{kind}")
        if found is not None and found.get(f"{_W}val", "1") not in _OFF:
            return True
    return False


_OFF = ("0", "false", "off")


_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


def _is_prompt(element: Any) -> bool:
    """Whether an element is a control in which nobody has chosen or typed: it shows what to do."""
    return element.tag == f"{_W}sdt" and element.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _is_gone(element: Any, paragraph: Any) -> bool:
    within = True
    for above in element.iterancestors():
        if above is paragraph:
            within = False
        if above.tag == f"{_W}tc":
            return False
        if _is_prompt(above) or (within and above.tag in _GONE):
            return True
    return False
