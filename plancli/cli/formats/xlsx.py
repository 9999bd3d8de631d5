"""Excel workbooks."""

from plancli.cli.formats import FileFormat, TablePaper


def _table(paper: TablePaper) -> bytes:
    from plancli.papers.excel import xlsx

    return xlsx(paper.sheet)


FORMAT = FileFormat("xlsx", table=_table, most=32_767)
