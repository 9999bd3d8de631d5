"""Papers set by the tests: they wrap the lines themselves, and know what stands where."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bench.typed import Typed, pdf

LEFT, TOP, PITCH, SIZE = 80.0, 120.0, 29.0, 16.0
FULL = 28
"""Characters of a line."""


class Where(NamedTuple):
    """From this character on a paragraph stands on this page and line, each counted from 1."""

    at: int
    page: int
    line: int


class Setting(NamedTuple):
    """How a paper is set."""

    lines: int = 22
    numbers: bool = False
    footer: str = "— {page} —"
    header: str = ""
    first: int = 1
    """Number of the first page."""


PLAIN = Setting()


class SetPaper(NamedTuple):
    """A paper and where each line of each of its paragraphs begins."""

    content: bytes
    pages: list[list[Typed]]
    where: list[list[Where]]


def width(char: str) -> float:
    return 0.5 if char.isascii() else 1.0


def wrapped(words: str, indent: int = 2, full: int = FULL) -> list[str]:
    """Return the lines of a paragraph; a line may begin with any character."""
    lines, room = [""], float(full - indent)
    for char in words:
        if room < width(char):
            lines.append("")
            room = full
        lines[-1] += char
        room -= width(char)
    return lines


def set_paper(paragraphs: Iterable[str], how: Setting = PLAIN) -> SetPaper:
    """Set paragraphs one below the other, their first lines indented."""
    pages: list[list[Typed]] = [[]]
    where: list[list[Where]] = []
    line = 0
    for words in paragraphs:
        where.append([])
        at = 0
        for number, part in enumerate(wrapped(words)):
            if line == how.lines:
                pages.append([])
                line = 0
            base = TOP + line * PITCH
            line += 1
            left = LEFT + (2 * SIZE if number == 0 else 0)
            pages[-1].append(Typed(left, base, SIZE, part))
            if how.numbers:
                digits = str(line)
                pages[-1].append(Typed(60 - 5 * len(digits), base, 10, digits))
            where[-1].append(Where(at, len(pages), line))
            at += len(part)
    for number, page in enumerate(pages, how.first):
        if how.footer:
            page.append(Typed(280, 790, 14, how.footer.format(page=number)))
        if how.header:
            page.append(Typed(200, 60, 10, how.header))
    return SetPaper(pdf(pages), pages, where)


def with_words(paper: SetPaper, more: Mapping[int, Sequence[Typed]]) -> bytes:
    """Return a paper with more words on some of its pages, which are counted from 1."""
    pages = [[*page, *more.get(number, ())] for number, page in enumerate(paper.pages, 1)]
    return pdf(pages)
