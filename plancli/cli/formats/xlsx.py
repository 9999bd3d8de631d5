"""Excel workbooks."""

from typing import TYPE_CHECKING

from plancli.cli.formats import FileFormat, PlanPaper, TablePaper
from plancli.core.finding import Code, refuse

if TYPE_CHECKING:  # help lists formats, and needs nothing of what can be written
    from plancli.core.evidence.redline import Line
    from plancli.core.publish.opinion_form import OpinionForm
    from plancli.core.rounds.round import Round


def _table(paper: TablePaper) -> bytes:
    from plancli.papers.excel import xlsx

    return xlsx(paper.sheet)


def _plan(paper: PlanPaper) -> bytes:
    """Write the tables of the plan; what is between them has no place in a workbook."""
    from plancli.core.evidence.compare import ChangedTable, changed_parts
    from plancli.core.evidence.tabulated import Tabulated, tabulated
    from plancli.core.publish.drawn import Drawing, drawn
    from plancli.papers.excel_tables import NamedTable, xlsx
    from plancli.render.tables.changed_tables import changed_tables

    lines = list(paper.lines) if paper.rows is None else _compared(paper)
    tables = [part for part in tabulated(lines) if isinstance(part, Tabulated)]
    if not tables:
        raise refuse(Code.NO_TABLES)
    shown: list[NamedTable] = []
    for table in tables:
        now = drawn(table, Drawing.PLAN)
        if now is not None:
            shown.append(NamedTable(_name(paper.round, table.title.key), now))
    changed = None
    if paper.rows is not None:
        parts = changed_parts(paper.round, lines)
        found = [part for part in parts if isinstance(part, ChangedTable)]
        changed = changed_tables(paper.round, found)._replace(stamp=paper.stamp)
    return xlsx(paper.title, shown, changed, paper.stamp)


def _compared(paper: PlanPaper) -> "list[Line]":
    """Return the same lines with what moved only where it stands now: no cell has two grounds."""
    from plancli.core.evidence.printed_lines import printed_comparison

    wanted = {line.key for line in paper.lines}
    return [line for line in printed_comparison(paper.round) if line.key in wanted]


def _name(round_: "Round", key: str) -> str:
    """Return the number of a table, as it is printed, or its title."""
    from plancli.core.plan.outline import number_of

    outline = round_.paper if key in round_.paper.tables else round_.workspace.draft
    table = outline.tables[key]
    return number_of(table) or table.title


def _form(form: "OpinionForm") -> bytes:
    from plancli.papers.excel_form import xlsx

    return xlsx(form)


FORMAT = FileFormat("xlsx", table=_table, plan=_plan, form=_form, hides=True)
