"""JSON for programs."""

from plancli.cli.formats import FileFormat, TablePaper


def _table(paper: TablePaper) -> bytes:
    from plancli.cli.output import as_text
    from plancli.render.tables.sheets import as_json

    return as_text(as_json(paper.sheet)).encode()


FORMAT = FileFormat("json", table=_table)
