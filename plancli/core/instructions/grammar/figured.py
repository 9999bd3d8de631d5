"""What a cell says and what is said of it: the same figure with its unit of measure, or without."""

import re
from typing import NamedTuple

from plancli.core.locate.tablenames import TableNames
from plancli.core.plan.cells import levels, row_name
from plancli.core.plan.model import Table, TableRow
from plancli.core.text.characters import NARROW
from plancli.core.text.matchkey import fold

_NUMBER = re.compile(r"[-+]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_MEASURE = re.compile("^(?:数据)?计?量?单位[:为]?")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)$")


class CellFigure(NamedTuple):
    """What a cell says, as its table has it, and the unit of measure in which its figure is."""

    text: str
    unit: str

    @property
    def is_number(self) -> bool:
        """Whether it is a number without anything beside it."""
        return _NUMBER.fullmatch(fold(self.text)) is not None

    def is_said(self, words: str) -> bool:
        """Whether words say what the cell says: to the letter, or with its unit of measure."""
        said = fold(words)
        if fold(self.text) and fold(self.text) in (said, fold(without_label(words))):
            return True
        return self.is_number and self.unit != "" and said == fold(self.text) + self.unit

    def is_said_loosely(self, words: str) -> bool:
        """Whether words have the figure of the cell, and no other unit of measure beside it."""
        own, other = only_figure(self.text), only_figure(words)
        if own is None or other is None or _plain(own[0]) != _plain(other[0]):
            return False
        beside = fold(words)[other.end() :]
        return beside in ("", self.unit) or beside == fold(self.text)[own.end() :]

    def bare(self, words: str) -> str | None:
        """Return new words as the cell has its own; None where they have another unit, or lack its unit."""
        new = fold(words)
        if not self.is_number:
            lacks = _NUMBER.fullmatch(new) and _NUMBER.match(fold(self.text))
            return None if lacks else words
        if not _NUMBER.match(new):
            return words
        # as the others stand there: in half width
        figure = new.removesuffix(self.unit)
        return figure if _NUMBER.fullmatch(figure) else None


def with_its_label(old: str, new: str) -> str:
    """Return a new unit of measure as the old one is printed: 单位:万元 becomes 单位:亿元."""
    label = _MEASURE.match(old.translate(NARROW))
    if label is None or _MEASURE.match(new.translate(NARROW)):
        return new
    return old[: label.end()] + new


def without_label(unit: str) -> str:
    """Return a unit of measure without what is printed ahead of it: 万元 of 单位:万元."""
    label = _MEASURE.match(unit.translate(NARROW))
    return unit[label.end() :] if label else unit


def is_figure(words: str) -> bool:
    """Whether words are a number, with no more than a unit of measure behind it."""
    said = fold(words)
    number = _NUMBER.match(said)
    return number is not None and len(said) - number.end() <= _LONGEST_UNIT


_LONGEST_UNIT = 5


def only_figure(words: str) -> re.Match[str] | None:
    """Return the one number in words, folded; None where there is none, or several."""
    found = list(_NUMBER.finditer(fold(words)))
    return found[0] if len(found) == 1 else None


def _plain(number: str) -> str:
    return number.replace(",", "")


def unit_of_cell(names: TableNames, row: TableRow, column: str) -> str:
    """Return the unit of measure of a cell, folded: that of its row, of its column, of its table; or ""."""
    for words in _measures(names, row, column):
        if words:
            return words
    return ""


def _measures(names: TableNames, row: TableRow, column: str) -> list[str]:
    table: Table = names.table
    own = names.unit_column()
    heads = {head.key: head for head in table.columns}
    keys = list(heads)
    by_row = (
        fold(row.cells[keys.index(own)]) if own in heads and len(row.cells) == len(keys) else ""
    )
    head = fold(levels(heads[column].title)[-1]) if column in heads else ""
    return [
        by_row,
        _in_brackets(fold(row_name(table, row))),
        _in_brackets(head),
        _MEASURE.sub("", fold(table.unit)),
    ]


def _in_brackets(words: str) -> str:
    found = _IN_BRACKETS.search(words)
    return found[1] if found else ""
