"""plancli intake letter."""

from typing import Annotated

import typer

from plancli.cli.arriving import all_received
from plancli.cli.completion import units
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.readers import letter_reader
from plancli.cli.taking import take_in
from plancli.core.finding import Code
from plancli.core.plan.arrival import PASTED
from plancli.library.naming import full_name
from plancli.messages import N_, _
from plancli.papers.letters.reading import ENDINGS
from plancli.render.answers.intake import IntakeLetterAnswer

HELP = N_(
    "Take in letters that came back: each part that is numbered becomes a comment, what is numbered inside "
    "of one place its points. The unit is that of the signature, by its name or a short one on the roster; "
    "day and number of the letter go with each comment, contacts stay out, a letter without an opinion goes "
    "to the roster, a table in it is read as intake sheet does. Text (UTF-8, GB18030), .md, .docx, .odt, "
    ".html, or pasted on stdin; a folder stands for the letters in it. What of a letter is no opinion is "
    "told line by line. All files or none."
)
EXAMPLE = (
    "plancli intake letter 教育局复函.docx; plancli intake letter - --unit 市教育局 < 来函.txt"
)


def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE|-]…", help=_("Files or folders; - reads a pasted letter.")),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(
            help=_("Whose letters they are, where nobody signs."),
            autocompletion=units,
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    whose = None if unit is None else full_name(repository, unit)
    files = all_received(
        words or [PASTED], ENDINGS, letter_reader(repository, whose), Code.NO_LETTER
    )
    take_in(root, repository, files, IntakeLetterAnswer if as_json else None, dry_run)
    return 0
