"""Numerals as plans print them."""

import pytest

from plancli.core.text.numerals import chinese, is_number, number


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


@pytest.mark.parametrize("words", ["0", "9", "305", "十", "百", "一百零五", "两百", "〇", "三十9"])
def test_what_number_reads_is_a_number(words: str) -> None:
    assert is_number(words)
    assert number(words) >= 0


@pytest.mark.parametrize("words", ["iv", "附3", "A2", "千", "３", "5-6"])
def test_a_label_is_no_number(words: str) -> None:
    assert not is_number(words)
