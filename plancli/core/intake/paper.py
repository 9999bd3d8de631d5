"""A paper as it was laid out: its pages, and on them lines as people count them."""

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.meaningful import Meaningful


class PaperKind(StrEnum):
    """What a line of a page is."""

    BODY = "body"
    BOX = "box"
    """Smaller type within narrower margins: 专栏."""
    ROW = "row"
    """Several cells side by side."""
    NOTE = "note"
    """A footnote."""
    HEADER = "header"
    FOOTER = "footer"


COUNTED = frozenset({PaperKind.BODY, PaperKind.BOX, PaperKind.ROW})
"""The lines that people count on a page, from its top."""


class PaperCell(NamedTuple):
    """Words on one line without a wide gap between them; `left` and `right` in points.

    `bold` is how many characters from the first on are in a bold type.
    """

    words: str
    left: float
    right: float
    bold: int = 0


class PaperLine(NamedTuple):
    """A line of a page.

    `number` counts the lines of the page from its top; `printed` is the number that stands beside it. Both
    are None where the line is not counted, or has none. `base` is how far its base is from the top of the
    page, `size` the size of its type, both in points.
    """

    kind: PaperKind
    cells: tuple[PaperCell, ...]
    base: float
    size: float
    number: int | None = None
    printed: int | None = None

    @property
    def words(self) -> str:
        """Its words; cells are set apart by tabs."""
        return "\t".join(cell.words for cell in self.cells)

    @property
    def left(self) -> float:
        """Where it begins, in points from the left edge of the page."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends, in points from the left edge of the page."""
        return self.cells[-1].right


class PaperPage(NamedTuple):
    """A page: the sheet that it is, from 1, the page number printed on it ("" without one), its lines."""

    sheet: int
    label: str
    width: float
    lines: tuple[PaperLine, ...]


class PagedPaper(NamedTuple):
    """A paper with its pages. `odd` counts characters of which the file does not say what they are."""

    pages: tuple[PaperPage, ...]
    characters: int
    odd: int

    def counted(self) -> Iterator[tuple[PaperPage, PaperLine]]:
        """Yield the lines that people count, page by page."""
        for page in self.pages:
            for line in page.lines:
                if line.kind in COUNTED:
                    yield page, line

    @property
    def empty(self) -> list[int]:
        """The sheets that have no characters at all: pictures, or blank pages."""
        return [page.sheet for page in self.pages if not page.lines]

    @property
    def numbered(self) -> bool:
        """Whether numbers are printed beside its lines."""
        return any(line.printed for page in self.pages for line in page.lines)


class Illegible(Meaningful):
    """Why the words of a paper cannot be read, with what to do."""

    meaning: str

    SCAN = (
        "scan",
        N_(
            "most of its pages are pictures without characters (a scan); export the PDF from the program "
            "that wrote the draft, or have the words recognized first"
        ),
    )
    FONTS = (
        "fonts",
        N_(
            "its fonts do not say which characters they show; export the PDF anew, with fonts embedded, or "
            "print it from another program"
        ),
    )
    HANZI = (
        "hanzi",
        N_(
            "fewer than half of its characters are Chinese: its fonts do not say what they show, or it is "
            "another paper; export the PDF anew, with fonts embedded"
        ),
    )
    COLUMNS = (
        "columns",
        N_(
            "its text runs in two columns, whose lines nobody can tell apart; export it in one column"
        ),
    )


_MOST_ODD = 0.05
"""Good files have none; one with a broken map of its fonts had a fifth of its characters without a name."""
_LEAST_HANZI = 0.5
"""Of all letters and marks of a Chinese plan; good files have 86 % or more, one with a broken map 14 %."""


def illegible(paper: PagedPaper, chinese: bool | None = None) -> Illegible | None:
    """Return why a paper cannot be read; None where it can.

    `chinese`: whether its words are to be Chinese; None where that shows: an English paper has hardly any.
    """
    if len(paper.empty) * 2 > len(paper.pages) or not paper.characters:
        return Illegible.SCAN
    if paper.odd > _MOST_ODD * paper.characters:
        return Illegible.FONTS
    share = hanzi_share(paper)
    if chinese is None:
        chinese = share > _SOME_HANZI
    if chinese and share < _LEAST_HANZI:
        return Illegible.HANZI
    pages = sum(_in_columns(page) for page in paper.pages)
    if pages * 3 > len(paper.pages):
        return Illegible.COLUMNS
    return None


_SOME_HANZI = 0.02


def hanzi_share(paper: PagedPaper) -> float:
    """Return the share of Chinese characters and marks, digits and Latin marks apart.

    Figures say nothing of the language: a page of tables may have more digits than words.
    """
    hanzi = letters = 0
    for _, line in paper.counted():
        for cell in line.cells:
            for char in cell.words:
                wide = unicodedata.east_asian_width(char) in "WF"
                hanzi += wide
                letters += wide or char.isalpha()
    return hanzi / letters if letters else 0.0


_RUNNING = 8
"""So many times its size a line is long at least that is no cell, head or number."""
_EACH_SIDE = 0.3
_ACROSS = 0.1


def _in_columns(page: PaperPage) -> bool:
    """Whether the text of a page runs in two columns.

    Nothing long crosses its middle then, and both sides have much.
    """
    left = right = across = 0
    middle = page.width / 2
    for line in page.lines:
        for cell in line.cells:
            if line.kind not in COUNTED or cell.right - cell.left < _RUNNING * line.size:
                continue
            if cell.right <= middle:
                left += 1
            elif cell.left >= middle:
                right += 1
            else:
                across += 1
    every = left + right + across
    return min(left, right) > _EACH_SIDE * every and across < _ACROSS * every
