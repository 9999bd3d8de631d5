"""What the cells of a table measure: the number that is all of a cell, and in which unit."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from plancli.core.instructions.amounts import Amount, amounts_of
from plancli.core.plan.cells import by_column, columns_of, row_name
from plancli.core.plan.model import Table, TableHead, TableRow
from plancli.core.text.matchkey import fold
from plancli.core.text.numerals import WEIGHT

_NUMBER = re.compile(
    r"(?P<sign>[-+]?)(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<decimals>\.[0-9]+)?"
    r"(?P<unit>[^0-9.,:;~*①-⑳-]*)[*①-⑳]*"
)
"""A number with thousands parted or not, and its unit; a mark of a note may stand behind it."""
_NO_UNIT = re.compile("以|左右|上下|多|余|约|内$|完成|开工|建成|计划")
"""What makes a number a bound, or a part of a sentence."""
_NOTHING = re.compile("[-/…·.]*|无")
"""What stands in a cell that has no figure: nothing, or a dash."""
_IN_BRACKETS = re.compile("[(（]([^()（）]+)[)）]")
_MEASURE = re.compile("^(?:计量)?单位[:：]")
_UNIT_HEADS = ("单位", "计量单位", "unit")
_COUNTS = (
    "元|美元|人次|人日|人|户|个|家|所|座|处|项|公里|千米|米|厘米|毫米|亩|公顷|平方米|平方公里|立方米|吨标准煤|吨"
    "|千克|公斤|克|升|千瓦时|千瓦|度|辆|台|套|件|岁|年|天|日|小时|分钟|次|床|张|名|对|条|班|班次|株|头|只|艘|架|倍|分"
    "|[%‰℃]|m|km|m2|km2|kg|t|ha|kw|kwh|[a-z]+"
)
_UNIT = re.compile(rf"{WEIGHT}*(?:{_COUNTS})?(?:[/每]{WEIGHT}*(?:{_COUNTS}))*")
"""What measures: 万元, %, 人/平方公里; what stands in brackets behind a name may be anything: (含续建)."""


class Measure(NamedTuple):
    """The number that is all of a cell; `unit` is what it is measured in, "" where nothing says so."""

    value: Decimal
    unit: str = ""

    @property
    def decimals(self) -> int:
        """How many digits are printed behind the point."""
        return max(-int(self.value.as_tuple().exponent), 0)

    @property
    def half(self) -> Decimal:
        """Half a unit of the last place: so much may be lost where it was rounded."""
        return Decimal(5).scaleb(-self.decimals - 1)


def is_left_open(words: str) -> bool:
    """Whether a cell has no figure: it is empty, or a dash stands in it."""
    return _NOTHING.fullmatch(fold(words)) is not None


def number_in(words: str) -> Measure | None:
    """Return the number that is all of some words, with its unit as far as it stands there.

    None where they say anything else: >95, 约5, 2-3, 完成. Digits of full width and parted thousands are
    read.
    """
    match = _NUMBER.fullmatch(fold(words))
    if match is None or _NO_UNIT.search(match["unit"]):
        return None
    digits = match["sign"] + match["digits"].replace(",", "") + (match["decimals"] or "")
    return Measure(Decimal(digits), match["unit"])


def measured(table: Table, row: TableRow, column: TableHead) -> Measure | None:
    """Return what a cell measures, in the unit that it or its table says; None where it is no number."""
    found = number_in(by_column(row, columns_of(table)).get(column.key, ""))
    if found is None or found.unit:
        return found
    return found._replace(unit=unit_around(table, row, column))


def unit_around(table: Table, row: TableRow, column: TableHead) -> str:
    """Return the unit of a cell that says none, folded.

    It is that of a column of units, of the name of its row or its head in brackets, or of the table.
    """
    cells = by_column(row, columns_of(table))
    for other in columns_of(table):
        words = cells.get(other.key, "")
        if fold(other.title) in _UNIT_HEADS and not is_left_open(words):
            return fold(words)
    for words in (row_name(table, row), column.title):
        for bracketed in _IN_BRACKETS.finditer(fold(words)):
            if _UNIT.fullmatch(bracketed[1]):
                return bracketed[1]
    return _MEASURE.sub("", fold(table.unit))


_NO_MEASURE = frozenset("的和与及或至到以左上下之中内为是在并等多余")
"""What may follow a number in a text and measures nothing: 63和65, 63左右."""


def amounts_measured(text: str) -> Iterator[Amount]:
    """Yield the numbers of a text, those whose unit is not known as one with what stands behind them.

    That is a measure, of which there are more than anyone lists: 95艘, 9尾.
    """
    for amount in amounts_of([text]):
        behind = "" if amount.unit else fold(text[amount.start + len(amount.words) :][:8])
        match = _UNIT.match(behind)
        unit = match[0] if match else ""
        if not unit and behind[:1].isalpha() and behind[0] not in _NO_MEASURE:
            unit = behind[0]
        yield amount._replace(unit=unit) if unit else amount


def plain_unit(unit: str) -> str:
    """Return a unit as far as it tells figures apart: without the mark that stands behind it in a text."""
    return re.sub(r"[^\w%‰/]", "", unit)


_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SCALED = re.compile(rf"({WEIGHT}*)(.*)")


class Scaled(NamedTuple):
    """A unit as a multiple of another one: 万元 is 10,000 times 元; 万 alone, of what is not said."""

    times: int
    base: str


def scaled(unit: str) -> Scaled:
    """Return a plain unit as a multiple of that from which it is made."""
    match = _SCALED.fullmatch(unit)
    times = 1
    for mark in match[1] if match else "":
        times *= _SCALES[mark]
    return Scaled(times, match[2] if match else unit)


def without_unit(name: str) -> str:
    """Return a folded name without the brackets in which its unit stands: 户籍人口(万人) is 户籍人口."""

    def kept(bracketed: re.Match[str]) -> str:
        return "" if _UNIT.fullmatch(bracketed[1]) else bracketed[0]

    return _IN_BRACKETS.sub(kept, name)
