"""What was taken in of files that came back, for programs."""

from dataclasses import dataclass, field
from typing import ClassVar

from plancli.core.comments.edits import Edit
from plancli.core.intake.taken import Intake, TakenIn, Whence
from plancli.render.answers.answer import ONLY_IF_ANY, Answer


@dataclass(frozen=True)
class PointEntry:
    """A point that can be decided: how far it was understood, and its edits, sure or to be confirmed.

    `why` names the doubt, `quote` the words that it is about; both are empty where nothing is doubted.
    """

    id: str
    unit: str
    file: str
    sheet: str
    row: int
    author: str
    verdict: str
    edits: list[Edit]
    why: str
    quote: str
    units: list[str] = field(default_factory=list, metadata=ONLY_IF_ANY)


@dataclass(frozen=True)
class KnownEntry:
    """A row whose opinion is in already, and as which comment; empty: it stands in the files twice."""

    file: str
    sheet: str
    row: int
    author: str
    id: str


@dataclass(frozen=True)
class SilentEntry:
    """A unit that answers that it has no opinion; whether the roster says so now, and what it said before."""

    unit: str
    file: str
    sheet: str
    row: int
    author: str
    new: bool
    roster: str


@dataclass(frozen=True)
class NotedEntry:
    """What somebody should look at in a row, and the words that it is about."""

    file: str
    sheet: str
    row: int
    author: str
    what: str
    words: str


@dataclass(frozen=True)
class IntakeAnswer(Answer):
    """What files gave: comments, what was in already, units without opinion, what was left out.

    `gone` are comments from files of these names that they no longer say; `left_out` heads of columns with
    personal data, `unknown` those of which nothing is known, by file.
    """

    comments: list[PointEntry]
    known: list[KnownEntry]
    silent: list[SilentEntry]
    gone: list[str]
    noted: list[NotedEntry]
    left_out: dict[str, list[str]]
    unknown: dict[str, list[str]]
    files: list[str]


@dataclass(frozen=True)
class IntakeSheetAnswer(IntakeAnswer):
    """What tables gave."""

    format: ClassVar = "plancli intake sheet"


@dataclass(frozen=True)
class IntakeReturnedAnswer(IntakeAnswer):
    """What drafts gave that came back with changes."""

    format: ClassVar = "plancli intake returned"


@dataclass(frozen=True)
class IntakeAllAnswer(IntakeAnswer):
    """What files of several kinds gave."""

    format: ClassVar = "plancli intake all"


@dataclass(frozen=True)
class IntakeLetterAnswer(IntakeAnswer):
    """What letters gave; each line that is no opinion is among what was noted."""

    format: ClassVar = "plancli intake letter"


@dataclass(frozen=True)
class IntakeUndoAnswer(Answer):
    """What was taken back: comments, units whose answer went, what had come in, the files that changed."""

    format: ClassVar = "plancli intake undo"
    comments: list[str]
    units: list[str]
    sources: list[str]
    files: list[str]


def intake_answer(kind: type[IntakeAnswer], intake: Intake, files: list[str]) -> IntakeAnswer:
    """Build the answer of a command that takes files in; its kind names the command."""
    points: list[PointEntry] = []
    for taken in intake.taken:
        points += _points(taken)
    known = [KnownEntry(*one.whence, one.id) for one in intake.known]
    silent = [SilentEntry(one.unit, *one.whence, one.new, one.roster) for one in intake.silent]
    noted = [_noted(whence, one.remark.value, one.words) for whence, one in intake.noted]
    heads = intake.left_out, intake.unknown
    return kind(points, known, silent, list(intake.gone), noted, *heads, files)


def _points(taken: TakenIn) -> list[PointEntry]:
    entries: list[PointEntry] = []
    for part, reading in zip(taken.comment.parts, taken.readings, strict=True):
        why = "" if reading.why is None else reading.why.value
        entries.append(
            PointEntry(
                part.id,
                part.unit,
                *taken.whence,
                verdict=reading.verdict.value,
                edits=list(reading.edits),
                why=why,
                quote=reading.quote,
                units=list(part.units or ()),
            )
        )
    return entries


def _noted(whence: Whence, what: str, words: str) -> NotedEntry:
    return NotedEntry(*whence, what, words)
