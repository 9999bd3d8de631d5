"""Numbers of chapters, projects and columns."""

from collections.abc import Iterator

from plancli.core.case import Case
from plancli.core.finding import Code, Finding, Subject
from plancli.core.numbering import Fault, Numbered, faults_in_chapters, numbered

_SHOWN = 12
"""How many missing numbers a message names."""


def gaps(case: Case) -> Iterator[Finding]:
    """Numbers of chapters, tasks, projects and columns have no gaps: one finding for each series."""
    for fault in _faults(case):
        if fault.missing:
            shown = [*fault.missing[:_SHOWN], *["……"] * (len(fault.missing) > _SHOWN)]
            yield _finding(case, Code.NUMBER_GAP, fault, missing="、".join(shown))


def doubles(case: Case) -> Iterator[Finding]:
    """No number of a series comes twice, or behind a higher one."""
    for fault in _faults(case):
        if not fault.missing:
            yield _finding(case, Code.NUMBER_TWICE, fault)


def _faults(case: Case) -> Iterator[Fault]:
    for chapters in _series(case).values():
        yield from faults_in_chapters(list(chapters.values()))


def _series(case: Case) -> dict[tuple[int, str], dict[str, list[Numbered]]]:
    """Return the numbered parts in reading order: sections by depth and what is above, columns together."""
    plan, found = case.plan, dict[tuple[int, str], dict[str, list[Numbered]]]()
    for key in plan.sections:
        above, _, name = key.rpartition("/")
        if one := numbered(key, name):
            found.setdefault((key.count("/"), one.series), {}).setdefault(above, []).append(one)
    for key, column in plan.columns.items():
        if one := numbered(key, column.column):
            found.setdefault((0, one.series), {}).setdefault("", []).append(one)
    return found


def _finding(case: Case, code: Code, fault: Fault, **more: str) -> Finding:
    plan, params = case.plan, {"key": fault.key, "label": fault.label, **more}
    if fault.key in plan.sections:
        return Finding(code, params, Subject("section", fault.key), ("key",))
    section = plan.sections[plan.container(fault.key)]
    names = [f"{section.key}/{getattr(part, 'column', '')}" for part in section.body]
    return Finding(code, params, Subject("section", section.key), ("body", names.index(fault.key), "column"))
