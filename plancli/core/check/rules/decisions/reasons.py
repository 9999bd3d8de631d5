"""A decision that needs a reason has one."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import PlanRule, Writing
from plancli.core.comments.status import Status
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def reasons(round_: Round) -> Iterator[Finding]:
    """A decision that needs a reason has one; what is adopted in part says why the rest is not."""
    for comment in round_.comments.values():
        decision = comment.decision
        if not comment.meaning.needs_reason or _says(decision.reason):
            continue
        # The reply to what is adopted in part says what was adopted: it is no reason for the rest.
        if decision.status is Status.PARTLY or not _says(decision.reply):
            params = {"id": comment.id, "status": str(decision.status)}
            yield on_comment(comment, NO_REASON.code, ("decision", "status"), **params)


def _says(text: str | None) -> bool:
    """Whether a text has words, not only blanks and marks."""
    return any(map(str.isalnum, text or ""))


NO_REASON = PlanRule(
    code="P404",
    find=reasons,
    order=90,
    while_writing=(Writing.DECISION,),
    message=N_("{id} has the status {status}, but no reason is given."),
    # a decision that was refused for it is not in the file: the status is said with the reason
    hint=N_("Say why: plancli decide {id} --status {status} --reason …"),
    meaning=N_(
        "A comment was not adopted, or only in part, and the published row would not say why. "
        "Rules on public decisions ask for the reason. What is adopted in part needs reason:, "
        "the others reason: or reply:."
    ),
)
