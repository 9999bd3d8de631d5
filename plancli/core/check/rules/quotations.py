"""What comments quote and cite stands in the draft, in one place, where they say."""

from collections.abc import Iterable, Iterator

from plancli.core.check.rules.about import on_comment
from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.finding import Code, Finding, Path
from plancli.core.locate.anchors import Aspect, Refusal, Why
from plancli.core.merge.placed import Evidence, Placed
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import patch_of


def quotations(round_: Round) -> Iterator[Finding]:
    """What a comment quotes and names stands in the draft, in one place, where it says."""
    for comment in round_.current.values():
        asked = round_.workspace.place(comment.id, Patch.of(comment.at, comment.edits))
        yield from _quotations_of(comment, asked, ())
        if comment.decision.edits is not None:
            adopted = round_.workspace.place(comment.id, patch_of(comment))
            beyond = adopted._replace(
                evidence=tuple(e for e in adopted.evidence if e.path[0] != "at"),
                findings=tuple(f for f in adopted.findings if f.path[0] != "at"),
            )
            yield from _quotations_of(comment, beyond, ("decision",))


def _quotations_of(comment: Comment, placed: Placed, prefix: Path) -> Iterator[Finding]:
    for finding in placed.findings:
        yield finding._replace(path=(*prefix, *finding.path))
    for evidence in placed.evidence:
        yield from quotation(comment, evidence, (*prefix, *evidence.path))


def quotation(comment: Comment, evidence: Evidence, path: Path) -> Iterator[Finding]:
    found = evidence.found
    if isinstance(found, Refusal):
        shown = [
            " ".join((c.paragraph, *c.position.labels, c.words)) for c in found.candidates[:_SHOWN]
        ]
        near = "；".join(shown + ["…"] * (len(found.candidates) > _SHOWN)).replace("\n", " ¶ ")
        yield on_comment(
            comment, _REFUSED[found.why], path, id=comment.id, quote=evidence.quote, near=near
        )
    elif wrong := [
        aspect for aspect in found.miscited if aspect is not Aspect.LINE or found.position.line
    ]:
        place = {"page": str(found.position.page or "—"), "line": str(found.position.line or "—")}
        params = {
            "id": comment.id,
            "cited": _cited(comment, wrong),
            "paragraph": found.paragraph,
            **place,
        }
        yield on_comment(comment, Code.MISCITED, path, **params)


_SHOWN = 9
"""How many candidates a message names; plancli locate shows them all."""


_REFUSED = {
    Why.NOT_FOUND: Code.NOT_FOUND,
    Why.AMBIGUOUS: Code.AMBIGUOUS,
    Why.NEGATED: Code.NEGATED,
    Why.TORN: Code.TORN,
}


def _cited(comment: Comment, wrong: Iterable[Aspect]) -> str:
    """Return what a comment cites, in the aspects that are wrong."""
    at = comment.at
    given = {
        Aspect.SECTION: at.section,
        Aspect.PAGE: at.page and f"P{at.page}",
        Aspect.LINE: at.line and f"L{at.line}",
    }
    parts = [given.get(aspect) for aspect in wrong]
    return " ".join(part for part in parts if part) or at.cites or ""
