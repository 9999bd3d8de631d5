"""The lines of a paper joined to the paragraphs of a body: what is one on paper is one block.

Nothing in a paper says where a paragraph ends. Its look does: the indent of a first line, a line that ends
short, another size of type, a heading.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from plancli.core.intake.body import BlockKind, Body, BodyBlock, LeftOut
from plancli.core.intake.paper import PagedPaper, PaperKind, PaperLine, PaperPage
from plancli.core.plan.series import split_number
from plancli.core.text.characters import ends_sentence

_INDENT = 1.2
"""Times the size of type: a first line is indented by two characters, a mark that hangs by less than one."""
_SHORT = 1.6
"""A line that ends two characters before the margin ends its paragraph: only a mark is moved to the next."""
_SHORT_BEFORE_NUMBER = 0.6
"""A number at the head of the next line is one of its own where this one ends a character short."""
_OTHER_SIZE = 0.06
"""小四 (12 pt) and 四号 (14 pt) differ by a seventh; what a program scales differs by less."""
_CENTRE = 6
"""Points by which centred lines may stand beside the middle."""


class _Placed(NamedTuple):
    """A line with its page, and the margins of the type in which it is set."""

    page: PaperPage
    line: PaperLine
    left: float
    right: float

    @property
    def indented(self) -> float:
        """How far it stands from the left margin, in characters."""
        return (self.line.left - self.left) / self.line.size

    @property
    def short(self) -> float:
        """How far before the right margin it ends, in characters."""
        return (self.right - self.line.right) / self.line.size

    @property
    def full(self) -> bool:
        """Whether it runs from margin to margin."""
        return abs(self.indented) <= _INDENT and self.short <= _SHORT

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle between the margins, apart from both."""
        middle = (self.left + self.right) / 2
        beside = abs((self.line.left + self.line.right) / 2 - middle)
        return beside < _CENTRE and self.indented > _INDENT and self.short > _INDENT


def body_of_paper(paper: PagedPaper) -> Body:
    """Return the body of a draft that was laid out; the places of its blocks count its paragraphs from 1."""
    blocks: list[BodyBlock] = []
    box = 0
    for kind, group in groupby(_blocks(paper), key=lambda block: (block.kind, bool(block.box))):
        found = list(group)
        box += kind[1]
        for block in found:
            place = len(blocks) + 1
            blocks.append(block._replace(place=place, box=box if kind[1] else 0))
    return Body(tuple(blocks), _left_out(paper), paged=True)


def _left_out(paper: PagedPaper) -> dict[LeftOut, int]:
    """Return what stands on the pages and is none of the text."""
    found: Counter[LeftOut] = Counter()
    for page in paper.pages:
        found[LeftOut.PICTURE] += not page.lines
        for line in page.lines:
            found[LeftOut.HEADER] += line.kind is PaperKind.HEADER
            found[LeftOut.FOOTER] += line.kind is PaperKind.FOOTER
            found[LeftOut.LINE_NUMBER] += line.printed is not None
    return {what: count for what, count in found.items() if count}


def _blocks(paper: PagedPaper) -> Iterator[BodyBlock]:
    """Yield the blocks, notes behind the paragraph that stands last on their page."""
    notes = {page.sheet: list(_notes(page)) for page in paper.pages}
    lines: list[_Placed] = []
    for placed in _placed(paper):
        if lines and _begins(lines[-1], placed):
            yield _block(lines)
            for sheet in range(lines[0].page.sheet, placed.page.sheet):
                yield from notes.pop(sheet, [])
            lines = []
        lines.append(placed)
    if lines:
        yield _block(lines)
    for rest in notes.values():
        yield from rest


def _placed(paper: PagedPaper) -> list[_Placed]:
    """Return the lines that are counted, with the margins of their pages.

    A box and a title have few lines of their own: where those begin and end says little of their margins,
    which are nearly those of the text around.
    """
    lefts: dict[float, Counter[int]] = defaultdict(Counter)
    rights: dict[float, Counter[int]] = defaultdict(Counter)
    main = _main_size(paper)
    for page, line in paper.counted():
        # a table on its side has pages, and margins, of its own
        weight = len(line.words) * (_MAIN if line.size == main else 1)
        lefts[page.width][_rounded(line.left)] += weight
        rights[page.width][_rounded(line.right)] += weight
    found: list[_Placed] = []
    for page, line in paper.counted():
        left = lefts[page.width].most_common(1)[0][0]
        right = rights[page.width].most_common(1)[0][0]
        found.append(_Placed(page, line, left, right))
    return found


