"""What is treated together with another comment shares its decision."""

from collections.abc import Iterator, Sequence

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import standing_for
from plancli.core.comments.status import Share, Status
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def joined_to_declined(round_: Round) -> Iterator[Finding]:
    """A comment that is joined to one that is not adopted is told: its row does not say so."""
    for comment in round_.current.values():
        if comment.decision.status is not Status.JOINED:
            continue
        name = comment.decision.into or ""
        others = standing_for(round_.comments, name)
        if _declined(others):
            statuses = dict.fromkeys(str(one.decision.status) for one in others)
            params = {"id": comment.id, "name": name, "status": "、".join(statuses)}
            yield on_comment(comment, JOINED_TO_DECLINED.code, ("decision", "into"), **params)


def _declined(others: Sequence[Comment]) -> bool:
    """Whether nothing of a comment is adopted, point by point; what is still open may be yet."""
    shares = {one.meaning.share for one in others}
    return shares == {Share.DECLINED}


JOINED_TO_DECLINED = RoundRule(
    code="P451",
    find=joined_to_declined,
    order=95,
    weight=Severity.NOTE,
    message=N_("{id} is treated together with {name}, which is not adopted ({status})."),
    hint=N_(
        "Decide it by itself with its reason, so that its row says so: plancli decide {id} "
        "--status … --reason …"
    ),
    meaning=N_(
        "A comment is joined to one that is not adopted. Its row says that both are treated together, and "
        "not that nothing came of it, nor why; it counts with what the other one counts with."
    ),
)
