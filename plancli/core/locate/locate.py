"""What words stand for: a quotation of the draft, or a citation, and the paragraphs that it names."""

from typing import NamedTuple

from plancli.core.locate.anchors import Anchor, Refusal
from plancli.core.locate.citation import Citation, Reference, parse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.names import Named
from plancli.core.plan.outline import Spot


class CitedPlace(NamedTuple):
    """One place of a citation: how it was read, what it names, and the paragraphs of the draft there."""

    reference: Reference
    named: Named
    spots: list[Spot]


class Landing(NamedTuple):
    """Where words land: as a quotation `found`; or, where the draft does not say them, as a citation."""

    quote: str
    found: Anchor | Refusal
    places: list[CitedPlace]

    @property
    def cites(self) -> bool:
        """Whether the words are a citation, and no quotation."""
        return bool(self.places)

    @property
    def stands(self) -> bool:
        """Whether there is a place for all that the words quote or cite."""
        if not self.cites:
            return isinstance(self.found, Anchor)
        # every one: one place that nothing is known of could be the one that was meant
        return all(place.spots for place in self.places)


_QUOTES = '“”"「」'


def locate(corpus: Corpus, words: str) -> Landing:
    """Say where words land: what the draft says counts before what they could cite.

    Words in quotation marks are looked for with them, then without.
    """
    found = corpus.locate(words)
    bare = words.strip(_QUOTES)
    if isinstance(found, Refusal) and bare != words:
        found = corpus.locate(bare)
    if isinstance(found, Anchor):
        return Landing(words, found, [])
    places = cited_places(corpus, parse(words))
    if _is_quotation(found, places):
        return Landing(words, found, [])
    return Landing(words, found, places)


def _is_quotation(refusal: Refusal, places: list[CitedPlace]) -> bool:
    """Whether words that have no one place are a quotation all the same, though something in them is cited.

    按照第3条执行的单位 holds a number, and words that are no title: it is taken for a quotation that went
    wrong where the draft has something like it. A citation that is read whole is one.
    """
    if not any(place.named.unread for place in places):
        return False
    return bool(refusal.candidates)


def cited_places(corpus: Corpus, citation: Citation) -> list[CitedPlace]:
    """Return the places of a citation that are understood: every part that is known must agree.

    Where a part is not understood no paragraph is offered: it could be the one that decides.
    """
    found: list[CitedPlace] = []
    for reference, named in zip(citation.references, corpus.names.places(citation), strict=True):
        if named.keys or reference.steps:
            spots = _meant(corpus, reference, named)
            found.append(CitedPlace(reference, named, spots))
    return found


def _meant(corpus: Corpus, reference: Reference, named: Named) -> list[Spot]:
    """Return the paragraphs that stand on the cited page and line, and in what is named."""
    if named.unread:
        return []
    printed = corpus.printed_on(reference.page, reference.line)
    if not named.keys:
        return printed
    return [spot for spot in printed if _within(corpus, named, spot)]


def _within(corpus: Corpus, named: Named, spot: Spot) -> bool:
    """Whether a paragraph is one of what a place names, or stands in it."""
    return any(corpus.outline.covers(key, spot) for key in named.keys)
