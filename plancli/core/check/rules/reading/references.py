"""References to numbered parts of the plan."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path, Subject
from plancli.core.plan.bindings import PartNumbers, Unbound, bound
from plancli.core.plan.model import Column
from plancli.core.plan.outline import Outline, column_key
from plancli.core.plan.references import references
from plancli.core.rounds.round import Round


class _Words(NamedTuple):
    """A title, heading or text of the plan, with the key of the part that has it."""

    key: str
    subject: Subject
    path: Path
    text: str


def dangling(round_: Round) -> Iterator[Finding]:
    """What the plan refers to by a number is there: by the number of the draft, and as it is printed.

    Where parts went and the others closed up, what referred to one that went points to another as printed.
    """
    found = list(_dangling(round_.plan))
    named = {(one.subject, one.path) for one in found}
    if round_.workspace.numbers:
        found += [one for one in _dangling(round_.paper) if (one.subject, one.path) not in named]
    yield from found


def _dangling(plan: Outline) -> Iterator[Finding]:
    """Yield what refers to a number that a plan does not have; a kind without any numbers is not judged."""
    numbering = PartNumbers(plan)
    for one in [*_titles(plan), *_paragraphs(plan)]:
        for mention in references(one.text):
            known = all(numbering.has(rung.kind) for rung in mention.rungs)
            if known and bound(mention, one.key, numbering).why is Unbound.NOTHING:
                params = {"paragraph": one.key, "words": mention.words}
                yield Finding(DANGLING.code, params, one.subject, one.path, offset=mention.start)


def _titles(plan: Outline) -> Iterator[_Words]:
    for section in plan.sections.values():
        subject = Subject("section", section.key)
        yield _Words(section.key, subject, ("title",), section.title)
        for at, part in enumerate(section.body):
            if isinstance(part, Column):
                yield _Words(column_key(section, part), subject, ("body", at, "title"), part.title)


def _paragraphs(plan: Outline) -> Iterator[_Words]:
    for spot, path in plan.places():
        subject, paragraph = Subject("section", spot.section.key), spot.paragraph
        yield _Words(paragraph.id, subject, (*path, "heading"), paragraph.heading)
        yield _Words(paragraph.id, subject, (*path, "text"), paragraph.text)


DANGLING = PlanRule(
    code="P509",
    find=dangling,
    order=190,
    message=N_("{paragraph} refers to {words}, which the plan does not have."),
    hint=N_("Mend the reference."),
    meaning=N_(
        "The text refers to a column, chapter or project by a number that the plan does not "
        "have, often after renumbering. Every number of a list is looked up, and both ends of a "
        "range. References to other documents are not judged."
    ),
)
