"""A change of words of a field as an edit that quotes: with as few words as have one place, and no others."""

from collections.abc import Iterator

from plancli.core.comments.edits import Delete, Edit, Insert, Replace, Worded
from plancli.core.locate.anchors import Anchor, Hint
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.outline import TITLE
from plancli.core.text.characters import CLOSERS, SENTENCE_MARKS
from plancli.core.text.diff import Splice, apply
from plancli.core.text.words import edges

_MOST = 24
"""So many words more are quoted, at most, to find a quotation that has one place."""
ANCHOR = 4
"""Words behind which something is put in are quoted with so many characters, to be read."""


class Quoting:
    """Quotes words of one field of a part."""

    def __init__(self, corpus: Corpus, key: str, field: str, words: str) -> None:
        self._corpus, self._key, self._field, self._words = corpus, key, field, words
        self._ends = sorted(edges(words))

    def edit(self, splice: Splice) -> Edit:
        start, end, new = splice
        if start == end:
            return self._insertion(splice)
        for low, high in self._around(start, end):
            quote = self._words[low:high]
            place = self._place(quote)
            if place is not None:
                wording = self._words[low:start] + new + self._words[end:high]
                if not wording:
                    return Delete.model_validate({"delete": quote, **place})
                return Replace.model_validate({"replace": quote, "with": wording, **place})
        wording = apply(self._words, [splice])
        return Replace.model_validate({"replace": self._words, "with": wording, "in": self._key})

    def _insertion(self, splice: Splice) -> Edit:
        """Return words put in behind those before them; at the head of a sentence, before those behind."""
        at = splice.start
        if self._heads_sentence(splice):
            verb, spans = "before", [(at, high) for high in self._ends if high > at]
        else:
            verb, spans = "after", [(low, at) for low in reversed(self._ends) if low < at]
        for low, high in spans:
            quote = self._words[low:high]
            if high - low < min(ANCHOR, len(self._words)) and (low, high) != spans[-1]:
                continue
            place = self._place(quote)
            if place is not None:
                return Insert.model_validate({"insert": splice.text, verb: quote, **place})
        if self._field == "text" and at == len(self._words):
            return Insert(insert=splice.text, into=self._key)
        return Insert.model_validate({"insert": splice.text, verb: self._words or splice.text})

    def _heads_sentence(self, splice: Splice) -> bool:
        """Whether words become the first of a sentence of the draft, and are none by themselves."""
        at, new = splice.start, splice.text
        if at in (0, len(self._words)):
            return at == 0
        marks = (*SENTENCE_MARKS, "\n")
        return self._words[:at].rstrip(CLOSERS).endswith(marks) and not new.endswith(marks)

    def _around(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the words themselves, then with one word more on each side in turn."""
        before = [at for at in self._ends if at < start][-_MOST:]
        behind = [at for at in self._ends if at > end][:_MOST]
        low, high = start, end
        yield low, high
        while before or behind:
            if before:
                low = before.pop()
                yield low, high
            if behind:
                high = behind.pop(0)
                yield low, high

    def _place(self, quote: str) -> dict[str, str] | None:
        """Return what must be said beside a quotation so that it has this place; None where nothing helps."""
        if quote.strip() != quote or not _is_legible(quote, self._words):
            return None
        field: Worded = "title" if self._field == TITLE else _WORDED[self._field]
        hints: list[tuple[Hint, dict[str, str]]] = [
            (Hint(), {}),
            (Hint(self._key), {"in": self._key}),
            (Hint(self._key, field=field), {"in": self._key, "field": field}),
        ]
        if _is_cell(self._corpus, self._key):
            del hints[0]  # what a figure is the figure of only its cell says
        for hint, said in hints:
            if self._is_here(self._corpus.locate(quote, hint), quote):
                return dict(said)
        return None

    def _is_here(self, found: object, quote: str) -> bool:
        if not isinstance(found, Anchor) or len(found.pieces) != 1:
            return False
        piece = found.pieces[0]
        here = piece[:2] == (self._key, self._field)
        return here and self._words[piece.start : piece.end] == quote


def _is_cell(corpus: Corpus, key: str) -> bool:
    spot = corpus.outline.spots.get(key)
    return spot is not None and spot.row is not None


def _is_legible(quote: str, words: str) -> bool:
    """Whether a quotation is one that a person knows again: two characters, and not marks alone."""
    return quote == words != "" or (len(quote) > 1 and any(map(str.isalnum, quote)))


def words_ahead(words: str, at: int) -> str:
    """Return the fewest words of a text, ahead of a place in it, that stand once in it; "" where none do."""
    for low in reversed([end for end in sorted(edges(words)) if end < at]):
        quote = words[low:at]
        if len(quote) >= min(ANCHOR, at) and quote.strip() == quote and words.count(quote) == 1:
            return quote
    return ""


_WORDED: dict[str, Worded] = {"heading": "heading", "text": "text"}
