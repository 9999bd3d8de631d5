"""Tables and running text to files: the ending of the name says in which format."""

from pathlib import Path
from typing import Any

import typer

from plancli.cli.formats import (
    FileFormat,
    TablePaper,
    TextPaper,
    by_template,
    content,
    ending_of,
    holding,
    known,
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
from plancli.render.pages.letter import REPLY, Letter, as_prose, placeholders, unsaid
from plancli.render.pages.templates import known as known_templates
from plancli.render.pages.templates import tables
from plancli.render.tables import sheets
from plancli.render.tables.presets import TEXTS


def shown_or_written(
    sheet: Sheet, output: Path | None, templates: Path, template: str = sheets.TABLE, **values: Any
) -> None:
    """Write a table to a file; without one draw it in a terminal, or write it as Markdown into a pipe.

    A template of the user's own is always shown as Markdown.
    """
    if output is not None:
        publish(sheet, output, templates, template, **values)
        return
    if template != sheets.TABLE:
        typer.echo(sheets.templated(sheet, "md", templates, template, **values), nl=False)
        return
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False)
    if console.is_terminal:
        sheets.show(sheet, console)
    else:
        typer.echo(sheets.templated(sheet, "md", templates), nl=False)


def publish(
    sheet: Sheet, output: Path, templates: Path, template: str = sheets.TABLE, **values: Any
) -> None:
    """Write a table to a file in a template, built-in or one of `templates`, which can use `values`."""
    format_ = _table_format(output, templates, template)
    paper = TablePaper(sheet, templates, template, values)
    write_bytes(output, content(format_, table_writer, paper))


def _table_format(output: Path, templates: Path, template: str) -> FileFormat:
    """Return a format for tables, or that of a text file for which there is a template of the user's."""
    ending = ending_of(output)
    format_ = known().get(ending)
    if format_ is not None and format_.table is not None:
        if template != sheets.TABLE and not format_.templates:
            raise no_template(template, templates)
        return format_
    own = _endings_of_templates(templates, template)
    if ending not in own:
        endings = sorted({*holding(table_writer), *own})
        raise refuse(Code.FORMAT, name=output.name, known=", ".join(endings))
    return FileFormat(ending, table=by_template(ending), templates=True)


def _endings_of_templates(templates: Path, template: str) -> set[str]:
    names = (name.rpartition(".") for name in known_templates(templates))
    return {ending for name, _dot, ending in names if name in (sheets.TABLE, template)}


def no_template(template: str, templates: Path) -> PlanError:
    """Return the refusal of a template where none is used."""
    changed = [end for end, format_ in known().items() if format_.table and format_.templates]
    fixed = [end for end, format_ in known().items() if format_.table and not format_.templates]
    problem = _("--template is for tables as {changed} or other text, not for {fixed}").format(
        changed=_(", ").join(changed), fixed=_(", ").join([*fixed, "--summary", *TEXTS])
    )
    listed = "、".join(tables(templates))
    return refuse(Code.TEMPLATE, name=template, problem=problem, known=listed)


def prose_shown_or_written(
    text: Prose, output: Path | None, templates: Path, language: str
) -> None:
    """Write running text to a file as its ending says, or show it."""
    if output is None:
        typer.echo(prose.plain(text), nl=False)
    else:
        write_bytes(output, prose_content(text, output, templates, language))


def letter_content(found: Letter, output: Path, templates: Path) -> bytes:
    """Return the bytes of a letter for a file: in a form of the office's own, where there is one."""
    form = templates / f"{REPLY}.docx"
    if ending_of(output) != "docx" or not form.is_file():
        return prose_content(
            as_prose(found, templates), output, templates, found.report.manifest.language
        )
    from plancli.papers.word.form import filled

    whole, answers = placeholders(found)
    return filled(form, whole, [answers], stamp=found.stamp, unsaid=unsaid(found))


def prose_content(text: Prose, output: Path, templates: Path, language: str) -> bytes:
    """Return the bytes of running text for a file, as its ending says."""
    return written(output, text_writer, TextPaper(text, templates, language))
