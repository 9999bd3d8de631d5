"""No comment was still to be decided when its round ended."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.status import Status
from plancli.core.entry import N_, Message
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def left_open(round_: Round) -> Iterator[Finding]:
    """No comment was still to be decided when its round ended."""
    if not round_.closed:
        return
    for comment in round_.current.values():
        if comment.decision.status is Status.PENDING:
            params = {"id": comment.id, "outcome": round_.outcome or ""}
            yield on_comment(comment, LEFT_OPEN.code, ("decision", "status"), **params)


LEFT_OPEN = RoundRule(
    code="P414",
    find=left_open,
    order=30,
    hint_of_point=N_(
        "Decide it, or give this point a file of its own and carry that over: plancli rebase ID"
    ),
    message=N_("{id} was still to be decided when {outcome} was circulated."),
    hint=N_("Decide it, or carry it over to the new draft: plancli rebase {id}"),
    many=Message(
        N_("{count} comments were still to be decided when {outcome} was circulated: {ids}."),
        N_(
            "Decide each, or carry it over to the new draft: plancli rebase {id}. All of them: plancli "
            "check --each"
        ),
    ),
    meaning=N_("A round has ended, and a comment of it never got a decision."),
)
