"""PDF, set by typst."""

from typing import TYPE_CHECKING

from plancli.cli.formats import FileFormat, PlanPaper, TablePaper, TextPaper, broken_pictures

if TYPE_CHECKING:  # help lists formats, and needs nothing of what can be written
    from plancli.core.publish.cover_sheet import CoverSheet


def _table(paper: TablePaper) -> bytes:
    from plancli.papers.pdf.table import pdf

    return pdf(paper.sheet)


def _text(paper: TextPaper) -> bytes:
    from plancli.papers.pdf.prose import pdf

    return pdf(paper.text, paper.language)


def _plan(paper: PlanPaper) -> bytes:
    from plancli.core.text.punctuation import bracketed
    from plancli.papers.pdf.plan import pdf
    from plancli.papers.pdf.typeset import BrokenPicturesError

    language = paper.round.manifest.language
    issue = "" if paper.rows is None else bracketed(paper.round.draft.draft, language)
    try:
        return pdf(paper.title, paper.lines, language, paper.stamp, paper.pictures, issue)
    except BrokenPicturesError as error:
        raise broken_pictures(error.names) from None


def _cover(paper: "CoverSheet") -> bytes:
    from plancli.papers.pdf.cover import pdf

    return pdf(paper)


FORMAT = FileFormat(
    "pdf", cover=_cover, table=_table, text=_text, plan=_plan, extra="typeset", nests=True
)
