"""A draft printed in one piece: the text as people read it, its match key, and the way between the two."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, Protocol

from plancli.core.locate.names import Names
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline, Spot
from plancli.core.plan.printed import Position, Printed, printed
from plancli.core.plan.span import Span
from plancli.core.text.characters import boundaries
from plancli.core.text.matchkey import MatchKey, fold, match_key

BREAK = "\n"
"""What stands between two paragraphs of the printed text; the key has nothing there."""


class FieldSpan(NamedTuple):
    """Characters `start:end` of one field of a paragraph."""

    paragraph: str
    field: str
    start: int
    end: int


class Hit(NamedTuple):
    """Characters `start:end` of the printed draft; `negated` where an ellipsis leaves out a negation."""

    start: int
    end: int
    negated: bool = False


class Spanning(Protocol):
    """Characters `start:end` of the printed draft."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Printing:
    """The paragraphs of a draft as printed, one after the other (`_raw`), and folded (`_key`)."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.outline = Outline(sections)
        self.names = Names(self.outline)
        self.lines = [printed(spot) for spot in self.outline.spots.values()]
        self._index = {line.spot.paragraph.id: at for at, line in enumerate(self.lines)}
        self._raw = BREAK.join(line.text for line in self.lines)
        self._edges = boundaries(line.text + BREAK for line in self.lines)
        self._folded = [fold(line.text) for line in self.lines]
        self._key = "".join(self._folded)
        self._key_edges = boundaries(self._folded)
        self._maps: dict[int, MatchKey] = {}

    @property
    def key(self) -> str:
        """The match key of the whole draft, paragraph after paragraph."""
        return self._key

    def pieces(self, start: int, end: int) -> Iterator[FieldSpan]:
        """Yield the fields that the characters `start:end` of the printed draft cover."""
        first = bisect_right(self._edges, start) - 1
        for at in range(first, bisect_right(self._edges, max(end - 1, start))):
            line, shift = self.lines[at], self._edges[at]
            for name, low, high in line.fields:
                begin, stop = max(start - shift, low), min(end - shift, high)
                if begin < stop or (start == end and low <= start - shift <= high):
                    yield FieldSpan(line.spot.paragraph.id, name, begin - low, stop - low)

    def words(self, hit: Spanning) -> str:
        """Return the printed words of a hit or anchor; a line break stands between paragraphs."""
        return self._raw[hit.start : hit.end]

    def line(self, paragraph: str) -> Printed:
        """Return the printed form of a paragraph by its id."""
        return self.lines[self._index[paragraph]]

    def folded(self, paragraph: str) -> str:
        """Return the match key of a paragraph by its id."""
        return self._folded[self._index[paragraph]]

    def _below(self, keys: Iterable[str], hit: Hit) -> bool:
        line = bisect_right(self._edges, hit.start) - 1
        return any(first <= line < last for first, last in self._ranges(keys))

    def _ranges(self, keys: Iterable[str]) -> list[tuple[int, int]]:
        spans = sorted(
            {s for key in keys for s in self._covered.get(key, ())}, key=lambda s: (s[0], -s[1])
        )
        return [
            span
            for at, span in enumerate(spans)
            if not any(_holds(other, span) for other in spans[:at])
        ]

    @cached_property
    def _covered(self) -> dict[str, list[tuple[int, int]]]:
        """The lines below each key: sections, columns and paragraphs."""
        return self._spans(
            lambda spot: {
                spot.paragraph.id,
                spot.container,
                *self.outline.ancestry(spot.section.key),
            }
        )

    @cached_property
    def _own(self) -> dict[str, list[tuple[int, int]]]:
        """The lines of each section, its columns included, those of sections below it not."""
        return self._spans(lambda spot: {spot.section.key})

    def _spans(self, keys_of: Callable[[Spot], Iterable[str]]) -> dict[str, list[tuple[int, int]]]:
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, line in enumerate(self.lines):
            for key in keys_of(line.spot):
                if spans[key] and spans[key][-1][1] == at:
                    spans[key][-1] = spans[key][-1][0], at + 1
                else:
                    spans[key].append((at, at + 1))
        return spans

    @cached_property
    def _feet(self) -> dict[Span, int]:
        """The last line of each page on which the printed lines are known."""
        feet: dict[Span, int] = {}
        for line in self.lines:
            if line.spot.paragraph.layout:
                for page, numbers in line.positions(0, len(line.text)):
                    if page and numbers:
                        feet[page] = max(feet.get(page, 0), numbers.last)
        return feet

    def _positions(self, hit: Hit) -> list[Position]:
        first = bisect_right(self._edges, hit.start) - 1
        last = bisect_right(self._edges, max(hit.end - 1, hit.start)) - 1
        return [
            position
            for at in range(first, last + 1)
            for position in self.lines[at].positions(
                max(hit.start - self._edges[at], 0), hit.end - self._edges[at]
            )
        ]

    def _line_at(self, at: int) -> int:
        """Return the line that holds a character of the key; lines may be empty."""
        return bisect_right(self._key_edges, at) - 1

    def _section(self, line: int) -> str:
        return self.lines[line].spot.section.key

    def _raw_start(self, at: int) -> int:
        line = self._line_at(at)
        return self._edges[line] + self._map(line).start[at - self._key_edges[line]]

    def _raw_end(self, at: int) -> int:
        line = self._line_at(at - 1)
        return self._edges[line] + self._map(line).end[at - 1 - self._key_edges[line]]

    def _map(self, line: int) -> MatchKey:
        """Return the way from the key of a line back to its text (remembered)."""
        if line not in self._maps:
            self._maps[line] = match_key(self.lines[line].text)
        return self._maps[line]


def _holds(wide: tuple[int, int], narrow: tuple[int, int]) -> bool:
    return wide[0] <= narrow[0] and narrow[1] <= wide[1]
