"""The figures that plan.yaml states are those that are counted."""

from collections.abc import Iterator

from plancli.core.check.about import on_manifest
from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path
from plancli.core.rounds.counts import count
from plancli.core.rounds.round import Round


def totals(round_: Round) -> Iterator[Finding]:
    """The figures that plan.yaml states are those that are counted."""
    stated, counts = round_.manifest.totals, count(round_.manifest, round_.current)
    figures: dict[Path, tuple[int, int]] = {
        ("totals", key): (value, getattr(counts, key))
        for key, value in stated
        if isinstance(value, int)
    }
    for key, value in stated.statuses.items():
        figures["totals", "statuses", key] = value, counts.statuses.get(key, 0)
    for path, (figure, counted) in figures.items():
        if figure != counted:
            params = {"key": str(path[-1]), "stated": str(figure), "count": str(counted)}
            yield on_manifest(TOTALS_DIFFER.code, path, **params)


TOTALS_DIFFER = PlanRule(
    code="P222",
    find=totals,
    order=140,
    message=N_("plan/plan.yaml states {key}: {stated}, but there are {count}."),
    hint=N_("Count again: plancli report --summary. Mend the figure, or look for what is missing."),
    meaning=N_(
        "A figure that plan.yaml states for publication is not what is counted from the "
        "comments. Either a comment or a decision was lost or changed, or the figure is old. A "
        "comment joined to another counts with the decision on that one."
    ),
)
