"""What comments quote stands in the draft, in one place, where they say."""

from collections.abc import Iterable, Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.codes import Code
from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Status
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Path
from plancli.core.locate.anchors import Anchor, Aspect, Hint, Refusal, Why, told_apart
from plancli.core.merge.placed import Evidence
from plancli.core.plan.outline import TITLE
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import patch_of
from plancli.core.text.matchkey import fold


def quotations(round_: Round) -> Iterator[Finding]:
    """What a comment quotes and names stands in the draft, in one place, where it says."""
    for comment in round_.current.values():
        yield from _asked(round_, comment)
        if comment.decision.edits is not None:
            yield from _adopted_instead(round_, comment)


# --- the unit's words ---------------------------------------------------------------------------------------


def _asked(round_: Round, comment: Comment) -> Iterator[Finding]:
    """Yield what is wrong with the unit's own words.

    Its mistakes are its own, and block nothing: they are errors only where what was asked is to be merged as
    it was asked, which needs a place, and else notes.
    """
    merged = comment.id in round_.due and comment.decision.edits is None
    placed = round_.workspace.place(comment.id, Patch.of(comment.at, comment.edits))
    for finding in placed.findings:
        if finding.code in _OF_EVERYWHERE and not (merged or _undecided(comment)):
            continue
        if finding.code == Code.ACROSS_FIELDS and not merged:
            yield _noted(comment, finding.path, finding.params["quote"], ACROSS)
        else:
            yield finding
    for evidence in placed.evidence:
        if isinstance(evidence.found, Anchor):
            yield from _miscited(comment, evidence.found, evidence.path)
        else:
            yield from _unplaced(round_, comment, evidence, evidence.found, merged)


_OF_EVERYWHERE = frozenset((Code.NOT_LISTED, Code.PLACE_GONE, Code.PLACE_UNLISTED, Code.ALL_WAIVED))
"""What is wrong with a list of places matters to nobody where none of them is to be changed."""


def _undecided(comment: Comment) -> bool:
    return comment.decision.status is Status.PENDING


def _unplaced(
    round_: Round, comment: Comment, evidence: Evidence, refusal: Refusal, merged: bool
) -> Iterator[Finding]:
    """Yield that a quotation of the unit has no place, and whose words it is where another wrote them."""
    titled = _titled(round_, refusal)
    if titled:
        params = {"id": comment.id, "quote": refusal.quote, "parts": "、".join(titled)}
        code = IN_TITLE.code if merged and not evidence.only_cited else NOTED_IN_TITLE.code
        yield on_comment(comment, code, evidence.path, **params, part=titled[0])
        return
    if merged and not evidence.only_cited:
        yield refused(comment, refusal, evidence.path)
    else:
        yield _noted(comment, evidence.path, refusal.quote, refusal.why.meaning, _near(refusal))
    proposed_by = _proposing(round_, comment, refusal)
    if proposed_by:
        params = {"id": comment.id, "quote": refusal.quote, "others": "、".join(proposed_by)}
        yield on_comment(comment, PROPOSED.code, evidence.path, **params)


def _titled(round_: Round, refusal: Refusal) -> list[str]:
    """Return the parts in whose titles words stand that no paragraph has."""
    if refusal.why is not Why.NOT_FOUND:
        return []
    found = round_.workspace.corpus.locate(refusal.quote, Hint(field=TITLE))
    if isinstance(found, Anchor):
        return [found.paragraph]
    if found.why is not Why.AMBIGUOUS:
        return []
    return [candidate.paragraph for candidate in found.candidates]


def _proposing(round_: Round, comment: Comment, refusal: Refusal) -> list[str]:
    """Return the comments of other units in whose new words a quotation stands that the draft does not have.

    Few characters stand in the new words of many comments, and tell nothing of where a unit has them from.
    """
    quote = fold(refusal.quote)
    if refusal.why is not Why.NOT_FOUND or len(quote) < _TELLING:
        return []
    found: list[str] = []
    for name, proposed in round_.proposed.items():
        if quote not in proposed:
            continue
        if not any(map(comment.is_of, round_.current[name].signatories)):
            found.append(name)
    together = {answer.id for answer in round_.answers(comment)}
    if together & set(found):
        return []  # they are decided together already
    return found


_TELLING = 4
"""From how many characters on the words of a quotation are somebody's: two or three are a word of many."""


def _noted(comment: Comment, path: Path, quote: str, reason: str, near: str = "") -> Finding:
    """Build the note that words of the unit have no place, which nothing depends on."""
    params = {"id": comment.id, "quote": quote, "reason": reason, "near": near}
    params["todo"] = TO_DECIDE if _undecided(comment) else IS_DECIDED
    return on_comment(comment, NOTED.code, path, **params)


def _miscited(comment: Comment, found: Anchor, path: Path) -> Iterator[Finding]:
    """Yield that words of the unit stand elsewhere than it cites."""
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


# --- the office's words -------------------------------------------------------------------------------------


