"""plancli intake returned."""

from typing import Annotated

import typer

from plancli.cli.arriving import all_received
from plancli.cli.completion import units
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, Authors, DryRun
from plancli.cli.readers import ReturnedReader, taught_authors
from plancli.cli.taking import take_in
from plancli.core.finding import Code
from plancli.library.naming import full_name
from plancli.messages import N_, _
from plancli.render.answers.intake import IntakeReturnedAnswer
from plancli.store.pictures import Pictures

HELP = N_(
    "Take in the draft that came back as .docx with tracked changes and remarks in the margin: each changed "
    "passage becomes a comment of its author's unit, with edits that are proved to give the very words of "
    "the file. A remark beside a change is its reason, another one an opinion on the words beside it. A file "
    "that plancli exported is known by its marks, another one by its words; one without tracked changes is "
    "compared with the draft. Whose the changes are is said by the author's name, --author, or --unit. All "
    "files or none."
)
EXAMPLE = (
    "plancli intake returned 市教育局回文.docx; plancli intake returned 回收 --dry-run; "
    "plancli intake returned 回文.docx --author Administrator=市教育局"
)
ENDINGS = (".docx", ".docm")


def command(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help=_("Files or folders; - reads stdin."))
    ],
    unit: Annotated[
        str | None,
        typer.Option(
            help=_("Whose changes they are, where no author has the name of a unit."),
            autocompletion=units,
        ),
    ] = None,
    author: Authors = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    whose = None if unit is None else full_name(repository, unit)
    taught = taught_authors(repository, author or [])
    reader = ReturnedReader(repository, whose, taught, Pictures(root))
    received = all_received(files, ENDINGS, reader, Code.NOT_RETURNED)
    reader.refuse_strangers(received)
    answer = IntakeReturnedAnswer if as_json else None
    take_in(root, repository, received, answer, dry_run, taught)
    return 0
