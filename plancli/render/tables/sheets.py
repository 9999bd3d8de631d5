"""A table in the formats of text: html and md from templates, csv and json, and drawn in a terminal."""

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.sheet import Cell, Sheet, runs_of, text_of
from plancli.core.text.characters import printable
from plancli.core.text.marked import Run
from plancli.messages import language_tag
from plancli.render.pages.templates import rendered, with_stamp

if TYPE_CHECKING:
    from rich.console import Console

TABLE = "table"
"""The template of tables that comes with plancli."""


def templated(sheet: Sheet, ending: str, own: Path, name: str = TABLE, **values: Any) -> str:
    """Return a table in a template, the user's own or the built-in one; README lists what it can use."""
    cells = (cell for block in sheet.blocks for row in block.rows for cell in row)
    total = sum(head.share for head in sheet.heads)
    shown = {
        "sheet": clean(sheet),
        "widths": [round(100 * head.share / total, 2) for head in sheet.heads],
        "language": language_tag(sheet.language),
        "draws": any(isinstance(cell, DrawnTable) for cell in cells),
    }
    text = rendered(f"{name}.{ending}", own, {**values, **shown})
    return with_stamp(text, sheet.stamp, ending)


def clean(sheet: Sheet) -> Sheet:
    """Return a table without what no format can hold."""
    blocks = tuple(
        block._replace(
            banner=printable(block.banner),
            rows=tuple(tuple(map(_clean, row)) for row in block.rows),
        )
        for block in sheet.blocks
    )
    heads = tuple(head._replace(label=printable(head.label)) for head in sheet.heads)
    lead, foot = (tuple(map(printable, texts)) for texts in (sheet.lead, sheet.foot))
    return sheet._replace(
        title=printable(sheet.title),
        heads=heads,
        blocks=blocks,
        lead=lead,
        foot=foot,
        stamp=printable(sheet.stamp),
    )


def _clean(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return printable(cell)
    if isinstance(cell, DrawnTable):
        return cell  # only templates draw it, and their text is cleaned as a whole
    return tuple(run._replace(text=printable(run.text)) for run in cell)


def as_csv(sheet: Sheet) -> str:
    """Return the table with every cell in every row, and a mark by which spreadsheets know UTF-8.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    if sheet.stamp:
        # the first line is what people see, and what a program that reads heads stumbles over
        writer.writerow([sheet.stamp, *[""] * (len(sheet.heads) - 1)])
    writer.writerow([_no_formula(head.label) for head in sheet.heads])
    for block in sheet.blocks:
        writer.writerows([_no_formula(text_of(cell)) for cell in row] for row in block.rows)
    return "\ufeff" + out.getvalue()


def _no_formula(text: str) -> str:
    text = printable(text)
    if text.lstrip()[:1] not in _SIGNS or _NUMBER.fullmatch(text):
        return text
    return f"'{text}"


_SIGNS = frozenset("=+-@＝＋－＠")
"""What begins a formula; spreadsheets of East Asian systems take the wide signs for the narrow ones."""

_NUMBER = re.compile(r"\s*[-－]\s?\d[^(|!（｜！]*")
"""A cell that begins with a negative number (-3.5%改为-5%) and calls no function and no program."""


def as_json(sheet: Sheet) -> dict[str, Any]:
    """Return the table for programs: a marked cell is a list of runs."""
    sheet = clean(sheet)
    stamp = {"stamp": sheet.stamp} if sheet.stamp else {}
    return {
        **stamp,
        "title": sheet.title,
        "lead": list(sheet.lead),
        "heads": [head.label for head in sheet.heads],
        "blocks": [
            {"banner": block.banner, "rows": [list(map(_for_programs, row)) for row in block.rows]}
            for block in sheet.blocks
        ],
        "foot": list(sheet.foot),
    }


def _for_programs(cell: Cell) -> str | list[Run]:
    return cell if isinstance(cell, str) else list(runs_of(cell))


def show(sheet: Sheet, console: "Console") -> None:
    """Draw a table in a terminal."""
    from rich import box
    from rich.table import Table

    # no upright lines: terminals disagree on the width of “ and …
    sheet = clean(sheet)
    table = Table(box=box.HORIZONTALS, show_lines=True, expand=True)
    if sheet.stamp:
        console.print(sheet.stamp, style="bold red")
    table.title, table.caption = sheet.title, "\n".join([*sheet.lead, *sheet.foot])
    for head in sheet.heads:
        table.add_column(head.label, ratio=head.share, overflow="fold")
    for block in sheet.blocks:
        if block.banner:
            table.add_row(block.banner, style="bold")
        for at, row in enumerate(block.rows):
            cells = zip(row, sheet.heads, strict=True)
            table.add_row(*("" if at and head.shared else _drawn(cell) for cell, head in cells))
    console.print(table)


def _drawn(cell: Cell) -> Any:
    from plancli.render.terminal.wording import styled

    return cell if isinstance(cell, str) else styled(runs_of(cell), underlined=True)
