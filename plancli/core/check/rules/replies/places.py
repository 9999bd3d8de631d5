"""The pages, lines and parts that a reply names are those of the change."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.entry import N_, Severity
from plancli.core.evidence.ground import Ground, parts_named
from plancli.core.finding import Finding
from plancli.core.instructions.places import NamedPlace, places_in
from plancli.core.locate.citation import Reference, parse
from plancli.core.plan.printed import Position
from plancli.core.plan.span import Span
from plancli.core.rounds.round import Round
from plancli.core.text.characters import join_lines


def named_places(round_: Round) -> Iterator[Finding]:
    """Where a reply says that something changed, something of its comment did."""
    for comment in round_.current.values():
        text = comment.decision.reply or ""
        if not text or not comment.meaning.adopted:
            continue
        ground = Ground(round_, comment)
        # What changes nothing may name any place; what waits is another finding.
        if not ground.merged:
            continue
        for place in places_in(text):
            if place.pointed or _meets(ground, place):
                continue
            params = {
                "id": comment.id,
                "cited": place.words,
                "paragraph": "、".join(ground.paragraphs or sorted(ground.parts)),
                "page": _pages(ground),
            }
            found = on_comment(comment, ELSEWHERE.code, ("decision", "reply"), **params)
            yield found._replace(offset=len(join_lines(text[: place.start])))


def _meets(ground: Ground, place: NamedPlace) -> bool:
    """Whether something changed at a place; where what is named is not known here, nothing gainsays it."""
    keys = parts_named(ground.round, place)
    if place.beside and ground.stands_beside(keys, before=place.beside == "前"):
        return True
    if keys and not ground.lies_in(keys):
        return False
    if place.title:
        return True
    return all(_on_paper(ground, reference) for reference in parse(place.words).references)


def _on_paper(ground: Ground, reference: Reference) -> bool:
    """Whether something changed on the page and line of a place; the draft has both, or knows nothing."""
    page, line = reference.page, reference.line
    if page is None and line is None:
        return True
    known = [position for position in ground.positions if position.page is not None]
    if not known:
        return True
    return any(_stands(position, page, line) for position in known)


def _stands(position: Position, page: Span | None, line: Span | None) -> bool:
    """Whether printed words stand on a page and line, as far as the draft knows their line."""
    if page is not None and position.page is not None and not page.meets(position.page):
        return False
    # Lines counted from the foot of a page are not judged.
    if line is None or position.line is None or line.first < 0:
        return True
    return line.meets(position.line)


def _pages(ground: Ground) -> str:
    """Return the pages on which the change stands, as far as they are known."""
    pages = dict.fromkeys(str(one.page) for one in ground.positions if one.page is not None)
    return "、".join(pages) or "—"


ELSEWHERE = RoundRule(
    code="P461",
    find=named_places,
    order=182,
    weight=Severity.WARNING,
    message=N_("The reply to {id} names {cited}, but what it changed is {paragraph}, page {page}."),
    hint=N_("Name the place of the change, or of the paper on which it was circulated."),
    meaning=N_(
        "A reply says that something changed on a page, on a line, in a chapter, column or part "
        "with that title, and what its comment changed stands elsewhere. Readers would look for it "
        "in vain. Places to which a reply only points (详见第三章) and those of other documents are "
        "not judged, nor pages that the draft does not know."
    ),
)
