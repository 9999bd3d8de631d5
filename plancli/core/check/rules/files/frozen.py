"""Every circulated draft is what was frozen."""

from collections.abc import Iterator

from plancli.core.check.about import on_manifest
from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.plan.digest import as_recorded
from plancli.core.rounds.round import Round


def frozen_draft(round_: Round) -> Iterator[Finding]:
    """Every circulated draft is what was frozen, under its own name."""
    for position, frozen in enumerate(round_.manifest.drafts):
        draft = round_.drafts[frozen.name]
        if draft.draft != frozen.name or not as_recorded(draft, frozen.digest):
            yield on_manifest(DRAFT_CHANGED.code, ("drafts", position, "digest"), draft=frozen.name)


DRAFT_CHANGED = PlanRule(
    code="P407",
    find=frozen_draft,
    order=60,
    message=N_("The frozen draft {draft} was changed."),
    hint=N_(
        "Restore it, for example with git. A slip of transcription is mended with: plancli mend "
        "--replace OLD --with NEW --reason …; a new text is a new draft: plancli freeze NAME"
    ),
    meaning=N_(
        "A circulated draft is what everybody commented on, and must stay as it was. Its digest "
        "in plan.yaml shows that words or structure were changed. Pages and lines may be added."
    ),
)
