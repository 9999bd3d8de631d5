"""Numbers of chapters, projects and columns, and references to them."""

import re
from collections.abc import Iterator

from plancli.core.case import Case
from plancli.core.citation import number
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
    """Return the numbered parts in reading order: sections of one depth by what is above, columns together."""
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


_REFERENCE = re.compile(
    r"专栏\s*(?P<column>[0-9一二三四五六七八九十]{1,3})(?![0-9一二三四五六七八九十览]|\s*[个期类年项种])"
    r"|第(?P<chapter>[0-9一二三四五六七八九十]{1,3})章"
    r"|第(?P<project>[0-9一二三四五六七八九十]{1,3})项(?=(?:重点)?(?:工程|任务|项目)|“)"
)
_ELSEWHERE = re.compile(r"(?:[》法]|条例|办法|宪法|规定)[^,，。;；:：]{0,12}$")


def references(case: Case) -> Iterator[Finding]:
    """A column, chapter or project to which the text refers is there."""
    known = _known(case)
    for spot, path in case.plan.places():
        text = spot.paragraph.text
        for match in _REFERENCE.finditer(text):
            kind = next(kind for kind in known if match[kind])
            value = number(match[kind])
            elsewhere = _ELSEWHERE.search(text, max(match.start() - 24, 0), match.start())
            if known[kind] and value not in known[kind] and not elsewhere:
                params = {"paragraph": spot.paragraph.id, "words": match[0]}
                subject, there = Subject("section", spot.section.key), (*path, "text")
                yield Finding(Code.DANGLING, params, subject, there, offset=match.start())


def _known(case: Case) -> dict[str, set[int]]:
    """Return the numbers of the columns, chapters and projects that the plan has."""
    known: dict[str, set[int]] = {"column": set(), "chapter": set(), "project": set()}
    names = [column.column for column in case.plan.columns.values()]
    names += [key.rpartition("/")[2] for key in case.plan.sections]
    kinds = {"专栏1": "column", "专栏一": "column", "第1章": "chapter", "第一章": "chapter", "1": "project"}
    for one in filter(None, (numbered(name, name) for name in names)):
        if one.series in kinds:
            known[kinds[one.series]].add(one.value)
    return known
