"""PDF, set by typst."""

from plancli.cli.formats import FileFormat, PlanPaper, TablePaper, TextPaper


def _table(paper: TablePaper) -> bytes:
    from plancli.papers.pdf.table import pdf

    return pdf(paper.sheet)


def _text(paper: TextPaper) -> bytes:
    from plancli.papers.pdf.prose import pdf

    return pdf(paper.text, paper.language)


def _plan(paper: PlanPaper) -> bytes:
    from plancli.papers.pdf.plan import pdf

    language = paper.round.manifest.language
    return pdf(paper.title, paper.lines, language, paper.stamp, paper.pictures)


FORMAT = FileFormat("pdf", table=_table, text=_text, plan=_plan, extra="typeset", nests=True)
