"""Quotation marks and brackets come in pairs."""

from collections.abc import Iterator

from plancli.core.check.flawed import flawed
from plancli.core.check.rule import PlanRule
from plancli.core.check.text.pairs import unpaired
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def unpaired_marks(round_: Round) -> Iterator[Finding]:
    """Quotation marks and brackets come in pairs."""
    yield from flawed(round_.own_words, UNPAIRED.code, unpaired)


UNPAIRED = PlanRule(
    code="P502",
    find=unpaired_marks,
    order=210,
    weight=Severity.WARNING,
    message=N_("“{words}” in “{around}” has no partner."),
    hint=N_("Add the other one, or take it out."),
    meaning=N_(
        "A quotation mark or bracket has no partner in its paragraph: words may be missing, or "
        "the wrong mark was typed."
    ),
)
