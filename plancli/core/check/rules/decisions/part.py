"""What is adopted in part is a part."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.comments.status import Status
from plancli.core.entry import N_
from plancli.core.evidence.adoption import comparison
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def part_named(round_: Round) -> Iterator[Finding]:
    """What is adopted in part is a part: not nothing of what was asked, and not all of it."""
    for comment in round_.current.values():
        if comment.decision.status is Status.PARTLY and comment.edits and comment.merges:
            compared = comparison(round_, comment)
            if compared.untouched or compared.share == 1 or not compared.differing:
                params = {"id": comment.id, "reason": _NOTHING if compared.untouched else _ALL}
                yield on_comment(comment, PART_UNNAMED.code, ("decision", "status"), **params)


_NOTHING = N_("nothing of what was asked is adopted")
_ALL = N_("all that was asked is adopted")


PART_UNNAMED = RoundRule(
    code="P419",
    find=part_named,
    order=100,
    while_writing=(Writing.DECISION,),
    message=N_("{id} is adopted in part, but the decision does not name the part: {reason}."),
    hint=N_("Write in decision.edits what is adopted, or mend the status."),
    meaning=N_(
        "The status says that a part was adopted, but what is adopted is all that was asked, or "
        "nothing of it. "
        "Readers must be able to see which part was, and which was not."
    ),
)
