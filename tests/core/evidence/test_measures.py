"""What is a number in a cell, and what it is measured in."""

from decimal import Decimal

import pytest

from plancli.core.evidence.measures import (
    Measure,
    is_left_open,
    measured,
    number_in,
    without_unit,
)
from plancli.core.plan.model import Table


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("12", "12", ""),
        ("1,234.50", "1234.50", ""),
        ("１，２３４", "1234", ""),
        ("12 345", "12345", ""),
        ("−3.5", "-3.5", ""),
        ("63％", "63", "%"),
        ("20万元", "20", "万元"),
        ("8.5 公里", "8.5", "公里"),
        ("40*", "40", ""),
        ("40①", "40", ""),
    ],
)
def test_a_number_may_be_written_in_many_ways(words: str, value: str, unit: str) -> None:
    assert number_in(words) == Measure(Decimal(value), unit)


@pytest.mark.parametrize(
    "words",
    ["", "—", "约5", ">95", "2-3", "完成", "90%以上", "12345,6", "1.2.3", "20公里左右", "3∶1"],
)
def test_what_says_more_or_less_than_a_number_is_none(words: str) -> None:
    assert number_in(words) is None


@pytest.mark.parametrize("words", ["", "—", "——", "-", "/", "…", " ", "无", "－"])
def test_a_dash_is_left_open(words: str) -> None:
    assert is_left_open(words)


def test_a_nought_says_something() -> None:
    assert not is_left_open("0")
    assert not is_left_open("待定")


def test_half_a_unit_of_the_last_digit_is_lost_by_rounding() -> None:
    assert Measure(Decimal("12")).half == Decimal("0.5")
    assert Measure(Decimal("12.30")).half == Decimal("0.005")


UNITS = Table.model_validate(
    {
        "table": "表1",
        "unit": "单位:万元",
        "columns": ["项目", "今年", {"key": "明年", "head": "明年(亿元)"}],
        "rows": [
            ["渡口", "12", "0.5"],
            ["渡船(艘)", "3", "4"],
            ["码头(含续建)", "3", "—"],
            ["航标", "3座", "4"],
        ],
    }
)


@pytest.mark.parametrize(
    ("row", "column", "unit"),
    [(0, 1, "万元"), (0, 2, "亿元"), (1, 1, "艘"), (2, 1, "万元"), (3, 1, "座")],
)
def test_the_nearest_unit_counts(row: int, column: int, unit: str) -> None:
    found = measured(UNITS, UNITS.rows[row], UNITS.columns[column])
    assert found is not None
    assert found.unit == unit


def test_a_column_of_units_counts_where_it_says_something() -> None:
    table = Table.model_validate(
        {
            "table": "表1",
            "unit": "单位:万元",
            "columns": ["项目", "单位", "今年"],
            "rows": [["渡船", "艘", "12"], ["渡口", "—", "3"]],
        }
    )
    units = [measured(table, row, table.columns[2]) for row in table.rows]
    assert [one.unit for one in units if one] == ["艘", "万元"]


def test_only_a_unit_leaves_a_name() -> None:
    assert without_unit("户籍人口(万人)") == "户籍人口"
    assert without_unit("投资额(含续建)") == "投资额(含续建)"
