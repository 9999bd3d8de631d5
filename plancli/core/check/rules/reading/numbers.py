"""Numbers of chapters, projects and columns."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Subject
from plancli.core.plan.outline import Outline, number_of
from plancli.core.plan.series import (
    Fault,
    Numbered,
    Scope,
    Wrong,
    faults,
    numbered_part,
    split_number,
)
from plancli.core.rounds.round import Round

_SHOWN = 12
"""How many missing numbers a message names."""


def gaps(round_: Round) -> Iterator[Finding]:
    """Numbers of chapters, tasks, projects and columns have no gaps: one finding for each series."""
    for fault in _faults(round_):
        if fault.wrong is Wrong.GAP:
            shown = [*fault.missing[:_SHOWN], *["……"] * (len(fault.missing) > _SHOWN)]
            yield _finding(round_, NUMBER_GAP.code, fault, missing="、".join(shown))


def doubles(round_: Round) -> Iterator[Finding]:
    """No number of a series comes twice, or at another place than in order."""
    for fault in _faults(round_):
        if fault.wrong is not Wrong.GAP:
            yield _finding(round_, NUMBER_TWICE.code, fault)


def _faults(round_: Round) -> Iterator[Fault]:
    plan = round_.paper
    yield from faults(_of_columns(plan), Scope.THROUGH)
    for holders in (*_of_sections(plan).values(), *_of_paragraphs(plan).values()):
        yield from faults(holders.values())


_Runs = dict[tuple[str, str], dict[str, list[Numbered]]]
"""Numbered parts by where their series counts and how it is written, then by what holds them."""


def _of_columns(plan: Outline) -> list[list[Numbered]]:
    """Return the numbered columns of each series; they run through the plan."""
    found: dict[str, list[Numbered]] = {}
    for key, column in plan.columns.items():
        if part := numbered_part(key, number_of(column)):
            found.setdefault(part.series.alike, []).append(part)
    return list(found.values())


def _of_sections(plan: Outline) -> _Runs:
    """Return the numbered sections of each depth, each below what is above them, in reading order."""
    found: _Runs = {}
    for key, section in plan.sections.items():
        above = key.rpartition("/")[0]
        if part := numbered_part(key, number_of(section)):
            run = found.setdefault((str(key.count("/")), part.series.alike), {})
            run.setdefault(above, []).append(part)
    return found


def _of_paragraphs(plan: Outline) -> _Runs:
    """Return the paragraphs that are numbered, or whose headings begin with a number: (二)机制.

    They count anew in each list.
    """
    found: _Runs = {}
    for key, spot in plan.spots.items():
        paragraph = spot.paragraph
        number = paragraph.number or split_number(paragraph.heading)[0]
        if part := numbered_part(key, number):
            run = found.setdefault((spot.container, part.series.alike), {})
            run.setdefault(spot.container, []).append(part)
    return found


def _finding(round_: Round, code: str, fault: Fault, **more: str) -> Finding:
    plan, params = round_.paper, {"key": fault.key, "label": fault.label, **more}
    if fault.key in plan.sections:
        return Finding(code, params, Subject("section", fault.key), ("key",))
    if fault.key in plan.spots:
        spot = plan.spots[fault.key]
        field = "heading" if spot.paragraph.number is None else "number"
        path = (*plan.path(fault.key), field)
        return Finding(code, params, Subject("section", spot.section.key), path)
    section = plan.sections[plan.container(fault.key)]
    names = [f"{section.key}/{getattr(part, 'column', '')}" for part in section.body]
    return Finding(
        code, params, Subject("section", section.key), ("body", names.index(fault.key), "column")
    )


NUMBER_GAP = PlanRule(
    code="P508",
    find=gaps,
    order=170,
    weight=Severity.WARNING,
    message=N_("Numbers are missing before {label}: {missing}."),
    hint=N_(
        "Let the numbers follow: plancli renumber (in headings once plancli upgrade has told numbers "
        "from words); or turn the rule off under rules in plan/plan.yaml where they are rightly so."
    ),
    meaning=N_(
        "The numbers of chapters, tasks, projects or columns leave some out. A part may have "
        "been lost, or the numbers were not brought up to date after one was removed. Below each "
        "chapter they begin at 1 or go on from the chapter before. One finding for each series."
    ),
)

NUMBER_TWICE = PlanRule(
    code="P510",
    find=doubles,
    order=180,
    weight=Severity.WARNING,
    message=N_("{label} comes twice, or out of order."),
    hint=N_("Let the numbers follow: plancli renumber; or mend the number of {key}."),
    meaning=N_(
        "A number of a series comes twice, so that references to it are ambiguous, or stands at another "
        "place than in order: of (四)(一)(二)(三) the first."
    ),
)
