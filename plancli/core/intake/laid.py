"""Pages and lines of a draft, taken from the paper that was circulated."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.intake.differing import Gaps
from plancli.core.intake.draft.structure import BETWEEN_CELLS
from plancli.core.intake.paper import PagedPaper
from plancli.core.intake.pieces import PaperPiece
from plancli.core.intake.placing import Placings, placings
from plancli.core.intake.stream import PaperWords, Stream, StreamCell, paper_words
from plancli.core.meaningful import Meaningful
from plancli.core.plan.model import Draft, Paragraph, Section
from plancli.core.plan.printed import Printed
from plancli.core.plan.span import PrintedLine, Span, page_span
from plancli.core.plan.throughout import throughout


class Layout(NamedTuple):
    """Where a paragraph stands: its page and lines, as far as one range says them; where each line begins."""

    page: Span | None
    line: Span | None
    starts: tuple[PrintedLine, ...]


class Unlaid(Meaningful):
    """Why a paragraph gets no page, with what is said of it."""

    meaning: str

    OTHER_WORDS = "other words", N_("its words are not on the paper")
    SEVERAL = "several places", N_("its words stand in several places")
    CELLS = (
        "cells",
        N_("words of its cells stand between each other on paper: it has no line of its own"),
    )
    NO_NUMBER = "no page number", N_("its page has no number that could be cited")


class UnlaidParagraph(NamedTuple):
    """A paragraph that gets no page; `said` are its words where they differ first, `paper` those on paper."""

    id: str
    why: Unlaid
    said: str = ""
    paper: str = ""


class LaidOut(NamedTuple):
    """The layout of paragraphs by their id, those that get none, and how many of the words stand on paper."""

    layouts: dict[str, Layout]
    unlaid: tuple[UnlaidParagraph, ...]
    found: int
    words: int

    @property
    def share(self) -> float:
        """The share of the draft's words that stand on the paper."""
        return self.found / self.words if self.words else 0.0


LEAST_SHARE = 0.99
"""Less is another text, or another state of it: its pages are not those of this draft."""


def lay_out(lines: Sequence[Printed], paper: PagedPaper) -> LaidOut:
    """Return where the paragraphs of a draft, as they are printed, stand on a paper."""
    stream = Stream(paper)
    words = [paper_words(line.text) for line in lines]
    placed = placings([each.key for each in words], stream)
    layouts: dict[str, Layout] = {}
    unlaid: list[UnlaidParagraph] = []
    found = 0
    gaps = Gaps(placed.found, stream)
    rows = _scattered(lines, words, placed, gaps)
    for at, (line, each) in enumerate(zip(lines, words, strict=True)):
        id_ = line.spot.paragraph.id
        if not each.key:
            continue
        pieces = placed.found.get(at)
        if at in rows:
            found += len(each.key)
            unlaid.append(UnlaidParagraph(id_, Unlaid.CELLS))
            continue
        if pieces is None:
            missing = gaps.missing(at, each)
            found += missing.common
            why = Unlaid.SEVERAL if at in placed.several else Unlaid.OTHER_WORDS
            unlaid.append(
                UnlaidParagraph(id_, why, line.text[missing.here : missing.end], missing.paper)
            )
            continue
        found += len(each.key)
        layout = _layout(each, pieces, stream, paper.numbered)
        if layout is None:
            unlaid.append(UnlaidParagraph(id_, Unlaid.NO_NUMBER))
        else:
            layouts[id_] = layout
    every = sum(len(each.key) for each in words)
    return LaidOut(layouts, tuple(unlaid), found, every)


def _scattered(
    lines: Sequence[Printed], words: Sequence[PaperWords], placed: Placings, gaps: Gaps
) -> frozenset[int]:
    """Return the rows of tables whose words stand on the paper, with those of their neighbours between."""
    missing = [
        at
        for at, line in enumerate(lines)
        if BETWEEN_CELLS in line.text and at not in placed.found and words[at].key
    ]
    found: set[int] = set()
    for first in (at for at in missing if at - 1 not in missing):
        table = range(first, next(at for at in count(first) if at not in missing))
        rows = [words[at] for at in table]
        if gaps.scattered(first, rows) == sum(len(row.key) for row in rows):
            found.update(table)
    return frozenset(found)


def _layout(
    words: PaperWords, pieces: Sequence[PaperPiece], stream: Stream, numbered: bool
) -> Layout | None:
    """Return the pages and lines of a paragraph; None where a page has no number that could be cited."""
    starts: list[PrintedLine] = []
    for at, cell in _cells(pieces, stream):
        if not cell.page.label:
            return None
        # marks that stand at the head of the line come before the word that is found there
        before = words.end[at - 1] if at else 0
        begin = max(before, words.start[at] - cell.lead) if at else 0
        # a line without a number cannot be cited where its neighbours have one
        line = cell.line.printed if numbered else cell.line.number
        here = PrintedLine(begin, page_span(cell.page.label), line)
        if not starts or starts[-1][1:] != here[1:]:
            starts.append(here)
    pages = {here.page for here in starts if here.page}
    numbers = {here.line for here in starts}
    return Layout(_range(pages), _lines(pages, numbers), tuple(starts))


def _cells(pieces: Sequence[PaperPiece], stream: Stream) -> Iterator[tuple[int, StreamCell]]:
    """Yield the cells in which a paragraph stands, each with the word of it that begins there."""
    for piece in pieces:
        for cell in stream.within(piece.start, piece.end):
            yield piece.at + max(cell.start - piece.start, 0), cell


def _range(pages: set[Span]) -> Span | None:
    """Return the range over pages of one series."""
    series = {page.series for page in pages}
    if len(series) != 1:
        return None
    first = min(page.first for page in pages)
    return Span(first, max(page.last for page in pages), *series)


def _lines(pages: set[Span], numbers: set[int | None]) -> Span | None:
    """Return the range over the lines of one page, where all of them have a number."""
    known = {number for number in numbers if number is not None}
    if len(pages) != 1 or known != numbers:
        return None
    return Span(min(known), max(known))


# --- the draft with them ----------------------------------------------------------------------------------


def with_layouts(draft: Draft, layouts: Mapping[str, Layout]) -> Draft:
    """Return a draft with these pages and lines; what gets none keeps what it had."""
    sections: list[Section] = []
    for section in draft.sections:
        sections.append(throughout(section, lambda part: _paragraph(part, layouts)))
    return draft.model_copy(update={"sections": tuple(sections)})


def _paragraph(paragraph: Paragraph, layouts: Mapping[str, Layout]) -> Paragraph:
    layout = layouts.get(paragraph.id)
    if layout is None:
        return paragraph
    update = {"page": layout.page, "line": layout.line, "layout": layout.starts}
    return paragraph.model_copy(update=update)
