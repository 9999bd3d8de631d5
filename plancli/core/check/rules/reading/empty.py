"""Every paragraph has words."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Subject
from plancli.core.rounds.round import Round


def empty_paragraphs(round_: Round) -> Iterator[Finding]:
    """Every paragraph has a heading or a text."""
    for spot, path in round_.plan.places():
        paragraph = spot.paragraph
        # a cell without words is a cell all the same
        if not spot.is_fixed and not paragraph.heading and not paragraph.text:
            subject = Subject("section", spot.section.key)
            yield Finding(EMPTY.code, {"id": paragraph.id}, subject, (*path, "id"))


EMPTY = PlanRule(
    code="P512",
    find=empty_paragraphs,
    order=225,
    weight=Severity.WARNING,
    message=N_("Paragraph {id} has no words left: it is printed as an empty line."),
    hint=N_("Take it out with the edit remove: {id}, or give it words."),
    meaning=N_(
        "A paragraph has neither heading nor text, as it remains when all its words are deleted. "
        "Deleting words never takes a paragraph away by itself: others may add to it."
    ),
)
