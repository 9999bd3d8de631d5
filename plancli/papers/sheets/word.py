"""The tables of a Word document, with merged cells; python-docx takes quadratic time for them."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from plancli.core.intake.grid import Grid
from plancli.papers.long_rows import GOES_ON
from plancli.papers.sheets.cells import Count, Laid, cleaned, with_struck
from plancli.papers.sheets.xml import own, parsed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}txbxContent")
"""What is no text of its paragraph: deleted words, the second copy of a drawing, words in a box."""


def grids_of_word(content: bytes) -> list[Grid]:
    """Return the tables of a document, by their number, with the lines of text round it."""
    root = parsed(content, "word/document.xml")
    styles = _Styles.of(content)
    found: list[Grid] = []
    before: list[str] = []
    count = Count()
    for element in root.iter(f"{_W}tbl", f"{_W}p"):
        if element.tag == f"{_W}tbl":
            found.append(_grid(element, str(len(found) + 1), tuple(before), count, styles))
            before = []
        elif not any(above.tag == f"{_W}tbl" for above in element.iterancestors()):
            line = cleaned(_words(element, styles))
            before += [line] if line else []
    if found:
        found[-1] = found[-1]._replace(behind=tuple(before))
    return found


class _Styles(NamedTuple):
    """The ids of styles in which words are struck, and of those in which they go on from the row above."""

    struck: frozenset[str] = frozenset()
    going_on: frozenset[str] = frozenset()

    @classmethod
    def of(cls, content: bytes) -> "_Styles":
        """Read the styles of a document, if it has any."""
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if _STYLES not in packed.namelist():
                return cls()
        struck: set[str] = set()
        going_on: set[str] = set()
        for style in parsed(content, _STYLES).iter(f"{_W}style"):
            name = style.find(f"{_W}name")
            if _is_struck(style):
                struck.add(style.get(f"{_W}styleId", ""))
            if name is not None and name.get(f"{_W}val", "").endswith(GOES_ON):
                going_on.add(style.get(f"{_W}styleId", ""))
        return cls(frozenset(struck), frozenset(going_on))

    def goes_on(self, cell: Any) -> bool:
        """Whether the words of a cell are the rest of those in the cell above."""
        named = cell.find(f"{_W}p/{_W}pPr/{_W}pStyle")
        return named is not None and named.get(f"{_W}val") in self.going_on

    def is_struck(self, run: Any) -> bool:
        """Whether a run is struck through, by itself or by its style."""
        named = run.find(f"{_W}rPr/{_W}rStyle")
        by_style = named is not None and named.get(f"{_W}val") in self.struck
        return by_style or _is_struck(run)


_STYLES = "word/styles.xml"


def _grid(table: Any, name: str, before: tuple[str, ...], count: Count, styles: _Styles) -> Grid:
    laid = _Rows(count, styles)
    for number, parts in _rows(table, styles):
        laid.row(number, laid.cells(parts))
    return Grid(name, tuple(laid.rows), before)


def _rows(table: Any, styles: _Styles) -> list[tuple[int, list[Any]]]:
    """Return the rows that stand, with their numbers; plancli prints a long one in parts."""
    found: list[tuple[int, list[Any]]] = []
    for number, row in enumerate(own(table, f"{_W}tr", f"{_W}tbl"), 1):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        if found and any(map(styles.goes_on, own(row, f"{_W}tc", f"{_W}tr"))):
            found[-1][1].append(row)
        else:
            found.append((number, [row]))
    return found


class _Rows(Laid):
    """Rows in which a cell says by itself that it belongs to the one above."""

    def __init__(self, count: Count, styles: _Styles) -> None:
        super().__init__(count)
        self._styles = styles
        self._above: dict[int, str] = {}

    def cells(self, parts: Sequence[Any]) -> Iterator[tuple[str, int, int]]:
        """Yield the cells of a row, its parts in one; one that goes on from above is carried from there."""
        row, *more = parts
        rest = [own(part, f"{_W}tc", f"{_W}tr") for part in more]
        column = _number(row, f"{_W}trPr/{_W}gridBefore", 0)
        for _ in range(column):
            yield "", 1, 1
        for at, cell in enumerate(own(row, f"{_W}tc", f"{_W}tr")):
            wide = _number(cell, f"{_W}tcPr/{_W}gridSpan", 1)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merge is not None and merge.get(f"{_W}val", "continue") == "continue":
                text = self._above.get(column, "")
                self.goes_on(column, wide, text)
            else:
                behind = (cells[at] for cells in rest if at < len(cells))
                going_on = filter(self._styles.goes_on, behind)
                text = cleaned("".join(map(self._words, (cell, *going_on))))
                yield text, wide, 1
            for covered in range(column, column + wide):
                self._above[covered] = text
            column += wide

    def _words(self, cell: Any) -> str:
        return "\n".join(_words(one, self._styles) for one in own(cell, f"{_W}p", f"{_W}tc"))


def _number(element: Any, path: str, default: int) -> int:
    found = element.find(path)
    if found is None:
        return default
    return min(int(found.get(f"{_W}val", default)), 1000)


def _words(paragraph: Any, styles: _Styles) -> str:
    """Return the words of a paragraph as they are once every tracked change is accepted."""
    pieces: list[tuple[str, bool]] = []
    for element in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}cr", f"{_W}tab", f"{_W}noBreakHyphen"):
        if _is_gone(element, paragraph):
            continue
        kind = element.tag.removeprefix(_W)
        piece = element.text or "" if kind == "t" else _SIGNS[kind]
        pieces.append((piece, styles.is_struck(element.getparent())))
    return with_struck(pieces)


def _is_struck(run: Any) -> bool:
    """Whether a run, or a style, is struck through by hand, and not as a tracked change."""
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
