"""What a table declares to be counted from its figures is what stands there."""

from collections.abc import Iterable, Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.evidence.counted import (
    Figured,
    Miscount,
    Recounted,
    Unclaimed,
    Uncounted,
    recounted,
)
from plancli.core.finding import Finding, Path, Subject
from plancli.core.plan.cells import column_of_cell, columns_of, row_name, row_of_cell
from plancli.core.plan.model import Table
from plancli.core.plan.outline import number_of, part_key
from plancli.core.rounds.round import Round

_MANY = 12
"""So many addends are named one by one."""


def recounting(round_: Round) -> Iterator[Finding]:
    """Sums and shares that a table declares are those of what is printed."""
    if not round_.plan.tables:
        return
    for section in round_.plan.sections.values():
        for at, part in enumerate(section.body):
            if isinstance(part, Table):
                claims = OfTable(round_, part_key(section, part), part, ("body", at))
                subject = Subject("section", section.key)
                for one in recounted(part):
                    yield claims.finding(one)._replace(subject=subject)


class OfTable:
    """The words for what does not hold in one table."""

    def __init__(self, round_: Round, key: str, table: Table, path: Path) -> None:
        self.round, self.key, self.table, self.path = round_, key, table, path
        title = f"“{table.title}”" if table.title else ""
        self.name = f"{number_of(table)}{title}"

    def finding(self, one: Recounted) -> Finding:
        """Return what is said of one declaration that does not hold; its file is left to the caller."""
        match one:
            case Unclaimed():
                return self._unclaimed(one)
            case Uncounted():
                params = {
                    **self._of_cell(one.total),
                    "problem": str(one.why),
                    "how": self._together(one.because, "; "),
                }
                return Finding(UNCOUNTED.code, params, path=self._path(one.total))
            case Miscount():
                code = BY_ROUNDING.code if one.by_rounding else COUNTS_OTHERWISE.code
                params = {
                    **self._of_cell(one.total),
                    "counted": one.counted,
                    "how": self._together(one.of, f" {one.sign} "),
                }
                return Finding(code, params, path=self._path(one.total))

    def _unclaimed(self, one: Unclaimed) -> Finding:
        """Return that a row or column is not there, with who took it out as far as that is known."""
        keys = [one.name, f"{self.key}/{one.name}", self.key]
        by = self.round.workspace.causes.removers(keys)
        params = {
            "table": self.name,
            "name": self._drafted(one.name),
            "comment": "、".join(dict.fromkeys(by)),
        }
        return Finding(UNCLAIMED.code, params, path=(*self.path, *one.claim))

    def _drafted(self, name: str) -> str:
        """Return the id of a row, or the key of a column, with what the draft called it."""
        draft = self.round.workspace.draft
        table = draft.tables.get(self.key)
        head = draft.heads.get(f"{self.key}/{name}")
        if table is not None and name in draft.rows:
            return f"{name}“{row_name(table, draft.rows[name])}”"
        return f"{name}“{head.title}”" if head else name

    def _of_cell(self, one: Figured) -> dict[str, str]:
        """Return where a cell stands, as people say it, and what stands there."""
        rows = {row.id: row for row in self.table.rows}
        heads = {column.key: column.title for column in columns_of(self.table)}
        row, column = row_of_cell(one.cell), column_of_cell(one.cell)
        return {
            "table": self.name,
            "row": row_name(self.table, rows[row]),
            "column": heads.get(column, column),
            "key": one.cell,
            "words": one.words,
        }

    def _path(self, one: Figured) -> Path:
        """Return the way to a cell in the file of its section."""
        ids = [row.id for row in self.table.rows]
        keys = [column.key for column in columns_of(self.table)]
        row, column = row_of_cell(one.cell), column_of_cell(one.cell)
        number = keys.index(column) if column in keys else 0
        return (*self.path, "rows", ids.index(row), "cells", number)

    def _together(self, cells: Iterable[Figured], sign: str) -> str:
        """Return cells with what stands there and which comments changed it, the sign between them."""
        named: list[str] = []
        for one in cells:
            by = "".join(f", {name}" for name in self._changed_by(one.cell))
            named.append(f"{one.words or '—'} ({one.cell}{by})")
        more = ["…"] if len(named) > _MANY else []
        return sign.join([*named[:_MANY], *more])

    def _changed_by(self, cell: str) -> list[str]:
        """Return the comments in the text that changed a cell, or added its row or column."""
        space = self.round.workspace
        row, column = row_of_cell(cell), f"{self.key}/{column_of_cell(cell)}"
        found = [*space.causes.adders(row), *space.causes.adders(column)]
        for name, patch in space.recorded.items():
            if any(change.paragraph == cell for change in space.place(name, patch).texts):
                found.append(name)
        return list(dict.fromkeys(found))


COUNTS_OTHERWISE = PlanRule(
    code="P517",
    find=recounting,
    order=266,
    message=N_(
        "{table}, row {row}, column {column}: {words} ({key}) stands there, and it counts to "
        "{counted}: {how}."
    ),
    hint=N_("Find out which of the figures is wrong, and mend it, or what sums or shares declare."),
    meaning=N_(
        "A table declares that a row or column is the sum of others (sums), or a share (shares). They are "
        "counted again from what is printed: whole numbers exactly, and where decimals stand "
        "rounding does not "
        "explain the difference. A cell in which nothing or a dash stands counts as nothing. A "
        "comment that is "
        "in the text and changed one of the figures is named beside it."
    ),
)

BY_ROUNDING = PlanRule(
    code="P518",
    find=recounting,
    order=266,
    weight=Severity.NOTE,
    message=N_(
        "{table}, row {row}, column {column}: {words} ({key}) stands there, and it counts to "
        "{counted}, which "
        "may come of rounding: {how}."
    ),
    hint=N_(
        "Say rounded: true where the table declares it, if the figures are rounded; else mend them."
    ),
    meaning=N_(
        "A sum or share that a table declares differs from what is counted by no more than half "
        "a unit of the "
        "last digit of each figure. With rounded: true in the declaration that is passed over."
    ),
)

UNCLAIMED = PlanRule(
    code="P519",
    find=recounting,
    order=266,
    message=N_(
        "{table} declares to be counted by {name}, which it does not have; taken out by: {comment}."
    ),
    hint=N_("Take it out of sums or shares, or put the row or column back."),
    meaning=N_(
        "What a table declares to be counted names a row or column that is not there, often "
        "because a comment "
        "removed it. A removed row leaves the declaration as it is: whether the total goes down by it, or "
        "another row comes in its place, a person decides."
    ),
)

UNCOUNTED = PlanRule(
    code="P520",
    find=recounting,
    order=266,
    weight=Severity.WARNING,
    message=N_("{table}, row {row}, column {column} ({key}) cannot be counted: {problem}: {how}."),
    hint=N_(
        "Give the figures one unit of measure and numbers alone, or say which rows or columns are counted."
    ),
    meaning=N_(
        "A table declares a sum or share of cells that are in several units (万元, 亿元), say more "
        "than a number "
        "(约5, >95), or of a total that is 0. Nothing is converted or guessed: what cannot be "
        "counted is told."
    ),
)
