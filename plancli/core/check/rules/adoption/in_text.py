"""What is adopted is in the text; what stands in its way is named."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.comment import Comment
from plancli.core.entry import N_, Message
from plancli.core.finding import Finding
from plancli.core.merge.meeting import OFFICE
from plancli.core.revision.revise import Outcome
from plancli.core.rounds.round import Round


def adopted_in_text(round_: Round) -> Iterator[Finding]:
    """What is adopted is in the text; what stands in its way is named."""
    for name, patch in round_.due.items():
        comment = round_.current[name]
        recorded = round_.workspace.recorded.get(name)
        outcome = round_.trial.outcomes[name]
        left_out = round_.closed and recorded is None
        if outcome is Outcome.CONFLICT and not left_out:
            yield _conflict(round_, comment)
        if recorded is None:
            # What is refused for another reason has a finding of its own (P301 and those beside it). What a
            # closed round left out is carried over first: with whom it collides is seen on the new draft.
            if outcome in (Outcome.APPLIED, Outcome.AGREED) or (
                round_.closed and outcome is Outcome.CONFLICT
            ):
                yield _waiting(round_, comment)
        elif recorded != patch:
            yield on_comment(comment, RECORD_DIFFERS.code, ("decision",), id=name)


def _waiting(round_: Round, comment: Comment) -> Finding:
    """Build the finding that a comment could be in the text and is not; a closed round takes none."""
    code = ROUND_CLOSED.code if round_.closed else NOT_IN_TEXT.code
    params = {
        "id": comment.id,
        "draft": round_.draft.draft,
        "outcome": round_.outcome or "",
    }
    return on_comment(comment, code, ("decision", "status"), **params)


def _conflict(round_: Round, comment: Comment) -> Finding:
    """Build the finding about all conflicts of a comment: with whom, and in which paragraphs."""
    others: dict[str, None] = {}
    paragraphs: dict[str, None] = {}
    for conflict in round_.trial.conflicts:
        if comment.id in conflict.authors:
            others.update(dict.fromkeys(conflict.authors))
            paragraphs[conflict.place] = None
    others.pop(comment.id, None)
    units = [name for name in others if name != OFFICE]
    code = CONFLICT.code if others else SELF_CONFLICT.code
    if others and not units:
        code = OFFICE_CONFLICT.code
    params = {"id": comment.id, "others": "、".join(others), "paragraph": "、".join(paragraphs)}
    if units:
        params["settles"] = " ".join(f"--settles {name}" for name in units)
    return on_comment(comment, code, ("decision",), **params)


NOT_IN_TEXT = RoundRule(
    code="P401",
    find=adopted_in_text,
    order=20,
    message=N_("{id} is adopted, but its wording is not in the text."),
    hint=N_("Merge it: plancli apply {id}"),
    many=Message(
        N_("{count} adopted comments are not in the text: {ids}."),
        N_("Merge them: plancli apply --all. Each of them: plancli check --each"),
    ),
    meaning=N_(
        "The decision adopts the comment, but the text has not got its words yet. The table "
        "would claim what readers cannot find."
    ),
)

RECORD_DIFFERS = RoundRule(
    code="P402",
    find=adopted_in_text,
    order=20,
    message=N_(
        "{id} is in the text as it was before: its edits, or what it cites, have changed since."
    ),
    hint=N_("Bring the text up to date: plancli apply {id}"),
    meaning=N_(
        "The comment is in the text, but its edits, or where it cites them, were changed since. "
        "What was published and what was decided are no longer the same."
    ),
)

CONFLICT = RoundRule(
    code="P403",
    find=adopted_in_text,
    order=20,
    message=N_(
        "{id} cannot be merged in {paragraph}: the words are also quoted or changed by {others}."
    ),
    hint=N_(
        "See both: plancli conflicts. Then agree on a joint wording: plancli decide {id} --status "
        "修改后采纳 {settles} --edit …; or quote fewer words."
    ),
    meaning=N_(
        "Two comments change or quote the same words in ways that cannot both stand, so neither "
        "is merged. Only a decision of the office can settle it."
    ),
)

OFFICE_CONFLICT = RoundRule(
    code="P460",
    find=adopted_in_text,
    order=20,
    message=N_("{id} cannot be merged in {paragraph}: the drafting office changed the same words."),
    hint=N_(
        "Undo the office's change there, then: plancli apply {id}; or adopt the office's wording: "
        "plancli decide {id} --status 修改后采纳 --edit …"
    ),
    meaning=N_(
        "The office changed words in the plan itself that an adopted comment changes, too. Nothing "
        "of the office's is overwritten, so the comment waits until one of the two gives way."
    ),
)

SELF_CONFLICT = RoundRule(
    code="P411",
    find=adopted_in_text,
    order=20,
    message=N_("Two edits of {id} change one place of {paragraph}."),
    hint=N_("Write them as one edit, or leave one of them out."),
    meaning=N_(
        "Two edits of one comment meet: they change the same words, units or title, or one of them changes "
        "what the other one takes out, moves or replaces by another picture."
    ),
)

ROUND_CLOSED = RoundRule(
    code="P413",
    find=adopted_in_text,
    order=20,
    hint_of_point=N_("Give this point a file of its own, then carry that over: plancli rebase ID"),
    message=N_("{id} is adopted on {draft}, but {outcome} was circulated without its wording."),
    hint=N_("Carry it over to the new draft: plancli rebase {id}"),
    many=Message(
        N_(
            "{count} comments are adopted on {draft}, but {outcome} was circulated without them: {ids}."
        ),
        N_(
            "Carry each over to the new draft: plancli rebase {id}. All of them: plancli check --each"
        ),
    ),
    meaning=N_(
        "The comment was adopted in a round that has ended, but the draft that came out of it "
        "does not have its words."
    ),
)
