"""plancli report."""

from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.opening import open_repository, round_named
from plancli.cli.options import AsJson, DraftName
from plancli.cli.output import print_json, write
from plancli.cli.publish import publish
from plancli.core.counts import count
from plancli.core.finding import Code, Place, refuse
from plancli.core.layout import TableLayout
from plancli.core.manifest import Manifest
from plancli.core.public import Round, public
from plancli.core.sheet import Sheet, repeated
from plancli.core.table import feedback_table
from plancli.messages import N_, _
from plancli.render import sheets
from plancli.render.feedback import Report, feedback
from plancli.render.presets import FEEDBACK, PRESETS
from plancli.render.report import as_json, summary, values
from plancli.store.files import MANIFEST
from plancli.store.repository import Repository

HELP = N_(
    "The feedback table: unit, opinion, decision. In the terminal, or to a file as its ending says: docx, "
    "xlsx, html, md, csv, json, pdf. Presets are other forms of the table; plan.yaml can have tables of your "
    "own. Layouts are Jinja2 files, or Word forms with placeholders, in templates/."
)
EXAMPLE = "plancli report -o 采纳情况.docx; plancli report --preset standard -o 汇总处理表.xlsx"


def command(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Write to FILE."))
    ] = None,
    preset: Annotated[
        str, typer.Option(metavar="NAME", help=_("Which table: {known}.").format(known=", ".join(PRESETS)))
    ] = FEEDBACK,
    template: Annotated[
        str, typer.Option(metavar="NAME", help=_("Name of the layout in templates/."))
    ] = sheets.TABLE,
    draft: DraftName = None,
    summary_: Annotated[
        bool,
        typer.Option("--summary", help=_("The standard paragraph with the totals instead of the table.")),
    ] = False,
    repeat: Annotated[
        bool, typer.Option("--repeat-unit", help=_("The unit in every row instead of one merged cell."))
    ] = False,
    published: Annotated[
        bool, typer.Option("--public", help=_("Mask the names of persons, leave out what is internal."))
    ] = False,
    json_: AsJson = False,
) -> int:
    root, repository = open_repository()
    report = reported(repository, draft, published)
    templates = root / "templates"
    if summary_:
        _summarised(summary(report, templates), output)
    elif json_:
        print_json(as_json(report))
    else:
        sheet = feedback(report, table_named(repository.manifest, preset), published)
        sheet = repeated(sheet) if repeat else sheet
        if output is None:
            _show(sheet, templates)
        else:
            publish(sheet, output, templates, template, **values(report))
    return 0


def reported(repository: Repository, draft: str | None, published: bool) -> Report:
    """Return what the table of a round is made from; `published` without what the public may not see."""
    if repository.manifest.draft is None:  # nothing was circulated yet
        return Report(repository.manifest, "", None, [], count(repository.manifest, {}))
    case, compounds = Round(round_named(repository, draft), repository.compounds)
    if published:
        case, compounds = public(case, compounds)
    table = feedback_table(case.manifest, case.current, compounds)
    return Report(case.manifest, case.draft.draft, case, table, count(case.manifest, case.current))


def table_named(manifest: Manifest, name: str) -> TableLayout:
    """Return one of the plan's own tables, or of those that come with plancli."""
    tables = {**PRESETS, **manifest.tables}
    if name not in tables:
        raise refuse(Code.UNKNOWN_TABLE, Place(MANIFEST), name=name, known="、".join(tables))
    return tables[name]


def _summarised(text: str, output: Path | None) -> None:
    if output is None:
        typer.echo(text, nl=False)
    else:
        write(output, text)


def _show(sheet: Sheet, templates: Path) -> None:
    """Draw the table in a terminal; in a pipe, write it as Markdown."""
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False)
    if console.is_terminal:
        sheets.show(sheet, console)
    else:
        typer.echo(sheets.laid(sheet, "md", templates), nl=False)
