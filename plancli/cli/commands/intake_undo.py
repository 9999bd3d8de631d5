"""plancli intake undo."""

import typer

from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.cli.taking_back import taken_back
from plancli.messages import N_, _
from plancli.render.answers.intake import IntakeUndoAnswer
from plancli.render.terminal import outcomes
from plancli.render.terminal.arrivals import file_name
from plancli.store.transaction import write_all

HELP = N_(
    "Take back the last intake whole: its comments, and the answers that it put on the roster. Refused as "
    "soon as somebody has worked on one of the comments."
)
EXAMPLE = "plancli intake undo --dry-run; plancli intake undo"


def command(dry_run: DryRun = False, as_json: AsJson = False) -> int:
    root, repository = open_repository()
    back = taken_back(repository)
    if not dry_run:
        write_all(root, back.files, {path: repository.files[path] for path in back.files})
    if as_json:
        print_answer(
            IntakeUndoAnswer(
                list(back.comments), list(back.units), list(back.sources), list(back.files)
            )
        )
        return 0
    said = _("taken back: {files} (comments: {comments}, answers: {answers})")
    if dry_run:
        said = _("would be taken back: {files} (comments: {comments}, answers: {answers})")
    counts = {"comments": len(back.comments), "answers": len(back.units)}
    typer.echo(said.format(files="、".join(map(file_name, back.sources)), **counts))
    typer.echo(outcomes.written(list(back.files), dry_run), err=True)
    return 0
