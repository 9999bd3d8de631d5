"""Find the words that a comment quotes in the draft, or refuse: never a guess."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, partial

from plancli.core.locate.anchors import Anchor, Aspect, Candidate, Hint, How, Refusal, Target, Why
from plancli.core.locate.choice import Choice
from plancli.core.locate.ellipsis import fragments_of
from plancli.core.locate.printing import BREAK, Hit
from plancli.core.locate.rungs import Rungs
from plancli.core.plan.outline import Spot
from plancli.core.plan.printed import joined
from plancli.core.plan.span import Span
from plancli.core.text.alike import is_several
from plancli.core.text.atoms import made_whole, whole
from plancli.core.text.characters import boundaries, sentences
from plancli.core.text.matchkey import fold
from plancli.core.text.nearest import Nearest
from plancli.core.text.occurrences import EVERY, Occurrences, occurrences

_LETTERS = 3
"""No character counts as more letters: ﬃ."""
_ALIKE = 0.5
"""Passages that share less than half of a quotation are not offered: they would only mislead a reader."""


class Ladder(Rungs, Choice):
    """Texts prepared for searching: printed one after the other."""

    def find(self, quote: str, hint: Hint) -> Anchor | Refusal:
        """Find `quote`, let the hint choose between several hits, or say why there is no one place."""
        wanted = fold(quote)
        for how, rung in self._ladder:
            found = self._meant(rung(wanted, hint), hint)
            if not found:
                continue
            hits, miscited = self._as_cited(self._whole_words(found, wanted), hint)
            if not hits:
                return self._refusal(quote, Why.TORN, [self._mended(hit) for hit in found])
            if len(hits) > 1:
                hits = self._to_the_letter(quote, hits)
            if len(hits) > 1:
                return self._refusal(quote, Why.AMBIGUOUS, hits)
            if hits[0].negated:
                return self._refusal(quote, Why.NEGATED, hits)
            return self._anchor(quote, hits[0], how, miscited)
        return Refusal(quote, Why.NOT_FOUND, partial(self.nearest, quote, hint.within))

    def _meant(self, hits: Iterable[Hit], hint: Hint) -> list[Hit]:
        """Return the hits that have words of the plan itself: of the field that is meant, if one is.

        A mark that is only printed between heading and text, or before units, is no place for anything.
        """
        found: list[Hit] = []
        for hit in hits:
            pieces = self.pieces(hit.start, hit.end)
            if hint.field is None:
                meant = next(pieces, None) is not None
            else:
                meant = {piece.field for piece in pieces} == {hint.field}
            if meant:
                found.append(hit)
        return found

    def holds(self, quote: str) -> bool:
        """Whether the words stand anywhere, once or more often, on any rung of the ladder."""
        wanted = fold(quote)
        anywhere = Hint()
        found: list[Hit] = []
        for _, rung in self._ladder:
            found += self._whole_words(rung(wanted, anywhere), wanted)
            if found:
                break
        return bool(found)

    def everywhere(self, quote: str) -> Iterator[Anchor]:
        """Yield every place in one paragraph that has the words of a quotation, in order."""
        wanted = fold(quote)
        if not wanted:
            return
        for hit in self._whole_words(self._whole(wanted, Hint()), wanted):
            yield self._anchor(quote, hit, How.NORMALISED, ())

    def _to_the_letter(self, quote: str, hits: list[Hit]) -> list[Hit]:
        """Return the hits with the very characters of the quotation; all where none has them.

        So “公交” and "公交" are told apart where the draft has both, and only there.
        """
        return [hit for hit in hits if self.words(hit) == quote] or hits

    def _whole_words(self, hits: Iterable[Hit], wanted: str) -> list[Hit]:
        """Return the hits that begin and end with words, numbers and characters."""
        found: list[Hit] = []
        for hit in hits:
            if not self._torn(hit) and not self._in_character(hit, wanted):
                found.append(hit)
        return found

    def _in_character(self, hit: Hit, wanted: str) -> bool:
        """Whether words begin or end inside one character that counts as letters: inance in ﬁnance.

        The way back from the match key gives the whole character then, so that its key has more letters
        than were wanted.
        """
        words = self.words(hit)
        if not is_several(words[:1]) and not is_several(words[-1:]):
            return False
        key = fold(words)
        bare = wanted.strip("…")
        begins = key.startswith(bare[:_LETTERS])
        ends = key.endswith(bare[-_LETTERS:])
        return not (begins and ends)

    def _torn(self, hit: Hit) -> bool:
        """Whether the words begin or end inside a number, word or numeral.

        12个 does not stand in 112个: whoever quotes it means another place, or has misread this one.
        """
        return not whole(self._raw, hit.start, hit.end)

    def _mended(self, hit: Hit) -> Hit:
        """Widen words to the whole numbers and words in which they begin and end."""
        return Hit(*made_whole(self._raw, hit.start, hit.end), hit.negated)

    # --- results --------------------------------------------------------------------------------------------

    def _anchor(self, quote: str, hit: Hit, how: How, miscited: tuple[Aspect, ...]) -> Anchor:
        """Return a hit as the place of a quotation; one that stands there to the letter is exact."""
        if self.words(hit) == quote:
            how = How.EXACT
        pieces = tuple(self.pieces(hit.start, hit.end))
        position = joined(self._positions(hit))
        return Anchor(pieces, hit.start, hit.end, how, position, miscited)

    def _refusal(self, quote: str, why: Why, hits: Iterable[Hit]) -> Refusal:
        """Return why a quotation has no place, with the passages that could be meant."""
        return Refusal(quote, why, partial(self._between, quote, tuple(hits)))

    def _between(self, quote: str, hits: Iterable[Hit]) -> tuple[Candidate, ...]:
        """Return the passages between which a quotation cannot choose, with what stands round them."""
        found: list[Candidate] = []
        for hit in hits:
            at = bisect_right(self._edges, hit.start) - 1
            start, line = self._edges[at], self.lines[at].text
            before, behind = line[: hit.start - start], line[hit.end - start :]
            found.append(self._candidate(quote, hit)._replace(before=before, behind=behind))
        return tuple(found)

    def _candidate(self, quote: str, hit: Hit, similarity: float = 1.0) -> Candidate:
        """Return a hit as a passage for a person to read."""
        line = self.lines[bisect_right(self._edges, hit.start) - 1]
        position, pieces = joined(self._positions(hit)), tuple(self.pieces(hit.start, hit.end))
        candidate = Candidate(quote, line.spot.paragraph.id, self.words(hit), position, similarity)
        return candidate._replace(pieces=pieces)

    def nearest(
        self, quote: str, within: str | None = None, count: int = 3
    ) -> tuple[Candidate, ...]:
        """Return the passages that resemble `quote` most, for a person to read; nothing is applied."""
        if within is None:
            lines, search = list(range(len(self.lines))), self._nearest
        else:
            lines = self._lines_below(within)
            search = Nearest(self._folded[line] for line in lines)
        wanted = fold(quote)
        found: list[Candidate] = []
        for near in search.passages(fragments_of(wanted) or [wanted], count, _ALIKE):
            begin = self._key_edges[lines[near.text]]
            hit = self._hit(begin + near.start, begin + near.end)
            found.append(self._candidate(quote, hit, near.similarity))
        return tuple(found)

    def _lines_below(self, key: str) -> list[int]:
        """Return the lines of what stands below a key."""
        found: list[int] = []
        for first, last in self._ranges([key]):
            found += range(first, last)
        return found

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self._folded)

    # --- many words at once, and places ---------------------------------------------------------------------

    def standing(self, wanted: Iterable[str], most: int = EVERY) -> dict[str, Occurrences]:
        """Return where many words begin in the match key, within a paragraph, of each up to `most` places."""
        # searched with breaks between the paragraphs, so that nothing is found across them
        text = BREAK.join(self._folded)
        edges = boundaries(key + BREAK for key in self._folded)
        keys = {words: fold(words) for words in wanted}

        def stands(start: int, end: int) -> bool:
            if whole(text, start, end):
                return True
            # the key has no blanks, and runs words of letters together: the draft itself parts them
            breaks = bisect_right(edges, start) - 1
            return not self._torn(self._hit(start - breaks, end - breaks))

        in_text = occurrences(text, dict.fromkeys(keys.values()), most, stands)
        found: dict[str, Occurrences] = {}
        for words, key in keys.items():
            if key:
                starts, more = in_text[key]
                # each paragraph ahead has one break that is not in the key
                in_key = tuple(at - bisect_right(edges, at) + 1 for at in starts)
                found[words] = Occurrences(in_key, more)
        return found

    def paragraph_at(self, at: int) -> str:
        """Return the paragraph that holds a character of the match key."""
        return self.lines[self._line_at(at)].spot.paragraph.id

    def sentences_at(self, starts: Iterable[int], words: str) -> list[Candidate]:
        """Return the sentences in which words begin, each once, by their places in the match key."""
        size = len(fold(words))
        found = [self._sentence(self._hit(start, start + size), words) for start in starts]
        return list(dict.fromkeys(found))

    def _sentence(self, hit: Hit, words: str) -> Candidate:
        """Return the sentence in which a hit begins, and on to where the hit ends."""
        line = bisect_right(self._edges, hit.start) - 1
        shift = self._edges[line]
        edges = boundaries(sentences(self.lines[line].text))
        at = bisect_right(edges, hit.start - shift) - 1
        low, high = shift + edges[at], shift + edges[at + 1]
        return self._candidate(words, Hit(low, max(high, hit.end)))

    def printed_on(self, page: Span | None, line: Span | None) -> list[Spot]:
        """Return the paragraphs that are known to stand on a page (and line).

        A paragraph of which the page is known and the line is not counts for every line.
        """
        target = [Target((), page, line)]
        found: list[Spot] = []
        for at, there in enumerate(self.lines):
            hit = Hit(self._edges[at], self._edges[at + 1] - 1)
            if page is not None and not self._on_page(target, hit):
                continue
            if line is None or self._on_line(target, hit) is not False:
                found.append(there.spot)
        return found
