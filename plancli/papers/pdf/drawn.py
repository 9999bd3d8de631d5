"""A table of the plan in a PDF: its head on each page, merged cells, unit of measure above, notes below."""

from collections.abc import Iterator

from plancli.core.publish.drawn import DrawnCell, DrawnTable
from plancli.core.publish.look import CHANGED_GROUND, HEAD_GROUND
from plancli.papers.pdf.typeset import HEI, fonts, string, words

_INSET = 0.35
"""Ems between the words of a cell and its lines."""


def table_source(table: DrawnTable, size: float, measure: float) -> str:
    """Return a table in typst's language, as one line of code.

    Its type has `size` points, and it is `measure` points wide.
    """
    ems = measure / size
    shares = ", ".join(f"{share}fr" for share in table.shares)
    heads, cells = _cells(table, ems)
    head = f"table.header({heads}), " if heads else ""
    grid = (
        f"table(columns: ({shares},), align: center + horizon, inset: {_INSET}em, "
        f"stroke: 0.5pt, {head}{cells})"
    )
    return (
        f"{{ set text({size}pt); set par(first-line-indent: 0pt, leading: {size * 0.45}pt, "
        f"spacing: {size * 0.6}pt, justify: false); {''.join(_around(table, grid, ems))} }}"
    )


def _around(table: DrawnTable, grid: str, ems: float) -> Iterator[str]:
    """Yield the title and the unit of measure above a table, itself, and the notes below it."""
    if table.title:
        title = f"text(font: {fonts(HEI)})[{words(table.title, ems)}]"
        yield f"block(width: 100%, sticky: true, align(center, {title})); "
    for line in table.measure:
        yield f"block(width: 100%, sticky: true, align(right)[{words(line, ems)}]); "
    yield f"{grid}; "
    for line in table.notes:
        yield f"block(width: 100%, align(left)[{words(line, ems)}]); "


def _cells(table: DrawnTable, ems: float) -> tuple[str, str]:
    """Return the cells of the heads and those of the rows."""
    shares = table.shares
    heads, rows = [], []
    for at, column, cell in table.placed():
        share = sum(shares[column : column + cell.width])
        shown = words(cell.words, share / sum(shares) * ems - 2 * _INSET)
        if at < len(table.heads):
            heads.append(_cell(cell, f"[#text(font: {fonts(HEI)})[{shown}]]", is_head=True))
        else:
            rows.append(_cell(cell, f"[{shown}]"))
    return "".join(heads), "".join(rows)


def _cell(cell: DrawnCell, shown: str, is_head: bool = False) -> str:
    told = [f"colspan: {cell.width}"] if cell.width > 1 else []
    if cell.height > 1:
        told.append(f"rowspan: {cell.height}")
    ground = CHANGED_GROUND if cell.is_changed else HEAD_GROUND if is_head else ""
    if ground:
        told.append(f"fill: rgb({string(f'#{ground}')})")
    return f"table.cell({', '.join(told)}){shown}, "