def _adopted_instead(round_: Round, comment: Comment) -> Iterator[Finding]:
    """Yield what is wrong with the edits that the office adopted instead.

    The citation is the unit's: it was judged with what was asked, and the office may change other places.
    """
    placed = round_.workspace.place(comment.id, patch_of(comment))
    for finding in placed.obstacles:
        yield finding._replace(path=("decision", *finding.path))
    for evidence in placed.evidence:
        if isinstance(evidence.found, Refusal) and not evidence.only_cited:
            yield refused(comment, evidence.found, ("decision", *evidence.path))


def refused(comment: Comment, refusal: Refusal, path: Path) -> Finding:
    """Build the finding that a quotation at `path`, on which something depends, has no one place."""
    code = _REFUSED[refusal.why].code
    params = {"id": comment.id, "quote": refusal.quote, "near": _near(refusal)}
    return on_comment(comment, code, path, **params)


def _near(refusal: Refusal) -> str:
    """Return the passages that could be meant, as a message names them."""
    shown = []
    for candidate, words in zip(refusal.candidates, told_apart(refusal.candidates), strict=True):
        shown.append(" ".join((candidate.paragraph, *candidate.position.labels, words)))
    if len(shown) > _SHOWN:
        shown[_SHOWN:] = ["…"]
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
    hint=N_(
        "Near: {near}. Say in the decision what changes, in the draft's own words: plancli decide "
        "{id} --edit …. Nothing is applied to a guess."
    ),
    meaning=N_(
        "A comment quotes words that the draft does not have, even when width, quotation marks, "
        "blanks and ellipses are forgiven. Nothing is applied to a guess; the nearest passages "
        "are named."
    ),
)

IN_TITLE = RoundRule(
    code="P315",
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{id} quotes “{quote}”; no text has that, only the title of {parts}."),
    hint=N_(
        "Say in the edit that the title is meant: in: {part}, field: title; or in the decision: "
        "plancli decide {id} --edit …"
    ),
    meaning=N_(
        "A comment quotes words that stand in a title and in no text. Titles are changed only where the "
        "edit says so, since titles are cited, and repeated in other documents."
    ),
)

NOTED_IN_TITLE = RoundRule(
    code="P316",
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    tells=True,
    weight=Severity.NOTE,
    message=N_("“{quote}”, which {id} quotes, stands only in the title of {parts}."),
    hint=N_(
        "Say in the edit that the title is meant: in: {part}, field: title; or when it is decided: "
        "plancli decide {id} --status 修改后采纳 --edit …"
    ),
    meaning=N_(
        "A unit quotes words that stand in a title and in no text. The comment is entered and decided "
        "all the same; if it is adopted, its edit says that the title is meant (P315)."
    ),
)

AMBIGUOUS = RoundRule(
    code="P302",
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{id} quotes “{quote}”; that stands in several places: {near}"),
    hint=N_(
        "Quote more words in the decision, or add in: with the id of the paragraph, and field: heading "
        "or field: text where both have the words."
    ),
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
    hint=N_("Quote those words too, in the decision, so that it is certain what is meant."),
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
    hint=N_("Quote the whole number or word in the decision."),
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
    weight=Severity.NOTE,
    message=N_("{id} cites {cited}; the words stand in {paragraph}, page {page}, line {line}."),
    hint=N_(
        "Nothing has to be done: the words count. If it is the draft's page that is wrong, mend that."
    ),
    meaning=N_(
        "The words are found, but not on the page or line, or in the section, that the unit "
        "cites. The words count: they are merged where they stand, and nobody has to correct the "
        "citation."
    ),
)

NOTED = RoundRule(
    code="P308",
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    tells=True,
    weight=Severity.NOTE,
    message=N_("{id} quotes “{quote}”; that has no one place in the draft: {reason}."),
    hint=N_("Near: {near}. The unit's words stay as they are; {todo}"),
    meaning=N_(
        "A unit quotes words that have no one place in the draft. The comment is entered and "
        "decided all the same; only merging what it asked for needs a place, and is an error "
        "(P301, P302, P304, P305, P307)."
    ),
)

PROPOSED = RoundRule(
    code="P309",
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    tells=True,
    weight=Severity.NOTE,
    message=N_("“{quote}”, which {id} quotes, are words that {others} proposes, not the draft's."),
    hint=N_("Decide on both together: plancli decide {id} --status 合并 --into …"),
    meaning=N_(
        "A unit quotes words that another unit proposes, as if the draft had them. It is named "
        "whose they are, so that both can be decided together."
    ),
)

TO_DECIDE = N_(
    "if the comment is adopted, say what changes: plancli decide {id} --status 修改后采纳 --edit …"
)
IS_DECIDED = N_("the decision is taken, and nothing has to be done.")
"""What is left to do about words of a unit that have no place."""

ACROSS = N_("the change goes beyond the text of one paragraph")
"""Why words that stand in the draft have no place for a change, as a reason in a message."""

_REFUSED = {
    Why.NOT_FOUND: NOT_FOUND,
    Why.AMBIGUOUS: AMBIGUOUS,
    Why.NEGATED: NEGATED,
    Why.TORN: TORN,
}
