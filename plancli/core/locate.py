"""Find the words that a comment quotes in the draft, or refuse: never a guess."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from plancli.core.model import Cited, Paragraph, Section, Span
from plancli.core.outline import Outline, Spot
from plancli.core.text import MatchKey, boundaries, fold, match_key, sentences

_BREAK = "\n"


class How(StrEnum):
    """The rung of the ladder on which words were found."""

    EXACT = "exact"
    NORMALISED = "normalised"
    FRAGMENTS = "fragments"


class Field(NamedTuple):
    """Where one field of a paragraph stands in its printed form."""

    name: str
    start: int
    end: int


class Printed(NamedTuple):
    """A paragraph as people read and quote it: heading。text(责任单位:units)."""

    spot: Spot
    text: str
    fields: tuple[Field, ...]
    key: MatchKey


class Anchor(NamedTuple):
    """Where quoted words stand: characters `start:end` of one field, or of the printed form (field "")."""

    paragraph: str
    field: str
    start: int
    end: int
    how: How
    miscited: bool = False


class Hit(NamedTuple):
    """Characters `start:end` of a printed paragraph, by its position in the corpus."""

    line: int
    start: int
    end: int


class Candidate(NamedTuple):
    """A passage offered to a person; `similarity` is the share of the quotation's character pairs in it."""

    paragraph: str
    words: str
    page: Span | None
    line: Span | None
    similarity: float = 1.0


class Refusal(NamedTuple):
    """Why words have no place: found nowhere (candidates are the nearest), or in several places."""

    quote: str
    ambiguous: bool
    candidates: tuple[Candidate, ...]


class Hint(NamedTuple):
    """What chooses between several hits: a key that must hold, and what the comment cites."""

    within: str | None = None
    cited: Cited = Cited.model_construct()
    original: Anchor | None = None


def printed(spot: Spot) -> Printed:
    """Put a paragraph together as it is printed, remembering where each field went."""
    paragraph = spot.paragraph
    parts: list[tuple[str, str]] = []
    if paragraph.heading:
        parts += [("heading", paragraph.heading), ("", "" if paragraph.heading[-1] in "。!?：:" else "。")]
    if paragraph.text:
        parts.append(("text", paragraph.text))
    if paragraph.units:
        parts += [("", "(责任单位:"), ("units", "、".join(paragraph.units)), ("", ")")]
    edges = boundaries([text for _, text in parts])
    fields = tuple(Field(name, *edge) for (name, _), edge in zip(parts, pairwise(edges), strict=True) if name)
    text = "".join(text for _, text in parts)
    return Printed(spot, text, fields, match_key(text))


