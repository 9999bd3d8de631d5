"""A draft printed in one piece: the text as people read it, its match key, and the way between the two."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, Protocol

from plancli.core.locate.names import Names
from plancli.core.plan.model import Section, Table
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
        self.lines = self._printed()
        self._index = {line.spot.paragraph.id: at for at, line in enumerate(self.lines)}
        self._raw = BREAK.join(line.text for line in self.lines)
        self._edges = boundaries(line.text + BREAK for line in self.lines)
        self._folded = [fold(line.text) for line in self.lines]
        self._key = "".join(self._folded)
        self._key_edges = boundaries(self._folded)
        self._maps: dict[int, MatchKey] = {}

    def _printed(self) -> list[Printed]:
        """Return what is searched, line by line: the paragraphs in reading order."""
        return [printed(spot) for spot in self.outline.spots.values()]

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
                covers = begin < stop
                # a place between two characters covers none, and is in the field all the same
                stands_in = start == end and low <= start - shift <= high
                if covers or stands_in:
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

    def having(self, key: str) -> Iterator[str]:
        """Yield the paragraphs in which a match key stands, in reading order; "" stands in none.

        One walk through the whole text finds them: the paragraphs are not asked one by one.
        """
        at = self._key.find(key) if key else -1
        while at >= 0:
            line = self._line_at(at)
            end = self._key_edges[line + 1]
            within = at + len(key) <= end  # else it runs from one paragraph into the next
            if within:
                yield self.lines[line].spot.paragraph.id
            at = self._key.find(key, end if within else at + 1)

    def _below(self, keys: Iterable[str], hit: Hit) -> bool:
        line = bisect_right(self._edges, hit.start) - 1
        return any(first <= line < last for first, last in self._ranges(keys))

    def _ranges(self, keys: Iterable[str]) -> list[tuple[int, int]]:
        """Return the lines below some keys (first, last excluded), in order and each once."""
        below: set[tuple[int, int]] = set()
        for key in keys:
            below.update(self._covered.get(key, ()))
        ranges: list[tuple[int, int]] = []
        # of those that begin together the widest comes first, so that it is there before what it holds
        for first, last in sorted(below, key=lambda lines: (lines[0], -lines[1])):
            # the last one kept reaches furthest: what does not reach beyond it is inside it
            if not ranges or last > ranges[-1][1]:
                ranges.append((first, last))
        return ranges

    @cached_property
    def _covered(self) -> dict[str, list[tuple[int, int]]]:
        """The lines below each key: sections, columns and paragraphs."""
        return self._spans(self._around)

    def _around(self, spot: Spot) -> set[str]:
        """Return the keys of a paragraph and of all that holds it: row, column and table of a cell, lists."""
        if spot.above or isinstance(spot.column, Table):
            return set(self.outline.ancestry(spot.paragraph.id))
        found = {spot.paragraph.id, spot.container, *self.outline.ancestry(spot.section.key)}
        if spot.noted is not None:
            # what is said of a paragraph is not said of its footnotes, but of what holds both it is
            found.add(self.outline.container(spot.noted.id))
        return found

    @cached_property
    def _own(self) -> dict[str, list[tuple[int, int]]]:
        """The lines of each section, its columns included, those of sections below it not."""
        return self._spans(lambda spot: {spot.section.key})

    def _spans(self, keys_of: Callable[[Spot], Iterable[str]]) -> dict[str, list[tuple[int, int]]]:
        """Return the lines of each key, as ranges (first, last excluded) that are as long as can be."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, line in enumerate(self.lines):
            for key in keys_of(line.spot):
                ranges = found[key]
                if ranges and ranges[-1][1] == at:
                    first, _ = ranges.pop()
                else:
                    first = at
                ranges.append((first, at + 1))
        return found

    @cached_property
    def _feet(self) -> dict[Span, int]:
        """The last line of each page on which the printed lines are known."""
        feet: dict[Span, int] = {}
        laid_out = [line for line in self.lines if line.spot.paragraph.layout]
        for line in laid_out:
            for page, numbers in line.positions(0, len(line.text)):
                if page and numbers:
                    feet[page] = max(feet.get(page, 0), numbers.last)
        return feet

    def _positions(self, hit: Hit) -> list[Position]:
        """Return where the printed lines of a hit stand on paper."""
        first = bisect_right(self._edges, hit.start) - 1
        last = bisect_right(self._edges, max(hit.end - 1, hit.start)) - 1
        found: list[Position] = []
        for at in range(first, last + 1):
            shift = self._edges[at]
            start, end = max(hit.start - shift, 0), hit.end - shift
            found += self.lines[at].positions(start, end)
        return found

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
