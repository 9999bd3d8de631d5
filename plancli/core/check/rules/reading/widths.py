"""A mark has one width in the whole plan."""

from collections.abc import Iterator

from plancli.core.check.flawed import flawed
from plancli.core.check.rule import PlanRule
from plancli.core.check.text.marks import marks, mixed_width
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def mixed_widths(round_: Round) -> Iterator[Finding]:
    """A mark has one width in the whole plan."""
    texts = round_.plan_texts
    counts = marks(written.text for written in texts)
    yield from flawed(texts, MIXED_WIDTH.code, lambda text: mixed_width(text, counts))


MIXED_WIDTH = PlanRule(
    code="P501",
    find=mixed_widths,
    order=200,
    weight=Severity.WARNING,
    message=N_("“{words}” stands in “{around}”; the plan mostly writes “{better}”."),
    hint=N_("Write the mark in one width."),
    meaning=N_(
        "A punctuation mark stands in full width in some places and in half width in others. "
        "The plan's own majority decides which is taken for the slip."
    ),
)
