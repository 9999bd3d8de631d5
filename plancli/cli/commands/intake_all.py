"""plancli intake all."""

from typing import Annotated

import typer

from plancli.cli.arriving import all_received
from plancli.cli.commands import intake_returned
from plancli.cli.completion import units
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, Authors, DryRun
from plancli.cli.readers import (
    AnyReader,
    ReturnedReader,
    letter_reader,
    table_reader,
    taught_authors,
)
from plancli.cli.taking import take_in
from plancli.core.finding import Code
from plancli.library.naming import full_name
from plancli.messages import N_, _
from plancli.papers.letters import reading as letters
from plancli.papers.sheets import reading as sheets
from plancli.render.answers.intake import IntakeAllAnswer
from plancli.store.pictures import Pictures

HELP = N_(
    "Take in a folder of what came back, each file as what it is: a table of opinions or the form as intake "
    "sheet does, the draft with changes as intake returned, all else as a letter. A file that may be two of "
    "these is refused. All files or none."
)
EXAMPLE = "plancli intake all 回收 --dry-run; plancli intake all 回收"
ENDINGS = tuple(dict.fromkeys((*sheets.ENDINGS, *letters.ENDINGS, *intake_returned.ENDINGS)))


def command(
    words: Annotated[list[str], typer.Argument(metavar="FILE…", help=_("Files or folders."))],
    unit: Annotated[
        str | None,
        typer.Option(help=_("Whose files they are, where they do not say."), autocompletion=units),
    ] = None,
    author: Authors = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    whose = None if unit is None else full_name(repository, unit)
    taught = taught_authors(repository, author or [])
    drafts = ReturnedReader(repository, whose, taught, Pictures(root))
    tables, opinions = table_reader(repository, whose), letter_reader(repository, whose)
    reader = AnyReader(tables, opinions, drafts)
    received = all_received(words, ENDINGS, reader, Code.NO_OPINIONS)
    drafts.refuse_strangers(received)
    take_in(root, repository, received, IntakeAllAnswer if as_json else None, dry_run, taught)
    return 0
