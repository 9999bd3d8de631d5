"""Files that came back, taken in: what they say is made into comments; all of it or nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import typer

from plancli.cli.new_comment import NewComment, new_comments
from plancli.cli.output import print_answer
from plancli.core.check.rules.roster.units import near_units
from plancli.core.comments.comment import Comment
from plancli.core.finding import Code, Finding, Place, PlanError, Subject
from plancli.core.intake.circulated import Circulated
from plancli.core.intake.entries import names_of, several_units, signing_units
from plancli.core.intake.known import gone
from plancli.core.intake.opinions import FileOpinions, Received, RowNote
from plancli.core.intake.remembered import Arrived, senders_of, with_senders
from plancli.core.intake.sifting import Before, NewOpinion, answers_without, comment_of, sifted
from plancli.core.intake.taken import Intake, Silent, TakenIn, Whence
from plancli.core.plan.arrival import PASTED, Arrival
from plancli.core.plan.manifest import Manifest, Reply
from plancli.render.answers.intake import IntakeAnswer, intake_answer
from plancli.render.terminal import outcomes
from plancli.render.terminal.intake import intake_lines
from plancli.store.comments import taken_digest
from plancli.store.files import MANIFEST
from plancli.store.repository import Repository
from plancli.store.roster import with_answers, with_authors
from plancli.store.transaction import write_all
from plancli.store.yaml.strict import parse

PLAN = Subject("plan", "plan")


class Changed(NamedTuple):
    """What an intake comes to: as a value, and as files with their new bytes."""

    intake: Intake
    files: dict[str, bytes | None]
    new: tuple[NewComment, ...]


def take_in(
    root: Path,
    repository: Repository,
    files: Sequence[Received],
    answer: type[IntakeAnswer] | None,
    dry_run: bool,
    authors: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write what files say, or only say what would be written; `answer` is the kind of JSON wanted.

    `authors` are names in files, and the units that they stand for from now on.
    """
    changed = taken_in(repository, files, authors)
    if not dry_run:
        expected = {path: repository.files.get(path) for path in changed.files}
        write_all(root, changed.files, expected)
    if answer is not None:
        print_answer(intake_answer(answer, changed.intake, list(changed.files)))
        return
    # in one piece: there may be ten thousand lines
    typer.echo("\n".join(intake_lines(changed.intake, repository.manifest.joints)))
    typer.echo(outcomes.written(list(changed.files), dry_run), err=True)


def taken_in(
    repository: Repository,
    files: Sequence[Received],
    authors: Mapping[str, str] = MappingProxyType({}),
) -> Changed:
    """Return what taking some files in comes to; whose opinion is not known is refused, row by row."""
    _refuse_other_drafts(repository.manifest, files)
    files = list(with_senders(files, senders_of(arrived(repository))))
    _refuse_strangers(repository.manifest, files)
    before = _before(repository)
    opinions, known = sifted(files, before)
    number = 1 + max((one.source.intake for one in arrived(repository)), default=0)
    new = new_comments(repository, [_sealed(opinion, number) for opinion in opinions])
    silent = tuple(
        answers_without(files, before, {unit for opinion in opinions for unit in opinion.units})
    )
    written: dict[str, bytes | None] = {one.path: one.raw for one in new}
    document = repository.documents[PLAN]
    if answers := _answers(silent, number):
        raw = with_answers(document, repository.manifest, answers)
        written[MANIFEST] = raw
        document = parse(MANIFEST, raw)
    if not authors.items() <= repository.manifest.authors.items():
        written[MANIFEST] = with_authors(document, authors)
    taken: list[TakenIn] = []
    for opinion, made in zip(opinions, new, strict=True):
        taken.append(TakenIn(opinion.whence, made.comment, opinion.readings))
    intake = Intake(
        tuple(taken),
        tuple(known),
        silent,
        tuple(gone(before.on_draft, _speaking(before.names, files), [one.id for one in known])),
        tuple(_noted(files)),
        _by_name((file.name, part.left_out) for file in files for part in file.parts),
        _by_name((file.name, part.unknown) for file in files for part in file.parts),
    )
    return Changed(intake, written, tuple(new))


def _sealed(opinion: NewOpinion, number: int) -> Comment:
    """Return a new comment with its own digest, by which `intake undo` sees that nobody worked on it."""
    comment = comment_of(opinion, number)
    if comment.source is None:
        return comment
    source = comment.source.model_copy(update={"taken": taken_digest(comment)})
    return comment.model_copy(update={"source": source})


