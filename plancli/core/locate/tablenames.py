"""What people call the rows and columns of one table, and how they count them."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from plancli.core.plan.cells import (
    OVER_ALL,
    cell_id,
    columns_of,
    head_key,
    levels,
    row_name,
    stands_across,
    unit_id,
)
from plancli.core.plan.model import Table, TableHead, TableRow
from plancli.core.text.characters import NARROW
from plancli.core.text.matchkey import fold
from plancli.core.text.numerals import TENS

_CLEAR = 4
"""Fewer characters of the name of a row name none: 面积 stands in many."""
_SERIAL = re.compile("序号|编号|项次|序")
_UNIT = re.compile("计?量?单位")
_ROUND_NAME = re.compile(
    rf"^(?:[0-9]{{1,2}}[.、]|\([0-9{TENS}]{{1,3}}\)|[{TENS}]{{1,3}}、)|\([^()]*\)$|[.:*]$"
)
"""What is printed round the name of a row, and left out by who cites it: its number, its unit of measure."""
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])年?")
_WEAK = re.compile("(?:数值|数据|数|值)$")
_GENERIC = re.compile("(?:的|规划|指标)?(?:目标|指标|规划)?(?:数值|数据|数|值)?")
"""What every figure of a table may be called."""
_AIM = "目标"
_OTHERWISE = re.compile("实际|现状|完成|基期|基础|执行")
"""What tells a figure that is none to be reached."""


class TableNames:
    """The rows and columns of the table with a key, by name and by number."""

    def __init__(self, key: str, table: Table) -> None:
        self.key, self.table = key, table
        self._columns = columns_of(table)

    # --- rows -----------------------------------------------------------------------------------------------

    def rows_named(self, said: str) -> list[str]:
        """Return the rows that go by a name, whatever else their cells say."""
        key = fold(said)
        return [row for row, name in self._names.items() if _is_called(name, key)]

    def rows_called(self, said: str) -> list[str]:
        """Return the rows that a name stands for: as printed, without what is round it, a clear part."""
        key = fold(said)
        if not any(map(str.isalpha, key)):
            return []
        found = [
            row.id for row in self.table.rows if any(_is_called(cell, key) for cell in row.cells)
        ]
        if found or len(key) < _CLEAR:
            return found
        return [row for row, name in self._names.items() if key in name]

    def row_in(self, said: str) -> tuple[list[str], str]:
        """Return the row whose name stands in words without marks, and the words without it."""
        words = fold(said)
        held = [name for name in self._by_name if name in words]
        widest = [
            name for name in held if not any(name in other for other in held if other != name)
        ]
        if not widest:
            return [], said
        if len(widest) > 1:
            return [row for name in widest for row in self._by_name[name]], ""
        before, _, behind = words.partition(widest[0])
        return self._by_name[widest[0]], before + behind

    def name(self, row: str) -> str:
        """Return the name of a row, without what is printed round it."""
        found = next(one for one in self.table.rows if one.id == row)
        called = row_name(self.table, found)
        return _ROUND_NAME.sub("", called.translate(NARROW)) or called

    @cached_property
    def _names(self) -> dict[str, str]:
        return {row.id: fold(row_name(self.table, row)) for row in self.table.rows}

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        """The rows by their names that may stand among other words."""
        found: dict[str, list[str]] = {}
        for row, name in self._names.items():
            for one in dict.fromkeys((name, _ROUND_NAME.sub("", name))):
                if any(map(str.isalpha, one)) and len(one) > 1:
                    found.setdefault(one, []).append(row)
        return found

    def rows_at(self, numbers: Iterable[int]) -> list[str]:
        """Return the rows with some numbers, -1 being the last; none where who counts may count otherwise.

        So it is where a row stands across all columns, which may count or not, and where rows are numbered.
        """
        rows = [row.id for row in self.table.rows]
        counted = [row.id for row in self.table.rows if not self._across(row)]
        found: list[str] = []
        for number in numbers:
            one = _nth(rows, number)
            if one is None or one != _nth(counted, number) or not self._is_numbered(one, number):
                return []
            found.append(one)
        return found

    def _is_numbered(self, row: str, number: int) -> bool:
        """Whether the printed number of a row, if it has one, is this one."""
        if number < 0 or not self._serials:
            return True
        return self._serials.get(row) == str(number)

    def numbered(self, number: int) -> list[str]:
        """Return the row that is printed with a number, or counted where none are printed."""
        if not self._serials:
            return self.rows_at([number])
        return [row for row, serial in self._serials.items() if serial == str(number)]

    @cached_property
    def _serials(self) -> dict[str, str]:
        """The printed numbers of rows, where a column has them."""
        for at, column in enumerate(self._columns):
            if _SERIAL.fullmatch(fold(levels(column.title)[-1])):
                whole = [row for row in self.table.rows if not self._across(row)]
                return {row.id: fold(row.cells[at]) for row in whole}
        return {}

    def _across(self, row: TableRow) -> bool:
        return stands_across(row, self._columns)

    def in_group(self, group: str, rows: Sequence[str]) -> list[str]:
        """Return those of some rows that stand in the group which a row across all columns begins."""
        return [row for row in rows if self.is_group(group, row)]

    def is_group(self, group: str, row: str) -> bool:
        """Whether a row across all columns begins the group in which another stands."""
        begun = ""
        for one in self.table.rows:
            if one.id == row:
                return begun == group
            if self._across(one):
                begun = one.id
        return False

    # --- columns --------------------------------------------------------------------------------------------

    def columns_called(self, said: str) -> list[str]:
        """Return the columns that a name stands for, from what says most to what says least."""
        key = fold(said)
        bare = key.replace("的", "")
        weak = _WEAK.sub("", bare)
        ways: tuple[Callable[[TableHead], bool], ...] = (
            lambda head: key == _innermost(head),
            lambda head: key == _joined(head),
            lambda head: weak in (_innermost(head), _joined(head)),
            lambda head: _has_all(head, bare),
            lambda head: _has_all(head, weak),
            lambda head: _is_of_year(head, bare, self._has_aims),
        )
        for is_meant in ways:
            found = [head.key for head in self._columns if is_meant(head)]
            if found:
                return found
        return []

    @property
    def _has_aims(self) -> bool:
        """Whether heads say which figures are to be reached: then others are not."""
        return any(_AIM in head.title for head in self._columns)

    def columns_at(self, numbers: Iterable[int]) -> list[str]:
        """Return the columns with some numbers, -1 being the last; none where one is beyond them."""
        found: list[str] = []
        for number in numbers:
            one = _nth([head.key for head in self._columns], number)
            if one is None:
                return []
            found.append(one)
        return found

    def head(self, column: str) -> str:
        """Return the key of a column in the plan; "" where no heads are printed."""
        return self._head_keys.get(column, "")

    @cached_property
    def _head_keys(self) -> dict[str, str]:
        return {head.key: head_key(self.key, head) for head in self.table.columns}

    # --- what is neither ------------------------------------------------------------------------------------

    def cell(self, row: str, column: str) -> str:
        """Return the id of the cell in a row and a column; "" where the row stands across all columns."""
        is_whole = any(one.id == row and not self._across(one) for one in self.table.rows)
        return cell_id(row, column) if is_whole else ""

    def across(self, row: str) -> str:
        """Return the id of the one cell of a row across all columns; "" of any other row."""
        is_across = any(one.id == row and self._across(one) for one in self.table.rows)
        return cell_id(row, OVER_ALL) if is_across else ""

    def is_unit(self, said: str) -> bool:
        """Whether words speak of a unit of measure, which a table has above it or a column has for rows."""
        return _UNIT.fullmatch(fold(said)) is not None

    def unit(self, said: str) -> list[str]:
        """Return the unit of measure that is printed above the table, and columns that are called so."""
        own = [unit_id(self.table)] if self.table.unit else []
        return [*own, *self.columns_called(said)]

    def unit_column(self) -> str | None:
        """Return the column that has the unit of measure of each row; None where there is none."""
        found = [head.key for head in self._columns if self.is_unit(levels(head.title)[-1])]
        return found[0] if len(found) == 1 else None

    def notes(self, number: str) -> list[str]:
        """Return the notes, or the one with a number."""
        notes = [note.id for note in self.table.notes]
        if not number:
            return notes
        return notes[int(number) - 1 : int(number)] if int(number) else []


def _is_called(cell: str, key: str) -> bool:
    """Whether words are those of a cell, with what is printed round a name or without it."""
    own = fold(cell)
    return key in (own, _ROUND_NAME.sub("", own))


def _innermost(head: TableHead) -> str:
    return fold(levels(head.title)[-1])


def _joined(head: TableHead) -> str:
    return fold("".join(levels(head.title)))


def _has_all(head: TableHead, said: str) -> bool:
    """Whether a head has the year that is said, and what is said beside it: 规划目标|2025年."""
    year = _YEAR.search(said)
    if year is None:
        return len(said) > 1 and said in _joined(head)
    beside = _WEAK.sub("", said[: year.start()] + said[year.end() :])
    return _has_year(head, year[0]) and beside in _YEAR.sub("", _joined(head))


def _is_of_year(head: TableHead, said: str, has_aims: bool) -> bool:
    """Whether a head has the year of a figure that is called by what every figure may be called."""
    year = _YEAR.search(said)
    beside = said[: year.start()] + said[year.end() :] if year else ""
    if year is None or not _GENERIC.fullmatch(beside) or (has_aims and _AIM in beside):
        return False
    return _has_year(head, year[0]) and not _OTHERWISE.search(_joined(head))


def _has_year(head: TableHead, year: str) -> bool:
    return year[:4] in {found[0][:4] for found in _YEAR.finditer(_joined(head))}


def _nth(listed: Sequence[str], number: int) -> str | None:
    """Return what has a number in a list, -1 being the last; None where it has no such."""
    at = number - 1 if number > 0 else len(listed) + number
    return listed[at] if 0 <= at < len(listed) else None
