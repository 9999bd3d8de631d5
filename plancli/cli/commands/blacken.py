"""plancli blacken."""

from typing import Annotated

import typer

from plancli.cli.completion import comments
from plancli.cli.opening import open_repository
from plancli.cli.options import DryRun
from plancli.core.check.check import weighed
from plancli.core.check.rules.reading.blackened import words_to_blacken
from plancli.core.comments.blackening import blacked_out
from plancli.core.finding import Code, Finding, Place, PlanError, Subject, refuse
from plancli.library.naming import unknown
from plancli.messages import N_, _
from plancli.render.terminal import outcomes
from plancli.store.comments import blackening
from plancli.store.repository import Repository
from plancli.store.transaction import write_all

HELP = N_(
    "Black out words of an opinion where it is published (--public), such as a telephone number: each "
    "character becomes █. The file keeps the opinion whole, and so do letters and papers that stay in the "
    "house. Words that do not stand in the opinion are refused. --none takes all of it back."
)
EXAMPLE = "plancli blacken 朱小明-01 13800000000; plancli blacken 朱小明-01 --none"


def command(
    name: Annotated[
        str, typer.Argument(metavar="ID", help=_("Comment id."), autocompletion=comments)
    ],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS…", help=_("As they stand in the opinion."))
    ] = None,
    none: Annotated[bool, typer.Option("--none", help=_("Nothing is black any more."))] = False,
    dry_run: DryRun = False,
) -> int:
    root, repository = open_repository()
    if bool(words) == none:
        raise refuse(Code.EITHER, one="WORDS", other="--none")
    file, raw = _file(repository, name, tuple(words or ()))
    if not dry_run:
        write_all(root, {file: raw}, {file: repository.files[file]})
    again = repository.changed({file: raw})
    for opinion, black in _opinions(again, name):
        typer.echo(blacked_out(opinion, black))
    typer.echo(outcomes.written([file], dry_run), err=True)
    return 0


def _file(repository: Repository, name: str, words: tuple[str, ...]) -> tuple[str, bytes]:
    """Return a comment's file with more words to black out, none with no words, read back as a check."""
    subject = Subject("comment", _whole(repository, name))
    document = repository.documents[subject]
    known = _opinions(repository, subject.key)[0][1]
    wanted = tuple(dict.fromkeys([*known, *words])) if words else ()
    raw = blackening(document, wanted)
    again = repository.changed({document.file: raw})
    if again.findings:
        raise refuse(Code.NOT_WRITABLE, Place(document.file))
    if wrong := _wrong(again, subject.key):
        raise PlanError(wrong, exit_code=1)
    return document.file, raw


def _wrong(repository: Repository, name: str) -> list[Finding]:
    """Return what is to be blacked out in a comment and does not stand there."""
    round_ = repository.open_round
    found: list[Finding] = []
    for finding in words_to_blacken(round_):
        if finding.params["id"] == name:
            found.append(finding)
    return list(weighed(found, round_.manifest, round_.comments))


def _whole(repository: Repository, name: str) -> str:
    """Return the comment that has a file of its own, for itself or for a point of it."""
    if name in repository.compounds:
        return name
    if name not in repository.comments:
        raise unknown(name, [*repository.comments, *repository.compounds])
    return repository.comments[name].part_of or name


def _opinions(repository: Repository, name: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the opinions of a comment's file, that of the whole first, each with what is black in it."""
    whole = _whole(repository, name)
    found = [repository.compounds[whole]] if whole in repository.compounds else []
    for comment in repository.comments.values():
        if whole in (comment.id, comment.part_of):
            found.append(comment)
    return [(comment.opinion, comment.blacken) for comment in found]