def _before(repository: Repository) -> Before:
    manifest, every = repository.manifest, list(repository.whole_comments.values())
    open_draft = (None, manifest.draft)
    return Before(
        repository.open_round.workspace.corpus,
        names_of(manifest),
        {unit.name: unit.reply for unit in manifest.units},
        [comment for comment in every if comment.draft in open_draft],
        every,
    )


def _refuse_other_drafts(manifest: Manifest, files: Iterable[Received]) -> None:
    """Refuse forms that were sent out with another draft: their places would be looked for in this one."""
    open_draft = [frozen for frozen in manifest.drafts if frozen.name == manifest.draft]
    wrong: list[Finding] = []
    for file in files:
        asked = [part.circulated for part in file.parts if part.circulated is not None]
        for circulated in dict.fromkeys(asked):
            if not any(map(circulated.is_of, open_draft)):
                wrong.append(_other_draft(circulated, manifest.draft or "", file.name))
    if wrong:
        raise PlanError(wrong)


def _other_draft(circulated: Circulated, is_open: str, file: str) -> Finding:
    """Return why a form is refused; of one name with the open draft it tells that the words are others."""
    said = {"draft": circulated.draft}
    if circulated.draft == is_open:
        return Finding(Code.FORM_OF_OTHER_WORDING, said, place=Place(file))
    return Finding(Code.FORM_OF_OTHER_DRAFT, {**said, "open": is_open}, place=Place(file))


def _refuse_strangers(manifest: Manifest, files: Iterable[Received]) -> None:
    """Refuse rows whose unit is not named, or not on the roster: all of them at once, each name once."""
    names, roster = names_of(manifest), {unit.name for unit in manifest.units}
    wrong: dict[tuple[str, str], Finding] = {}
    for file in files:
        for part in file.parts:
            for row, name in _named(part):
                place = Place(file.name, row)
                if not name:
                    finding = Finding(Code.NO_UNIT_NAMED, {"row": str(row)}, place=place)
                    wrong.setdefault((file.name, ""), finding)
                elif roster.issuperset(signing_units(names, name)):
                    continue
                elif listed := several_units(names, name):
                    said = {"row": str(row), "units": "、".join(listed)}
                    wrong.setdefault(("", name), Finding(Code.SEVERAL_UNITS, said, place=place))
                else:
                    params = {"unit": name, "near": near_units(manifest, name)}
                    finding = Finding(Code.UNKNOWN_UNIT, params, place=place)
                    wrong.setdefault(("", name), finding)
    if wrong:
        raise PlanError(wrong.values())


def _speaking(names: Mapping[str, str], files: Iterable[Received]) -> dict[str, set[str]]:
    """Return the units that speak in each file, by its name; what is pasted is no state of any file."""
    found: dict[str, set[str]] = {}
    for file in files:
        if file.name != PASTED:
            said = [name for part in file.parts for _row, name in _named(part)]
            speaking = found.setdefault(file.name, set())
            for name in said:
                speaking.update(signing_units(names, name))
    return found


def _named(part: FileOpinions) -> Iterator[tuple[int, str]]:
    for opinion in part.opinions:
        yield opinion.row, opinion.unit
    for answered in part.nothing:
        yield answered.row, answered.unit


def arrived(repository: Repository) -> Iterator[Arrived]:
    """Yield from where each comment and each answer of a unit was taken in, and whose it is."""
    for comment in repository.whole_comments.values():
        if comment.source is not None:
            yield Arrived(comment.signed(), comment.source)
    for unit in repository.manifest.units:
        if unit.source is not None:
            yield Arrived(unit.name, unit.source)


def _answers(silent: Iterable[Silent], number: int) -> dict[str, tuple[str, Arrival] | None]:
    """Return what the roster is to say of the units that answer without an opinion, and from where."""
    found: dict[str, tuple[str, Arrival] | None] = {}
    for one in silent:
        if one.new:
            file, sheet, row, _author = one.whence
            source = Arrival(
                file=file, digest=one.digest, sheet=sheet or None, row=row, intake=number
            )
            found[one.unit] = Reply.NOTHING.value, source
    return found


def _noted(files: Iterable[Received]) -> Iterator[tuple[Whence, RowNote]]:
    for file in files:
        for part in file.parts:
            for noted in part.noted:
                yield Whence(file.name, part.sheet, noted.row), noted


def _by_name(lists: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    """Return heads of tables, each once, by the name of their file; several files may have one name."""
    found: dict[str, dict[str, None]] = {}
    for name, heads in lists:
        found.setdefault(name, {}).update(dict.fromkeys(heads))
    return {name: list(heads) for name, heads in found.items()}
