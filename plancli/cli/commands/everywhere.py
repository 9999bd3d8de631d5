"""plancli everywhere."""

from collections.abc import Iterator
from typing import Annotated

import typer

from plancli.cli.completion import comments_and_units
from plancli.cli.everywhere import listed_anew
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import Edit
from plancli.core.finding import Code, Path, Place, refuse
from plancli.core.locate.everywhere import Listed, everywhere_in
from plancli.library.naming import chosen
from plancli.messages import N_, _
from plancli.render.answers.written import everywhere_answer
from plancli.render.terminal import outcomes, places
from plancli.store.comments import with_places
from plancli.store.repository import Repository
from plancli.store.transaction import write_all

HELP = N_(
    "List the places of edits that hold everywhere (everywhere: true), and freeze them in the comment: of "
    "words in headings, texts, titles and lists of units each place with what stands round it. A place is "
    "left as it is where waived: and the reason are written beside it. Listed anew, what is waived stays so; "
    "what came and what is gone is told. Without ID: in all comments on the draft that is circulated now."
)
EXAMPLE = "plancli everywhere 市农业农村局-03; plancli everywhere --dry-run"


def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID…]", help=_("Comment ids or units."), autocompletion=comments_and_units
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    found, files = _listed(repository, _chosen(repository, ids or []))
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


def _listed(
    repository: Repository, comments: list[Comment]
) -> tuple[dict[str, list[Listed]], dict[str, bytes]]:
    """List the places of all edits that hold everywhere: by comment, and the files that change."""
    found: dict[str, list[Listed]] = {}
    files: dict[str, bytes] = {}
    again = repository
    for comment in comments:
        corpus = repository.round_of(comment).workspace.corpus
        for inside, edits in _lists(comment):
            here = {at: listed_anew(corpus, edit) for at, edit in everywhere_in(edits)}
            if here:
                found.setdefault(comment.id, []).extend(here.values())
                again, written = _with(again, comment.id, inside, here)
                files |= written
    return found, files


def _lists(comment: Comment) -> Iterator[tuple[Path, tuple[Edit, ...]]]:
    """Yield the lists of edits of a comment: what it asks for, and what was adopted instead."""
    yield ("edits",), comment.edits
    if comment.decision.edits is not None:
        yield ("decision", "edits"), comment.decision.edits


def _with(
    repository: Repository, name: str, inside: Path, here: dict[int, Listed]
) -> tuple[Repository, dict[str, bytes]]:
    """Return the repository with these places in a comment's file, and the file, read back as a check."""
    document, home = repository.home(name)
    edits: dict[int, Edit] = {position: one.edit for position, one in here.items()}
    current = dict(_lists(repository.comments[name]))[inside]
    changed = {position: edit for position, edit in edits.items() if current[position] != edit}
    if not changed:
        return repository, {}
    raw = with_places(document, (*home, *inside), changed)
    again = repository.changed({document.file: raw})
    if again.findings:
        raise refuse(Code.NOT_WRITABLE, Place(document.file))
    read = dict(_lists(again.comments[name]))[inside]
    if any(read[position] != edit for position, edit in changed.items()):
        raise refuse(Code.NOT_WRITABLE, Place(document.file))
    return again, {document.file: raw}
