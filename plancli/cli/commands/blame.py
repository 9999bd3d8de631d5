"""plancli blame."""

from typing import Annotated

import typer
from rich.console import Console

from plancli.cli.completion import parts
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.library.reading import blame
from plancli.messages import N_, _
from plancli.render.answers.changes import BlameAnswer, blame_entry
from plancli.render.terminal import blame as show

HELP = N_(
    "Who wrote which words of the working plan: the draft, which comments of which unit, or the drafting "
    "office, through all rounds; what was taken out is marked too. Colours in a terminal, [author: words] "
    "in a pipe."
)
EXAMPLE = "plancli blame 17.1; plancli blame 第四章/17"


def command(
    key: Annotated[
        str,
        typer.Argument(
            metavar="KEY", help=_("Section, column or paragraph."), autocompletion=parts
        ),
    ],
    as_json: AsJson = False,
) -> int:
    _root, repository = open_repository()
    found = blame(repository, key)
    if as_json:
        print_answer(BlameAnswer([blame_entry(paragraph) for paragraph in found]))
    else:
        console = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
        comments = repository.comments.values()
        signed = {one.id: one.signed() for one in comments if one.units}
        authors = show.Authors(repository.rounds[0].draft.draft, signed)
        show.show(found, authors, repository.manifest.joints.comma, console)
    return 0
