"""A workbook read by a process of its own: what is made to exhaust or to crash its reader ends that alone.

python-calamine keeps all cells up to the farthest, wherever a workbook of any kind hides its sheets, unpacks
what is said to be small, and ends the whole process where memory ends.
"""

import json
import sys
from typing import Any

from plancli.core.entry import N_
from plancli.core.intake.grid import Grid, GridCell, GridRow
from plancli.papers.apart import answered, limit_memory
from plancli.papers.packed import BROKEN, LARGEST, UnfitFileError

_PATIENCE = 60.0
"""Seconds; 10,000 rows take less than one."""


def grids_apart(content: bytes, patience: float = _PATIENCE) -> list[Grid]:
    """Return the sheets of a workbook of any kind; one that takes more than so many seconds is given up."""
    found = json.loads(answered(__name__, content, patience))
    if isinstance(found, str):
        raise UnfitFileError(found)
    return [_grid(*sheet) for sheet in found]


def _grid(name: str, is_hidden: bool, columns: list[int], rows: list[Any]) -> Grid:
    """Build a sheet from what JSON has of it."""
    laid: list[GridRow] = []
    for number, hidden, texts, above in rows:
        cells = [GridCell(text) for text in texts]
        for at in above:
            cells[at] = GridCell(texts[at], above=True)
        laid.append(GridRow(number, tuple(cells), hidden))
    return Grid(name, tuple(laid), hidden_columns=frozenset(columns), hidden=is_hidden)


# --- the reader -------------------------------------------------------------------------------------------


def main() -> None:
    """Read a workbook from stdin; print its sheets, or a problem."""
    limit_memory()
    from plancli.papers.sheets.excel import grids_of_workbook

    try:
        found: Any = [_values(grid) for grid in grids_of_workbook(sys.stdin.buffer.read())]
    except UnfitFileError as error:
        found = str(error)
    except BROKEN:
        found = N_("it is broken, or locked by a password")
    print(json.dumps(found))


def _values(grid: Grid) -> Any:
    rows: list[Any] = []
    held = 0
    for row in grid.rows:
        held += sum(map(len, row.texts))
        if held > LARGEST:  # one text may stand in a million cells
            raise UnfitFileError(N_("it has more than 64 MiB"))
        above = [at for at, cell in enumerate(row.cells) if cell.above]
        rows.append((row.number, row.hidden, row.texts, above))
    return grid.name, grid.hidden, sorted(grid.hidden_columns), rows


if __name__ == "__main__":
    main()
