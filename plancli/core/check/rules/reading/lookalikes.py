"""No character only looks like a common one."""

from collections.abc import Iterator

from plancli.core.check.flawed import flawed
from plancli.core.check.rule import PlanRule
from plancli.core.check.text.strange import lookalikes
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def lookalike_characters(round_: Round) -> Iterator[Finding]:
    """No character only looks like a common one."""
    yield from flawed(round_.published, LOOKALIKE.code, lookalikes)


LOOKALIKE = PlanRule(
    code="P505",
    find=lookalike_characters,
    order=240,
    weight=Severity.WARNING,
    message=N_("“{words}” in “{around}” only looks like “{better}”: a search does not find it."),
    hint=N_("Type “{better}”."),
    meaning=N_(
        "A character is a radical or a compatibility form that only looks like the common one; "
        "it comes from PDF files. Searching and matching fail on it."
    ),
)
