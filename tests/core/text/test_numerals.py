"""Numerals as plans print them."""

import pytest

from plancli.core.text.numerals import chinese, is_number, number, well_spelled


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
        ("三千零五", 3005),
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
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (112, "一百一十二"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (2300, "二千三百"),
        (9999, "九千九百九十九"),
        (10000, "10000"),
        (-1, "-1"),
    ],
)
def test_parts_are_numbered_up_to_9999(value: int, numeral: str) -> None:
    assert chinese(value) == numeral


def test_every_numeral_reads_back() -> None:
    assert [number(chinese(value)) for value in range(10000)] == list(range(10000))


@pytest.mark.parametrize("words", ["0", "9", "305", "十", "百", "一百零五", "两百", "〇", "三十9"])
def test_what_number_reads_is_a_number(words: str) -> None:
    assert is_number(words)
    assert number(words) >= 0


@pytest.mark.parametrize("words", ["iv", "附3", "A2", "万", "３", "5-6"])
def test_a_label_is_no_number(words: str) -> None:
    assert not is_number(words)


@pytest.mark.parametrize(
    ("numeral", "well"),
    [
        *(
            ("十二", True),
            ("一百零五", True),
            ("一百〇五", True),
            ("二〇", True),
            ("二〇二五", True),
        ),
        *(("十二五", False), ("三四", False), ("一十", False), ("百", False), ("一百五", False)),
    ],
)
def test_a_numeral_is_spelled_as_one_number_is(numeral: str, well: bool) -> None:
    assert well_spelled(numeral) is well
