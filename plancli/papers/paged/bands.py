"""What stands at the head and the foot of pages and is none of their text: heads, page numbers, notes."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from plancli.core.intake.paper import PaperKind
from plancli.core.plan.span import page_span
from plancli.core.text.characters import NARROW
from plancli.papers.paged.rows import Row


class RowPage(NamedTuple):
    """A page with its rows from the top; lengths in points."""

    width: float
    height: float
    rows: list[Row]


class Banded(NamedTuple):
    """The kinds of the rows of a page, and the page number printed on it, "" without one."""

    kinds: list[PaperKind]
    label: str


_BAND = 0.12
"""Of the height of a page: heads and page numbers stand in its margins, which are 37 mm at most."""


def banded(pages: Sequence[RowPage]) -> list[Banded]:
    """Return the kind of each row: head or foot of the page, note, or text (BODY)."""
    running = _running(pages)
    main = main_size(pages)
    return [_banded(page, running, main) for page in pages]


def main_size(pages: Sequence[RowPage]) -> float:
    """Return the size of type in which most characters are set; 0 without any."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[row.size] += len(row.glyphs)
    return sizes.most_common(1)[0][0] if sizes else 0.0


_Key = tuple[int, str]
"""How far down the page a row stands, and its words with digits masked."""


def _running(pages: Sequence[RowPage]) -> set[_Key]:
    """Return what stands at the same place on a third of the pages, on two at least.

    Heads of left and right pages differ, each stands on half of them; numbers in them differ on every page.
    """
    seen: Counter[_Key] = Counter()
    for page in pages:
        seen.update({_key(row) for row in page.rows if _in_margin(row, page)})
    least = max(2, len(pages) // 3)
    return {key for key, count in seen.items() if count >= least} | _apart_on_most(pages)


_WHATEVER = ""
"""Stands for the words of a head that differ: it names the chapter."""
_APART = 1.5
"""Times the usual distance of lines: the first line of the text is no further from the second."""


def _apart_on_most(pages: Sequence[RowPage]) -> set[_Key]:
    """Return where on most pages the outermost row stands apart from the text, whatever it says."""
    seen: Counter[_Key] = Counter()
    for page in pages:
        bases = [row.base for row in page.rows]
        gaps = [other - one for one, other in pairwise(bases)]
        if len(gaps) < _FEW:
            continue
        usual = median(gaps)
        for row, gap in ((page.rows[0], gaps[0]), (page.rows[-1], gaps[-1])):
            if _in_margin(row, page) and gap > _APART * usual:
                seen[_place(row)] += 1
    return {key for key, count in seen.items() if count > max(2, len(pages) // 2)}


_FEW = 4
"""Gaps between lines that say what is usual on a page."""


def _place(row: Row) -> _Key:
    return round(row.base / _STEP), _WHATEVER


_DIGITS = re.compile(r"\d+")
_STEP = 6
"""Points: a head stands as far down on every page, but for what rounding makes of it."""


def _key(row: Row) -> _Key:
    return round(row.base / _STEP), _DIGITS.sub("#", row.words)


def _in_margin(row: Row, page: RowPage) -> bool:
    return not _BAND * page.height < row.base < (1 - _BAND) * page.height


_LABEL = re.compile(
    r"[—–\-－·.•|\[【(（]*(?:第|Page|page|P\.?|p\.?)?(\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}|[A-Z附]-?\d{1,3})页?"
    r"(?:(?:[/／]|of|，?共)\d+页?)?[—–\-－·.•|\]】)）]*"
)
"""— 3 —, - iv -, 第3页, 第3页共40页, 3/40, Page 3 of 40, A-3; blanks were left out."""


def _banded(page: RowPage, running: set[_Key], main: float) -> Banded:
    kinds: list[PaperKind] = []
    label = ""
    for row in page.rows:
        kind = PaperKind.BODY
        if _in_margin(row, page):
            # a number that a caption or a table ends with is none of the page
            number = _label(row.words)
            outermost = row is page.rows[0] or row is page.rows[-1]
            is_running = _key(row) in running or (outermost and _place(row) in running)
            if number or is_running:
                kind = PaperKind.HEADER if row.base < page.height / 2 else PaperKind.FOOTER
            label = number or label
        kinds.append(kind)
    for at in _notes(page.rows, kinds, main):
        kinds[at] = PaperKind.NOTE
    return Banded(kinds, label)


def _label(words: str) -> str:
    """Return the page number that a row is nothing but; "" where it is more, or none that can be read."""
    match = _LABEL.fullmatch(words.translate(NARROW))
    if match is None:
        return ""
    try:
        return str(page_span(match[1]))
    except ValueError:
        return ""


_NOTE = 0.68
"""Notes are set in 小五 (9 pt) below 三号 (16 pt); a box is set in 小四 (12 pt) or 四号 (14 pt)."""
_MARKED_NOTE = 0.95
"""A note below smaller type is known by the mark at its head."""
_MARK = re.compile(r"[\d①-⑳]{1,3}(?![\d.．、])|[\[〔]\d+[\]〕]|[*＊]+|注[：:]")


def _notes(rows: Sequence[Row], kinds: Sequence[PaperKind], main: float) -> list[int]:
    """Return the rows in small type at the foot of the text, from the foot up; the text above stays."""
    text = [at for at, kind in enumerate(kinds) if kind is PaperKind.BODY]
    found: list[int] = []
    marked = 0
    for at in reversed(text[1:]):
        row = rows[at]
        if row.size >= _MARKED_NOTE * main:
            break
        found.append(at)
        raised = row.glyphs[0].size < row.size or row.base - row.glyphs[0].base > 1
        if row.size < _NOTE * main or (raised and _MARK.match(row.words)):
            marked = len(found)
    return found[:marked]
