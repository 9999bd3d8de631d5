"""The letter to a unit: what became of each of its comments, with the change that it made."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plancli.core.evidence.audit import Proof
from plancli.core.evidence.pieces import accepted, rejected
from plancli.core.evidence.redline import Line
from plancli.core.plan.manifest import UnitKind
from plancli.core.publish.naming import Paper
from plancli.core.publish.prose import Prose, stamped
from plancli.core.publish.table import Row, UnitRows, ids_of
from plancli.core.text.marked import Run
from plancli.render.pages.prose import prose
from plancli.render.pages.words import said, stamp
from plancli.render.tables.feedback import Report
from plancli.render.tables.report import said_day, values


class Place(NamedTuple):
    """A place in the plan on which a comment left its mark."""

    place: str
    runs: Sequence[Run]


class Answer(NamedTuple):
    """What is said of one comment; `others` are the units that signed it, too."""

    label: str
    opinion: str
    decision: str
    changes: tuple[Place, ...]
    others: tuple[str, ...] = ()


class Marks(NamedTuple):
    """What comments left in the plan, by id: passages that bear their mark, and lines that came or went."""

    passages: Mapping[str, Iterable[Proof]]
    lines: Mapping[str, Sequence[Line]]


def letter(report: Report, unit: UnitRows, marks: Marks, templates: Path, today: date) -> Prose:
    """Return the letter to a unit."""
    kinds = {one.name: one.kind for one in report.manifest.units}
    own = {
        "unit": unit.unit,
        "person": kinds.get(unit.unit, UnitKind.UNIT) is not UnitKind.UNIT,
        "letters": [_answer(report, row, marks, unit.unit) for row in unit.rows],
        "today": said_day(report.manifest, today),
    }
    text = prose("reply", templates, {**values(report), **own})
    found = report.claims.about(ids_of(unit))
    return stamped(text, stamp(found, report.manifest.language))


def _answer(report: Report, row: Row, marks: Marks, unit: str) -> Answer:
    lines = list(dict.fromkeys(line for part in row.parts for line in marks.lines.get(part.id, ())))
    whole = {line.key for line in lines}
    passages = (passage for part in row.parts for passage in marks.passages.get(part.id, ()))
    changed = [
        p for p in passages if any(run.op != "=" for run in p.runs) and p.paragraph not in whole
    ]
    places = [Place(_called(report, p.paragraph), p.runs) for p in changed]
    whole_lines = [Place(_called(report, line.key), _whole(line)) for line in lines]
    others = tuple(name for name in row.units if name != unit)
    return Answer(row.label, row.opinion, row.decision, (*places, *whole_lines), others)


def _called(report: Report, key: str) -> str:
    """Return what a part is called on the draft that the unit holds; what is new, in the plan."""
    assert report.round is not None
    return Paper.of(report.round).name(key, said(report.manifest.language).naming)


def _whole(line: Line) -> list[Run]:
    """Return all words of a line that came or went."""
    if line.added:
        return [Run("+", accepted(line.pieces))]
    return [Run("-", rejected(line.pieces))]