_MAIN = 100
"""The margins are those of the main type, whatever else stands on its pages."""


def _main_size(paper: PagedPaper) -> float:
    sizes: Counter[float] = Counter()
    for _, line in paper.counted():
        sizes[line.size] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


_STEP = 4
"""Points within which margins of justified lines differ."""


def _rounded(at: float) -> int:
    return round(at / _STEP) * _STEP


def _begins(before: _Placed, line: _Placed) -> bool:
    """Whether a line begins a paragraph, or a row."""
    if PaperKind.ROW in (before.line.kind, line.line.kind):
        return before.line.kind is not line.line.kind
    if abs(before.line.size - line.line.size) > _OTHER_SIZE * line.line.size:
        return True
    if line.centred and (before.centred or before.full):
        # a long title goes on in the next line, which is centred, too
        return not _goes_on(before, line)
    if line.indented > _INDENT or before.short > _SHORT:
        return True
    if before.short > _SHORT_BEFORE_NUMBER and (ends_sentence(before.line.words) or _heads(line)):
        return True
    has_number = bool(split_number(line.line.words)[0])
    return has_number and before.short > _SHORT_BEFORE_NUMBER


def _heads(line: _Placed) -> bool:
    """Whether a line begins in bold type, and goes on in another, as one with a heading at its head does."""
    return 0 < _run_in([line]) < len(line.line.words)


_LARGE = 18
"""Points: titles of covers are set in 二号 (22 pt), and broken by hand where their words allow it."""
_GAP = 2.2
"""Times the size of type: lines of one title stand closer."""


def _goes_on(before: _Placed, line: _Placed) -> bool:
    """Whether a centred line goes on with the one before."""
    if split_number(line.line.words)[0] or before.page.sheet != line.page.sheet:
        return False
    near = line.line.base - before.line.base < _GAP * line.line.size
    return line.line.size >= _LARGE and near


def _block(lines: Sequence[_Placed]) -> BodyBlock:
    """Return lines as one block."""
    first = lines[0]
    if first.line.kind is PaperKind.ROW:
        rows = tuple(tuple(cell.words for cell in each.line.cells) for each in lines)
        if len(rows) > 1:
            return BodyBlock("", 0, BlockKind.TABLE, page=first.page.sheet, cells=rows)
    words = in_one_line(each.line.words.replace("\t", " ") for each in lines)
    contents = all(_CONTENTS.search(each.line.words) for each in lines)
    return BodyBlock(
        words,
        0,
        BlockKind.CONTENTS if contents else BlockKind.TEXT,
        run_in=_run_in(lines),
        box=int(first.line.kind is PaperKind.BOX),
        centred=all(each.centred for each in lines),
        page=first.page.sheet,
    )


_CONTENTS = re.compile(r"(?:[.．·…]\s*){3,}\s*[0-9ivxlc]{1,5}\Z")
"""What leads to the page at the end of a line of the contents."""


def _run_in(lines: Sequence[_Placed]) -> int:
    """Return how many characters from the first on are bold; joined lines have no more than these."""
    count = 0
    for each in lines:
        for cell in each.line.cells:
            count += cell.bold
            if cell.bold < len(cell.words):
                return count
    return count


def in_one_line(lines: Iterable[str]) -> str:
    """Return lines of a paragraph as one: a blank stands between Latin words alone.

    What ends with a hyphen is joined with it: whether it is one of the word, nobody can tell.
    """
    words = ""
    for line in lines:
        latin = words[-1:].isascii() and line[:1].isascii() and words[-1:] not in ("", "-")
        # figures are not broken, and need no blank
        figures = words[-1:].isdigit() and line[:1].isdigit()
        words += f" {line}" if latin and not figures else line
    return words


def _notes(page: PaperPage) -> Iterator[BodyBlock]:
    """Yield the notes of a page; each begins with its mark."""
    lines: list[str] = []
    for line in page.lines:
        if line.kind is not PaperKind.NOTE:
            continue
        if lines and _NOTE.match(line.words):
            yield BodyBlock(in_one_line(lines), 0, BlockKind.NOTE, page=page.sheet)
            lines = []
        lines.append(line.words)
    if lines:
        yield BodyBlock(in_one_line(lines), 0, BlockKind.NOTE, page=page.sheet)


_NOTE = re.compile(r"[\d①-⑳]{1,3}(?![\d.．、])|[\[〔]\d+[\]〕]|[*＊]+")
