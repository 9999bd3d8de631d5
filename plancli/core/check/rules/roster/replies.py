"""What the roster says of a unit agrees with its comments."""

from collections import Counter
from collections.abc import Iterator

from plancli.core.check.about import on_manifest
from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.plan.manifest import Reply
from plancli.core.rounds.counts import wholes
from plancli.core.rounds.round import Round


def replies(round_: Round) -> Iterator[Finding]:
    """What the roster says of a unit agrees with its comments."""
    counts: Counter[str] = Counter()
    for items in wholes(round_.current).values():
        counts.update(items[0].signatories)
    for at, unit in enumerate(round_.manifest.units):
        number = counts[unit.name]
        if unit.reply is not None and (unit.reply in (Reply.COMMENTS, Reply.SUPPLEMENT)) != bool(
            number
        ):
            params = {"unit": unit.name, "reply": str(unit.reply), "count": str(number)}
            params["right"] = str(Reply.COMMENTS if number else Reply.NOTHING)
            yield on_manifest(ROSTER_DIFFERS.code, ("units", at, "reply"), **params)


ROSTER_DIFFERS = PlanRule(
    code="P220",
    find=replies,
    order=120,
    message=N_("The roster says {reply} of {unit}, but there are {count} comments of it."),
    hint=N_(
        "Say what it answered: plancli unit {unit} --reply {right}, or look for the comments that "
        "are missing."
    ),
    meaning=N_(
        "The roster in plan.yaml says what a unit answered, and its comments say otherwise: a "
        "comment file was lost, or the roster was not brought up to date. The totals that are "
        "published would be wrong."
    ),
)
