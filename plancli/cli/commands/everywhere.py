"""plancli everywhere."""

from typing import Annotated

import typer

from plancli.cli.asking import given
from plancli.cli.completion import comments_and_units
from plancli.cli.everywhere import listed_in
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.core.comments.comment import Comment
from plancli.core.finding import Code, refuse
from plancli.library.naming import chosen
from plancli.messages import N_, _
from plancli.render.answers.written import everywhere_answer
from plancli.render.terminal import outcomes, places
from plancli.store.repository import Repository
from plancli.store.transaction import write_all

HELP = N_(
    "List the places of edits that hold everywhere (everywhere: true), and freeze them in the comment: of "
    "words in headings, texts, titles and lists of units each place with what stands round it. A place is "
    "left as it is where waived: and the reason are written beside it, by hand or with --waive. Listed anew, "
    "what is waived stays so; what came and what is gone is told. Without ID: in all comments on the draft "
    "that is circulated now."
)
EXAMPLE = (
    "plancli everywhere 市农业农村局-03; plancli everywhere --dry-run; "
    "plancli everywhere 市农业农村局-03 --waive 专栏1.1 --reason 名称已经批准。"
)


def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID…]", help=_("Comment ids or units."), autocompletion=comments_and_units
        ),
    ] = None,
    waive: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PLACE",
            help=_(
                "Leave a place as it is: its part, or words round it; with --reason, repeatable."
            ),
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option(help=_("Why it stays."))] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    why = given(reason) or ""
    if bool(waive) != bool(why):
        raise refuse(Code.VALUE_MISSING, name="--reason" if waive else "--waive")
    waivers = dict.fromkeys(waive or (), why)
    found, files = listed_in(repository, _chosen(repository, ids or []), waivers)
    if not dry_run:
        write_all(root, files, {path: repository.files[path] for path in files})
    if as_json:
        print_answer(everywhere_answer(found, list(files)))
        return 0
    for name, lists in found.items():
        for listed in lists:
            typer.echo("\n".join(places.lines(name, listed)))
    if not found:
        typer.echo(_("No edit holds everywhere."), err=True)
    typer.echo(outcomes.written(list(files), dry_run), err=True)
    return 0


def _chosen(repository: Repository, ids: list[str]) -> list[Comment]:
    """Return the comments that are named, by default those of the round that is open."""
    found = chosen(repository, ids, everything=not ids)
    if ids:
        return found
    return [comment for comment in found if not repository.round_of(comment).closed]
