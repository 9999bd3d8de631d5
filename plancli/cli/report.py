"""plancli report."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import write
from plancli.core.comment import Comment
from plancli.core.counts import count
from plancli.core.finding import Code, refuse
from plancli.core.table import feedback_table
from plancli.messages import N_, _
from plancli.render.report import Report, as_json, header, known_endings, lead, render, summary
from plancli.store.repository import Repository

HELP = N_(
    "The feedback table: unit, opinion, decision. In the terminal, or to a file as its ending says: html, "
    "md, csv, json. Layouts are Jinja2 files: copy one into templates/ under another name, and name it here."
)
EXAMPLE = "plancli report -o 采纳情况.html"


def command(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Write to FILE."))
    ] = None,
    template: Annotated[str, typer.Option(help=_("Name of the layout."))] = "feedback",
    draft: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("The round on this draft; default: the current one."))
    ] = None,
    summary_: Annotated[
        bool,
        typer.Option("--summary", help=_("The standard paragraph with the totals instead of the table.")),
    ] = False,
    json_: AsJson = False,
) -> int:
    root, repository = open_repository()
    report = _report(root, repository, draft)
    if summary_:
        _summarised(report, output)
    elif json_:
        typer.echo(as_json(report), nl=False)
    elif output is not None:
        _write(report, output, template)
    else:
        _show(report, template)
    return 0


def _summarised(report: Report, output: Path | None) -> None:
    if output is None:
        typer.echo(summary(report), nl=False)
    else:
        write(output, summary(report))


def _report(root: Path, repository: Repository, draft: str | None) -> Report:
    if repository.manifest.draft is None:  # nothing was circulated yet
        return _made(root, repository, "", {})
    rounds = {case.draft.draft: case for case in repository.rounds}
    name = draft or repository.case.draft.draft
    if name not in rounds:
        raise refuse(Code.UNKNOWN_DRAFT, draft=name, known="、".join(rounds))
    comments = rounds[name].current
    return _made(root, repository, name, comments)


def _made(root: Path, repository: Repository, draft: str, comments: Mapping[str, Comment]) -> Report:
    manifest = repository.manifest
    table = feedback_table(manifest, comments, repository.compounds)
    return Report(manifest, draft, table, count(manifest, comments), root / "templates")


def _write(report: Report, output: Path, template: str) -> None:
    ending = output.suffix.removeprefix(".")
    if not ending or ending not in known_endings(report):
        raise refuse(Code.FORMAT, name=output.name, known=", ".join(known_endings(report)))
    write(output, render(report, ending, template))


def _show(report: Report, template: str) -> None:
    """Draw the table in a terminal; in a pipe, write it as Markdown."""
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        typer.echo(render(report, "md", template), nl=False)
        return
    from rich import box
    from rich.table import Table

    # no upright lines: terminals disagree on the width of “ and …
    table = Table(box=box.HORIZONTALS, show_lines=True, expand=True)
    table.title, table.caption = report.manifest.title, lead(report)
    for title, ratio in zip(header(report.manifest), (1, 4, 4), strict=True):
        table.add_column(title, ratio=ratio, overflow="fold")
    for group in report.table:
        for at, row in enumerate(group.rows):
            table.add_row("" if at else group.unit, row.opinion, row.decision)
    console.print(table)
