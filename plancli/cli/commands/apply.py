"""plancli apply."""

from typing import Annotated

import typer

from plancli.cli.commits import apply_and_commit
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, CommentIds, DryRun
from plancli.cli.output import print_answer
from plancli.library.revising import adopted
from plancli.library.revising import apply as merged
from plancli.library.writing import writable
from plancli.messages import N_, _, semicolon
from plancli.render.answers.meetings import apply_answer
from plancli.render.terminal import outcomes
from plancli.store.transaction import write_all

HELP = N_(
    "Merge adopted comments into the plan, all at once: the order does not matter. Comments that collide, or "
    "whose words have no place in the draft, are left out and named; exit code 1 if there are any."
)
EXAMPLE = "plancli apply 市医保局-01 市公安局 --dry-run"


def command(
    ids: CommentIds = None,
    everything: Annotated[bool, typer.Option("--all", help=_("Every adopted comment."))] = False,
    dry_run: DryRun = False,
    commit: Annotated[
        bool, typer.Option("--commit", help=_("Make one git commit for each comment."))
    ] = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    names = None if everything else ids or []
    wanted = adopted(repository, names)
    revision, changed = writable(repository, wanted, merged(repository, names))
    files = list(changed)
    if commit and not dry_run:
        recorded = repository.record.comments
        new = [
            name for name in wanted if revision.record.get(name) not in (None, recorded.get(name))
        ]
        files = apply_and_commit(root, repository, new)
    elif not dry_run:
        write_all(root, changed, {path: repository.files.get(path) for path in changed})
    if as_json:
        print_answer(apply_answer(revision, wanted, files))
    else:
        typer.echo("\n".join(outcomes.lines(revision, wanted)))
        taken = len(wanted) - len(outcomes.refused(revision, wanted))
        counted = _("{taken} of {wanted} comments in the text").format(
            taken=taken, wanted=len(wanted)
        )
        typer.echo(semicolon().join([counted, outcomes.written(files, dry_run)]), err=True)
    return 1 if outcomes.refused(revision, wanted) else 0
