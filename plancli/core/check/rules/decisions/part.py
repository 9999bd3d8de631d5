"""What is adopted in part is a part."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.comments.status import Status
from plancli.core.entry import N_
from plancli.core.evidence.adoption import Comparison, comparison
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def part_named(round_: Round) -> Iterator[Finding]:
    """What is adopted in part is a part: not nothing of what was asked, and not all of it."""
    for comment in round_.current.values():
        partly = comment.decision.status is Status.PARTLY
        # Without edits nothing can be compared; without adopted ones the decision is incomplete (P418).
        if not (partly and comment.edits and comment.merges):
            continue
        if reason := _no_part(comparison(round_, comment)):
            params = {"id": comment.id, "reason": reason}
            yield on_comment(comment, PART_UNNAMED.code, ("decision", "status"), **params)


def _no_part(compared: Comparison) -> str | None:
    """Return why what is adopted is no part of what was asked; None if it is one."""
    if compared.untouched:
        return _NOTHING
    if compared.share == 1 or not compared.differing:
        return _ALL
    return None


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
