"""Nothing invisible stands in what is published."""

from collections.abc import Iterator

from plancli.core.check.flawed import flawed
from plancli.core.check.rule import PlanRule
from plancli.core.check.text.strange import invisible
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def invisible_characters(round_: Round) -> Iterator[Finding]:
    """Nothing invisible stands in what is published."""
    yield from flawed(round_.published, INVISIBLE.code, invisible)


INVISIBLE = PlanRule(
    code="P504",
    find=invisible_characters,
    order=230,
    message=N_("The invisible character {words} stands in “{around}”."),
    hint=N_("Delete it."),
    meaning=N_(
        "A zero-width or direction character stands in what is published. Nobody sees it, but a "
        "search does not find the words, and direction marks can make a line read otherwise "
        "than it is."
    ),
)
