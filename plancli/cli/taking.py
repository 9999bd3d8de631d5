"""Files that came back, taken in: read, understood, and made into comments; all of them or none."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plancli.cli.new_comment import NewComment, new_comments
from plancli.core.check.rules.roster.units import near_units
from plancli.core.comments.comment import Comment, Decision, Item, ReadAs
from plancli.core.finding import Code, Finding, Place, PlanError, Subject, refuse
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty
from plancli.core.intake.entries import (
    RowNote,
    RowOpinion,
    TableOpinions,
    entries_of,
    full_unit,
    names_of,
)
from plancli.core.intake.form import form_in
from plancli.core.intake.grid import Grid
from plancli.core.intake.known import Key, RowKey, gone, key_of, known_keys, known_rows
from plancli.core.intake.reading import Spoken, Understanding, read, sentences_apart
from plancli.core.intake.table import Table, table_in
from plancli.core.intake.taken import Intake, Known, Silent, TakenIn, Whence
from plancli.core.plan.arrival import Arrival
from plancli.core.plan.manifest import Manifest, Reply
from plancli.core.text.characters import steerless
from plancli.messages import N_
from plancli.papers.packed import UnfitFileError
from plancli.store.comments import taken_digest
from plancli.store.files import MANIFEST
from plancli.store.repository import Repository
from plancli.store.roster import with_answers


class Received(NamedTuple):
    """A file that came back, by its name, and its digest."""

    name: str
    digest: str
    tables: tuple[Table, ...]


class Opinion(NamedTuple):
    """An opinion of a table, its unit by the name on the roster, how each of its points was understood."""

    whence: Whence
    digest: str
    entry: RowOpinion
    unit: str
    readings: tuple[Understanding, ...]


def received(name: str, content: bytes, grids: Callable[[bytes], list[Grid]]) -> Received:
    """Return the tables of opinions in a file; refuse one that has none."""
    shown = steerless(name)
    try:
        found = [table_in(grid) or form_in(grid) for grid in grids(content)]
    except UnfitFileError as error:
        raise refuse(Code.NO_TABLE, Place(shown), problem=str(error)) from None
    tables = tuple(table for table in found if table is not None)
    if not tables:
        problem = N_("no table in it has heads that tell of opinions")
        raise refuse(Code.NO_TABLE, Place(shown), problem=problem)
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    return Received(Path(shown).name, digest, tables)


class Changed(NamedTuple):
    """What an intake comes to: as a value, and as files with their new bytes."""

    intake: Intake
    files: dict[str, bytes | None]
    new: tuple[NewComment, ...]


def taken_in(repository: Repository, files: Sequence[Received], unit: str | None) -> Changed:
    """Return what taking some files in comes to; whose opinion is not known is refused, row by row."""
    names = names_of(repository.manifest)
    found: list[tuple[Received, Table, TableOpinions]] = []
    for file in files:
        for table in file.tables:
            found.append((file, table, entries_of(table, names, unit)))
    _refuse_strangers(repository.manifest, found)
    opinions, known = _told_apart(repository, found)
    number = _next_intake(repository)
    new = new_comments(repository, [_comment(opinion, number) for opinion in opinions])
    silent = tuple(_silent(repository, found, {opinion.unit for opinion in opinions}))
    written: dict[str, bytes | None] = {one.path: one.raw for one in new}
    answers = _answers(silent, files, number)
    if answers:
        document = repository.documents[_PLAN]
        written[MANIFEST] = with_answers(document, repository.manifest, answers)
    taken: list[TakenIn] = []
    for opinion, made in zip(opinions, new, strict=True):
        taken.append(TakenIn(opinion.whence, made.comment, opinion.readings))
    no_more = gone(
        _on_open_draft(repository), [one.name for one in files], [one.id for one in known]
    )
    intake = Intake(
        tuple(taken),
        tuple(known),
        silent,
        tuple(no_more),
        tuple(_noted(found)),
        {file.name: _heads(table.left_out for table in file.tables) for file in files},
        {file.name: _heads(table.unknown for table in file.tables) for file in files},
    )
    return Changed(intake, written, tuple(new))


def _told_apart(repository: Repository, found: "_Found") -> tuple[list[Opinion], list[Known]]:
    """Return the opinions that are new, each with how it is understood, and the rows that are in already."""
    names = names_of(repository.manifest)
    corpus = repository.open_round.workspace.corpus
    roster = frozenset(unit.name for unit in repository.manifest.units)
    present, rows = known_keys(_on_open_draft(repository)), known_rows(_whole(repository))
    opinions: list[Opinion] = []
    known: list[Known] = []
    met: set[Key] = set()
    for file, table, entries in found:
        for entry in entries.opinions:
            whence = Whence(file.name, table.name, entry.row)
            name = full_unit(names, entry.unit) or entry.unit
            key = key_of(name, entry.at, entry.opinion)
            before = rows.get(RowKey(file.digest, table.name, entry.row)) or present.get(key)
            if before is not None:
                known.append(Known(whence, before))
            elif key in met:
                known.append(Known(whence, ""))
            else:
                met.add(key)
                reader = OpinionReader(corpus, name, roster)
                pointed = _pointed(entry, reader)
                readings = tuple(_readings(pointed, reader))
                opinions.append(Opinion(whence, file.digest, pointed, name, readings))
    return opinions, known


_PLAN = Subject("plan", "plan")
_Found = Sequence[tuple[Received, Table, TableOpinions]]


def _refuse_strangers(manifest: Manifest, found: _Found) -> None:
    """Refuse rows whose unit is not named, or not on the roster: all of them at once, each name once."""
    names, roster = names_of(manifest), {unit.name for unit in manifest.units}
    wrong: dict[tuple[str, str], Finding] = {}
    for file, _table, entries in found:
        for row, name in _named(entries):
            place = Place(file.name, row)
            if not name:
                params = {"row": str(row)}
                wrong.setdefault((file.name, ""), Finding(Code.NO_UNIT_NAMED, params, place=place))
            elif full_unit(names, name) not in roster:
                params = {"unit": name, "near": near_units(manifest, name)}
                wrong.setdefault(("", name), Finding(Code.UNKNOWN_UNIT, params, place=place))
    if wrong:
        raise PlanError(wrong.values())


def _named(entries: TableOpinions) -> Iterator[tuple[int, str]]:
    for opinion in entries.opinions:
        yield opinion.row, opinion.unit
    for answered in entries.nothing:
        yield answered.row, answered.unit


def _on_open_draft(repository: Repository) -> list[Comment]:
    """Return the comments on the draft that is open, compound ones whole."""
    open_draft = (None, repository.manifest.draft)
    return [comment for comment in _whole(repository) if comment.draft in open_draft]


def _whole(repository: Repository) -> list[Comment]:
    """Return all comments, compound ones whole."""
    single = [comment for comment in repository.comments.values() if comment.part_of is None]
    return [*repository.compounds.values(), *single]


def _pointed(entry: RowOpinion, reader: OpinionReader) -> RowOpinion:
    """Return an opinion with its sentences as points, where some are taken and others wait."""
    if entry.points or entry.decision != Decision():
        return entry
    return entry._replace(points=sentences_apart(entry.said, reader))


def _readings(entry: RowOpinion, reader: OpinionReader) -> Iterator[Understanding]:
    """Yield how each point of an opinion is understood, or the whole where it has none."""
    if not entry.points:
        yield read(entry.said, reader)
    for point in entry.points:
        yield read(Spoken(point, entry.at), reader)


def _comment(opinion: Opinion, number: int) -> Comment:
    """Return a comment as it will be written; of its edits those that were taken."""
    entry, whence = opinion.entry, opinion.whence
    source = Arrival(
        file=whence.file,
        digest=opinion.digest,
        sheet=whence.sheet or None,
        row=whence.row,
        channel=entry.channel,
        intake=number,
    )
    comment = Comment(
        id="new",
        unit=opinion.unit,
        received=entry.received,
        letter=entry.letter,
        at=entry.at,
        opinion=entry.opinion,
        decision=entry.decision,
    )
    if entry.points:
        pairs = zip(entry.points, opinion.readings, strict=True)
        items = tuple(Item(opinion=point, **_read_edits(reading)) for point, reading in pairs)
        comment = comment.model_copy(update={"items": items})
    else:
        comment = comment.model_copy(update=_read_edits(opinion.readings[0]))
    taken = source.model_copy(update={"taken": taken_digest(comment)})
    return comment.model_copy(update={"source": taken})


def _read_edits(reading: Understanding) -> dict[str, Any]:
    """Return what is written of a reading: the edits only where nothing of them is doubted."""
    if reading.verdict is not Certainty.TAKEN:
        return {}
    return {"read": ReadAs.TAKEN, "edits": reading.edits}


def _next_intake(repository: Repository) -> int:
    return 1 + max((source.intake for source in arrivals(repository)), default=0)


def arrivals(repository: Repository) -> Iterator[Arrival]:
    """Yield from where each comment and each answer of a unit was taken in."""
    for comment in _whole(repository):
        if comment.source is not None:
            yield comment.source
    for unit in repository.manifest.units:
        if unit.source is not None:
            yield unit.source


def _silent(repository: Repository, found: _Found, commenting: set[str]) -> Iterator[Silent]:
    """Yield the units that answer that they have no opinion; only where nothing else speaks it is new."""
    manifest = repository.manifest
    names = names_of(manifest)
    speaking = commenting | {comment.unit for comment in _on_open_draft(repository)}
    replies = {unit.name: unit.reply for unit in manifest.units}
    met: set[str] = set()
    for file, table, entries in found:
        for answered in entries.nothing:
            unit = full_unit(names, answered.unit) or answered.unit
            whence = Whence(file.name, table.name, answered.row)
            is_new = replies[unit] is None and unit not in speaking | met
            met.add(unit)
            yield Silent(whence, unit, is_new, replies[unit] or "")


def _answers(
    silent: Iterable[Silent], files: Sequence[Received], number: int
) -> dict[str, tuple[str, Arrival] | None]:
    digests = {file.name: file.digest for file in files}
    found: dict[str, tuple[str, Arrival] | None] = {}
    for one in silent:
        if one.new:
            file, sheet, row = one.whence
            source = Arrival(
                file=file, digest=digests[file], sheet=sheet or None, row=row, intake=number
            )
            found[one.unit] = Reply.NOTHING.value, source
    return found


def _noted(found: _Found) -> Iterator[tuple[Whence, RowNote]]:
    for file, table, entries in found:
        for noted in entries.noted:
            yield Whence(file.name, table.name, noted.row), noted


def _heads(lists: Iterable[Iterable[str]]) -> list[str]:
    """Return heads of several tables, each once."""
    return list(dict.fromkeys(head for heads in lists for head in heads))


# --- taken back ---------------------------------------------------------------------------------------------


class TakenBack(NamedTuple):
    """The last intake: its comments, units whose answer goes, what had come in, the new bytes of files."""

    comments: tuple[str, ...]
    units: tuple[str, ...]
    sources: tuple[str, ...]
    files: dict[str, bytes | None]


def taken_back(repository: Repository) -> TakenBack:
    """Return what takes the last intake back; refuse it where somebody has worked on one of its comments."""
    last = max((source.intake for source in arrivals(repository)), default=0)
    if not last:
        raise refuse(Code.NOTHING_TAKEN_IN)
    whole = [one for one in _whole(repository) if one.source and one.source.intake == last]
    units = [
        unit for unit in repository.manifest.units if unit.source and unit.source.intake == last
    ]
    _refuse_work(repository, whole)
    files: dict[str, bytes | None] = {}
    for comment in whole:
        files[repository.comment_file(comment.id)] = None
    if units:
        names: dict[str, tuple[str, Arrival] | None] = {unit.name: None for unit in units}
        files[MANIFEST] = with_answers(repository.documents[_PLAN], repository.manifest, names)
    arrived = [*(one.source for one in whole), *(unit.source for unit in units)]
    sources = [source.file for source in arrived if source is not None]
    ids = tuple(comment.id for comment in whole)
    return TakenBack(ids, tuple(unit.name for unit in units), tuple(dict.fromkeys(sources)), files)


def _refuse_work(repository: Repository, whole: Iterable[Comment]) -> None:
    """Refuse to lose what people did: a decision, another wording of edits, what points to a comment."""
    record = repository.record
    recorded = {*record.comments}
    for closed in record.earlier:
        recorded |= closed.comments.keys()
    named: set[str] = set()
    for comment in repository.comments.values():
        named |= {*comment.decision.settles, comment.decision.into or ""}
    wrong: list[Finding] = []
    for comment in whole:
        own = {part.id for part in comment.parts} | {comment.id}
        changed = comment.source is None or comment.source.taken != taken_digest(comment)
        if changed or own & (recorded | named):
            place = Place(repository.comment_file(comment.id))
            wrong.append(Finding(Code.WORKED_ON, {"id": comment.id}, place=place))
    if wrong:
        raise PlanError(wrong)
