"""plancli misquotes."""

from collections.abc import Iterator
from typing import Annotated

import typer

from plancli.cli.completion import comments_and_units
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.evidence.misquotes import Misquote, misquotes
from plancli.library.naming import chosen
from plancli.messages import N_, _
from plancli.render.answers.passages import MisquoteEntry, MisquotesAnswer, quotation_entry
from plancli.render.terminal.passages import anchor_lines
from plancli.store.repository import Repository

HELP = N_(
    "What a unit quoted and what the draft really says: words that stand nowhere, in several places or "
    "elsewhere than cited, with the nearest passages and the difference. Exit code 1 if there are any."
)
EXAMPLE = "plancli misquotes 市交通运输局"


def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="UNIT|ID…",
            help=_("Units or comments; default: all."),
            autocompletion=comments_and_units,
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    _root, repository = open_repository()
    wanted = chosen(repository, ids or [], everything=not ids)
    found = [
        misquote
        for round_ in repository.rounds
        for misquote in misquotes(
            round_.workspace, {c.id: c for c in wanted if c.id in round_.current}
        )
    ]
    if as_json:
        print_answer(MisquotesAnswer([_entry(repository, misquote) for misquote in found]))
    elif found:
        typer.echo("\n".join(line for misquote in found for line in _lines(repository, misquote)))
    else:
        typer.echo(_("every quotation stands where it is cited"), err=True)
    return 1 if found else 0


def _lines(repository: Repository, misquote: Misquote) -> Iterator[str]:
    at = misquote.comment.at
    cited = [
        at.cites,
        at.section,
        f"P{at.page}" if at.page else "",
        f"L{at.line}" if at.line else "",
    ]
    yield f"{misquote.comment.id}  " + _("cites {place}").format(
        place=" ".join(c for c in cited if c) or "—"
    )
    corpus = repository.round_of(misquote.comment).workspace.corpus
    yield from ("  " + line for line in anchor_lines(corpus, misquote.quote, misquote.found))


def _entry(repository: Repository, misquote: Misquote) -> MisquoteEntry:
    comment = misquote.comment
    corpus = repository.round_of(comment).workspace.corpus
    quotation = quotation_entry(corpus, misquote.quote, misquote.found)
    return MisquoteEntry(comment.id, comment.at, quotation)
