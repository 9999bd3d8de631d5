"""plancli note."""

from typing import Annotated

import typer

from plancli.cli.asking import given
from plancli.cli.completion import parts
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.core.evidence.declared import noted_changes
from plancli.core.finding import Code, Place, Subject, refuse
from plancli.core.locate.names import Names
from plancli.core.plan.manifest import DraftingNote
from plancli.core.rounds.note import idle, named, noted, without_note
from plancli.core.rounds.unexplained import OfficeChange
from plancli.messages import N_, _
from plancli.render.answers.written import NoteAnswer
from plancli.render.terminal import outcomes
from plancli.store.files import MANIFEST
from plancli.store.manifest import with_note, without_notes
from plancli.store.repository import Repository
from plancli.store.transaction import write_all

HELP = N_(
    "Say why the drafting office changed something itself: writes a note into plan/plan.yaml with exactly "
    "what was changed, as check marks it, so that the next change is seen again. A note on the same part "
    "that is out of date is brought up to date; without --reason it keeps its reason. --drop takes such a "
    "note out."
)
EXAMPLE = (
    "plancli note 第二章.1 --reason 选址改由各村负责。; plancli note plan --reason 调整章节顺序。"
)


def command(
    keys: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY…",
            help=_("Paragraphs, sections or columns that were changed; plan for their order."),
            autocompletion=parts,
        ),
    ],
    reason: Annotated[
        str | None, typer.Option(help=_("Why it was changed; - reads it from stdin."))
    ] = None,
    drop: Annotated[
        bool, typer.Option("--drop", help=_("Take out notes on changes that are no more."))
    ] = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    why = given(reason) or None
    again = repository
    notes: list[DraftingNote] = []
    for key in keys if drop else ():
        again = _without(again, key)
    for key in () if drop else keys:
        for change in _meant(again, key):
            again, note = _with_note(again, change, why)
            notes.append(note)
    if not dry_run:
        write_all(root, {MANIFEST: again.files[MANIFEST]}, {MANIFEST: repository.files[MANIFEST]})
    if as_json:
        print_answer(NoteAnswer(MANIFEST, notes))
        return 0
    for note in notes:
        typer.echo(f"{note.paragraph}  {note.change}  {note.reason}")
    typer.echo(outcomes.written([MANIFEST], dry_run), err=True)
    return 0


def _without(repository: Repository, key: str) -> Repository:
    """Return the repository without the notes on a part that explain nothing, read back as a check."""
    notes = repository.manifest.notes
    places = idle(notes, _changes(repository), key)
    if not places:
        known = "、".join(dict.fromkeys(note.paragraph for note in notes))
        raise refuse(Code.NO_IDLE_NOTE, key=key, known=known)
    document = repository.documents[Subject("plan", "plan")]
    again = repository.changed({MANIFEST: without_notes(document, places)})
    left = tuple(note for place, note in enumerate(notes) if place not in places)
    if again.findings or again.manifest.notes != left:
        raise refuse(Code.NOT_WRITABLE, Place(MANIFEST))
    return again


def _meant(repository: Repository, key: str) -> list[OfficeChange]:
    """Return the changes without note of the part that a key, title or citation names."""
    open_changes = without_note(repository.manifest.notes, _changes(repository))
    known = dict.fromkeys(named(change) for change in open_changes)
    names = [key] if key in known else Names(repository.open_round.plan).keys(key)
    found = [change for change in open_changes if named(change) in names]
    if not found:
        raise refuse(Code.NOTHING_TO_NOTE, key=key, known="、".join(known))
    return found


def _changes(repository: Repository) -> list[OfficeChange]:
    """Return what the office changed itself, in the round that is open and in earlier ones."""
    found: list[OfficeChange] = []
    for round_ in repository.rounds:
        found += noted_changes(round_)
    return found


def _with_note(
    repository: Repository, change: OfficeChange, reason: str | None
) -> tuple[Repository, DraftingNote]:
    """Return the repository with one more note, read back as a check."""
    wanted = noted(repository.manifest.notes, _changes(repository), change, reason)
    if wanted is None:
        raise refuse(Code.VALUE_MISSING, name="--reason")
    document = repository.documents[Subject("plan", "plan")]
    again = repository.changed({MANIFEST: with_note(document, wanted.note, wanted.place)})
    if again.findings or wanted.note not in again.manifest.notes:
        raise refuse(Code.NOT_WRITABLE, Place(MANIFEST))
    return again, wanted.note
