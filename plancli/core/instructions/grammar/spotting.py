"""Which words and parts of the draft an instruction speaks of: one of each, or it is unclear."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.instructions.grammar.scope import PlaceScope, found_in, is_sure
from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.locate.anchors import Anchor, Candidate, Hint, Refusal, Target, Why
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.cells import levels
from plancli.core.plan.outline import TITLE
from plancli.core.text.atoms import whole
from plancli.core.text.characters import boundaries, sentences
from plancli.core.text.matchkey import fold, same_words


class FieldStretch(NamedTuple):
    """Characters `start:end` of one field: the heading or text of a paragraph, the title of a part."""

    key: str
    field: str
    start: int
    end: int


Assumed = Mapping[str, FieldStretch]
"""Where quotations that have no one place are assumed to stand, for a person to confirm."""
NOTHING_ASSUMED: Assumed = MappingProxyType({})


class Spotting:
    """Finds what instructions speak of in one draft. Methods raise UnclearError where there is not one."""

    def __init__(self, corpus: Corpus, assumed: Assumed = NOTHING_ASSUMED) -> None:
        self.corpus, self.outline, self.assumed = corpus, corpus.outline, assumed

    def text(self, there: FieldStretch) -> str:
        """Return the whole field of a stretch."""
        return self.outline.words(there.key, there.field)

    # --- words ----------------------------------------------------------------------------------------------

    def words(self, quote: str, scope: PlaceScope) -> FieldStretch:
        """Return where quoted words stand, or are assumed to."""
        if quote in self.assumed:
            return self.assumed[quote]
        found = self._located(quote, scope)
        if isinstance(found, Refusal):
            several = found.why is Why.AMBIGUOUS
            raise UnclearError(Doubt.SEVERAL if several else Doubt.NOT_THERE, quote, found=found)
        if not is_sure(found, quote, scope):
            raise UnclearError(Doubt.ELSEWHERE, quote, found=found)
        there = stretch_of(found)
        if there is None:
            raise UnclearError(Doubt.UNPLACED, quote)
        if self._is_head(there, quote, scope):
            raise UnclearError(Doubt.SEVERAL, quote, found=found)
        if self._is_meant_elsewhere(there, quote, scope):
            raise UnclearError(Doubt.EVERY_PLACE, quote, found=found)
        return there

    def _is_head(self, there: FieldStretch, quote: str, scope: PlaceScope) -> bool:
        """Whether words of a table that is named are what a column of it is called, and stand elsewhere."""
        if scope.table is None or there.key in self.outline.heads:
            return False
        heads = self.outline.tables[scope.table.table].columns
        return any(same_words(quote, levels(head.title)[-1]) for head in heads)

    def _is_meant_elsewhere(self, there: FieldStretch, quote: str, scope: PlaceScope) -> bool:
        """Whether words with one place are meant for others: each part that is named, or their plural."""
        around = self.outline.ancestry(there.key) if there.key in self.outline.spots else ()
        if around and any(key in self.outline.spots and key not in around for key in scope.keys):
            return True
        if scope.targets or not _WORD.fullmatch(quote):
            return False
        plural = re.compile(rf"\b{re.escape(quote)}e?s\b", re.IGNORECASE)
        return any(plural.search(self.outline.words(key, "text")) for key in self.outline.spots)

    def _located(self, quote: str, scope: PlaceScope) -> Anchor | Refusal:
        """Look in paragraphs, then in titles."""
        found = found_in(self.corpus, quote, scope)
        if isinstance(found, Refusal) and found.why is Why.AMBIGUOUS and self._only_listed(quote):
            # units in lists are changed by name: words that are quoted are those of the text
            return found_in(self.corpus, quote, scope, "text")
        if isinstance(found, Refusal) and found.why is Why.NOT_FOUND and scope.host is None:
            parts = tuple(Target(target.keys) for target in scope.targets if target.keys)
            titled = self.corpus.locate(quote, Hint(targets=parts, field=TITLE))
            return titled if isinstance(titled, Anchor) else found
        return found

    def near(self, found: Anchor | Refusal | None) -> FieldStretch | None:
        """Return the one passage that is like a quotation which is not there; None where it is not one."""
        if not isinstance(found, Refusal) or len(fold(found.quote)) < _LONG:
            return None
        near = found.candidates
        if not near or not _as_long(found.quote, near[0].words):
            return None
        if any(near[0].similarity - other.similarity < _APART for other in near[1:]):
            return None
        return self.passage(near[0])

    def passage(self, candidate: Candidate) -> FieldStretch | None:
        """Return where a passage stands that may be meant, from where the quotation begins to where it ends.

        The nearest passage may leave out what stands at its edges and is parted from the rest by other words.
        None where it is not like enough, not in one field, or a piece of a longer number or word.
        """
        if candidate.similarity < _LIKE or len(candidate.pieces) != 1:
            return None
        there = FieldStretch(*candidate.pieces[0])
        if there.end - there.start != len(candidate.words):
            return None
        text, quote = self.text(there), candidate.quote
        start, end = there.start, there.end
        for size in range(_EDGE, 0, -1):
            if text[max(start - size, 0) : start] == quote[:size]:
                start -= size
            if text[end : end + size] == quote[-size:]:
                end += size
        return there._replace(start=start, end=end) if whole(text, start, end) else None

    def _only_listed(self, quote: str) -> bool:
        """Whether words stand in texts, and else in lists of units alone."""
        # most words are those of no unit: not all of their places have to be looked at
        if not any(quote in unit or unit in quote for unit in self.outline.unit_names):
            return False
        fields = {piece.field for hit in self.corpus.everywhere(quote) for piece in hit.pieces}
        return fields == {"text", "units"}

    def is_sentence(self, there: FieldStretch) -> bool:
        """Whether a stretch is all of a sentence, but perhaps for the mark at its end."""
        edges = boundaries(sentences(self.text(there)))
        return there.start in edges and (there.end in edges or there.end + 1 in edges)

    def sentence(self, key: str, number: int) -> FieldStretch:
        """Return the sentence with a number of a paragraph, the last one being -1."""
        text = self.outline.words(key, "text")
        parts = sentences(text)
        edges = boundaries(parts)
        # who counts may take a semicolon for the end of a sentence, or not
        semicolons = [at for at, part in enumerate(parts, 1) if part.rstrip(_CLOSERS)[-1:] in ";；"]
        full = [edge for at, edge in enumerate(edges) if at not in semicolons or edge == len(text)]
        one, other = _counted(edges, number), _counted(full, number)
        if one is None:
            raise UnclearError(Doubt.NO_PART)
        if other is not None and other != one:
            raise UnclearError(Doubt.READINGS, text[slice(*one)])
        return FieldStretch(key, "text", *one)

    def figure(self, subject: str, figure: str, scope: PlaceScope) -> FieldStretch:
        """Return where a figure stands in the one sentence that names what it counts."""
        bare = _TAKING.sub("", subject)
        found: list[FieldStretch] = []
        for there in self._in_texts(figure, scope):
            if fold(bare) in fold(self._sentence_round(there)):
                found.append(there)
        if len(found) != 1 or len(fold(bare)) < _CLEAR:
            raise UnclearError(Doubt.SEVERAL if found else Doubt.NOT_THERE, subject + figure)
        return found[0]

    def _in_texts(self, words: str, scope: PlaceScope) -> Iterator[FieldStretch]:
        """Yield every place of words in the texts of a scope."""
        wanted = set(scope.keys)
        for hit in self.corpus.everywhere(words):
            there = stretch_of(hit)
            if there is None or there.field != "text":
                continue
            if not wanted or not wanted.isdisjoint(self.outline.ancestry(there.key)):
                yield there

    def _sentence_round(self, there: FieldStretch) -> str:
        text = self.text(there)
        edges = boundaries(sentences(text))
        start = max(edge for edge in edges if edge <= there.start)
        end = min(edge for edge in edges if edge >= there.end)
        return text[start:end]

    # --- parts ----------------------------------------------------------------------------------------------

    def part(self, scope: PlaceScope) -> str:
        """Return the key of the part that a scope names."""
        keys = self.parts(scope)
        if len(keys) != 1:
            raise UnclearError(Doubt.NO_PART)
        return keys[0]

    def parts(self, scope: PlaceScope) -> list[str]:
        """Return the keys of the parts that a scope names one by one; lines of one are a piece of it."""
        on_lines = any(target.line for target in scope.targets)
        if scope.host is not None or scope.sentence is not None or on_lines:
            raise UnclearError(Doubt.NO_PART)
        if not scope.keys or len(scope.keys) < len(scope.targets):
            raise UnclearError(Doubt.NO_PART)
        return list(scope.keys)

    def paragraph(self, scope: PlaceScope) -> str:
        """Return the id of the paragraph that a scope names, or in which its passage stands.

        A part that has nothing but one paragraph stands for it; so do lines that are all of one.
        """
        if scope.host is not None:
            return scope.host.paragraph
        if not scope.keys:
            return self._on_lines(scope)
        key = self.part(scope._replace(sentence=None))
        below = self.outline.children(key) if key not in self.outline.spots else [key]
        if len(below) != 1 or below[0] not in self.outline.spots:
            raise UnclearError(Doubt.NO_PART)
        return below[0]

    def _on_lines(self, scope: PlaceScope) -> str:
        found: set[str] = set()
        for target in scope.targets:
            for spot in self.corpus.printed_on(target.page, target.line):
                own, cited = spot.paragraph.line, target.line
                if not cited or not own or own.first < cited.first or own.last > cited.last:
                    # the lines that are cited may be a piece of it
                    raise UnclearError(Doubt.NO_PART)
                found.add(spot.paragraph.id)
        if len(found) != 1:
            raise UnclearError(Doubt.NO_PART)
        return found.pop()

    def paragraphs(self, scope: PlaceScope) -> list[str]:
        """Return the ids of the paragraphs that a scope names one by one."""
        if scope.host is not None:
            return [scope.host.paragraph]
        keys = list(scope.keys)
        all_known = bool(keys) and len(keys) >= len(scope.targets)
        if not all_known or not all(key in self.outline.spots for key in keys):
            raise UnclearError(Doubt.NO_PART)
        return keys


_LONG = 4
"""A shorter quotation that differs in one character may be anything."""
_WORD = re.compile("[A-Za-z]{2,30}")
"""A word of Latin letters: 'piers' may be meant where 'pier' is quoted."""
_LIKE = 0.7
"""So much of a quotation stands in the passage that it is taken to mean: one slip in four characters."""
_SLIP = 2
"""So many characters more or less are a slip; a passage that is longer has words of its own."""
_EDGE = 3
"""The nearest passage lacks no more than a word at an edge."""
_APART = 0.1
"""By so much the nearest passage is nearer than the next one."""
_CLEAR = 2
"""Fewer characters say nothing of what is counted."""
_TAKING = re.compile("^(?:将|把|对)")


def _as_long(quote: str, words: str) -> bool:
    """Whether a passage has the ends of a quotation, and no more between them than a slip of the pen."""
    one, other = fold(quote), fold(words)
    return one[0] == other[0] and one[-1] == other[-1] and abs(len(one) - len(other)) <= _SLIP


_CLOSERS = "”’」』）)》\"'"


def _counted(edges: list[int], number: int) -> tuple[int, int] | None:
    """Return where the piece with a number begins and ends, -1 being the last; None where there is none."""
    last = len(edges) - 1
    at = number - 1 if number > 0 else last + number
    return (edges[at], edges[at + 1]) if 0 <= at < last else None


def stretch_of(found: Anchor) -> FieldStretch | None:
    """Return the stretch of one field that an anchor covers; None where it runs over several."""
    first, *more = found.pieces
    if more or first.end - first.start != found.end - found.start:
        return None
    return FieldStretch(first.paragraph, first.field, first.start, first.end)
