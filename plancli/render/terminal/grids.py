"""A table of the plan on a screen: columns under their heads, each row behind the id that edits name."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from plancli.core.plan.cells import columns_of, levels, stands_across
from plancli.core.plan.model import Table, TableRow
from plancli.core.text.characters import printable
from plancli.render.terminal.columns import wrapped

_WIDEST = 24
"""Cells of the screen in a column; longer words are broken into lines."""
_GAP = "  "


def table_lines(key: str, table: Table) -> Iterator[tuple[str, str]]:
    """Yield the lines of a table, each with the id of the row or note that ends with it, or ""."""
    yield f"{key} {printable(table.title)}".rstrip(), ""
    if table.unit:
        yield f"{_GAP}{printable(table.unit)}", f"{table.table}/unit"
    columns = columns_of(table)
    titles = ["", *(" ".join(levels(column.title)) for column in table.columns)]
    keys = ["", *(f"/{column.key}" for column in table.columns)]
    heads = [titles]
    if any(column.head for column in table.columns):
        heads.append(keys)  # edits name a cell by them
    rows = [[row.id, *row.cells] for row in table.rows if not stands_across(row, columns)]
    widths = _widths([*(heads if table.columns else []), *rows], 1 + len(columns))
    if table.columns:
        for head in heads:
            yield from ((line, "") for line in _row(head, widths))
    for row in table.rows:
        *first, last = _lines_of(row, widths, stands_across(row, columns))
        yield from ((line, "") for line in first)
        yield last, row.id
    for note in table.notes:
        yield f"{_GAP}{note.id}{_GAP}{printable(note.text)}", note.id


def _lines_of(row: TableRow, widths: Sequence[int], across: bool) -> list[str]:
    if across:
        return [f"{_GAP}{_padded(row.id, widths[0])}{_GAP}{printable(row.cells[0])}"]
    return list(_row([row.id, *row.cells], widths))


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row; a cell that is wider than its column has several."""
    broken: list[list[str]] = []
    for cell, width in zip(cells, widths, strict=True):
        broken.append(wrapped(printable(cell), width) or [""])
    for line in zip_longest(*broken, fillvalue=""):
        padded = (_padded(cell, width) for cell, width in zip(line, widths, strict=True))
        yield (_GAP + _GAP.join(padded)).rstrip()


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - cell_len(cell))


def _widths(rows: Sequence[Sequence[str]], number: int) -> list[int]:
    """Return how wide the columns are, the one with the ids as wide as the longest of them."""
    found = [2] * number
    for row in rows:
        for column, cell in enumerate(row):
            most = cell_len(cell) if column == 0 else min(cell_len(cell), _WIDEST)
            found[column] = max(found[column], most)
    return found
