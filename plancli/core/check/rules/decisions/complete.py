"""A decision says all that its status needs."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import settled_by
from plancli.core.comments.status import Status
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def complete(round_: Round) -> Iterator[Finding]:
    """A decision says all that its status needs: what changes, what already says it, where it went."""
    settled = settled_by(round_.current)
    for comment in round_.current.values():
        if (key := _missing(comment)) and comment.id not in settled:
            params = {"id": comment.id, "status": str(comment.decision.status), "key": key}
            yield on_comment(comment, INCOMPLETE.code, ("decision", "status"), **params)


def _missing(comment: Comment) -> str | None:
    """Return the key that a decision lacks."""
    decision = comment.decision
    match decision.status:
        case Status.JOINED if not decision.into:
            return "into"
        case Status.ALREADY if not decision.already:
            return "already"
        case Status.MODIFIED if decision.edits is None:
            return "edits"
        case Status.ADOPTED | Status.PARTLY | Status.MODIFIED if not (
            comment.merges or decision.already
        ):
            return "edits"
    return None


INCOMPLETE = RoundRule(
    code="P418",
    find=complete,
    order=80,
    while_writing=(Writing.DECISION,),
    message=N_("{id} has the status {status}, but decision.{key} is missing."),
    hint=N_(
        "Write it: what changes (edits), which passage says it already (already), where it went "
        "(into)."
    ),
    meaning=N_(
        "A decision lacks what its status promises: adopted without any edit and without a "
        "passage that already says it; 已体现 without naming that passage; 修改后采纳 without the "
        "modified wording; 合并 without the comment it was joined to. The published row could not "
        "be proved."
    ),
)
