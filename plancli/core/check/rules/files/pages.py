"""Only drafts know pages and lines."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_
from plancli.core.finding import Finding, Subject
from plancli.core.rounds.round import Round


def pages(round_: Round) -> Iterator[Finding]:
    """Only drafts know pages and lines."""
    for spot, path in round_.plan.places():
        subject = Subject("section", spot.section.key)
        for key in ("page", "line", "layout"):
            if getattr(spot.paragraph, key):
                yield Finding(PAGE_IN_PLAN.code, {"key": key}, subject, (*path, key))


PAGE_IN_PLAN = PlanRule(
    code="P209",
    find=pages,
    order=30,
    message=N_("{key} belongs to a draft; the working plan has no pages."),
    hint=N_("Move it to the draft in plan/drafts/."),
    meaning=N_(
        "Pages and lines belong to a printed draft. The working plan changes, so a page in it "
        "would soon be wrong."
    ),
)
