"""Where a quotation stands, found by counting and not by the engine that is measured."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.span import Span
from plancli.core.text.characters import boundaries
from plancli.core.text.matchkey import fold


class Place(NamedTuple):
    """Characters `start:end` of the plan printed in one piece and folded."""

    start: int
    end: int

    def meets(self, other: "Place") -> bool:
        return self.start < other.end and other.start < self.end


class Print:
    """A plan printed in one piece, folded for counting."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.paragraphs = [spot.paragraph for spot in Outline(sections).spots.values()]
        folded = [fold(as_printed(paragraph)) for paragraph in self.paragraphs]
        self.text = "".join(folded)
        self._edges = boundaries(folded)

    def paragraph(self, place: Place) -> Paragraph:
        """Return the paragraph in which a place begins."""
        return self.paragraphs[self._line(place.start)]

    def places(self, quote: str) -> list[Place]:
        """Return every place of a quotation; with an ellipsis, where its fragments follow each other."""
        wanted = fold(quote)
        whole = [Place(at, at + len(wanted)) for at in occurrences(self.text, wanted)]
        fragments = [part for part in wanted.split("…") if part]
        return whole or (list(self._stretches(fragments)) if len(fragments) > 1 else [])

    def chosen(self, places: list[Place], page: Span | None) -> Place | None:
        """Return the one place that is meant where `page` is cited, None where several may be."""
        if page is not None and places:
            fits = [self._on_page(place, page) for place in places]
            places = [place for place, fit in zip(places, fits, strict=True) if fit == max(fits)]
        return places[0] if len(places) == 1 else None

    def _line(self, at: int) -> int:
        return bisect_right(self._edges, at) - 1

    def _on_page(self, place: Place, page: Span) -> int:
        """Say whether a place is on a page: 2 yes, 1 unknown, 0 no."""
        known = self.paragraph(place).page
        return 1 if known is None else 2 * known.meets(page)

    def _stretches(self, fragments: list[str]) -> Iterator[Place]:
        """Yield the stretches of one paragraph from each first fragment, and to a last one once more."""
        lines = {self._line(at) for at in occurrences(self.text, max(fragments, key=len))}
        for line in sorted(lines):
            begin, stop = self._edges[line], self._edges[line + 1]
            starts = [begin + at for at in occurrences(self.text[begin:stop], fragments[0])]
            ends = [(start, self._end(fragments, start, stop)) for start in starts]
            found = [Place(start, end) for start, end in ends if end is not None]
            yield from found
            again = (
                self.text.find(fragments[-1], found[-1].end - len(fragments[-1]) + 1, stop)
                if found
                else -1
            )
            if again >= 0:
                yield Place(found[-1].start, again + len(fragments[-1]))

    def _end(self, fragments: list[str], at: int, stop: int) -> int | None:
        for fragment in fragments:
            found = self.text.find(fragment, at, stop)
            if found < 0:
                return None
            at = found + len(fragment)
        return at


def as_printed(paragraph: Paragraph) -> str:
    """Return a paragraph as people read and copy it: heading。text(责任单位:units)."""
    heading = paragraph.heading
    mark = "" if not heading or heading[-1] in "。!?：:" else "。"
    units = f"(责任单位:{'、'.join(paragraph.units)})" if paragraph.units else ""
    return heading + mark + paragraph.text + units


def occurrences(text: str, words: str) -> Iterator[int]:
    """Yield where `words` begin in `text`, overlapping ones too."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
