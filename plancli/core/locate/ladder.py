"""Find the words that a comment quotes in the draft, or refuse: never a guess."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import NamedTuple

from plancli.core.locate.anchors import Anchor, Aspect, Candidate, Hint, How, Refusal, Target, Why
from plancli.core.locate.printing import BREAK, Hit, Printing
from plancli.core.locate.quoting import is_fragment
from plancli.core.plan.outline import Spot
from plancli.core.plan.printed import joined
from plancli.core.plan.span import Span
from plancli.core.text.characters import boundaries, ends_inside, sentences, torn
from plancli.core.text.matchkey import fold
from plancli.core.text.nearest import Nearest
from plancli.core.text.occurrences import EVERY, Occurrences, occurrences

_GAP = 1000
"""How many characters an ellipsis may leave out."""
_WORD = 6
"""No shorter look behind a gap tells a negation from a word that only begins like one."""
_NEGATION = re.compile(
    "不(?!断|同|仅|但|动产|见面|限|锈|良|足|少|均|懈|忘|定期|一而足)|未(?!来|成年)"
    "|无(?!人|线|障碍|纸|缝|偿|害|烟|疑|论|形|穷|锡|为)|非(?!遗|公|物质|常|凡|机动|营利|盈利)"
    "|没有|勿|莫(?!大|过)|否|禁止|严禁|停止|暂停|暂缓|取消|废止|除外|免除|免于"
)
"""Words in the gap of an ellipsis that may turn the meaning of what is quoted round it."""
_REVERSAL = re.compile("防止|避免|限制|反对|杜绝|拒绝|切忌|减少|压减")
"""Verbs that turn the meaning of their own clause only."""
_CLAUSE_END = re.compile("[,.;:!?]")


Fit = bool | None
"""Whether a hit fits what is cited: True, False (it contradicts), None (that is not known)."""


class Corpus(Printing):
    """A draft prepared for searching."""

    def locate(self, quote: str, hint: Hint = Hint()) -> Anchor | Refusal:  # noqa: B008 (immutable)
        """Find `quote`, let the hint choose between several hits, or say why there is no one place."""
        wanted = fold(quote)
        for how, rung in self._ladder:
            found = list(rung(wanted, hint))
            hits, miscited = self._as_cited([hit for hit in found if not self._torn(hit)], hint)
            if found and not hits:
                return Refusal(
                    quote, Why.TORN, tuple(self._candidate(quote, self._mended(h)) for h in found)
                )
            if len(hits) > 1:
                hits = [hit for hit in hits if self.words(hit) == quote] or hits
            if len(hits) == 1 and not hits[0].negated:
                exact = self.words(hits[0]) == quote
                return self._anchor(hits[0], How.EXACT if exact else how, miscited)
            if hits:
                why = Why.NEGATED if len(hits) == 1 else Why.AMBIGUOUS
                return Refusal(quote, why, tuple(self._candidate(quote, hit) for hit in hits))
        return Refusal(quote, Why.NOT_FOUND, self.nearest(quote, hint.within))

    def holds(self, quote: str) -> bool:
        """Whether the words stand anywhere, once or more often, on any rung of the ladder."""
        wanted = fold(quote)
        return any(not self._torn(hit) for _, rung in self._ladder for hit in rung(wanted, Hint()))

    def _torn(self, hit: Hit) -> bool:
        """Whether the words begin or end inside a number, word or numeral: 12个 does not stand in 112个."""
        return torn(self._raw, hit.start) or ends_inside(self._raw, hit.end)

    def _mended(self, hit: Hit) -> Hit:
        """Widen words to the whole numbers and words in which they begin and end."""
        start, end, negated = hit
        while ends_inside(self._raw, start):
            start -= 1
        while ends_inside(self._raw, end):
            end += 1
        return Hit(start, end, negated)

    # --- the ladder -----------------------------------------------------------------------------------------

    @property
    def _ladder(self) -> tuple[tuple[How, Callable[[str, Hint], Iterator[Hit]]], ...]:
        return (
            (How.NORMALISED, self._whole),
            (How.RUN_IN, self._run_in),
            (How.ACROSS, self._across),
            (How.FRAGMENTS, self._fragments),
            (How.SPREAD, self._spread),
        )

    def _whole(self, wanted: str, hint: Hint) -> Iterator[Hit]:
        """Yield where the words stand in one paragraph, equal under the match key; first where cited."""
        cited = sorted({key for target in hint.targets for key in target.keys})
        for keys in [hint.within] if hint.within else [cited, None] if cited else [None]:
            hits = list(self._inside(wanted, [keys] if isinstance(keys, str) else keys))
            if hits:
                yield from hits
                return

    def _inside(self, wanted: str, keys: list[str] | None) -> Iterator[Hit]:
        """Yield the hits in one paragraph, anywhere or below one of `keys`."""
        ranges = [(0, len(self.lines))] if keys is None else self._ranges(keys)
        for first, last in ranges:
            for at in _occurrences(
                self._key, wanted, self._key_edges[first], self._key_edges[last]
            ):
                line = self._line_at(at)
                if at + len(wanted) <= self._key_edges[line + 1]:
                    yield Hit(self._raw_start(at), self._raw_end(at + len(wanted)))

    def _run_in(self, wanted: str, hint: Hint) -> Iterator[Hit]:
        """Yield where the words run from a heading into the text without the mark that is printed between."""
        bare, edges, headed = self._bare
        for at in _occurrences(bare, wanted, 0, len(bare)):
            number = bisect_right(edges, at) - 1
            line, heading, mark = headed[number]
            start = at - edges[number]
            if start < heading < start + len(wanted):
                begin = self._key_edges[line] + start
                hit = Hit(self._raw_start(begin), self._raw_end(begin + len(wanted) + mark))
                yield from self._held(hit, hint)

    @cached_property
    def _bare(self) -> tuple[str, list[int], list[tuple[int, int, int]]]:
        """The keys of headed paragraphs without the mark behind the heading, and where each begins.

        Of each: its line, and the length of its heading and of the mark. Blanks between heading and text are
        in no key; what would fold together with the words beside it is left in.
        """
        headed: list[tuple[int, int, int]] = []
        keys: list[str] = []
        for at, line in enumerate(self.lines):
            heading, separator = map(fold, line.behind_heading)
            key = self._folded[at]
            end = len(heading) + len(separator)
            if separator and end < len(key) and key[:end] == heading + separator:
                headed.append((at, len(heading), len(separator)))
                keys.append(key[: len(heading)] + key[end:] + BREAK)
        return "".join(keys), boundaries(keys), headed

    def _across(self, wanted: str, hint: Hint) -> Iterator[Hit]:
        """Yield where the words cross the break between paragraphs of one section."""
        for at in _occurrences(self._key, wanted, 0, len(self._key)):
            first, last = self._line_at(at), self._line_at(at + len(wanted) - 1)
            if first < last and self._section(first) == self._section(last):
                yield from self._held(
                    Hit(self._raw_start(at), self._raw_end(at + len(wanted))), hint
                )

    def _fragments(self, wanted: str, hint: Hint) -> Iterator[Hit]:
        """Yield the shortest stretches of one paragraph that hold an ellipsis quote's fragments in order."""
        fragments = _parts(wanted)
        if fragments:
            lines = {self._line_at(at) for at in self._longest(fragments)}
            edges = [(self._key_edges[line], self._key_edges[line + 1]) for line in sorted(lines)]
            yield from self._stretches(fragments, edges, hint)

    def _spread(self, wanted: str, hint: Hint) -> Iterator[Hit]:
        """Yield the shortest stretches of one section that hold the fragments in order."""
        fragments = _parts(wanted)
        if len(fragments) > 1:
            sections = {self._section(self._line_at(at)) for at in self._longest(fragments)}
            ranges = [line for key in sorted(sections) for line in self._own[key]]
            edges = [(self._key_edges[first], self._key_edges[last]) for first, last in ranges]
            yield from self._stretches(fragments, edges, hint)

    def _longest(self, fragments: list[str]) -> Iterator[int]:
        return _occurrences(self._key, max(fragments, key=len), 0, len(self._key))

    def _stretches(
        self, fragments: list[str], edges: Iterable[tuple[int, int]], hint: Hint
    ) -> Iterator[Hit]:
        for low, high in edges:
            for stretch in _in_order(self._key, fragments, low, high):
                negated = any(self._negated(*gap) for gap in stretch.gaps)
                hit = Hit(self._raw_start(stretch.start), self._raw_end(stretch.end), negated)
                yield from self._held(hit, hint)

    def _negated(self, low: int, high: int) -> bool:
        """Whether a gap holds a negation, or a reversal in a clause of which a part is quoted.

        What follows the gap tells 不动产 from 不动.
        """
        if any(match.start() < high for match in _NEGATION.finditer(self._key, low, high + _WORD)):
            return True
        ends = [match.start() for match in _CLAUSE_END.finditer(self._key, low, high)] or [high]
        return any(
            match.start() < ends[0] or match.start() > ends[-1]
            for match in _REVERSAL.finditer(self._key, low, high)
        )

    def _held(self, hit: Hit, hint: Hint) -> Iterator[Hit]:
        if hint.within is None or self._below([hint.within], hit):
            yield hit

    # --- what a citation chooses ----------------------------------------------------------------------------

    def _as_cited(self, hits: list[Hit], hint: Hint) -> tuple[list[Hit], tuple[Aspect, ...]]:
        """Narrow by the passage quoted whole, section, page and line; name those that contradict."""
        miscited: list[Aspect] = []
        for aspect, fits in self._criteria(hint) if hits else ():
            verdicts = [fits(hit) for hit in hits]
            kept = next((want for want in (True, None) if want in verdicts), False)
            miscited += [aspect] if kept is False else []
            hits = [hit for hit, verdict in zip(hits, verdicts, strict=True) if verdict is kept]
        return hits, tuple(miscited)

    def _criteria(self, hint: Hint) -> list[tuple[Aspect, Callable[[Hit], Fit]]]:
        targets, original = hint.targets, hint.original
        tests: list[tuple[Aspect, Callable[[Hit], Fit]]] = []
        if original is not None:
            tests.append((Aspect.ORIGINAL, lambda hit: _overlap(hit, original) or None))
        if targets and all(target.keys for target in targets):
            keys = [key for target in targets for key in target.keys]
            tests.append((Aspect.SECTION, lambda hit: self._below(keys, hit)))
        for aspect in (Aspect.PAGE, Aspect.LINE):
            if targets and all(getattr(target, aspect) for target in targets):
                tests.append((aspect, partial(self._stands, targets=targets, aspect=aspect)))
        return tests

    def _stands(self, hit: Hit, targets: Iterable[Target], aspect: Aspect) -> Fit:
        """Whether a hit stands on a cited page, or line of it."""
        found: list[Fit] = []
        for target in targets:
            for position in self._positions(hit):
                page = _meets(target.page, position.page) if target.page else True
                line = _meets(self._from_top(target.line, position.page), position.line)
                found.append(page if aspect is Aspect.PAGE or not page else line)
        return next((want for want in (True, None) if want in found), False)

    def _from_top(self, cited: Span | None, page: Span | None) -> Span | None:
        """Count lines cited from the foot of a page from its top; None where the foot is not known."""
        if cited is None or cited.first >= 0:
            return cited
        foot = self._feet.get(page) if page else None
        return Span(cited.first + foot + 1, cited.last + foot + 1) if foot else None

    # --- results --------------------------------------------------------------------------------------------

    def _anchor(self, hit: Hit, how: How, miscited: tuple[Aspect, ...]) -> Anchor:
        pieces = tuple(self.pieces(hit.start, hit.end))
        return Anchor(pieces, *hit[:2], how, joined(self._positions(hit)), miscited)

    def standing(self, wanted: Iterable[str], most: int = EVERY) -> dict[str, Occurrences]:
        """Return where many words begin in the match key, within a paragraph, of each up to `most` places."""
        keys = {words: fold(words) for words in wanted}
        text, edges = BREAK.join(self._folded), boundaries(key + BREAK for key in self._folded)
        found = occurrences(text, dict.fromkeys(keys.values()), most)
        in_key = {
            key: Occurrences(
                tuple(at - bisect_right(edges, at) + 1 for at in there.starts), there.more
            )
            for key, there in found.items()
        }
        return {words: in_key[key] for words, key in keys.items() if key}

    def paragraph_at(self, at: int) -> str:
        """Return the paragraph that holds a character of the match key."""
        return self.lines[self._line_at(at)].spot.paragraph.id

    def sentences_at(self, starts: Iterable[int], words: str) -> list[Candidate]:
        """Return the sentences in which words begin, by their places in the match key."""
        return list(
            dict.fromkeys(
                self._sentence(Hit(*self._spanned(at, fold(words))), words) for at in starts
            )
        )

    def _spanned(self, at: int, key: str) -> tuple[int, int]:
        return self._raw_start(at), self._raw_end(at + len(key))

    def _sentence(self, hit: Hit, words: str) -> Candidate:
        line = bisect_right(self._edges, hit.start) - 1
        there = boundaries(sentences(self.lines[line].text))
        at = bisect_right(there, hit.start - self._edges[line]) - 1
        low, high = self._edges[line] + there[at], self._edges[line] + there[at + 1]
        return self._candidate(words, Hit(low, max(high, hit.end)))

    def nearest(
        self, quote: str, within: str | None = None, count: int = 3
    ) -> tuple[Candidate, ...]:
        """Return the passages that resemble `quote` most, for a person to read; nothing is applied."""
        lines = range(len(self.lines)) if within is None else self._lines_below(within)
        search = self._nearest if within is None else Nearest(self._folded[line] for line in lines)
        wanted = fold(quote)
        found: list[Candidate] = []
        for near in search.passages(_parts(wanted) or [wanted], count, 0.5):
            begin = self._key_edges[lines[near.text]]
            hit = Hit(self._raw_start(begin + near.start), self._raw_end(begin + near.end))
            found.append(self._candidate(quote, hit, near.similarity))
        return tuple(found)

    def _lines_below(self, key: str) -> list[int]:
        return [line for first, last in self._ranges([key]) for line in range(first, last)]

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self._folded)

    def _candidate(self, quote: str, hit: Hit, similarity: float = 1.0) -> Candidate:
        line = self.lines[bisect_right(self._edges, hit.start) - 1]
        position = joined(self._positions(hit))
        return Candidate(quote, line.spot.paragraph.id, self.words(hit), position, similarity)

    def printed_on(self, page: Span | None, line: Span | None) -> list[Spot]:
        """Return the paragraphs that are known to stand on a page (and line)."""
        target = [Target((), page, line)]
        found: list[Spot] = []
        for at, there in enumerate(self.lines):
            hit = Hit(self._edges[at], self._edges[at + 1] - 1)
            on_page = page is None or self._stands(hit, target, Aspect.PAGE)
            if on_page and (line is None or self._stands(hit, target, Aspect.LINE) is not False):
                found.append(there.spot)
        return found


