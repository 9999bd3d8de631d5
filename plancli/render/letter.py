"""The letter to a unit: what became of each of its comments, with the change that it made."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plancli.core.diff import Run
from plancli.core.manifest import UnitKind
from plancli.core.prose import Prose
from plancli.core.reading import Passage
from plancli.core.table import Row, UnitRows
from plancli.render.feedback import Report
from plancli.render.prose import prose
from plancli.render.report import said_day, values


class Place(NamedTuple):
    """A place in the plan on which a comment left its mark."""

    place: str
    runs: Sequence[Run]


class Answer(NamedTuple):
    """What is said of one comment."""

    label: str
    opinion: str
    decision: str
    changes: tuple[Place, ...]


def letter(
    report: Report, unit: UnitRows, passages: Mapping[str, Iterable[Passage]], templates: Path, today: date
) -> Prose:
    """Return the letter to a unit; `passages` are the marks of its comments in the plan, by id."""
    kinds = {one.name: one.kind for one in report.manifest.units}
    own = {
        "unit": unit.unit,
        "person": kinds.get(unit.unit, UnitKind.UNIT) is not UnitKind.UNIT,
        "letters": [_answer(row, passages) for row in unit.rows],
        "today": said_day(report.manifest, today),
    }
    return prose("reply", templates, {**values(report), **own})


def _answer(row: Row, passages: Mapping[str, Iterable[Passage]]) -> Answer:
    marks = (passage for part in row.parts for passage in passages.get(part.id, ()))
    changed = (mark for mark in marks if any(run.op != "=" for run in mark.runs))
    places = tuple(Place(f"{mark.container} {mark.paragraph}", mark.runs) for mark in changed)
    return Answer(row.label, row.opinion, row.decision, places)
