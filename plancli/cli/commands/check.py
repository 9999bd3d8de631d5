"""plancli check."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancli.cli.checking import checked
from plancli.cli.options import AsJson
from plancli.cli.output import write
from plancli.messages import N_, _, spoken
from plancli.render.formats import names
from plancli.store.kept import Answer, Asked

HELP = N_(
    "Prove the plan, the comments and the table against each other: files and keys, quotations, and that "
    "what is adopted is in the text. Prints findings with code, file and line; exit code 1 if there are "
    "errors. What a code means: plancli explain CODE"
)
EXAMPLE = "plancli check; plancli check --format junit -o check.xml"

if TYPE_CHECKING:
    Style = str
else:  # typer takes the choices from an enumeration; these are the formats that there are
    Style = StrEnum("Style", [(name, name) for name in names()])


def command(
    style: Annotated[
        Style, typer.Option("--format", help=_("How to print the findings."))
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Write to FILE."))
    ] = None,
    as_json: AsJson = False,
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings fail too."))] = False,
    today: Annotated[
        datetime | None,
        typer.Option(
            "--today",
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help=_("Judge deadlines as of this day."),
        ),
    ] = None,
    everywhere: Annotated[
        bool,
        typer.Option(
            "--all", help=_("Every plan of the git repository; files are named from its top.")
        ),
    ] = False,
    base: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help=_("Also tell what this branch takes away from the commit at which it left REV."),
        ),
    ] = None,
    each: Annotated[
        bool,
        typer.Option("--each", help=_("Each finding, also where many have one cause.")),
    ] = False,
    anew: Annotated[
        bool,
        typer.Option("--anew", help=_("Judge anew even if nothing has changed.")),
    ] = False,
) -> int:
    def show(answer: Answer) -> None:
        if output is None:
            typer.echo(answer.out, nl=False)
        else:
            write(output, answer.out)
        typer.echo(answer.err, err=True, nl=False)

    asked = Asked("json" if as_json else str(style), strict, each, spoken(), anew)
    day = today.date() if today else None
    plainly_asked = not (everywhere or today or output or base is not None)
    return checked(asked, show, day=day, everywhere=everywhere, keep=plainly_asked, base=base)
