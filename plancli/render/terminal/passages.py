"""Places of the plan: sections, paragraphs, anchors, candidates, in words."""

from collections.abc import Iterator, Sequence

from plancli.core.locate.anchors import Anchor, Candidate, How, Refusal, Why, told_apart
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.outline import Spot
from plancli.core.plan.printed import Position, printed
from plancli.core.text.marked import marked
from plancli.messages import _, colon, in_brackets


def where(spot: Spot) -> str:
    """Return the key, title and printed place of a paragraph."""
    title = spot.column.title if spot.column else spot.section.title
    place = page_and_line(Position(spot.paragraph.page, spot.paragraph.line))
    return " ".join(part for part in (spot.printed_in, title, spot.paragraph.id, place) if part)


def page_and_line(position: Position) -> str:
    """Return P38 L16-20 as far as it is known."""
    return " ".join(position.labels)


def paragraph_lines(spot: Spot) -> Iterator[str]:
    """Yield where a paragraph stands and what it says."""
    yield where(spot)
    # a picture and its words are printed nowhere, and shown here all the same
    words = spot.paragraph.text if spot.is_of_figure else printed(spot).text
    yield f"  {words or '—'}"


def anchor_lines(corpus: Corpus, quote: str, found: Anchor | Refusal) -> Iterator[str]:
    """Yield where words were found and how, or why not, with the candidates."""
    yield f"“{quote}”"
    if isinstance(found, Anchor):
        spot = corpus.line(found.paragraph).spot
        title = spot.column.title if spot.column else spot.section.title
        paragraphs = "、".join(dict.fromkeys(piece.paragraph for piece in found.pieces))
        place = page_and_line(found.position)
        names = dict.fromkeys((spot.printed_in, title, paragraphs, place))
        there = " ".join(name for name in names if name)
        yield f"  → {there}{colon()}{_(found.how.meaning)}"
        if found.how is not How.EXACT:
            yield f"    {corpus.words(found).replace(chr(10), ' ¶ ')}"
        if found.miscited:
            yield "    " + _("The citation names another place.")
        return
    yield f"  ✗ {_(found.why.meaning)}"
    yield from candidate_lines(found)


def candidate_lines(refusal: Refusal) -> Iterator[str]:
    """Yield the passages offered to a person: what was quoted against what the draft says."""
    for candidate, shown in zip(refusal.candidates, told_apart(refusal.candidates), strict=True):
        place = " ".join(
            part for part in (candidate.paragraph, page_and_line(candidate.position)) if part
        )
        words = shown.replace("\n", " ¶ ")
        if refusal.why is Why.NOT_FOUND:
            alike = in_brackets(f"{candidate.similarity:.0%}")
            yield f"    {place}{alike}{colon()}{words}"
            yield f"      {marked(candidate.runs)}"
        else:
            yield f"    {place}{colon()}{words}"


def near(candidates: Sequence[Candidate]) -> str:
    """Return candidates in one line, for messages."""
    found: list[str] = []
    for candidate, shown in zip(candidates, told_apart(candidates), strict=True):
        found.append(" ".join((candidate.paragraph, *candidate.position.labels, shown)))
    return "；".join(found)
