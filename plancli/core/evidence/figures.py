"""Figures of tables, and what the text and other tables say of the same thing.

Only what names the row in full and the year of the column, and has one number behind the name, is held
against a cell: 到2025年,常住人口城镇化率达到62% against 63 in the row of that name, in the column of 2025.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from plancli.core.evidence.measures import amounts_measured, measured, plain_unit, without_unit
from plancli.core.instructions.amounts import Amount
from plancli.core.plan.cells import cell_id, columns_of, row_name
from plancli.core.plan.model import Table, TableHead, TableRow
from plancli.core.plan.outline import Outline
from plancli.core.text.characters import CLAUSE_MARKS, SENTENCE_MARKS
from plancli.core.text.matchkey import fold

_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年|[^0-9]|$)")
_COMPARED = re.compile(
    "(?:比|较|compared(?:with|to)(?:in)?|thanin|from)(?:19|20)[0-9]{2}"
    "|(?:与|同|和|跟)(?:19|20)[0-9]{2}年?[末底]?(?:相比|比较|持平|相当)"
    "|在(?:19|20)[0-9]{2}年?[末底]?的?基础上",
    re.IGNORECASE,
)
"""A year with which something is compared: what is said behind it is of another one."""
_LEAST = 3
"""Characters of a name: one that is shorter, 人口, begins many others."""
_REACHES = re.compile(
    "(?:将)?(?:要)?(?:分别)?(?:达到|达|为|是|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增至|保持在|稳定在"
    "|控制在|降到|降至|下降到|下降至|力争达到)?|(?:will)?(?:reach|reaches|riseto|risesto|fallto|is|to|at|of|be)?"
)
"""What may stand between a name and its number, folded: with 超过 or 不低于 the number is another one."""
_AHEAD_OF_NAME = re.compile("(?:[0-9]年?|年[末底]|力争|确保|实现|其中)$")
"""What a sentence may say right before a name without making it another one."""
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

    Those without a year, too, where they need not be `dated`.
    """
    for table in outline.tables.values():
        columns = columns_of(table)
        for row in table.rows:
            for figure in _of_row(table, row, columns):
                if figure.year or not dated:
                    yield figure


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


def other_figures(outline: Outline) -> Iterator[OtherFigure]:
    """Yield the places of text and of other tables in which a figure of a table has another value."""
    known = list(figures(outline))
    if not known:
        return
    yield from _in_text(outline, known)
    yield from _in_tables(known)


def _in_tables(known: Iterable[TableFigure]) -> Iterator[OtherFigure]:
    """Yield the later of two cells that are of one thing and year in one unit, and differ."""
    first: dict[tuple[str, str], TableFigure] = {}
    for figure in known:
        earlier = first.setdefault((figure.name, figure.year), figure)
        if _differ(earlier, figure.value, figure.unit):
            yield OtherFigure(earlier, figure.cell, figure.value + figure.unit, 0)


def _in_text(outline: Outline, known: Iterable[TableFigure]) -> Iterator[OtherFigure]:
    by_year: dict[str, list[TableFigure]] = {}
    for figure in known:
        by_year.setdefault(figure.year, []).append(figure)
    for key, spot in outline.spots.items():
        if spot.is_fixed:
            continue
        text = spot.paragraph.text
        for year, of_year in by_year.items():
            if year in text:
                yield from _in_paragraph(key, text, of_year)


def _in_paragraph(key: str, text: str, of_year: Iterable[TableFigure]) -> Iterator[OtherFigure]:
    """Yield the numbers of a paragraph that are of a figure, and are not its value."""
    for amount in amounts_measured(text):
        sentence, clause = _ahead(text, amount)
        behind = fold(text[amount.start + len(amount.words) :][:4])
        if _NOT_ALONE.match(behind):
            continue
        year = last_year(sentence)
        for figure in of_year:
            of_it = figure.year == year and _is_of(clause, figure)
            if of_it and _differ(figure, amount.value, amount.unit):
                yield OtherFigure(figure, key, amount.words, amount.start)


def _is_of(clause: str, figure: TableFigure) -> bool:
    """Whether the number behind a clause is that of a figure: it is named, and reaches the number."""
    before, name, between = fold(clause).rpartition(figure.name)
    return bool(name) and _REACHES.fullmatch(between) is not None and not _is_longer(before)


def _is_longer(before: str) -> bool:
    """Whether a name goes on ahead of where it was found: 户籍人口 in 非户籍人口, in 全省户籍人口."""
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
    one, other = plain_unit(figure.unit), plain_unit(amount.unit)
    same_unit = one == other or "" in (one, other)
    same_year = figure.year == year or "" in (figure.year, year)
    return same_unit and same_year and _number(figure.value) == _number(amount.value)


def _differ(figure: TableFigure, value: str, unit: str) -> bool:
    """Whether a number is another one than a figure: in the same unit, or where one says none."""
    one, other = plain_unit(figure.unit), plain_unit(unit)
    same_unit = one == other or "" in (one, other)
    return same_unit and _number(figure.value) != _number(value)


def _number(value: str) -> Fraction | str:
    """Return a value as a number, so that 63 and 63.0 are one; one with several points as it is."""
    return value if value.count(".") > 1 else Fraction(value)
