"""No mark of secrecy stands in what is published."""

from collections.abc import Iterator

from plancli.core.check.flawed import flawed
from plancli.core.check.rule import PlanRule
from plancli.core.check.text.secrecy import secrecy as secret_marks
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def secrecy_marks(round_: Round) -> Iterator[Finding]:
    """No mark of secrecy stands in what is published."""
    yield from flawed(round_.published, SECRET.code, secret_marks)


SECRET = PlanRule(
    code="P507",
    find=secrecy_marks,
    order=260,
    private=True,
    message=N_("What would be published holds a mark of secrecy: {words}"),
    hint=N_("Have it cleared, and take the mark out."),
    meaning=N_(
        "What would be published bears a mark such as 秘密★ or 内部资料. It has to be cleared first. "
        "商业秘密 in a sentence is no such mark, nor is 密级:公开."
    ),
)
