"""A decision says nothing that its status has no use for."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import PlanRule, Writing
from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def idle_keys(round_: Round) -> Iterator[Finding]:
    """A decision says nothing that its status has no use for."""
    for comment in round_.comments.values():
        for key in _idle(comment):
            params = {"id": comment.id, "status": str(comment.decision.status), "key": key}
            yield on_comment(comment, IDLE_KEY.code, ("decision", key), **params)


def _idle(comment: Comment) -> Iterator[str]:
    """Yield the keys of a decision that contradict its status."""
    decision, meaning = comment.decision, comment.meaning
    if decision.into and decision.status is not Status.JOINED:
        yield "into"
    # What is rejected is not there already: one of the two is wrong.
    if decision.already and not meaning.adopted:
        yield "already"
    if meaning.merges:
        return
    # Nothing is merged: there are no adopted edits, and no joint wording that settles anything.
    if decision.edits:
        yield "edits"
    if decision.settles:
        yield "settles"


IDLE_KEY = PlanRule(
    code="P420",
    find=idle_keys,
    order=100,
    while_writing=(Writing.DECISION,),
    message=N_("{id} has the status {status}, with which decision.{key} contradicts."),
    hint=N_("Take the key out, or mend the status."),
    meaning=N_(
        "A decision carries something that contradicts its status: edits or settles where nothing "
        "is merged, into without 合并, already with a rejection. One of the two is wrong, and the "
        "table would show only one of them."
    ),
)
