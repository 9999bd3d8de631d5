"""Pages and lines of a draft, taken from the paper that was circulated."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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
from plancli.core.plan.cells import column_of_cell
from plancli.core.plan.model import Draft, Footnote, Paragraph, Section
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
    """Return where the paragraphs of a draft, as they are printed, stand on a paper.

    A row of a table stands there as a whole, and has its place by its first cell.
    """
    stream = Stream(paper)
    tried = _tried(_whole_rows(lines), stream)
    if missing_rows := tried.missing_rows:
        tried = _tried(_whole_rows(lines, missing_rows), stream)
    layouts: dict[str, Layout] = {}
    unlaid: list[UnlaidParagraph] = []
    found = 0
    words, placed, gaps, rows = tried[1:]
    for at, (line, each) in enumerate(zip(tried.lines, words, strict=True)):
        id_ = line.spot.row.id if line.spot.row is not None else line.spot.paragraph.id
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
            if isinstance(line.spot.paragraph, Footnote) and missing.common == len(each.key):
                continue  # all of it is there, below the page and not where it is read
            why = Unlaid.SEVERAL if at in placed.several else Unlaid.OTHER_WORDS
            unlaid.append(
                UnlaidParagraph(id_, why, line.text[missing.here : missing.end], missing.paper)
            )
            continue
        found += len(each.key)
        if isinstance(line.spot.paragraph, Footnote):
            continue  # it is cited by the paragraph whose mark it bears, and has no lines of its own
        layout = _layout(each, pieces, stream, paper.numbered)
        if layout is None:
            unlaid.append(UnlaidParagraph(id_, Unlaid.NO_NUMBER))
        else:
            layouts[line.spot.paragraph.id] = layout
    every = sum(len(each.key) for each in words)
    return LaidOut(layouts, tuple(unlaid), found, every)


class _Tried(NamedTuple):
    """Lines with the places in which their words were found; `rows` are those whose words are scattered."""

    lines: Sequence[Printed]
    words: Sequence[PaperWords]
    placed: Placings
    gaps: Gaps
    rows: frozenset[int]

    @property
    def missing_rows(self) -> frozenset[str]:
        """The ids of the rows of tables that were not found."""
        found: set[str] = set()
        for at, line in enumerate(self.lines):
            if line.spot.row is not None and at not in self.placed.found and at not in self.rows:
                found.add(line.spot.row.id)
        return frozenset(found)


def _tried(lines: Sequence[Printed], stream: Stream) -> _Tried:
    words = [paper_words(line.text) for line in lines]
    placed = placings([each.key for each in words], stream)
    gaps = Gaps(placed.found, stream)
    return _Tried(lines, words, placed, gaps, _scattered(lines, words, placed, gaps))


def _whole_rows(lines: Sequence[Printed], merged: Collection[str] = frozenset()) -> list[Printed]:
    """Return the lines with the cells of a row as one: those are short, and many have the same words.

    Rows of `merged` are without what the row above has in the same column: on paper that may be one cell.
    """
    found: list[Printed] = []
    above: dict[str, str] = {}
    for line in lines:
        row = line.spot.row
        if row is None:
            above = {}
            found.append(line)
            continue
        column = column_of_cell(line.spot.paragraph.id)
        is_same = row.id in merged and above.get(column) == line.text
        above[column] = line.text
        text = "" if is_same else line.text
        last = found[-1] if found else None
        if last is None or last.spot.row is not row:
            found.append(line._replace(text=text))
        elif text:
            found[-1] = last._replace(text=last.text + BETWEEN_CELLS + text)
    return found


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
