"""A form of one unit: labels with what was filled in beside or below them, and no row of heads."""

from collections.abc import Iterator, Sequence

from plancli.core.intake.grid import Grid, GridRow
from plancli.core.intake.heads import ColumnKind, column_of
from plancli.core.intake.shown import shown_columns, shown_rows
from plancli.core.intake.table import TELLING, HeadCell, OpinionTable, RowRecord

_LONGEST_LABEL = 16
"""So many characters a label has at most; more are what somebody filled in."""


def form_in(grid: Grid) -> OpinionTable | None:
    """Return a form as a table of one record; None where no label in it tells of opinions.

    Among the clauses of a text any may look like a label: a form has cells.
    """
    if grid.loose:
        return None
    grid, unshown = shown_columns(grid)
    rows, below = shown_rows(grid.rows)
    heads: list[HeadCell] = []
    said: dict[ColumnKind, str] = {}
    at = 0
    for row, label, words in _filled(rows):
        column = column_of(label)
        heads.append(HeadCell(label, column))
        if column is None or column is ColumnKind.PERSONAL or not words:
            continue
        at = row.number if column in TELLING else at
        said.setdefault(column, words)
    if not at:
        return None
    unshown += below
    table = OpinionTable(grid.name, tuple(heads), (RowRecord(at, said),), (), grid.before)
    return table._replace(unshown=tuple(unshown), behind=grid.behind)


def _filled(rows: Sequence[GridRow]) -> Iterator[tuple[GridRow, str, str]]:
    """Yield each label of a form with its row and what is filled in: beside it, or in the row below."""
    waiting: tuple[GridRow, str] | None = None
    for row in rows:
        cells = row.apart
        if len(cells) == 1 and waiting is not None and not _is_label(cells[0]):
            yield *waiting, cells[0]
            waiting = None
        elif len(cells) == 1 and _is_label(cells[0]):
            waiting = row, cells[0]
        else:
            for label, words in zip(cells[::2], cells[1::2], strict=False):
                if _is_label(label):
                    yield row, label, words


def _is_label(words: str) -> bool:
    return len(words) <= _LONGEST_LABEL and column_of(words) is not None
