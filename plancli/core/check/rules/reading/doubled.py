"""No mark stands beside another that makes it one too many."""

from collections.abc import Iterator

from plancli.core.check.flawed import flawed
from plancli.core.check.rule import PlanRule
from plancli.core.check.text.marks import doubled
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def doubled_marks(round_: Round) -> Iterator[Finding]:
    """No mark stands beside another that makes it one too many."""
    yield from flawed(round_.own_words, DOUBLED.code, doubled)


DOUBLED = PlanRule(
    code="P503",
    find=doubled_marks,
    order=220,
    weight=Severity.WARNING,
    message=N_("The marks “{words}” in “{around}” follow each other."),
    hint=N_("Leave one of them."),
    meaning=N_(
        "Two marks follow each other where one is meant, as they remain when words between them "
        "are deleted."
    ),
)
