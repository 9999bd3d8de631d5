"""Places of the plan: sections, paragraphs, anchors, candidates, in words."""

from collections.abc import Iterable, Iterator
from typing import Any

from plancli.core.locate import Anchor, Candidate, Corpus, How, Refusal, printed
from plancli.core.model import Paragraph
from plancli.core.outline import Spot
from plancli.messages import N_, _

HOW = {
    How.EXACT: N_("word for word"),
    How.NORMALISED: N_("but for width, quotes and blanks"),
    How.FRAGMENTS: N_("by the fragments of the ellipsis"),
}


def where(spot: Spot) -> str:
    """Return the key, title and printed place of a paragraph."""
    title = spot.column.title if spot.column else spot.section.title
    return " ".join(
        part for part in (spot.container, title, spot.paragraph.id, page_and_line(spot.paragraph)) if part
    )


def page_and_line(place: Paragraph | Candidate) -> str:
    """Return P38 L16-20 as far as it is known."""
    return " ".join(f"{mark}{span}" for mark, span in (("P", place.page), ("L", place.line)) if span)


def paragraph_lines(spot: Spot) -> Iterator[str]:
    """Yield where a paragraph stands and what it says."""
    yield where(spot)
    yield f"  {printed(spot).text or '—'}"


def anchor_lines(corpus: Corpus, quote: str, found: Anchor | Refusal) -> Iterator[str]:
    """Yield where words were found and how, or why not, with the candidates."""
    yield f"“{quote}”"
    if isinstance(found, Anchor):
        spot = corpus.outline.spots[found.paragraph]
        yield f"  → {where(spot)}: {_(HOW[found.how])}"
        if found.how is not How.EXACT:
            yield f"    {corpus.words(found)}"
        if found.miscited:
            yield "    " + _("The citation names another place.")
        return
    yield "  ✗ " + (_("in several places") if found.ambiguous else _("not found"))
    yield from candidate_lines(found.candidates)


def candidate_lines(candidates: Iterable[Candidate]) -> Iterator[str]:
    """Yield the passages offered to a person."""
    for candidate in candidates:
        place = " ".join(part for part in (candidate.paragraph, page_and_line(candidate)) if part)
        yield f"    {place} ({candidate.similarity:.0%}): {candidate.words}"


def found_json(corpus: Corpus, quote: str, found: Anchor | Refusal) -> dict[str, Any]:
    """Return where words were found for programs."""
    if isinstance(found, Anchor):
        paragraph = corpus.outline.spots[found.paragraph].paragraph
        return {
            "quote": quote,
            "found": True,
            **found._asdict(),
            "how": str(found.how),
            "words": corpus.words(found),
            "page": str(paragraph.page) if paragraph.page else None,
            "line": str(paragraph.line) if paragraph.line else None,
        }
    candidates = [
        {"paragraph": c.paragraph, "words": c.words, "similarity": round(c.similarity, 3)}
        for c in found.candidates
    ]
    return {"quote": quote, "found": False, "ambiguous": found.ambiguous, "candidates": candidates}
