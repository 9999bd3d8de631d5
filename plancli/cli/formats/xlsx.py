"""Excel workbooks."""

from typing import TYPE_CHECKING

from plancli.cli.formats import FileFormat, TablePaper

if TYPE_CHECKING:  # help lists formats, and needs nothing of what can be written
    from plancli.core.publish.opinion_form import OpinionForm


def _table(paper: TablePaper) -> bytes:
    from plancli.papers.excel import xlsx

    return xlsx(paper.sheet)


def _form(form: "OpinionForm") -> bytes:
    from plancli.papers.excel_form import xlsx

    return xlsx(form)


FORMAT = FileFormat("xlsx", table=_table, form=_form, hides=True)
