"""Cells of a row or column that is to come, as people give them: 甲|%|1|2, 甲、%、1、2, 指标:甲,单位:%."""

import re
from collections.abc import Callable, Sequence

from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.locate.tablenames import TableNames
from plancli.core.plan.cells import columns_of, stands_across
from plancli.core.plan.model import Table
from plancli.core.text.characters import LIST_MARK

_PAIR = re.compile("^([^:：]{1,20})[:：](.+)$")
_CLAUSES = re.compile(rf"[{LIST_MARK},，;；|\t]")


def given_cells(said: Sequence[str], table: Table) -> tuple[str, ...]:
    """Return a cell for each column of a table.

    Raises:
        UnclearError: there are more or fewer.

    """
    columns = [column.key for column in columns_of(table)]
    pairs = _pairs(said, TableNames("", table).columns_called, columns)
    cells = pairs or _apart(said, len(columns))
    if len(cells) != len(columns) or not any(cells):
        raise UnclearError(Doubt.NO_WORDS, " | ".join(said))
    return tuple(cells)


def given_column(said: Sequence[str], head: str, table: Table) -> tuple[str, dict[str, str]]:
    """Return the head of a column and its cells by the ids of the rows that have several.

    Raises:
        UnclearError: no head, or more or fewer cells than rows.

    """
    rows = [row.id for row in table.rows if not stands_across(row, table.columns)]
    pairs = _pairs(said, TableNames("", table).rows_called, rows)
    cells = pairs or _apart(said, len(rows) if head else len(rows) + 1)
    if not head and len(cells) == len(rows) + 1:
        head, cells = cells[0], cells[1:]
    if not head or not table.columns or len(cells) != len(rows):
        raise UnclearError(Doubt.NO_WORDS, " | ".join(said))
    return head, dict(zip(rows, cells, strict=True))


def _apart(said: Sequence[str], wanted: int) -> list[str]:
    """Return cells that are given one by one, or in one stretch with a mark between them."""
    if len(said) > 1:
        return list(said)
    words = said[0]
    for mark in ("|", "\t"):
        if mark in words:
            return [cell.strip() for cell in words.strip().strip(mark).split(mark)]
    for mark in (LIST_MARK, "，", ","):
        cells = [cell.strip() for cell in words.split(mark)]
        if len(cells) == wanted and all(cells):
            return cells
    return [words.strip()]


def _pairs(
    said: Sequence[str], called: Callable[[str], list[str]], keys: Sequence[str]
) -> list[str]:
    """Return cells that are given with the name of the column or row of each; nothing where they are not."""
    parts = [part.strip() for words in said for part in _CLAUSES.split(words)]
    found: dict[str, str] = {}
    for part in parts:
        pair = _PAIR.match(part)
        named = called(pair[1].strip()) if pair else []
        if pair is None or len(named) != 1 or named[0] in found:
            return []
        found[named[0]] = pair[2].strip()
    return [found[key] for key in keys] if set(found) == set(keys) else []
