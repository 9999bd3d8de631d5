"""Who is responsible for what: the tasks of the plan by project, and the duties of each unit."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.outline import Outline, Spot
from plancli.core.printed import headline


class Task(NamedTuple):
    """A paragraph with responsible units: the first one leads; `units` as printed, also what is left out."""

    section: str
    title: str
    paragraph: str
    task: str
    units: tuple[str, ...]

    @property
    def lead(self) -> str:
        return self.units[0]

    @property
    def others(self) -> tuple[str, ...]:
        return self.units[1:]


class Duties(NamedTuple):
    """What one unit leads and takes part in, and what of it came or went against the draft."""

    unit: str
    leads: tuple[Task, ...]
    joins: tuple[Task, ...]
    come: tuple[Task, ...]
    gone: tuple[Task, ...]


def tasks(outline: Outline) -> list[Task]:
    """Return the tasks in reading order."""
    return [_task(spot) for spot in outline.spots.values() if spot.paragraph.units]


def _task(spot: Spot) -> Task:
    paragraph, section = spot.paragraph, spot.section
    words = paragraph.heading or _begin(paragraph.text) or paragraph.id
    title = headline(section.key, section.title)
    return Task(section.key, title, paragraph.id, words, paragraph.units or ())


_SHOWN = 24


def _begin(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


def duties(draft: Outline, plan: Outline) -> list[Duties]:
    """Return the duties of every unit, in the order in which the plan names them, then the draft."""
    old, new = tasks(draft), tasks(plan)
    units = dict.fromkeys(unit for task in [*new, *old] for unit in task.units if unit.strip("…"))
    before, after = set(_pairs(old)), set(_pairs(new))
    return [
        Duties(
            unit,
            tuple(task for task in new if task.lead == unit),
            tuple(task for task in new if unit in task.others),
            tuple(task for task in new if (unit, task.paragraph) in after - before),
            tuple(task for task in old if (unit, task.paragraph) in before - after),
        )
        for unit in units
    ]


def _pairs(found: Iterable[Task]) -> Iterator[tuple[str, str]]:
    return ((unit, task.paragraph) for task in found for unit in task.units)
