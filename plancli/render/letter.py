"""The letter to a unit: what became of each of its comments, with the change that it made."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plancli.core.diff import Run
from plancli.core.manifest import UnitKind
from plancli.core.prose import Prose
from plancli.core.reading import Passage
from plancli.core.said import CHINESE
from plancli.core.table import Row, UnitRows
from plancli.render.feedback import Report
from plancli.render.prose import prose
from plancli.render.report import said_day, values
from plancli.render.said import said


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
        "letters": [_answer(report, row, passages) for row in unit.rows],
        "today": said_day(report.manifest, today),
    }
    return prose("reply", templates, {**values(report), **own})


def _answer(report: Report, row: Row, passages: Mapping[str, Iterable[Passage]]) -> Answer:
    marks = (passage for part in row.parts for passage in passages.get(part.id, ()))
    changed = (mark for mark in marks if any(run.op != "=" for run in mark.runs))
    places = tuple(Place(f"{mark.container} {mark.paragraph}", _runs(report, mark)) for mark in changed)
    return Answer(row.label, row.opinion, row.decision, places)


def _runs(report: Report, mark: Passage) -> list[Run]:
    """Return the runs of a passage; names of units are separated as the plan's language does it."""
    spot = report.case.plan.spots.get(mark.paragraph) if report.case else None
    listed = CHINESE.comma.join(spot.paragraph.units or ()) if spot else ""
    if "".join(run.text for run in mark.runs if run.op != "-").strip(CHINESE.comma) != listed:
        return mark.runs
    comma = said(report.manifest.language).comma
    return [Run(op, comma if text == CHINESE.comma else text) for op, text in mark.runs]
