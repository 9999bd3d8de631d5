"""Numbers of chapters, projects and columns."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Subject
from plancli.core.plan.outline import Outline, number_of
from plancli.core.plan.series import Fault, Numbered, Wrong, faults, numbered_part
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
    """No number of a series comes twice, or behind a higher one."""
    for fault in _faults(round_):
        if fault.wrong is not Wrong.GAP:
            yield _finding(round_, NUMBER_TWICE.code, fault)


def _faults(round_: Round) -> Iterator[Fault]:
    for holders in _runs(round_.paper).values():
        yield from faults(holders.values())


def _runs(plan: Outline) -> dict[tuple[int, str], dict[str, list[Numbered]]]:
    """Return the numbered parts of each series, by what holds them, in reading order.

    Sections count by their depth, each below what is above them; columns run through the plan.
    """
    found: dict[tuple[int, str], dict[str, list[Numbered]]] = {}
    for key, section in plan.sections.items():
        above = key.rpartition("/")[0]
        if part := numbered_part(key, number_of(section)):
            run = found.setdefault((key.count("/"), part.series.alike), {})
            run.setdefault(above, []).append(part)
    for key, column in plan.columns.items():
        if part := numbered_part(key, number_of(column)):
            run = found.setdefault((0, part.series.alike), {})
            run.setdefault("", []).append(part)
    return found


def _finding(round_: Round, code: str, fault: Fault, **more: str) -> Finding:
    plan, params = round_.paper, {"key": fault.key, "label": fault.label, **more}
    if fault.key in plan.sections:
        return Finding(code, params, Subject("section", fault.key), ("key",))
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
        "Mend the numbers, or turn the rule off under rules in plan/plan.yaml where they are "
        "rightly so."
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
    message=N_("{label} comes twice, or behind a higher number."),
    hint=N_("Mend the number of {key}."),
    meaning=N_(
        "A number of a series comes twice, or behind a higher one, so that references to it are "
        "ambiguous."
    ),
)
