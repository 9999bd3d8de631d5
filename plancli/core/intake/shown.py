"""What a program does not show of a table: who sends it off sees it as little as who prints it."""

from collections.abc import Iterable
from typing import NamedTuple

from plancli.core.intake.grid import Grid, GridRow


class Unshown(NamedTuple):
    """A row or a column that is hidden: the row where its words begin, and these."""

    row: int
    words: str


def shown_columns(grid: Grid) -> tuple[Grid, list[Unshown]]:
    """Return a table without its hidden columns, and these, each by its first words."""
    if not grid.hidden_columns:
        return grid, []
    rows: list[GridRow] = []
    hidden: dict[int, Unshown] = {}
    for row in grid.rows:
        kept = []
        for at, cell in enumerate(row.cells):
            if at not in grid.hidden_columns:
                kept.append(cell)
            # what reaches over columns that are shown is seen there
            elif cell.text and row.texts.count(cell.text) == 1:
                hidden.setdefault(at, Unshown(row.number, cell.text))
        rows.append(row._replace(cells=tuple(kept)))
    return grid._replace(rows=tuple(rows), hidden_columns=frozenset()), list(hidden.values())


def shown_rows(rows: Iterable[GridRow]) -> tuple[list[GridRow], list[Unshown]]:
    """Return rows without the hidden ones, and these with all their words.

    A merged cell that begins in a hidden row is seen in the first row behind that is shown: it begins there.
    """
    shown: list[GridRow] = []
    hidden: list[Unshown] = []
    begun: set[int] = set()
    for row in rows:
        if row.hidden:
            begun = {at for at, cell in enumerate(row.cells) if not cell.above or at in begun}
            if not row.is_empty:
                hidden.append(Unshown(row.number, " ".join(row.said)))
            continue
        if not begun:
            shown.append(row)
            continue
        cells = []
        for at, cell in enumerate(row.cells):
            cells.append(cell._replace(above=cell.above and at not in begun))
        shown.append(row._replace(cells=tuple(cells)))
        begun = set()
    return shown, hidden
