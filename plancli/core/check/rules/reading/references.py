"""References to numbered parts of the plan."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path, Subject
from plancli.core.plan.mentions import mentions
from plancli.core.plan.model import Column
from plancli.core.plan.outline import Outline, column_key
from plancli.core.plan.references import KINDS
from plancli.core.plan.series import numbered_part
from plancli.core.rounds.round import Round
from plancli.core.text.numerals import TENS


class _Words(NamedTuple):
    """A title, heading or text of the plan, with the key of the part that has it."""

    key: str
    subject: Subject
    path: Path
    text: str


def references(round_: Round) -> Iterator[Finding]:
    """A column, chapter or project to which the plan refers is there: by its number, and as it is printed.

    Where parts went and the others closed up, what referred to one that went points to another as printed.
    """
    found = list(_dangling(round_.plan))
    named = {(one.subject, one.path) for one in found}
    if round_.workspace.numbers:
        found += [one for one in _dangling(round_.paper) if (one.subject, one.path) not in named]
    yield from found


def _dangling(plan: Outline) -> Iterator[Finding]:
    """Yield what refers to a number that a plan does not have."""
    words = [*_titles(plan), *_paragraphs(plan)]
    known = _known(plan, words)
    for one in words:
        for mention in mentions(one.text):
            if known[mention.kind] and mention.value not in known[mention.kind]:
                params = {"paragraph": one.key, "words": mention.words}
                yield Finding(DANGLING.code, params, one.subject, one.path, offset=mention.offset)


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


_LEADING = re.compile(
    rf"(专栏(?:[0-9]{{1,3}}|[{TENS}]{{1,3}})|第[{TENS}0-9]{{1,4}}章)(?=[\s:：]|$)"
)
"""The number that a title carries itself: 专栏3 智慧交通."""


def _known(plan: Outline, words: list[_Words]) -> dict[str, set[int]]:
    """Return the numbers of the columns, chapters and projects that the plan has."""
    known: dict[str, set[int]] = {"column": set(), "chapter": set(), "project": set()}
    names = list(plan.numbers.values())
    names += [
        match[1] for one in words if one.path[-1] != "text" and (match := _LEADING.match(one.text))
    ]
    for one in filter(None, (numbered_part(name, name) for name in names)):
        if one.series.alike in KINDS:
            known[KINDS[one.series.alike]].add(one.counted)
    return known


DANGLING = PlanRule(
    code="P509",
    find=references,
    order=190,
    message=N_("{paragraph} refers to {words}, which the plan does not have."),
    hint=N_("Mend the reference."),
    meaning=N_(
        "The text refers to a column, chapter or project by a number that the plan does not "
        "have, often after renumbering. Every number of a list is looked up, and both ends of a "
        "range. References to other documents are not judged."
    ),
)
