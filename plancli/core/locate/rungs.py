"""The rungs of the ladder: five ways in which quoted words can stand in a draft, from sure to less sure.

Each is tried only where the ones before it found nothing. All compare by the match key, in which width of
characters, kinds of quotes, blanks and line breaks do not count; none guesses.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from plancli.core.locate.anchors import Hint, How
from plancli.core.locate.ellipsis import beginnings, fragments_of, leaves_out_negation, stretches
from plancli.core.locate.printing import BREAK, Hit, Printing
from plancli.core.text.characters import boundaries
from plancli.core.text.matchkey import fold

Rung = Callable[[str, Hint], Iterator[Hit]]
"""Where words, given as their match key, stand: everywhere that this rung finds them."""


class _Headed(NamedTuple):
    """A paragraph with a heading: its line, and the lengths in its key of heading and the mark behind it."""

    line: int
    heading: int
    mark: int


class Rungs(Printing):
    """Finds words in a printed draft."""

    @property
    def _ladder(self) -> tuple[tuple[How, Rung], ...]:
        return (
            (How.NORMALISED, self._whole),
            (How.RUN_IN, self._run_in),
            (How.ACROSS, self._across),
            (How.FRAGMENTS, self._fragments),
            (How.SPREAD, self._spread),
        )

    def _hit(self, start: int, end: int, negated: bool = False) -> Hit:
        """Return characters `start:end` of the match key as a hit in the printed draft."""
        return Hit(self._raw_start(start), self._raw_end(end), negated)

    def _held(self, hit: Hit, hint: Hint) -> Iterator[Hit]:
        """Yield a hit that lies in the part in which alone the words may stand, if there is such a part."""
        if hint.within is None or self._below([hint.within], hit):
            yield hit

    # --- in one paragraph -----------------------------------------------------------------------------------

    def _whole(self, wanted: str, hint: Hint) -> Iterator[Hit]:
        """Yield where the words stand in one paragraph, equal under the match key; first where cited.

        Only what stands elsewhere has to be sought in the whole draft: a cited section settles the question.
        """
        cited: set[str] = set()
        for target in hint.targets:
            cited.update(target.keys)
        if hint.within:
            yield from self._inside(wanted, self._ranges([hint.within]))
            return
        found = list(self._inside(wanted, self._ranges(sorted(cited)))) if cited else []
        everywhere = [(0, len(self.lines))]
        yield from found or self._inside(wanted, everywhere)

    def _inside(self, wanted: str, ranges: Iterable[tuple[int, int]]) -> Iterator[Hit]:
        """Yield where the words stand in one paragraph, in ranges of lines (first, last excluded)."""
        edges = self._key_edges
        for first, last in ranges:
            for start in beginnings(self._key, wanted, edges[first], edges[last]):
                end = start + len(wanted)
                # in the key nothing stands between paragraphs
                if end <= edges[self._line_at(start) + 1]:
                    yield self._hit(start, end)

    def _run_in(self, wanted: str, hint: Hint) -> Iterator[Hit]:
        """Yield where the words run from a heading into the text without the mark that is printed between."""
        bare, edges, headed = self._bare
        for at in beginnings(bare, wanted, 0, len(bare)):
            number = bisect_right(edges, at) - 1
            line, heading, mark = headed[number]
            start = at - edges[number]
            end = start + len(wanted)
            # words on one side of the mark alone were sought on the rung before
            if start < heading < end:
                shift = self._key_edges[line]
                yield from self._held(self._hit(shift + start, shift + end + mark), hint)

    @cached_property
    def _bare(self) -> tuple[str, list[int], list[_Headed]]:
        """The keys of headed paragraphs without the mark behind the heading, and where each begins.

        Blanks between heading and text are in no key; what would fold together with the words beside it is
        left in.
        """
        headed: list[_Headed] = []
        keys: list[str] = []
        for at, line in enumerate(self.lines):
            heading, separator = map(fold, line.behind_heading)
            key = self._folded[at]
            end = len(heading) + len(separator)
            if separator and end < len(key) and key[:end] == heading + separator:
                headed.append(_Headed(at, len(heading), len(separator)))
                keys.append(key[: len(heading)] + key[end:] + BREAK)
        return "".join(keys), boundaries(keys), headed

    # --- over the break between paragraphs ------------------------------------------------------------------

    def _across(self, wanted: str, hint: Hint) -> Iterator[Hit]:
        """Yield where the words cross the break between paragraphs of one section."""
        for start in beginnings(self._key, wanted, 0, len(self._key)):
            end = start + len(wanted)
            first, last = self._line_at(start), self._line_at(end - 1)
            if first < last and self._section(first) == self._section(last):
                yield from self._held(self._hit(start, end), hint)

    # --- with an ellipsis -----------------------------------------------------------------------------------

    def _fragments(self, wanted: str, hint: Hint) -> Iterator[Hit]:
        """Yield the shortest stretches of one paragraph that hold an ellipsis quote's fragments in order."""
        fragments = fragments_of(wanted)
        if not fragments:
            return
        lines = {self._line_at(at) for at in self._of_longest(fragments)}
        yield from self._in_order(fragments, [(line, line + 1) for line in sorted(lines)], hint)

    def _spread(self, wanted: str, hint: Hint) -> Iterator[Hit]:
        """Yield the shortest stretches of one section that hold the fragments in order."""
        fragments = fragments_of(wanted)
        if len(fragments) < 2:
            return  # one fragment stands in a paragraph, or nowhere
        sections = {self._section(self._line_at(at)) for at in self._of_longest(fragments)}
        for section in sorted(sections):
            yield from self._in_order(fragments, self._own[section], hint)

    def _of_longest(self, fragments: Sequence[str]) -> Iterator[int]:
        """Yield where the longest fragment begins: it stands in the fewest places, and only there can all."""
        longest = max(fragments, key=len)
        return beginnings(self._key, longest, 0, len(self._key))

    def _in_order(
        self, fragments: Sequence[str], ranges: Iterable[tuple[int, int]], hint: Hint
    ) -> Iterator[Hit]:
        """Yield the stretches that hold the fragments in order, in ranges of lines (first, last excluded)."""
        for first, last in ranges:
            low, high = self._key_edges[first], self._key_edges[last]
            for start, end, gaps in stretches(self._key, fragments, low, high):
                negated = any(leaves_out_negation(self._key, *gap) for gap in gaps)
                yield from self._held(self._hit(start, end, negated), hint)
