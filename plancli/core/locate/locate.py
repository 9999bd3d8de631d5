"""What words stand for: a quotation of the draft, or a citation, and the paragraphs that it names."""

from typing import NamedTuple

from plancli.core.locate.anchors import Anchor, Refusal
from plancli.core.locate.citation import Citation, Reference, parse
from plancli.core.locate.ladder import Corpus
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
        return all(place.spots for place in self.places) if self.cites else self._found

    @property
    def _found(self) -> bool:
        return isinstance(self.found, Anchor)


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
    return Landing(words, found, cited_places(corpus, parse(words)))


def cited_places(corpus: Corpus, citation: Citation) -> list[CitedPlace]:
    """Return the places of a citation that are understood: every part that is known must agree.

    Where a part is not understood no paragraph is offered: it could be the one that decides.
    """
    found: list[CitedPlace] = []
    for reference, named in zip(citation.references, corpus.names.places(citation), strict=True):
        if not named.keys and not reference.steps:
            continue
        spots = [] if named.unread else corpus.printed_on(reference.page, reference.line)
        if named.keys:
            spots = [spot for spot in spots if _within(corpus, named, spot)]
        found.append(CitedPlace(reference, named, spots))
    return found


def _within(corpus: Corpus, named: Named, spot: Spot) -> bool:
    return any(corpus.outline.covers(key, spot) for key in named.keys)
