"""What comments quote stands in the draft, in one place, where they say."""

from collections.abc import Iterable, Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path
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
            yield from _quotations_of(comment, _without_citation(adopted), ("decision",))


def _without_citation(placed: Placed) -> Placed:
    """Return what edits alone give: the citation of a comment is judged once, with what was asked."""
    return placed._replace(
        evidence=tuple(one for one in placed.evidence if one.path[0] != "at"),
        findings=tuple(one for one in placed.findings if one.path[0] != "at"),
    )


def _quotations_of(comment: Comment, placed: Placed, prefix: Path) -> Iterator[Finding]:
    """Yield what is wrong with edits that stand below `prefix` in the comment's file."""
    for finding in placed.findings:
        yield finding._replace(path=(*prefix, *finding.path))
    for evidence in placed.evidence:
        yield from quotation(comment, evidence, (*prefix, *evidence.path))


def quotation(comment: Comment, evidence: Evidence, path: Path) -> Iterator[Finding]:
    """Yield what is wrong with one quotation, which stands at `path`: it has no place, or another one."""
    found = evidence.found
    if isinstance(found, Refusal):
        code = _REFUSED[found.why].code
        params = {"id": comment.id, "quote": evidence.quote, "near": _near(found)}
        yield on_comment(comment, code, path, **params)
        return
    wrong = list(found.miscited)
    if not found.position.line:  # a draft without lines cannot gainsay one
        wrong = [aspect for aspect in wrong if aspect is not Aspect.LINE]
    if wrong:
        params = {
            "id": comment.id,
            "cited": _cited(comment, wrong),
            "paragraph": found.paragraph,
            "page": str(found.position.page or "—"),
            "line": str(found.position.line or "—"),
        }
        yield on_comment(comment, MISCITED.code, path, **params)


def _near(refusal: Refusal) -> str:
    """Return the passages that could be meant, as a message names them."""
    shown = []
    for candidate in refusal.candidates[:_SHOWN]:
        shown.append(" ".join((candidate.paragraph, *candidate.position.labels, candidate.words)))
    if len(refusal.candidates) > _SHOWN:
        shown.append("…")
    return "；".join(shown).replace("\n", " ¶ ")


_SHOWN = 9
"""How many candidates a message names; plancli locate shows them all."""


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


NOT_FOUND = RoundRule(
    code="P301",
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{id} quotes “{quote}”; the draft does not say that."),
    hint=N_("Near: {near}. Quote the draft's own words; nothing is applied to a guess."),
    meaning=N_(
        "A comment quotes words that the draft does not have, even when width, quotation marks, "
        "blanks and ellipses are forgiven. Nothing is applied to a guess; the nearest passages "
        "are named."
    ),
)

AMBIGUOUS = RoundRule(
    code="P302",
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{id} quotes “{quote}”; that stands in several places: {near}"),
    hint=N_("Quote more words, or add in: with the id of the paragraph."),
    meaning=N_(
        "The quoted words stand in several places, and neither section, page nor line chooses "
        "between them."
    ),
)

NEGATED = RoundRule(
    code="P305",
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{id} quotes “{quote}”; what the ellipsis leaves out holds a negation: {near}"),
    hint=N_("Quote those words too, so that it is certain what is meant."),
    meaning=N_(
        "What an ellipsis leaves out holds a negation, so that the quotation may mean the "
        "opposite of the draft."
    ),
)

TORN = RoundRule(
    code="P307",
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{id} quotes “{quote}”; that stands only inside a longer number or word: {near}"),
    hint=N_("Quote the whole number or word."),
    meaning=N_(
        "The quoted words begin or end inside a longer number or word: 12个 stands only in 112个. "
        "Changing them would make a number that nobody wrote."
    ),
)

MISCITED = RoundRule(
    code="P303",
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    tells=True,
    message=N_("{id} cites {cited}; the words stand in {paragraph}, page {page}, line {line}."),
    hint=N_("Mend the citation, or the pages of the draft."),
    meaning=N_(
        "The words are found, but not on the page or line, or in the section, that the comment "
        "cites. They are merged all the same; the citation is to be mended, or the pages of the "
        "draft."
    ),
)

_REFUSED = {
    Why.NOT_FOUND: NOT_FOUND,
    Why.AMBIGUOUS: AMBIGUOUS,
    Why.NEGATED: NEGATED,
    Why.TORN: TORN,
}
