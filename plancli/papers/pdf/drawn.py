"""A table of the plan in a PDF: its head on each page, merged cells, unit of measure above, notes below."""

from collections.abc import Iterator

from plancli.core.publish.drawn import DrawnCell, DrawnTable
from plancli.core.text.marked import Run
from plancli.papers.pdf.typeset import HEI, drawn, fonts, string

CHANGED = "#FFF6DC"
"""What is behind a cell in which something changed."""


def table_source(table: DrawnTable, size: float) -> str:
    """Return a table in typst's language, as one line of code; its type has `size` points."""
    shares = ", ".join(f"{share}fr" for share in table.shares)
    heads = "".join(f"{_cell(cell, HEI)}, " for row in table.heads for cell in row)
    cells = "".join(f"{_cell(cell)}, " for row in table.rows for cell in row)
    head = f"table.header({heads}), " if heads else ""
    grid = (
        f"table(columns: ({shares},), align: center + horizon, inset: {size * 0.35}pt, "
        f"stroke: 0.5pt, {head}{cells})"
    )
    return (
        f"{{ set text({size}pt); set par(first-line-indent: 0pt, leading: {size * 0.45}pt, "
        f"spacing: {size * 0.6}pt, justify: false); {''.join(_around(table, grid))} }}"
    )


def _around(table: DrawnTable, grid: str) -> Iterator[str]:
    """Yield the title and the unit of measure above a table, itself, and the notes below it."""
    if table.title:
        title = f"text(font: {fonts(HEI)})[{_words(table.title)}]"
        yield f"block(width: 100%, sticky: true, align(center, {title})); "
    for words in table.measure:
        yield f"block(width: 100%, sticky: true, align(right)[{_words(words)}]); "
    yield f"{grid}; "
    for words in table.notes:
        yield f"block(width: 100%, align(left)[{_words(words)}]); "


def _cell(cell: DrawnCell, font: tuple[str, ...] = ()) -> str:
    words = f"[{_words(cell.words)}]"
    if font:
        words = f"[#text(font: {fonts(font)}){words}]"
    told = [f"fill: rgb({string(CHANGED)})"] if cell.is_changed else []
    if cell.width > 1:
        told.append(f"colspan: {cell.width}")
    if cell.height > 1:
        told.append(f"rowspan: {cell.height}")
    return f"table.cell({', '.join(told)}){words}"


def _words(words: tuple[Run, ...]) -> str:
    return "".join(drawn(run) for run in words if run.text)
