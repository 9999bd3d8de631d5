"""Tables and running text to files: the ending of the name says in which format."""

from pathlib import Path
from typing import Any

import typer

from plancli.cli.formats import (
    FileFormat,
    TablePaper,
    TextPaper,
    content,
    ending_of,
    holding,
    known,
    laid,
    table_writer,
    text_writer,
    written,
)
from plancli.cli.output import write_bytes
from plancli.core.finding import Code, PlanError, refuse
from plancli.core.publish.prose import Prose
from plancli.core.publish.sheet import Sheet
from plancli.messages import _
from plancli.render.pages import prose
from plancli.render.pages.templates import known as known_layouts
from plancli.render.tables import sheets
from plancli.render.tables.presets import TEXTS


def shown_or_written(
    sheet: Sheet, output: Path | None, templates: Path, layout: str = sheets.TABLE, **values: Any
) -> None:
    """Write a table to a file; without one draw it in a terminal, or write it as Markdown into a pipe.

    A layout of the user's own is always shown as Markdown.
    """
    if output is not None:
        publish(sheet, output, templates, layout, **values)
        return
    if layout != sheets.TABLE:
        typer.echo(sheets.laid(sheet, "md", templates, layout, **values), nl=False)
        return
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False)
    if console.is_terminal:
        sheets.show(sheet, console)
    else:
        typer.echo(sheets.laid(sheet, "md", templates), nl=False)


def publish(
    sheet: Sheet, output: Path, templates: Path, layout: str = sheets.TABLE, **values: Any
) -> None:
    """Write a table to a file in a layout, built-in or one of `templates`, which can use `values`."""
    format_ = _table_format(output, templates, layout)
    paper = TablePaper(sheet, templates, layout, values)
    write_bytes(output, content(format_, table_writer, paper))


def _table_format(output: Path, templates: Path, layout: str) -> FileFormat:
    """Return a format for tables, or that of a text file for which there is a layout of the user's."""
    ending = ending_of(output)
    format_ = known().get(ending)
    if format_ is not None and format_.table is not None:
        if layout != sheets.TABLE and not format_.layouts:
            raise no_layout(layout, templates)
        return format_
    own = _endings_of_layouts(templates, layout)
    if ending not in own:
        endings = sorted({*holding(table_writer), *own})
        raise refuse(Code.FORMAT, name=output.name, known=", ".join(endings))
    return FileFormat(ending, table=laid(ending), layouts=True)


def _endings_of_layouts(templates: Path, layout: str) -> set[str]:
    names = (name.rpartition(".") for name in known_layouts(templates))
    return {ending for name, _dot, ending in names if name in (sheets.TABLE, layout)}


def no_layout(layout: str, templates: Path) -> PlanError:
    """Return the refusal of a layout where none is used."""
    changed = [end for end, format_ in known().items() if format_.table and format_.layouts]
    fixed = [end for end, format_ in known().items() if format_.table and not format_.layouts]
    problem = _("--template is for tables as {changed} or other text, not for {fixed}").format(
        changed=_(", ").join(changed), fixed=_(", ").join([*fixed, "--summary", *TEXTS])
    )
    forms = sorted(path.name for path in templates.glob("*.docx"))
    listed = "、".join([*forms, *known_layouts(templates)])
    return refuse(Code.TEMPLATE, name=layout, problem=problem, known=listed)


def prose_shown_or_written(
    text: Prose, output: Path | None, templates: Path, language: str
) -> None:
    """Write running text to a file as its ending says, or show it."""
    if output is None:
        typer.echo(prose.plain(text), nl=False)
    else:
        write_bytes(output, written(output, text_writer, TextPaper(text, templates, language)))
