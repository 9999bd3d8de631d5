"""Figures and those who do not see them."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Subject
from plancli.core.plan.model import Figure
from plancli.core.plan.outline import number_of
from plancli.core.rounds.round import Round


def without_words(round_: Round) -> Iterator[Finding]:
    """Every figure has words that say what it shows."""
    for section in round_.plan.sections.values():
        for at, part in enumerate(section.body):
            if isinstance(part, Figure) and not part.alt:
                subject = Subject("section", section.key)
                params = {"figure": f"{number_of(part)} {part.title}".strip(), "key": part.figure}
                yield Finding(NO_WORDS.code, params, subject, ("body", at, "image"))


NO_WORDS = PlanRule(
    code="P531",
    find=without_words,
    order=227,
    weight=Severity.NOTE,
    message=N_("Nothing says what {figure} shows to those who do not see it."),
    hint=N_(
        "Write a sentence about it under alt:, or let a comment: {{rewrite: {key}/alt, with: …}}"
    ),
    meaning=N_(
        "A figure has no words that stand for its picture (alt). Who has a page read to him, or no picture "
        "loaded, learns only the title; public pages have to offer more."
    ),
)
