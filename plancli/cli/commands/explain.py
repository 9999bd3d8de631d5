"""plancli explain."""

from collections.abc import Iterator
from typing import Annotated

import typer

from plancli.cli.cases import explanation
from plancli.cli.completion import codes
from plancli.cli.opening import unknown_code
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.check.register import all_codes, entry
from plancli.messages import N_, _
from plancli.render.answers.codes import ExplainAnswer, code_entry
from plancli.render.findings import explanations as show
from plancli.render.findings.messages import SEVERITY_NAMES, plain
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
        found = [code_entry(explanation(code)) for code in wanted or all_codes()]
        print_answer(ExplainAnswer(found))
    elif wanted:
        entries = ("\n".join(_entry(code)) for code in wanted)
        typer.echo("\n\n".join(entries))
    else:
        typer.echo("\n".join(aligned(_overview())))
    return 0


def _overview() -> Iterator[tuple[str, str, str]]:
    for code in all_codes():
        known = entry(code)
        yield code, _(SEVERITY_NAMES[known.weight]), plain(known)[0]


def _entry(code: str) -> Iterator[str]:
    """Yield the lines of an entry; those of its example keep their length."""
    for line in show.lines(explanation(code)):
        yield from [line] if line.startswith(" ") else wrapped(line, _WIDTH)


def _code(name: str) -> str:
    code = name.upper()
    if code not in all_codes():
        raise unknown_code(name, all_codes())
    return code
