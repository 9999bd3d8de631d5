"""plancli renumber."""

from collections.abc import Iterator
from typing import Annotated

import typer

from plancli.cli.commits import Message, write_and_commit
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, Commit, DryRun
from plancli.cli.output import print_answer
from plancli.core.plan.outline import Outline
from plancli.core.revision.renumber import Renumbered, following, words_apart
from plancli.core.text.diff import readable
from plancli.core.text.marked import marked, shortened
from plancli.messages import N_, _
from plancli.render.answers.written import (
    NumberEntry,
    ReferenceEntry,
    RenumberAnswer,
    left_entries,
)
from plancli.render.terminal import numbering, outcomes
from plancli.render.terminal.columns import aligned
from plancli.store.repository import Repository
from plancli.store.save import Written, written_files
from plancli.store.transaction import write_all

HELP = N_(
    "Let the numbers of chapters, sections, columns and headings follow what came, went and moved, and with "
    "them what refers to them (专栏3, 第四章第2项, 本章第(二)项). A reference that means no one part with "
    "certainty is named, and left as it stands. The numbers that the draft leaves out stay left out, but for "
    "series that numbering in plan.yaml declares. Comments cite the numbers of the draft, and go on doing "
    "so; plan/applied.yaml keeps what was renumbered, so that check knows it and comments can be taken out "
    "again. --undo takes the numbers of the draft."
)
EXAMPLE = "plancli renumber --dry-run"


def command(
    undo: Annotated[
        bool, typer.Option("--undo", help=_("Take the numbers of the draft again."))
    ] = False,
    dry_run: DryRun = False,
    commit: Commit = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    plan = Outline(repository.workspace.plan)
    drafted = {**plan.all_numbers, **repository.workspace.draft.all_numbers}
    renumbered, written = _written(repository, undo)
    numbers = written.renumbered
    files = written_files(repository, written)
    entries = [
        NumberEntry(key, drafted.get(key, ""), number, _called(plan, key))
        for key, number in numbers.items()
    ]
    changed = list(_references(Outline(repository.as_titled), Outline(written.sections)))
    if commit and not dry_run:
        said = Message("、".join(f"{one.drafted} → {one.now}" for one in entries) or _UNDONE)
        write_and_commit(
            root, repository, lambda before: written_files(before, _written(before, undo)[1]), said
        )
    elif not dry_run:
        write_all(root, files, {path: repository.files.get(path) for path in files})
    if as_json:
        print_answer(RenumberAnswer(entries, changed, left_entries(renumbered.left), list(files)))
        return 0
    rows = [(f"{one.drafted} → {one.now}", one.title, one.part) for one in entries]
    for line in (*aligned(rows), *(f"{one.part}  {one.change}" for one in changed)):
        typer.echo(line)
    for line in numbering.lines(renumbered.left):
        typer.echo(line)
    if not entries:
        typer.echo(_("Every part has the number of the draft."), err=True)
    typer.echo(outcomes.written(list(files), dry_run), err=True)
    return 0


_UNDONE = "plan: the numbers of the draft"
"""What a commit says after which no part has another number than in the draft."""


def _written(repository: Repository, undo: bool) -> tuple[Renumbered, Written]:
    """Return the plan with the numbers that follow, or to `undo` that, with those of the draft."""
    work = repository.workspace
    numbers = (
        {} if undo else following(work.draft, Outline(work.plan), repository.manifest.numbering)
    )
    renumbered = work.renumbered(numbers)
    written = Written(renumbered.sections, work.recorded, numbers, renumbered.kept)
    return renumbered, written


def _called(plan: Outline, key: str) -> str:
    """Return the title of a part, the heading of a paragraph; of one without a heading its text begins it."""
    spot = plan.spots.get(key)
    if spot is None:
        return plan.titles[key]
    return spot.paragraph.heading or shortened(spot.paragraph.text, _SHOWN)


_SHOWN = 12
"""So many characters of a text tell which paragraph is meant."""


def _references(before: Outline, after: Outline) -> Iterator[ReferenceEntry]:
    """Yield the texts that say other numbers than they did, with what changed in them."""
    for key, field, old, new in words_apart(before, after):
        change = marked(run for run in readable(old, new) if run.op != "=")
        yield ReferenceEntry(key, field, change)
