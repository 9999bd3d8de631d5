"""Manifest and section files name the same sections."""

from collections.abc import Iterator

from plancli.core.check.about import on_manifest
from plancli.core.check.rule import PlanRule
from plancli.core.codes import Code
from plancli.core.entry import N_
from plancli.core.finding import Finding, Subject
from plancli.core.rounds.round import Round


def listed_sections(round_: Round) -> Iterator[Finding]:
    """Manifest and section files name the same sections."""
    listed, present = round_.manifest.sections, round_.plan.sections
    for position, key in enumerate(listed):
        if key not in present:
            yield on_manifest(UNKNOWN_SECTION.code, ("sections", position), key=key)
    for key in present:
        if key not in listed:
            yield Finding(UNLISTED_SECTION.code, {"key": key}, Subject("section", key), ("key",))


UNKNOWN_SECTION = PlanRule(
    code=Code.UNKNOWN_SECTION,
    find=listed_sections,
    order=10,
    message=N_("No section, column or paragraph is named {key}, or several are."),
    hint=N_(
        "Use its key, for example 第四章/17 or 第四章/17/专栏15; what plan.yaml lists needs its file."
    ),
    meaning=N_(
        "An edit names, or plan.yaml lists, a section, column or paragraph that is not there, or a "
        "title that several have."
    ),
)

UNLISTED_SECTION = PlanRule(
    code="P203",
    find=listed_sections,
    order=10,
    message=N_("The section {key} is not listed in plan/plan.yaml."),
    hint=N_("Add it to sections, where it belongs in the order."),
    meaning=N_(
        "A section file is not in the order of plan.yaml, so nobody knows where it belongs in "
        "the plan."
    ),
)
