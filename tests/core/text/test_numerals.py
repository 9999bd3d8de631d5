"""Numerals as plans print them."""

import pytest

from plancli.core.text.numerals import chinese, number


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("0", 0),
        ("305", 305),
        ("３０５", 305),
        ("〇", 0),
        ("零", 0),
        ("七", 7),
        ("两", 2),
        ("二〇", 20),
        ("一二三", 123),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("百", 100),
        ("一百零一", 101),
        ("一百一十", 110),
        ("三百五", 305),
        ("三百二十一", 321),
        ("两百", 200),
        ("3百", 300),
        ("12百", 1200),
        ("1十2", 12),
    ],
)
def test_a_numeral_has_a_value(numeral: str, value: int) -> None:
    assert number(numeral) == value


@pytest.mark.parametrize(
    ("value", "numeral"),
    [
        (0, "0"),
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "100"),
        (-1, "-1"),
    ],
)
def test_chapters_are_numbered_up_to_ninety_nine(value: int, numeral: str) -> None:
    assert chinese(value) == numeral


@pytest.mark.parametrize("value", range(1, 100))
def test_every_chapter_reads_back(value: int) -> None:
    assert number(chinese(value)) == value
