"""Totals that a table has and does not declare: a row or column called 合计, counted as if it were declared.

Nothing is claimed of them, so nothing is wrong by itself: that they add up is a reason to declare them, and
that they do not is told with both sides. A table whose rows stand in levels is left alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.evidence.counted import Miscount, Recounted, Uncounted, counted_as
from plancli.core.plan.cells import columns_of, row_name, stands_across
from plancli.core.plan.model import Table, TableHead, TableSum
from plancli.core.text.matchkey import fold

_TOTALS = frozenset(map(fold, ("合计", "总计", "total")))
_LEVELS = tuple(map(fold, ("其中", "小计", "subtotal", "of which")))
"""How rows begin that count what others count, too."""
_FEWEST = 2
"""So many addends a sum has at least."""


class Undeclared(NamedTuple):
    """A row or column that is called a total: the sum that it may be, and where it is not.

    `proved` are the cells that are what they count to; where there are `miscounts`, too, it may be no sum.
    """

    sum: TableSum
    proved: int
    miscounts: tuple[Miscount, ...]


def undeclared(table: Table) -> Iterator[Undeclared]:
    """Yield the totals of a table that it does not declare, as far as they can be counted."""
    declared = {one.name for one in table.sums}
    columns = list(columns_of(table))
    if len(columns) < 2:
        return
    for wanted in (_of_rows(table, columns), _of_columns(columns)):
        if wanted is None or wanted.name in declared:
            continue
        told = list(counted_as(table, wanted))
        if any(isinstance(one, Uncounted) for one in told):
            continue
        found = _judged(wanted, told)
        if found.proved or found.miscounts:
            yield found


def _judged(wanted: TableSum, told: list[Recounted | None]) -> Undeclared:
    miscounts = tuple(one for one in told if isinstance(one, Miscount))
    return Undeclared(wanted, sum(one is None for one in told), miscounts)


def _of_rows(table: Table, columns: list[TableHead]) -> TableSum | None:
    """Return the last row as the sum of all others, where it is called a total and none of them is one."""
    rows = [row for row in table.rows if not stands_across(row, columns)]
    if len(rows) <= _FEWEST or not _is_total(row_name(table, rows[-1])):
        return None
    names = [fold(row_name(table, row)) for row in rows[:-1]]
    if any(name in _TOTALS or name.startswith(_LEVELS) for name in names):
        return None
    return TableSum(row=rows[-1].id, of=tuple(row.id for row in rows[:-1]))


def _of_columns(columns: list[TableHead]) -> TableSum | None:
    """Return a column as the sum of those below the same head, where it is called a total."""
    for column in columns:
        group, _, name = column.title.rpartition("|")
        beside = [
            other.key
            for other in columns
            if other is not column and group and other.title.rpartition("|")[0] == group
        ]
        if _is_total(name) and len(beside) >= _FEWEST:
            return TableSum(column=column.key, of=tuple(beside))
    return None


def _is_total(name: str) -> bool:
    return fold("".join(name.split())) in _TOTALS
