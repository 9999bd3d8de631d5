"""The letter to a unit: what became of each of its comments, with the change that it made."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plancli.core.evidence.audit import Proof
from plancli.core.evidence.pieces import accepted, rejected
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.plan.cells import in_a_line, levels
from plancli.core.plan.day import day
from plancli.core.plan.manifest import UnitKind
from plancli.core.plan.tables import Value
from plancli.core.publish.cells import places as where
from plancli.core.publish.columns import COLUMNS, CellFor, CellSource
from plancli.core.publish.happened import ChangesTold
from plancli.core.publish.naming import Paper, quoted_title
from plancli.core.publish.prose import Prose, stamped
from plancli.core.publish.sheet import Cell
from plancli.core.publish.table import Row, UnitRows, ids_of
from plancli.core.text.characters import CLAUSE_MARKS, SENTENCE_MARKS
from plancli.core.text.marked import LOOKS, Run
from plancli.core.text.numerals import chinese
from plancli.messages import N_, _
from plancli.render.pages.prose import prose
from plancli.render.pages.words import said, stamp
from plancli.render.tables.feedback import Report
from plancli.render.tables.report import said_day, values


class Place(NamedTuple):
    """A place in the plan on which a comment left its mark."""

    place: str
    runs: Sequence[Run]


class Answer(NamedTuple):
    """What is said of one comment under its `subject`; `others` are the units that signed it, too.

    `row` is that of the table in which it is published.
    """

    row: Row
    subject: str
    label: str
    opinion: str
    decision: str
    changes: tuple[Place, ...]
    others: tuple[str, ...] = ()


class Marks(NamedTuple):
    """What comments left in the plan, by id: passages that bear their mark, and lines that came or went."""

    passages: Mapping[str, Iterable[Proof]]
    lines: Mapping[str, Sequence[Line]]
    moved: Collection[str]
    """The keys of all that moved."""


class Letter(NamedTuple):
    """What a letter to a unit says, ahead of the look that a template gives it; the `number` is its own."""

    report: Report
    unit: str
    number: int
    answers: Sequence[Answer]
    today: str
    stamp: str


def letter(report: Report, unit: UnitRows, number: int, marks: Marks, today: date) -> Letter:
    """Return the letter to a unit."""
    return Letter(
        report,
        unit.unit,
        number,
        [_answer(report, row, marks, unit.unit) for row in unit.rows],
        said_day(report.manifest, today),
        stamp(report.claims.about(ids_of(unit)), report.manifest.language),
    )


def as_prose(found: Letter, templates: Path) -> Prose:
    """Return a letter as running text, in the template `reply`."""
    report = found.report
    own = {
        "unit": found.unit,
        "person": not _is_office(report, found.unit),
        _ADDRESSED: addressed(report, found.unit),
        "letters": found.answers,
        "number": found.number,
        "today": found.today,
        **_legend(found.answers),
        **dict.fromkeys((_REFERENCE, _CONTACT, _COPIES), ""),
        **_letterhead(found),
    }
    language = report.manifest.language
    return stamped(prose(REPLY, templates, {**values(report), **own}, language), found.stamp)


def addressed(report: Report, unit: str) -> str:
    """Return how a letter speaks to whom it goes: 贵单位, and 您 to a person or the public."""
    return report.translate(_YOUR_OFFICE if _is_office(report, unit) else _YOU)


def _is_office(report: Report, unit: str) -> bool:
    kinds = {one.name: one.kind for one in report.manifest.units}
    return kinds.get(unit, UnitKind.UNIT) is UnitKind.UNIT


_YOUR_OFFICE, _YOU = N_("your office"), N_("you")


def _legend(answers: Iterable[Answer]) -> dict[str, bool]:
    """Return which looks of words a letter has: it explains no other."""
    changes = (change for answer in answers for change in answer.changes)
    looks = {LOOKS[run.op] for change in changes for run in change.runs if run.text}
    return {
        "struck": any(look.struck for look in looks),
        "underlined": any(look.underlined for look in looks),
    }


REPLY = "reply"
"""What templates of letters are called: reply.txt.j2, and reply.docx, a form with placeholders."""


def _answer(report: Report, row: Row, marks: Marks, unit: str) -> Answer:
    lines = list(dict.fromkeys(line for part in row.parts for line in marks.lines.get(part.id, ())))
    both = Counter(line.key for line in lines)
    whole = {key for key, times in both.items() if times == 1}
    passages = (passage for part in row.parts for passage in marks.passages.get(part.id, ()))
    changed = [
        p for p in passages if any(run.op != "=" for run in p.runs) and p.paragraph not in whole
    ]
    places = [_passage(report, passage) for passage in changed]
    telling = _telling(report, marks.moved)
    # what moved comes in one place and goes in another: it is told once, where it stands now
    whole_lines = [
        Place(_called(report, line.key), _whole(report, line))
        if line.key in whole
        else _moved(report, telling, line.key)
        for line in _said(lines)
        if line.key in whole or line.added
    ]
    others = tuple(name for name in row.units if name != unit)
    return Answer(
        row,
        _subject(report, row),
        row.label,
        row.opinion,
        row.decision,
        (*places, *whole_lines),
        others,
    )


def _passage(report: Report, passage: Proof) -> Place:
    """Return a passage under its name; names of units do not say by themselves what they are."""
    name = _called(report, passage.paragraph)
    if passage.of_units:
        name = report.translate(_UNITS_OF).format(place=name)
    return Place(name, passage.runs)


_UNITS_OF = N_("responsible units of {place}")


def _said(lines: Sequence[Line]) -> list[Line]:
    """Return lines without those that others say: a row says what its cells say, an empty cell nothing."""
    rows = {line.key for line in lines if _is_row(line)}
    found = [line for line in lines if line.container not in rows]
    return [line for line in found if line.pieces or _is_row(line)]


def _subject(report: Report, row: Row) -> str:
    """Return what a comment is about: its place on the draft, else its topic, else how it begins."""
    assert report.round is not None
    words, translate = said(report.manifest.language), report.translate
    places = where(row, report.round, words.naming)
    if len(places) > 1:
        return translate(_ON_PLACES).format(place=places[0])
    if places:
        return translate(_ON).format(subject=places[0])
    topics = row.whole.topics if row.whole else ()
    if topics:
        return translate(_ON).format(subject=words.comma.join(topics))
    return translate(_ON).format(subject=quoted_title(beginning(row.opinion), words.naming))


def beginning(opinion: str) -> str:
    """Return the first clause of an opinion, where it is long as much of it as a heading has room for."""
    clause = re.split(f"[{CLAUSE_MARKS}{SENTENCE_MARKS}\n]", opinion.strip(), maxsplit=1)[0]
    return clause if len(clause) <= _ROOM else f"{clause[:_ROOM]}……"


_ROOM = 20
"""Characters of an opinion in a heading."""
_ON = N_("On {subject}")
_ON_PLACES = N_("On {place} and other places")


def _called(report: Report, key: str) -> str:
    """Return what a part is called on the draft that the unit holds; what is new, in the plan."""
    assert report.round is not None
    return Paper.of(report.round).name(key, said(report.manifest.language).naming)


def _telling(report: Report, moved: Collection[str]) -> ChangesTold:
    assert report.round is not None
    words = said(report.manifest.language)
    return ChangesTold(Paper.of(report.round), words.naming, words.happened, moved)


def _moved(report: Report, telling: ChangesTold, key: str) -> Place:
    """Return where a part stood and stands, under the name by which the unit knows it."""
    happened = telling.happened
    name = happened.behind.format(name=_called(report, key), what=happened.moved)
    return Place(name, [Run("=", "".join(telling.places(key)))])


def _is_row(line: Line) -> bool:
    return line.kind is LineKind.ROW


def _whole(report: Report, line: Line) -> list[Run]:
    """Return all words of a line that came or went; of a row those of its cells, of a head without marks."""
    assert report.round is not None
    words = accepted(line.pieces) if line.added else rejected(line.pieces)
    if _is_row(line):
        state = report.round.paper if line.added else report.round.workspace.draft
        words = state.joints.published(in_a_line(state.rows[line.key].cells))
    elif line.kind is LineKind.HEAD:
        words = " ".join(levels(words))
    return [Run("+" if line.added else "-", words)]


# --- in a form of the office's own --------------------------------------------------------------------------

Placeholders = dict[str, Cell]


def placeholders(found: Letter) -> tuple[Placeholders, list[Placeholders]]:
    """Return what stands for the placeholders of a form: of the whole letter, and of each of its answers.

    Each has its name in the format, and the label of it in the plan's language: {{unit}}, {{单位}}.
    """
    report = found.report
    whole = {
        N_("title"): report.title,
        N_("unit"): found.unit,
        _ADDRESSED: addressed(report, found.unit),
        N_("draft"): report.draft,
        N_("issuer"): report.manifest.issuer,
        N_("number"): str(found.number),
        N_("count"): str(len(found.answers)),
        N_("today"): found.today,
        **_letterhead(found),
        **_letters_received(found),
    }
    answers = [
        _named(report, _of_answer(report, answer, at)) for at, answer in enumerate(found.answers, 1)
    ]
    return _named(report, whole), answers


_REFERENCE, _CONTACT, _COPIES = N_("reference"), N_("contact"), N_("copies")
_ADDRESSED = N_("addressed")


def unsaid(found: Letter) -> dict[str, str]:
    """Return the placeholders of a form for which plan.yaml says nothing, and what would have to say it."""
    missing = [name for name in (_REFERENCE, _CONTACT, _COPIES) if name not in _letterhead(found)]
    reason = _("plan.yaml has no {key} under letters")
    told = {name: reason.format(key=name) for name in missing}
    return {**told, **{found.report.translate(name): told[name] for name in missing}}


def reference(report: Report, number: int) -> str:
    """Return the reference of the letter with a number, as plan.yaml has it; empty where it has none."""
    return (report.manifest.letters.reference or "").replace("{number}", str(number))


def _letterhead(found: Letter) -> dict[str, str]:
    """Return what plan.yaml says that letters bear; a form that asks for what it does not say is refused."""
    head, words = found.report.manifest.letters, said(found.report.manifest.language)
    told = {
        _REFERENCE: reference(found.report, found.number),
        _CONTACT: head.contact or "",
        _COPIES: words.comma.join(head.copies),
    }
    return {name: text for name, text in told.items() if text}


def _letters_received(found: Letter) -> dict[str, str]:
    """Return which letters of the unit are answered, and when they came, as far as the comments say it."""
    comma = said(found.report.manifest.language).comma
    wholes = [answer.row.whole for answer in found.answers if answer.row.whole]
    letters = dict.fromkeys(whole.letter for whole in wholes if whole.letter)
    manifest = found.report.manifest
    days = dict.fromkeys(
        said_day(manifest, day(whole.received)) for whole in wholes if whole.received
    )
    return {
        N_("letter"): comma.join(letters),
        N_("received"): comma.join(days),
    }


def _of_answer(report: Report, answer: Answer, at: int) -> Mapping[str, Cell]:
    """Return what is said of one comment: what the letter says, and the other cells of its row."""
    chinese_plan = report.manifest.language.startswith("zh")
    return {
        **_cells(report, answer.row, at),
        N_("nth"): chinese(at) if chinese_plan else str(at),
        N_("subject"): answer.subject,
        N_("opinion"): answer.opinion,
        N_("decision"): answer.decision,
        N_("changes"): _changes(answer, report.translate(_AT)),
    }


def _cells(report: Report, row: Row, at: int) -> Mapping[str, Cell]:
    """Return the cells of what is published of a comment, by the values of plan.yaml and their labels."""
    channels = {unit.name: unit.channel or "" for unit in report.manifest.units}
    source = CellSource(report.round, channels, said(report.manifest.language))
    found: dict[str, Cell] = {}
    for value, column in COLUMNS.items():
        if value not in _OF_THE_LETTER and not column.internal:
            found[value] = found[report.translate(column.label)] = column.cell(
                CellFor(row, at, source)
            )
    return found


_OF_THE_LETTER = (Value.NUMBER, Value.UNIT)
"""What is the same of all comments of a letter."""


def _changes(answer: Answer, at: str) -> Cell:
    """Return the changes that a comment made as marked words, one place a line."""
    runs: list[Run] = []
    for change in answer.changes:
        runs += [Run("=", "\n")] if runs else []
        runs += [Run("=", at.format(place=change.place)), *change.runs]
    return tuple(runs)


def _named(report: Report, values_: Mapping[str, Cell]) -> Placeholders:
    return {**values_, **{report.translate(name): value for name, value in values_.items()}}


_AT = N_("{place}: ")
