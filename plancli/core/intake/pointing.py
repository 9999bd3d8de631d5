"""Where a comment points, for who reads its opinion: in words, and as paragraphs of the draft."""

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
    found: dict[str, Spot] = {}
    for place in cited_places(corpus, parse(cites_of(at) or "")):
        found |= {spot.paragraph.id: spot for spot in place.spots}
    if not found and at.page:
        found = {spot.paragraph.id: spot for spot in corpus.printed_on(at.page, at.line)}
    return list(found.values()) if len(found) <= _FEW else []
