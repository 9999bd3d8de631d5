"""Where a comment points, for who reads its opinion: in words, and as paragraphs of the draft."""

from collections.abc import Iterable

from plancli.core.comments.comment import Cited
from plancli.core.locate.citation import parse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.locate import cited_places
from plancli.core.plan.outline import Spot

_FEW = 3
"""So many paragraphs are shown, or tried, as the place that is meant: more of them say nothing."""


def cites_of(at: Cited) -> str | None:
    """Return a citation in words, also where it was given in cells of its own; None where there is none."""
    if at.cites or at.section:
        return at.cites or at.section
    page = f"第{at.page}页" if at.page else ""
    line = f"第{at.line}行" if at.line else ""
    return page + line or None


def cited_spots(at: Cited, corpus: Corpus) -> list[Spot]:
    """Return the paragraphs that are cited, in reading order; nothing where they are more than a few."""
    found = named_spots(cites_of(at) or "", corpus)
    if not found and at.page:
        found = corpus.printed_on(at.page, at.line)
    return found if len(found) <= _FEW else []


def named_spots(words: str, corpus: Corpus) -> list[Spot]:
    """Return the paragraphs that words name as a citation does; nothing where they are more than a few.

    For a person to read: what else the words say, and might decide, leaves out none of them.
    """
    found: dict[str, Spot] = {}
    for place in cited_places(corpus, parse(words)):
        spots = place.spots or _below(place.named.keys, corpus)
        found |= {spot.paragraph.id: spot for spot in spots}
    return list(found.values()) if len(found) <= _FEW else []


def _below(keys: Iterable[str], corpus: Corpus) -> list[Spot]:
    """Return the paragraphs of some parts."""
    outline = corpus.outline
    wanted = set(keys)
    return [spot for key, spot in outline.spots.items() if wanted & set(outline.ancestry(key))]
