"""The tables of one file: which of them tell of opinions, and what each says."""

from collections.abc import Iterable, Mapping

from plancli.core.intake.entries import entries_of
from plancli.core.intake.form import form_in
from plancli.core.intake.grid import Grid
from plancli.core.intake.opinions import FileOpinions, RowNote, RowRemark
from plancli.core.intake.table import table_in


def opinions_in(
    grids: Iterable[Grid], names: Mapping[str, str], unit: str | None
) -> list[FileOpinions]:
    """Return what the tables of opinions among the tables of a file say; none where none is one.

    `names` and `unit` as for `entries_of`. Of a sheet that the file hides it is only said that it is left
    out: what somebody put aside there nobody was shown.
    """
    found: list[FileOpinions] = []
    for grid in grids:
        table = table_in(grid) or form_in(grid)
        if table is None:
            continue
        if grid.hidden:
            aside = RowNote(grid.rows[0].number, RowRemark.HIDDEN, grid.name)
            found.append(FileOpinions(table.name, (), (), (aside,)))
        else:
            found.append(entries_of(table, names, unit))
    return found
