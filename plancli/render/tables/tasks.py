"""The task table (重点任务分工表): who leads and takes part in each task, and the duties of each unit."""

from collections.abc import Callable, Iterable
from itertools import groupby

from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.manifest import Manifest
from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.core.publish.tasks import Duties, Shift, Task
from plancli.messages import N_, in_language
from plancli.render.pages.words import said

TITLE = N_("{title}: division of tasks")
BY_UNIT = N_("{title}: duties by unit")
CHANGED = N_("Come and gone: against {draft}, with who changed it.")
_SHIFTED = N_("{task} ({by})")
_LEAD_SHIFTED = N_("{task} (lead; {by})")
_OFFICE = N_("drafting office")


def by_task(manifest: Manifest, tasks: Iterable[Task]) -> Sheet:
    """Return a row for each task, those of one project together."""
    translate = in_language(manifest.language).gettext
    heads = (
        Head(translate(N_("No.")), 6, centred=True),
        Head(translate(N_("Project")), 20, centred=True, shared=True),
        Head(translate(N_("Task")), 34),
        Head(translate(N_("Lead")), 14, centred=True),
        Head(translate(N_("Other responsible units")), 32),
    )
    numbered = ((str(number), task) for number, task in enumerate(tasks, 1))
    blocks = tuple(
        Block(
            tuple(
                (
                    number,
                    task.title,
                    task.number + task.task,
                    task.lead,
                    said(manifest.language).comma.join(task.others),
                )
                for number, task in own
            )
        )
        for _, own in groupby(numbered, key=lambda pair: pair[1].section)
    )
    title = translate(TITLE).format(title=manifest.joints.published(manifest.title))
    return Sheet(title, heads, blocks, language=manifest.language)


def by_unit(manifest: Manifest, found: Iterable[Duties], draft: str) -> Sheet:
    """Return a row for each unit, with what came and went against the draft."""
    translate: Callable[[str], str] = in_language(manifest.language).gettext
    labels = (N_("Unit"), N_("Leads"), N_("Takes part in"), N_("Come"), N_("Gone"))
    shares = (14, 26, 32, 16, 16)
    heads = tuple(
        Head(translate(label), share, centred=at == 0)
        for at, (label, share) in enumerate(zip(labels, shares, strict=True))
    )
    rows = tuple(
        (
            one.unit,
            _listed(one.leads),
            _listed(one.joins),
            _shifted(one.come, manifest.language),
            _shifted(one.gone, manifest.language),
        )
        for one in found
    )
    title, lead = (
        translate(BY_UNIT).format(title=manifest.joints.published(manifest.title)),
        translate(CHANGED).format(draft=draft),
    )
    return Sheet(title, heads, (Block(rows),), (lead,), language=manifest.language)


def _named(task: Task) -> str:
    """Return a task with the project in which it stands."""
    return f"{task.title} {task.number}{task.task}"


def _listed(tasks: Iterable[Task]) -> str:
    return "\n".join(map(_named, tasks))


def _shifted(shifts: Iterable[Shift], language: str) -> str:
    """Return tasks that came or went, one a line, each with who is the cause."""
    translate = in_language(language).gettext
    lines: list[str] = []
    for shift in shifts:
        names = [translate(_OFFICE) if by == OFFICE else by for by in shift.by]
        form = translate(_LEAD_SHIFTED if shift.lead else _SHIFTED)
        lines.append(form.format(task=_named(shift.task), by=said(language).comma.join(names)))
    return "\n".join(lines)
