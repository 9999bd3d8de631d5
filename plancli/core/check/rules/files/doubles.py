"""The manifest lists each section, unit and draft once."""

from collections.abc import Iterator

from plancli.core.check.about import on_manifest
from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path
from plancli.core.rounds.round import Round


def listed_once(round_: Round) -> Iterator[Finding]:
    """The manifest lists each section, unit and draft once."""
    manifest = round_.manifest
    lists: dict[Path, list[str]] = {
        ("sections",): list(manifest.sections),
        ("units",): [unit.name for unit in manifest.units],
        ("drafts",): [frozen.name for frozen in manifest.drafts],
    }
    for path, names in lists.items():
        for at, name in enumerate(names):
            if name in names[:at]:
                yield on_manifest(LISTED_TWICE.code, (*path, at), key=name)


LISTED_TWICE = PlanRule(
    code="P226",
    find=listed_once,
    order=20,
    message=N_("{key} is listed twice."),
    hint=N_("Take one of the two entries out of plan/plan.yaml."),
    meaning=N_(
        "A section, unit or draft stands twice in plan.yaml; it would be counted or printed twice."
    ),
)
