"""plancli upgrade."""

from collections.abc import Iterator

import typer

from plancli.cli.commits import Message, write_and_commit
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, Commit, DryRun
from plancli.cli.output import print_answer
from plancli.core.finding import Code, refuse
from plancli.core.plan.manifest import FORMAT
from plancli.git import processes as git
from plancli.messages import N_, _
from plancli.render.answers.written import UpgradeAnswer
from plancli.render.terminal import outcomes
from plancli.store.transaction import write_all
from plancli.store.upgrade import Upgrade, upgraded

HELP = N_(
    "Bring the files of the plan into the newest format (docs/FORMAT.md); what is printed, merged and proved "
    "stays the same, and so does every byte that need not change. A plan that has it already is left as it "
    "is. Not while a merge of git is unfinished."
)
EXAMPLE = "plancli upgrade --dry-run; plancli upgrade && plancli check"


def command(dry_run: DryRun = False, commit: Commit = False, as_json: AsJson = False) -> int:
    root, repository = open_repository()
    upgrade = upgraded(repository)
    if upgrade.files and git.is_merging(root):
        raise refuse(Code.MERGING)
    if commit and not dry_run:
        said = Message(f"plan: format {FORMAT}")
        write_and_commit(root, repository, lambda before: {**upgraded(before).files}, said)
    elif not dry_run:
        write_all(root, upgrade.files, {path: repository.files[path] for path in upgrade.files})
    if as_json:
        print_answer(UpgradeAnswer(upgrade.before, FORMAT, list(upgrade.files)))
        return 0
    for line in _lines(upgrade):
        typer.echo(line)
    typer.echo(outcomes.written(list(upgrade.files), dry_run), err=True)
    return 0


def _lines(upgrade: Upgrade) -> Iterator[str]:
    """Yield what was done, or would be."""
    if not upgrade.files:
        yield _("The plan has format {format} already.").format(format=FORMAT)
        return
    said = _("format {before} → format {after}")
    yield said.format(before=upgrade.before, after=FORMAT)
    yield from (f"  {path}" for path in upgrade.files)