class Corpus:
    """A draft prepared for searching."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.outline = Outline(sections)
        self.lines = [printed(spot) for spot in self.outline.spots.values()]
        self._index = {line.spot.paragraph.id: at for at, line in enumerate(self.lines)}
        self._raw = _BREAK.join(line.text for line in self.lines)
        self._key = _BREAK.join(line.key.text for line in self.lines)
        self._raw_edges = boundaries([line.text + _BREAK for line in self.lines])
        self._key_edges = boundaries([line.key.text + _BREAK for line in self.lines])

    def locate(self, quote: str, hint: Hint = Hint()) -> Anchor | Refusal:  # noqa: B008 (immutable)
        """Find `quote`, let the hint choose between several hits, or say why there is no one place."""
        how, hits = self._climb(quote, hint.within) if fold(quote) else (How.EXACT, [])
        if not hits:
            return Refusal(quote, False, self.nearest(quote))
        cited, miscited = self._as_cited(hits, hint)
        if len(cited) > 1:
            return Refusal(quote, True, tuple(self._candidate(hit) for hit in cited[:9]))
        return self._anchor(cited[0], how, miscited)

    def _climb(self, quote: str, within: str | None) -> tuple[How, list[Hit]]:
        for how, search in (
            (How.EXACT, self._exact),
            (How.NORMALISED, self._normalised),
            (How.FRAGMENTS, self._fragments),
        ):
            hits = [hit for hit in search(quote) if within is None or self._covered(within, hit)]
            if hits:
                return how, hits
        return How.EXACT, []

    def _covered(self, key: str, hit: Hit) -> bool:
        return self.outline.covers(key, self.lines[hit.line].spot)

    def _exact(self, quote: str) -> Iterator[Hit]:
        for at in _occurrences(self._raw, quote):
            line = bisect_right(self._raw_edges, at) - 1
            start = at - self._raw_edges[line]
            yield Hit(line, start, start + len(quote))

    def _normalised(self, quote: str) -> Iterator[Hit]:
        wanted = fold(quote)
        for at in _occurrences(self._key, wanted):
            line = bisect_right(self._key_edges, at) - 1
            start = at - self._key_edges[line]
            yield Hit(line, *self.lines[line].key.span(start, start + len(wanted)))

    def _fragments(self, quote: str) -> Iterator[Hit]:
        """Yield the shortest stretches of one paragraph that hold an ellipsis quote's fragments in order."""
        fragments = [part for part in fold(quote).split("…") if any(map(str.isalnum, part))]
        if "…" not in fold(quote) or not fragments:
            return
        longest = max(fragments, key=len)
        lines = {bisect_right(self._key_edges, at) - 1 for at in _occurrences(self._key, longest)}
        for line in sorted(lines):
            key = self.lines[line].key
            yield from (Hit(line, *key.span(*stretch)) for stretch in _in_order(key.text, fragments))

    def _as_cited(self, hits: list[Hit], hint: Hint) -> tuple[list[Hit], bool]:
        """Narrow by the passage quoted whole, section, page and line; say whether one of them disagrees."""
        miscited = False
        for fits in self._criteria(hint):
            verdicts = [fits(hit) for hit in hits]
            kept = next((want for want in (True, None) if want in verdicts), False)
            miscited = miscited or kept is False
            hits = [hit for hit, verdict in zip(hits, verdicts, strict=True) if verdict is kept]
        return hits, miscited

    def _criteria(self, hint: Hint) -> list[Callable[[Hit], bool | None]]:
        """Return tests that answer True (fits), False (contradicts) or None (cannot tell)."""
        cited, original = hint.cited, hint.original
        tests: list[Callable[[Hit], bool | None]] = []
        if original is not None:
            tests.append(lambda hit: self._overlaps(hit, original) or None)
        if (section := cited.section) is not None:
            tests.append(lambda hit: self._covered(section, hit))
        if (page := cited.page) is not None:
            tests.append(lambda hit: _meets(page, self._paragraph(hit).page))
        if (line := cited.line) is not None:
            tests.append(lambda hit: _meets(line, self._paragraph(hit).line) or None)
        return tests

    def _paragraph(self, hit: Hit) -> Paragraph:
        return self.lines[hit.line].spot.paragraph

    def _overlaps(self, hit: Hit, anchor: Anchor) -> bool:
        if self._paragraph(hit).id != anchor.paragraph:
            return False
        start, end = self.printed_span(anchor)
        return hit.start < end and start < hit.end

    def printed_span(self, anchor: Anchor) -> tuple[int, int]:
        """Return the anchor's characters in the printed form of its paragraph."""
        fields = self.line(anchor.paragraph).fields
        shift = next((field.start for field in fields if field.name == anchor.field), 0)
        return anchor.start + shift, anchor.end + shift

    def line(self, paragraph: str) -> Printed:
        """Return the printed form of a paragraph by its id."""
        return self.lines[self._index[paragraph]]

    def words(self, anchor: Anchor) -> str:
        """Return the words of the draft at an anchor."""
        start, end = self.printed_span(anchor)
        return self.line(anchor.paragraph).text[start:end]

    def _anchor(self, hit: Hit, how: How, miscited: bool) -> Anchor:
        line = self.lines[hit.line]
        for name, start, end in line.fields:
            if start <= hit.start and hit.end <= end:
                return Anchor(line.spot.paragraph.id, name, hit.start - start, hit.end - start, how, miscited)
        return Anchor(line.spot.paragraph.id, "", hit.start, hit.end, how, miscited)

    def _candidate(self, hit: Hit) -> Candidate:
        paragraph = self._paragraph(hit)
        return Candidate(
            paragraph.id, self.lines[hit.line].text[hit.start : hit.end], paragraph.page, paragraph.line
        )

    def nearest(self, quote: str, count: int = 3) -> tuple[Candidate, ...]:
        """Return the sentences that share most with `quote`, for a person to read; nothing is applied."""
        wanted = _bigrams(fold(quote))
        scored: list[Candidate] = []
        for line in self.lines:
            paragraph = line.spot.paragraph
            for sentence in sentences(line.text):
                score = len(wanted & _bigrams(fold(sentence))) / len(wanted)
                scored.append(Candidate(paragraph.id, sentence, paragraph.page, paragraph.line, score))
        scored.sort(key=lambda candidate: -candidate.similarity)
        return tuple(candidate for candidate in scored[:count] if candidate.similarity >= 0.5)

    def at(self, page: Span | None, line: Span | None) -> list[Spot]:
        """Return the paragraphs that are known to stand on a page (and line)."""
        return [
            spot
            for spot in self.outline.spots.values()
            if (page is None or _meets(page, spot.paragraph.page))
            and (line is None or _meets(line, spot.paragraph.line) is not False)
        ]


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _in_order(text: str, fragments: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text` from the first fragment to the last that cannot shrink."""
    shortest: dict[int, int] = {}
    for start in _occurrences(text, fragments[0]):
        end = start + len(fragments[0])
        for fragment in fragments[1:]:
            at = text.find(fragment, end)
            if at < 0:
                break
            end = at + len(fragment)
        else:
            shortest[end] = start
    yield from ((start, end) for end, start in shortest.items())


def _meets(cited: Span, known: Span | None) -> bool | None:
    return None if known is None else cited.meets(known)


def _bigrams(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}