class _Stretch(NamedTuple):
    """Characters from the first fragment to the last, and what stands between them."""

    start: int
    end: int
    gaps: tuple[tuple[int, int], ...]


def _parts(wanted: str) -> list[str]:
    """Return the fragments of an ellipsis quote; none where it has no ellipsis."""
    return [part for part in wanted.split("…") if is_fragment(part)] if "…" in wanted else []


def _occurrences(text: str, words: str, low: int, high: int) -> Iterator[int]:
    at = text.find(words, low, high) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1, high)


def _in_order(text: str, fragments: list[str], low: int, high: int) -> Iterator[_Stretch]:
    """Yield the stretches of `text[low:high]` that hold the fragments in order, one for each beginning.

    Where the last fragment stands once more behind the last stretch, that is another stretch: which one is
    meant, nobody can tell. Each place only moves on, so the search ends in time however often the text
    repeats itself.
    """
    places = [-1] * len(fragments)
    found: list[int] = []
    for start in _occurrences(text, fragments[0], low, high):
        places[0] = start
        for at in range(1, len(fragments)):
            behind = places[at - 1] + len(fragments[at - 1])
            if places[at] < behind:
                places[at] = text.find(fragments[at], behind, high)
            if places[at] < 0:
                break
        if -1 in places:
            break  # nor is there anything behind a later beginning
        found = places[:]
        yield from _bounded(found, fragments)
    if len(found) > 1 and (again := text.find(fragments[-1], found[-1] + 1, high)) >= 0:
        yield from _bounded([*found[:-1], again], fragments)


def _bounded(places: list[int], fragments: list[str]) -> Iterator[_Stretch]:
    """Yield the stretch of some places unless an ellipsis leaves out too much."""
    gaps = tuple(
        (place + len(fragment), after)
        for place, fragment, after in zip(places, fragments, places[1:], strict=False)
    )
    if all(after - before <= _GAP for before, after in gaps):
        yield _Stretch(places[0], places[-1] + len(fragments[-1]), gaps)


def _meets(cited: Span | None, known: Span | None) -> Fit:
    return None if known is None or cited is None else cited.meets(known)


def _overlap(hit: Hit, anchor: Anchor) -> bool:
    return hit.start < anchor.end and anchor.start < hit.end
