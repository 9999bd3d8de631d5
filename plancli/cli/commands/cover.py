"""plancli cover."""

import typer

from plancli.cli.commands.report import reported
from plancli.cli.formats import cover_writer, written
from plancli.cli.opening import open_repository
from plancli.cli.options import DraftName, Internal, Output, ProvedAnew, Public
from plancli.cli.output import write_bytes
from plancli.cli.unproved import exit_code
from plancli.core.evidence.compare import changes
from plancli.core.evidence.printed_lines import printed_comparison
from plancli.messages import N_
from plancli.render.pages.cover import markdown
from plancli.render.tables.cover import cover

HELP = N_(
    "One page on the consultation, for whoever signs: totals by decision and by unit, what is unresolved, "
    "the ten largest changes before and after. In the terminal, or to a file: {endings}."
)
EXAMPLE = "plancli cover -o 封面.docx"
KIND = cover_writer


def command(
    output: Output = None,
    draft: DraftName = None,
    published: Public = False,
    internal: Internal = False,
    anew: ProvedAnew = False,
) -> int:
    root, repository = open_repository()
    report = reported(root, repository, draft, published=published, anew=anew)
    round_ = report.round
    changed = [] if round_ is None else changes(round_, printed_comparison(round_))
    found = cover(report, changed)
    if output is None:
        typer.echo(markdown(found), nl=False)
    else:
        write_bytes(output, written(output, cover_writer, found))
    return exit_code(report.claims, internal)
