"""plancli intake sheet."""

from typing import Annotated

import typer

from plancli.cli.arriving import all_received
from plancli.cli.completion import units
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.readers import table_reader
from plancli.cli.taking import take_in
from plancli.library.naming import full_name
from plancli.messages import N_, _
from plancli.papers.sheets.reading import ENDINGS
from plancli.render.answers.intake import IntakeSheetAnswer

HELP = N_(
    "Take in tables that came back: each row becomes a comment with the place, the quoted words, opinion, "
    "reason and day that it says. Tables of .xlsx, .xls, .ods, .docx, .html, .csv (UTF-8, GB18030), or "
    "pasted on stdin; a folder stands for the tables in it. Columns are known by their heads; those with "
    "telephone numbers and the like are left out. Old and new words side by side become an edit where the "
    "old ones have one place; all else waits for a person. What is in already is not taken in twice. All "
    "files or none."
)
EXAMPLE = (
    "plancli intake sheet 意见汇总.xlsx; plancli intake sheet 教育局.docx --unit 市教育局 --dry-run; "
    "plancli intake sheet 回收"
)


def command(
    words: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help=_("Files or folders; - reads a pasted table.")),
    ],
    unit: Annotated[
        str | None,
        typer.Option(
            help=_("Whose opinions they are, where a table does not say."), autocompletion=units
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    whose = None if unit is None else full_name(repository, unit)
    files = all_received(words, ENDINGS, table_reader(repository, whose))
    take_in(root, repository, files, IntakeSheetAnswer if as_json else None, dry_run)
    return 0
