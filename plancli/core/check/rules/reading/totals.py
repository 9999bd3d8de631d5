"""Totals that a table has and does not declare."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.check.rules.reading.claims import OfTable
from plancli.core.entry import N_, Severity
from plancli.core.evidence.counted import declared_as
from plancli.core.evidence.totalled import Undeclared, undeclared
from plancli.core.finding import Finding, Path, Subject
from plancli.core.plan.model import Table
from plancli.core.plan.outline import part_key
from plancli.core.rounds.round import Round


def undeclared_totals(round_: Round) -> Iterator[Finding]:
    """What is called a total is declared to be one, and adds up."""
    if not round_.plan.tables:
        return
    for section in round_.plan.sections.values():
        for at, part in enumerate(section.body):
            if isinstance(part, Table):
                told = OfTable(round_, part_key(section, part), part, ("body", at))
                for one in undeclared(part):
                    for finding in _said(told, one, ("body", at, "table")):
                        yield finding._replace(subject=Subject("section", section.key))


def _said(told: OfTable, one: Undeclared, path: Path) -> Iterator[Finding]:
    declared = declared_as(one.sum)
    if not one.miscounts:
        params = {"table": told.name, "name": one.sum.name, "declared": declared}
        yield Finding(ADDS_UP.code, params, path=path)
    for miscount in one.miscounts:
        yield told.finding(miscount)._replace(code=ADDS_UP_OTHERWISE.code)


ADDS_UP = PlanRule(
    code="P532",
    find=undeclared_totals,
    order=267,
    weight=Severity.NOTE,
    message=N_("{name} of {table} adds up, and the table does not declare that."),
    hint=N_("Write below the table, so that it is counted again: sums: [{declared}]"),
    meaning=N_(
        "A row or column is called 合计 or 总计, and is the sum of the others. What a table declares "
        "under sums is counted again: a comment that changes one of the figures and leaves the total as "
        "it was is told then."
    ),
)

ADDS_UP_OTHERWISE = PlanRule(
    code="P533",
    find=undeclared_totals,
    order=267,
    weight=Severity.NOTE,
    message=N_(
        "{table}, row {row}, column {column}: {words} ({key}) is called a total, and the others count to "
        "{counted}: {how}."
    ),
    hint=N_(
        "Find out which figure is wrong. If it is the sum of some of them only, say so under sums."
    ),
    meaning=N_(
        "A row or column is called 合计 or 总计, and is not the sum of the others; no sums of the table "
        "say what it counts. Rates, figures in several units, and tables whose rows stand in levels (其中, "
        "小计) are left alone."
    ),
)
