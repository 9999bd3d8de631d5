"""A PDF of 500 pages as lines, beside pypdfium2 giving its characters with their places."""

import gc
from collections.abc import Iterator, Sequence

import pypdfium2

from bench import corpus
from bench.measure import in_turn
from bench.results import Results, ratio
from bench.sizes import Sizes
from bench.typed import Typed, pdf
from plancli.core.plan.model import Section
from plancli.papers.paged.reading import paper_of

_LINES, _FULL, _SIZE, _PITCH = 22, 28, 16.0, 29.0
"""As GB/T 9704-2012 sets a page: 22 lines of 28 characters."""
_CHARACTERS = _LINES * _FULL


def paged(results: Results, sizes: Sizes) -> None:
    """Measure what a paper costs beyond its bare characters; 500 pages of the long plan in the whole run."""
    pages = list(_pages(corpus.plan(sizes.long).sections, sizes.long // 2_800))
    content = pdf(pages)
    gc.disable()  # as the reader of the command line does
    ours, theirs = in_turn(sizes.rounds, lambda: paper_of(content), lambda: _characters(content))
    results.add("paper", ratio(ours, theirs), ours, len(pages))


def _pages(sections: Sequence[Section], most: int) -> Iterator[list[Typed]]:
    """Yield the text of a plan on pages with a head, page numbers and numbers beside the lines."""
    words = "".join(corpus.texts_of(sections).values())
    for number in range(min(most, len(words) // _CHARACTERS)):
        text = words[number * _CHARACTERS : (number + 1) * _CHARACTERS]
        page = [Typed(280, 790, 14, f"— {number + 1} —"), Typed(200, 60, 10, "征求意见稿")]
        for at in range(_LINES):
            base = 120 + at * _PITCH
            page.append(Typed(80, base, _SIZE, text[at * _FULL : (at + 1) * _FULL]))
            page.append(Typed(50, base, 10, str(at + 1)))
        yield page


def _characters(content: bytes) -> int:
    """Return how many characters a PDF has, each asked for with its place."""
    document = pypdfium2.PdfDocument(content)
    count = 0
    for page in document:
        words = page.get_textpage()
        words.get_text_range()
        for at in range(words.count_chars()):
            words.get_charbox(at)
            count += 1
        words.close()
        page.close()
    document.close()
    return count
