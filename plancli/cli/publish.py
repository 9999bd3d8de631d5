"""Tables and running text to files: the ending of the name says in which format."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import typer

from plancli.cli.output import as_text, write, write_bytes
from plancli.core.finding import Code, PlanError, refuse
from plancli.core.publish.prose import Prose
from plancli.core.publish.sheet import Sheet
from plancli.messages import N_
from plancli.render.pages import prose
from plancli.render.pages.templates import known
from plancli.render.tables import sheets


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
    ending = output.suffix.removeprefix(".").lower()
    if ending in _FIXED and layout != sheets.TABLE:
        raise no_layout(layout, templates)
    if ending in _BYTES:
        write_bytes(output, _drawn(ending, sheet, templates, layout))
    elif ending == "csv":
        write(output, sheets.as_csv(sheet))
    elif ending == "json":
        write(output, as_text(sheets.as_json(sheet)))
    elif ending in endings(templates, layout):
        write(output, sheets.laid(sheet, ending, templates, layout, **values))
    else:
        raise refuse(Code.FORMAT, name=output.name, known=", ".join(endings(templates, layout)))


_FIXED = ("xlsx", "pdf", "csv", "json")
"""What no layout can change."""


def no_layout(layout: str, templates: Path) -> PlanError:
    """Return the refusal of a layout where none is used."""
    problem = N_(
        "--template is for tables as docx, html, md or other text, not for xlsx, pdf, csv, json, --summary, "
        "narrative or notice"
    )
    forms = sorted(path.name for path in templates.glob("*.docx"))
    return refuse(
        Code.TEMPLATE, name=layout, problem=problem, known="、".join([*forms, *known(templates)])
    )


def endings(templates: Path, layout: str = sheets.TABLE) -> list[str]:
    """Return the endings of file names that a table can be written to, also in a layout of the user's."""
    names = (name.rpartition(".") for name in known(templates))
    return sorted(
        {"csv", "json", *_BYTES} | {end for name, _, end in names if name in (sheets.TABLE, layout)}
    )


def _drawn(ending: str, sheet: Sheet, templates: Path, layout: str) -> bytes:
    form = templates / f"{layout}.docx"
    if ending == "docx" and layout != sheets.TABLE:
        if not form.is_file():
            listed = "、".join(path.stem for path in sorted(templates.glob("*.docx")))
            raise refuse(Code.TEMPLATE, name=form.name, problem=N_("not found"), known=listed)
        return _in_form(form, sheet)
    return _BYTES[ending](sheet)


def _docx(sheet: Sheet) -> bytes:
    from plancli.papers.word.table import docx

    return docx(sheet)


def _xlsx(sheet: Sheet) -> bytes:
    from plancli.papers.excel import xlsx

    return xlsx(sheet)


def _pdf(sheet: Sheet) -> bytes:
    from plancli.papers.pdf.table import pdf

    return _typeset(lambda: pdf(sheet))


def _typeset(draw: Callable[[], bytes]) -> bytes:
    """Return a PDF; say what to install where typst is missing."""
    try:
        return draw()
    except ImportError:
        raise refuse(Code.NEEDS_EXTRA, name="pdf", extra="typeset") from None


_BYTES: Mapping[str, Callable[[Sheet], bytes]] = {"docx": _docx, "xlsx": _xlsx, "pdf": _pdf}


def _in_form(form: Path, sheet: Sheet) -> bytes:
    """Fill a form of the office's own; its placeholders are the heads of the table."""
    from plancli.papers.word.form import filled

    whole = {"title": sheet.title, "lead": "\n".join(sheet.lead), "foot": "\n".join(sheet.foot)}
    names = [*(head.name for head in sheet.heads), *(head.label for head in sheet.heads)]
    blocks = [
        [dict(zip(names, row * 2, strict=True)) for row in block.rows] for block in sheet.blocks
    ]
    shared = next((head.name for head in sheet.heads if head.shared), "")
    return filled(form, whole, blocks, shared)


# --- running text -------------------------------------------------------------------------------------------

_TEXTS: Mapping[str, Callable[[Prose], str]] = {"md": prose.markdown, "txt": prose.plain}
PROSE_ENDINGS = ("docx", "html", *_TEXTS, "pdf")


def prose_shown_or_written(
    text: Prose, output: Path | None, templates: Path, language: str
) -> None:
    """Write running text to a file as its ending says, or show it."""
    ending = output.suffix.removeprefix(".").lower() if output else "txt"
    if ending not in PROSE_ENDINGS:
        raise refuse(
            Code.FORMAT, name=output.name if output else "", known=", ".join(PROSE_ENDINGS)
        )
    if output is None:
        typer.echo(prose.plain(text), nl=False)
    elif ending == "docx":
        from plancli.papers.word.prose import docx

        write_bytes(output, docx(text, language))
    elif ending == "pdf":
        from plancli.papers.pdf.prose import pdf

        write_bytes(output, _typeset(lambda: pdf(text, language)))
    elif ending == "html":
        write(output, prose.html(text, templates, language))
    else:
        write(output, _TEXTS[ending](text))
