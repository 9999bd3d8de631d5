"""PDF, set by typst."""

from plancli.cli.formats import FileFormat, TablePaper, TextPaper


def _table(paper: TablePaper) -> bytes:
    from plancli.papers.pdf.table import pdf

    return pdf(paper.sheet)


def _text(paper: TextPaper) -> bytes:
    from plancli.papers.pdf.prose import pdf

    return pdf(paper.text, paper.language)


FORMAT = FileFormat("pdf", table=_table, text=_text, extra="typeset", nests=True)
