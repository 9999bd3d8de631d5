"""Where a row and a column cross that two comments added, somebody has filled in the cell."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Subject
from plancli.core.plan.cells import column_of_cell, row_name
from plancli.core.plan.model import Table
from plancli.core.plan.outline import number_of, part_key
from plancli.core.rounds.round import Round


def crossed(round_: Round) -> Iterator[Finding]:
    """A cell for which neither the comment with its row nor that with its column has words is filled in."""
    if not round_.plan.tables:
        return
    causes = round_.workspace.causes
    for spot, path in round_.plan.places():
        table, row = spot.column, spot.row
        if not isinstance(table, Table) or row is None or spot.paragraph.text:
            continue
        key = f"{part_key(spot.section, table)}/{column_of_cell(spot.paragraph.id)}"
        by_row, by_column = causes.adders(row.id), causes.adders(key)
        # one comment that adds both may leave a cell empty as it likes
        if by_row and by_column and not set(by_row) & set(by_column):
            params = {
                "key": spot.paragraph.id,
                "table": number_of(table),
                "row": row_name(table, row),
                "column": round_.plan.titles.get(key, key),
                "others": "、".join(dict.fromkeys([*by_row, *by_column])),
            }
            subject = Subject("section", spot.section.key)
            yield Finding(CROSSED.code, params, subject, path)


CROSSED = PlanRule(
    code="P529",
    find=crossed,
    order=268,
    weight=Severity.WARNING,
    message=N_(
        "{table}, row {row}, column {column} ({key}) is empty: one of {others} added the row, "
        "another the column."
    ),
    hint=N_("Fill the cell in, with a dash where there is nothing to say."),
    meaning=N_(
        "One comment added a row to a table and another a column: where they cross neither has words. "
        "Both are in the text; what stands in the cell the drafting office has to find out."
    ),
)
