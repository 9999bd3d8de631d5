"""What drafts say of their printed lines fits the paragraphs."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_
from plancli.core.finding import Finding, Subject
from plancli.core.plan.outline import spots_of
from plancli.core.plan.printed import misfit, printed
from plancli.core.rounds.round import Round


def layouts(round_: Round) -> Iterator[Finding]:
    """What drafts say of their printed lines fits the paragraphs."""
    for draft in round_.drafts.values():
        for at, section in enumerate(draft.sections):
            for spot, path in spots_of(section):
                if reason := misfit(printed(spot)):
                    params = {"paragraph": spot.paragraph.id, "reason": reason}
                    subject = Subject("draft", draft.draft)
                    yield Finding(
                        BAD_LAYOUT.code, params, subject, ("sections", at, *path, "layout")
                    )


BAD_LAYOUT = PlanRule(
    code="P216",
    find=layouts,
    order=40,
    message=N_("The layout of {paragraph} does not fit: {reason}."),
    hint=N_(
        "Characters rise and lie in the printed paragraph, lines count from 1, pages are those "
        "of page:"
    ),
    meaning=N_(
        "What a draft says about its printed lines does not fit the paragraph's words or pages."
    ),
)
