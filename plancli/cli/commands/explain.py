"""plancli explain."""

from typing import Annotated

import typer

from plancli.cli.completion import codes
from plancli.cli.opening import unknown_code
from plancli.cli.options import AsJson
from plancli.cli.output import print_json
from plancli.core.finding import Code
from plancli.messages import N_, _
from plancli.render.findings import explanations as show
from plancli.render.findings.messages import plain
from plancli.render.terminal.columns import aligned, wrapped

HELP = N_(
    "What a code of a finding means, with an example and how to mend it; without a code, all of them."
)
EXAMPLE = "plancli explain P401"
_WIDTH = 100


def command(
    codes: Annotated[
        list[str] | None,
        typer.Argument(metavar="CODE…", help=_("Codes such as P401."), autocompletion=codes),
    ] = None,
    as_json: AsJson = False,
) -> int:
    wanted = [_code(name) for name in codes or []]
    if as_json:
        print_json([show.as_json(code) for code in wanted or Code])
    elif wanted:
        entries = ("\n".join(_entry(code)) for code in wanted)
        typer.echo("\n\n".join(entries))
    else:
        typer.echo(
            "\n".join(
                aligned([(str(code), str(show.severity(code)), plain(code)[0]) for code in Code])
            )
        )
    return 0


def _entry(code: Code) -> list[str]:
    return [
        piece
        for line in show.lines(code)
        for piece in (wrapped(line, _WIDTH) if line[:1] != " " else [line])
    ]


def _code(name: str) -> Code:
    try:
        return Code(name.upper())
    except ValueError:
        raise unknown_code(name) from None
