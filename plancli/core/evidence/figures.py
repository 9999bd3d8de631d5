"""Figures of tables, and what the text and other tables say of the same thing.

Only what names the row in full and the year of the column, and has one number behind the name, is held
against a cell: 到2025年,常住人口城镇化率达到62% against 63 in the row of that name, in the column of 2025.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from plancli.core.evidence.measures import (
    amounts_measured,
    measured,
    plain_unit,
    scaled,
    without_unit,
)
from plancli.core.instructions.amounts import Amount
from plancli.core.plan.cells import cell_id, columns_of, row_name
from plancli.core.plan.model import Table, TableHead, TableRow
from plancli.core.plan.outline import Outline
from plancli.core.text.characters import BREAKS, CLAUSE_MARKS, SENTENCE_MARKS
from plancli.core.text.matchkey import fold

_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年|[^0-9]|$)")
_COMPARED = re.compile(
    "(?:比|较|compared(?:with|to)(?:in)?|thanin|from)(?:19|20)[0-9]{2}"
    "|(?:与|同|和|跟)(?:19|20)[0-9]{2}年?[末底]?(?:相比|比较|持平|相当)"
    "|在(?:19|20)[0-9]{2}年?[末底]?的?基础上"
    "|(?:由|从)(?:19|20)[0-9]{2}年?[末底]?的?(?=[0-9])",
    re.IGNORECASE,
)
"""A year with which something is compared: what is said behind it is of another one."""
_LEAST = 3
"""Characters of a name: one that is shorter, 人口, begins many others."""
_REACHES = re.compile(
    "(?:的?(?:目标|预期|规划|约束)?[值数]?)(?:预计|预期|计划|力争|确保|争取|应|将|要)*(?:分别)?"
    "(?:(?:由|从)(?:(?:19|20)[0-9]{2}年?[末底]?的?)?[0-9][0-9.,]*[^0-9,.]{0,6})?"
    "(?:达到|达|为|是|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增至|保持在|稳定在"
    "|控制在|降到|降至|下降到|下降至|力争达到)?|(?:will)?(?:reach|reaches|riseto|risesto|fallto|is|to|at|of|be)?"
)
"""What may stand between a name and its number, folded: with 超过 or 不低于 the number is another one."""
_AHEAD_OF_NAME = re.compile("(?:[0-9]年?|年[末底]|力争|确保|实现|其中)$")
"""What a sentence may say right before a name without making it another one."""
_ONLY_YEAR = re.compile("(?:到|至)?(?:19|20)[0-9]{2}年?[末底]?(.*)")
"""A clause that says another year of what the clause before it named: 2020年为58%,到2025年达到63%."""
_AND = re.compile("、|以及|[和与及]")
_RESPECTIVELY = "分别"
_NOT_ALONE = re.compile("以上|以下|左右|上下|个百分点|~|至|—|-")
"""What behind a number says that it is a bound, or by how much something changes."""


class TableFigure(NamedTuple):
    """A number of a table: in which cell, of what, for which year; the unit is "" where none is said."""

    cell: str
    name: str
    year: str
    value: str
    unit: str


class OtherFigure(NamedTuple):
    """A place that gives another value to what a cell of a table says.

    `place` is the id of a paragraph or cell, `words` the number there and where it begins.
    """

    figure: TableFigure
    place: str
    words: str
    start: int


def figures(outline: Outline, dated: bool = True) -> Iterator[TableFigure]:
    """Yield the numbers of all tables that have a named row and a year at the head of their column.

    Those without a year, too, where they need not be `dated`. Where a row has several of one year and unit
    (计划, 实际), or a table several rows of one name, none of them is the one that a text means.
    """
    for table in outline.tables.values():
        columns = columns_of(table)
        found: list[TableFigure] = []
        for row in table.rows:
            found += _of_row(table, row, columns)
        seen = Counter((one.name, one.year, plain_unit(one.unit)) for one in found)
        for one in found:
            alone = seen[one.name, one.year, plain_unit(one.unit)] == 1
            if (one.year and alone) or not dated:
                yield one


def _of_row(table: Table, row: TableRow, columns: Iterable[TableHead]) -> Iterator[TableFigure]:
    name = without_unit(fold(row_name(table, row)))
    if len(name) < _LEAST:
        return
    for column in columns:
        years = _YEAR.findall(fold(column.title))
        found = measured(table, row, column)
        if len(years) < 2 and found is not None:
            value = format(found.value, "f")
            yield TableFigure(cell_id(row.id, column.key), name, "".join(years), value, found.unit)


# --- what is said elsewhere ---------------------------------------------------------------------------------


def other_figures(outline: Outline, own: str = "") -> Iterator[OtherFigure]:
    """Yield the places of text and of other tables in which a figure of a table has another value.

    `own` is what the plan is of, 市 or 县: there 全市 and 我市 before a name say nothing new.
    """
    known = list(figures(outline))
    if not known:
        return
    yield from _in_text(outline, known, own)
    yield from _in_tables(known)


def _in_tables(known: Iterable[TableFigure]) -> Iterator[OtherFigure]:
    """Yield the later of two cells that are of one thing and year in one unit, and differ."""
    first: dict[tuple[str, str], TableFigure] = {}
    for figure in known:
        earlier = first.setdefault((figure.name, figure.year), figure)
        if _differ(earlier, figure.value, figure.unit):
            yield OtherFigure(earlier, figure.cell, figure.value + figure.unit, 0)


def _in_text(outline: Outline, known: Sequence[TableFigure], own: str) -> Iterator[OtherFigure]:
    by_year: dict[str, list[TableFigure]] = {}
    for figure in known:
        by_year.setdefault(figure.year, []).append(figure)
    # the longest first: 人均地区生产总值 is not 地区生产总值
    names = sorted({figure.name for figure in known}, key=lambda name: (-len(name), name))
    for key, spot in outline.spots.items():
        text = spot.paragraph.text
        if spot.is_fixed or not any(year in text for year in by_year):
            continue
        folded = fold(text)
        for said in _said(text, [name for name in names if name in folded], own):
            for figure in by_year.get(said.year, ()):
                if figure.name == said.name and _differ(
                    figure, said.amount.value, said.amount.unit
                ):
                    yield OtherFigure(figure, key, said.amount.words, said.amount.start)


class _Said(NamedTuple):
    """A number of a text with the row of a table that it is of, and for which year."""

    amount: Amount
    name: str
    year: str


def _said(text: str, names: Sequence[str], own: str) -> Iterator[_Said]:
    """Yield the numbers of a text that are of a row, each with its name; bounds and changes are none."""
    before, ahead = "", ""
    for amount in amounts_measured(text):
        sentence, clause = _ahead(text, amount)
        if not sentence.startswith(ahead):
            before = ""  # what was named in another sentence
        ahead = sentence
        name = _name_of(text, amount, names, own) or (before if _goes_on(clause) else "")
        if not name:
            continue
        before = name
        behind = fold(text[amount.start + len(amount.words) :][:4])
        if not _NOT_ALONE.match(behind):
            yield _Said(amount, name, last_year(sentence))


def _goes_on(clause: str) -> bool:
    """Whether a clause says no name, but only another year of what was named: 到2025年达到63%."""
    match = _ONLY_YEAR.fullmatch(fold(clause))
    return match is not None and _REACHES.fullmatch(match[1]) is not None


def _name_of(text: str, amount: Amount, names: Sequence[str], own: str) -> str:
    """Return the row of which a number is said to be; "" where it is of none, or of none for certain."""
    clause = fold(_ahead(text, amount)[1])
    if _RESPECTIVELY in _clause_around(text, amount)[0]:
        clause = _respective(text, amount)
    for name in names:
        before, found, between = clause.rpartition(name)
        if found and _REACHES.fullmatch(between) and not _is_longer(before, own):
            return name
    return ""


def _respective(text: str, amount: Amount) -> str:
    """Return the name to which a number belongs where several are said one by one: A、B分别达到1和2."""
    ahead, whole = _clause_around(text, amount)
    named, _, behind = whole.partition(_RESPECTIVELY)
    listed = _AND.split(fold(named))
    numbers = list(amounts_measured(behind))
    at = len(list(amounts_measured(ahead.partition(_RESPECTIVELY)[2])))
    return listed[at] if len(listed) == len(numbers) > at else ""


def _clause_around(text: str, amount: Amount) -> tuple[str, str]:
    """Return the clause of a number up to it, and as a whole; 、 lists within one."""
    ends = f"[{re.escape(SENTENCE_MARKS + BREAKS)}]"
    ahead = re.split(ends, text[: amount.start])[-1]
    return ahead, ahead + re.split(ends, text[amount.start :])[0]


def _is_longer(before: str, own: str) -> bool:
    """Whether a name goes on ahead of where it was found: 户籍人口 in 非户籍人口, in 全省户籍人口."""
    if own and before[-2:] in (f"全{own}", f"我{own}", f"本{own}"):
        before = before[:-2]
    return bool(before) and before[-1].isalnum() and not _AHEAD_OF_NAME.search(before)


def _ahead(text: str, amount: Amount) -> tuple[str, str]:
    """Return the sentence of a number as far as it stands ahead of it, and its clause as far."""
    ahead = text[: amount.start]
    sentence = re.split(f"[{re.escape(SENTENCE_MARKS)}]", ahead)[-1]
    clause = re.split(f"[{re.escape(CLAUSE_MARKS)}]", sentence)[-1]
    return sentence, clause


def last_year(sentence: str) -> str:
    """Return the year that was said last; "" where none was.

    到2030年,用水量比2025年下降15%,利用系数提高到0.61: that is the coefficient of 2030.
    """
    found = _YEAR.findall(_COMPARED.sub("", fold(sentence)))
    return found[-1] if found else ""


def is_as_old(figure: TableFigure, amount: Amount, year: str) -> bool:
    """Whether a number, said for a year, may be that of a figure: of one value, unit and year.

    A unit or year that is not said may be any.
    """
    same_year = figure.year == year or "" in (figure.year, year)
    return same_year and _compared(figure, amount.value, amount.unit) is True


def _differ(figure: TableFigure, value: str, unit: str) -> bool:
    """Whether a number is another one than a figure, as far as their units can be compared."""
    return _compared(figure, value, unit) is False


def _compared(figure: TableFigure, value: str, unit: str) -> bool | None:
    """Whether a number is that of a figure; None where their units measure different things.

    One that says no unit is in that of the other. Of 25123元 and 2.5万元 the digits count that both print.
    """
    one, other = plain_unit(figure.unit), plain_unit(unit)
    mine, said = _number(figure.value), _number(value)
    if one == other or "" in (one, other):
        return mine == said
    here, there = scaled(one), scaled(other)
    if here.base != there.base and "" not in (here.base, there.base):
        return None
    if isinstance(mine, str) or isinstance(said, str):
        return None
    half = max(_last_place(figure.value) * here.times, _last_place(value) * there.times) / 2
    return abs(mine * here.times - said * there.times) <= half


def _last_place(value: str) -> Fraction:
    """Return what one is worth in the last digit that is printed."""
    return Fraction(1, 10 ** len(value.partition(".")[2]))


def _number(value: str) -> Fraction | str:
    """Return a value as a number, so that 63 and 63.0 are one; one with several points as it is."""
    return value if value.count(".") > 1 else Fraction(value)
