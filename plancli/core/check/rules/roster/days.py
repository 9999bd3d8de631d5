"""Comments come before the deadline, and decisions behind it at once."""

from collections.abc import Iterator

from plancli.core.check.about import each_file, on_comment
from plancli.core.check.rule import HistoryRule, PlanRule
from plancli.core.comments.status import Status
from plancli.core.entry import N_, Message, Severity
from plancli.core.finding import Finding
from plancli.core.plan.day import day
from plancli.core.plan.manifest import Reply
from plancli.core.rounds.round import Consultation, Round


def in_time(round_: Round) -> Iterator[Finding]:
    """A comment that came after the deadline is from a unit that is known to have sent a supplement."""
    deadline = round_.manifest.deadline
    if deadline is None:
        return
    late = {unit.name for unit in round_.manifest.units if unit.reply is Reply.SUPPLEMENT}
    for comment in each_file(round_.current):
        received = comment.received
        if not received or day(received) <= day(deadline):
            continue
        name = comment.part_of or comment.id
        for unit in comment.signatories:
            if unit not in late:
                params = {"id": name, "day": received, "deadline": deadline, "unit": unit}
                yield on_comment(comment, LATE.code, ("received",), **params)


def undecided(consultation: Consultation) -> Iterator[Finding]:
    """After the deadline every comment has a decision."""
    round_ = consultation.open
    deadline = round_.manifest.deadline
    if deadline is None or consultation.today <= day(deadline):
        return
    for comment in round_.current.values():
        if comment.decision.status is Status.PENDING:
            params = {"id": comment.id, "deadline": deadline}
            yield on_comment(comment, UNDECIDED.code, ("decision",), **params)


LATE = PlanRule(
    code="P221",
    find=in_time,
    order=130,
    weight=Severity.WARNING,
    message=N_("{id} was received on {day}, after the deadline {deadline}."),
    hint=N_("Say so on the roster: plancli unit {unit} --reply 补充意见, or mend the day."),
    meaning=N_(
        "A comment came in after the deadline. That may be welcome; then the roster says 补充意见 "
        "of the unit, so that the numbers by the deadline stay right."
    ),
)

UNDECIDED = HistoryRule(
    code="P223",
    find=undecided,
    order=30,
    weight=Severity.WARNING,
    message=N_("{id} has no decision, and the deadline {deadline} has passed."),
    hint=N_("Decide it: plancli decide {id} --status …"),
    many=Message(
        N_("{count} comments have no decision, and the deadline {deadline} has passed: {ids}."),
        N_("Decide each: plancli decide {id} --status …. All of them: plancli check --each"),
    ),
    meaning=N_(
        "The deadline of the consultation has passed, and a comment still has no decision. The "
        "table cannot be published before."
    ),
)
