"""plancli revert."""

from typing import Annotated

import typer

from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, CommentIds, DryRun
from plancli.cli.output import print_answer
from plancli.library.revising import recorded
from plancli.library.revising import revert as reverted
from plancli.messages import N_, _
from plancli.render.answers.meetings import RevertAnswer, meeting_entries
from plancli.render.terminal import conflicts, outcomes
from plancli.store.save import revised_files, save

HELP = N_(
    "Take comments out of the plan again, in any order. The other comments and the drafting office's own "
    "changes stay; where the office has since changed the same words, the comment stays and is named."
)
EXAMPLE = "plancli revert 市医保局-01"


def command(
    ids: CommentIds = None,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Everything that is in the text."))
    ] = False,
    dry_run: DryRun = False,
    forget: Annotated[
        bool,
        typer.Option(
            "--forget", help=_("Take it out of the record only; the text stays as it is.")
        ),
    ] = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    wanted = None if everything else ids or []
    names = recorded(repository, wanted)
    revision = reverted(repository, wanted, forget=forget)
    staying = [name for name in names if name in revision.record]
    files = (
        list(revised_files(repository, revision)) if dry_run else save(root, repository, revision)
    )
    if as_json:
        gone = [name for name in names if name not in staying]
        left = meeting_entries(revision.conflicts)
        print_answer(RevertAnswer(gone, staying, left, files))
    else:
        for name in names:
            leaves = _("can be taken out") if dry_run else _("taken out")
            outcome = _("stays: conflict") if name in staying else leaves
            typer.echo(f"{name}  {outcome}")
        for conflict in revision.conflicts:
            typer.echo("\n".join(conflicts.meeting_lines(conflict)))
        typer.echo(outcomes.written(files, dry_run), err=True)
    return 1 if staying else 0
