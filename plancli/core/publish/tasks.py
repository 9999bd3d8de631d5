"""Who is responsible for what: the tasks of the plan by project, and the duties of each unit."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plancli.core.plan.outline import Outline, Spot
from plancli.core.plan.printed import headline


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


def duties(draft: Outline, plan: Outline, aliases: Mapping[str, str]) -> list[Duties]:
    """Return the duties of every unit, in the order in which the plan names them, then the draft.

    A unit that is printed under an alias is counted under its name.
    """
    old, new = (dict(_named(task, aliases) for task in tasks(outline)) for outline in (draft, plan))
    units = dict.fromkeys(unit for names in (*new.values(), *old.values()) for unit in names)
    return [
        Duties(
            unit,
            tuple(task for task, names in new.items() if names[:1] == (unit,)),
            tuple(task for task, names in new.items() if unit in names[1:]),
            tuple(_more(unit, new, old)),
            tuple(_more(unit, old, new)),
        )
        for unit in units
        if unit.strip("…")
    ]


def _named(task: Task, aliases: Mapping[str, str]) -> tuple[Task, tuple[str, ...]]:
    """Return a task with its units by their names, each once."""
    return task, tuple(dict.fromkeys(aliases.get(unit, unit) for unit in task.units))


NamedUnits = Mapping[Task, tuple[str, ...]]


def _more(unit: str, here: NamedUnits, there: NamedUnits) -> Iterator[Task]:
    """Yield the tasks that a unit has in one state only."""
    others = {task.paragraph for task, names in there.items() if unit in names}
    return (task for task, names in here.items() if unit in names and task.paragraph not in others)
