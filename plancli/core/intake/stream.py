"""The words of a paper one after the other, with the way back to its pages and lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.intake.draft.structure import BETWEEN_CELLS
from plancli.core.intake.paper import PagedPaper, PaperKind, PaperLine, PaperPage
from plancli.core.text.characters import boundaries
from plancli.core.text.matchkey import words_key

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
"""Raised digits are digits in small type on paper, and characters of their own in a file."""
_BAR = str.maketrans(BETWEEN_CELLS.strip(), " ")
"""Between the cells of a row a draft has a mark, and a paper a rule that is none of its words."""


class PaperWords(NamedTuple):
    """The words of a text without marks that say nothing, and the characters from which each stems."""

    key: str
    start: list[int]
    end: list[int]


def paper_words(text: str) -> PaperWords:
    """Return the words of a text as they are compared between file and paper."""
    key = words_key(text.translate(_RAISED | _BAR))
    return PaperWords(key.text, list(key.start), list(key.end))


class StreamCell(NamedTuple):
    """The characters `start:end` of the words of a paper, which stand in one cell of a line.

    `lead` is how many marks stand before them in it.
    """

    start: int
    end: int
    page: PaperPage
    line: PaperLine
    lead: int


class Stream:
    """All words of a paper in reading order: the lines that are counted, then the notes.

    Notes stand at the foot of pages and break into the words that run on over the page.
    """

    def __init__(self, paper: PagedPaper) -> None:
        lines = list(paper.counted())
        for page in paper.pages:
            lines += [(page, line) for line in page.lines if line.kind is PaperKind.NOTE]
        raw: list[str] = []
        homes: list[tuple[PaperPage, PaperLine]] = []
        for page, line in lines:
            for cell in line.cells:
                raw.append(cell.words)
                homes.append((page, line))
        words = paper_words("".join(raw))
        self.key = words.key
        self.cells: list[StreamCell] = []
        edges = boundaries(raw)
        for (page, line), begin, end in zip(homes, edges, edges[1:], strict=False):
            first, last = bisect_left(words.start, begin), bisect_left(words.start, end)
            if first < last:
                lead = words.start[first] - begin
                self.cells.append(StreamCell(first, last, page, line, lead))
        self._starts = [cell.start for cell in self.cells]
        self._ends = frozenset(cell.end for cell in self.cells)

    def text(self, cell: StreamCell) -> str:
        """Return the words of a cell."""
        return self.key[cell.start : cell.end]

    def within(self, start: int, end: int) -> list[StreamCell]:
        """Return the cells that hold some of the words `start:end`."""
        first = bisect_right(self._starts, start) - 1
        return self.cells[max(first, 0) : bisect_left(self._starts, end)]

    def begins(self, at: int) -> bool:
        """Whether a cell begins with this word."""
        found = bisect_left(self._starts, at)
        return found < len(self._starts) and self._starts[found] == at

    def ends(self, at: int) -> bool:
        """Whether a cell ends before this word."""
        return at in self._ends

    def places(self, key: str) -> Iterator[int]:
        """Yield where some words stand, all in one piece."""
        at = self.key.find(key)
        while at >= 0:
            yield at
            at = self.key.find(key, at + 1)
