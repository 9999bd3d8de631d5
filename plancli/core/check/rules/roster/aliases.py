"""An alias stands for a name."""

from collections.abc import Iterator

from plancli.core.check.about import on_manifest
from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def aliases(round_: Round) -> Iterator[Finding]:
    """An alias stands for a name, not for another alias."""
    table = round_.manifest.aliases
    for short, name in table.items():
        if name in table and table[name] != name:
            yield on_manifest(ALIAS_OF_ALIAS.code, ("aliases", short), unit=short, name=name)


ALIAS_OF_ALIAS = PlanRule(
    code="P225",
    find=aliases,
    order=160,
    message=N_("{unit} stands for {name}, which is itself an alias."),
    hint=N_("Write the unit's name behind {unit}."),
    meaning=N_(
        "The alias table maps a short name to a name that is itself listed as an alias. It must "
        "say the unit's full name at once."
    ),
)
