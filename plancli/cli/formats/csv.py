"""CSV for spreadsheets."""

from plancli.cli.formats import FileFormat, TablePaper


def _table(paper: TablePaper) -> bytes:
    from plancli.render.tables.sheets import as_csv

    return as_csv(paper.sheet).encode()


FORMAT = FileFormat("csv", table=_table)
