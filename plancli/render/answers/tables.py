"""The tables of tasks and of what was changed, for programs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from plancli.core.evidence.changed_line import ChangedLine
from plancli.core.publish.tasks import Duties, Shift, Task
from plancli.core.text.marked import Run
from plancli.render.answers.answer import Answer


@dataclass(frozen=True)
class TaskEntry:
    """A paragraph with responsible units: who leads, and who takes part."""

    section: str
    title: str
    paragraph: str
    task: str
    lead: str
    others: list[str]


@dataclass(frozen=True)
class ShiftEntry:
    """A task that came to a unit or went from it, by whom; `lead`: only that it leads came or went."""

    paragraph: str
    lead: bool
    by: list[str]


@dataclass(frozen=True)
class DutiesEntry:
    """What a unit leads and takes part in, by paragraph, and what of it came or went against the draft."""

    unit: str
    leads: list[str]
    joins: list[str]
    come: list[ShiftEntry]
    gone: list[ShiftEntry]


@dataclass(frozen=True)
class TasksAnswer(Answer):
    """The tasks of the plan in reading order, and the duties of each unit in them."""

    format: ClassVar = "plancli tasks"
    draft: str
    tasks: list[TaskEntry]
    units: list[DutiesEntry]


def tasks_answer(draft: str, tasks: Iterable[Task], units: Iterable[Duties]) -> TasksAnswer:
    """Build the answer; `draft` is that against which duties came and went."""
    return TasksAnswer(draft, list(map(_task, tasks)), list(map(_duties, units)))


def _task(task: Task) -> TaskEntry:
    return TaskEntry(
        task.section, task.title, task.paragraph, task.task, task.lead, list(task.others)
    )


def _duties(duties: Duties) -> DutiesEntry:
    return DutiesEntry(
        duties.unit,
        [task.paragraph for task in duties.leads],
        [task.paragraph for task in duties.joins],
        list(map(_shift, duties.come)),
        list(map(_shift, duties.gone)),
    )


def _shift(shift: Shift) -> ShiftEntry:
    return ShiftEntry(shift.task.paragraph, shift.lead, list(shift.by))


@dataclass(frozen=True)
class ChangedLineEntry:
    """One changed line: its part and section, its place in the draft, the words before and after, by whom."""

    key: str
    section: str
    heading: str
    pages: list[str]
    before: list[Run]
    after: list[Run]
    by: list[str]


@dataclass(frozen=True)
class CompareAnswer(Answer):
    """What was changed against the draft, line by line."""

    format: ClassVar = "plancli compare"
    draft: str
    changes: list[ChangedLineEntry]


def compare_answer(draft: str, changes: Iterable[ChangedLine]) -> CompareAnswer:
    """Build the answer from changed lines."""
    found: list[ChangedLineEntry] = []
    for one in changes:
        place = (one.key, one.section, one.heading, one.position.labels)
        found.append(ChangedLineEntry(*place, list(one.before), list(one.after), list(one.by)))
    return CompareAnswer(draft, found)
