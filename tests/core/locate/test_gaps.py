"""Fragments in order, what lies between, and whether that turns the meaning."""

import pytest

from plancli.core.locate.ellipsis import (
    beginnings,
    fragments_of,
    leaves_out_negation,
    stretches,
)


@pytest.mark.parametrize(
    ("wanted", "fragments"),
    [
        ("修缮…停航", ["修缮", "停航"]),
        ("…停航", ["停航"]),
        ("修缮…,…停航", ["修缮", "停航"]),
        ("修缮…2…停航", ["修缮", "2", "停航"]),
        ("修缮", []),
        ("…", []),
        ("…,…", []),
    ],
)
def test_fragments(wanted: str, fragments: list[str]) -> None:
    assert fragments_of(wanted) == fragments


def test_words_begin_also_where_they_overlap() -> None:
    assert list(beginnings("的的的的", "的的", 0, 4)) == [0, 1, 2]
    assert list(beginnings("的的的的", "的的", 1, 4)) == [1, 2]
    assert list(beginnings("的的的的", "的的", 0, 3)) == [0, 1]
    assert list(beginnings("的的", "", 0, 2)) == []


def found(text: str, *fragments: str, low: int = 0) -> list[str]:
    return [text[one.start : one.end] for one in stretches(text, fragments, low, len(text))]


@pytest.mark.parametrize(
    ("text", "fragments", "words"),
    [
        ("修缮东岸停航", "修缮 停航", ["修缮东岸停航"]),
        ("修缮东岸", "修缮 停航", []),
        ("停航修缮", "修缮 停航", []),
        ("修缮停航", "修缮 停航", ["修缮停航"]),
        # one for each beginning, and one for each end behind the last
        ("修缮甲修缮乙停航", "修缮 停航", ["修缮甲修缮乙停航", "修缮乙停航"]),
        ("修缮甲停航乙停航", "修缮 停航", ["修缮甲停航", "修缮甲停航乙停航"]),
        ("修缮甲停航修缮乙", "修缮 停航", ["修缮甲停航"]),
        ("修缮", "修缮", ["修缮"]),
        ("修缮修缮", "修缮", ["修缮", "修缮"]),
        # fragments do not overlap
        ("的的", "的的 的", []),
        ("的的的", "的的 的", ["的的的"]),
        ("甲一乙二甲三丙", "甲 乙 丙", ["甲一乙二甲三丙"]),
    ],
)
def test_stretches(text: str, fragments: str, words: list[str]) -> None:
    assert found(text, *fragments.split()) == words


def test_gaps_lie_between_the_fragments() -> None:
    (one,) = stretches("甲一乙二二丙", ["甲", "乙", "丙"], 0, 6)
    assert (one.start, one.end, one.gaps) == (0, 6, ((1, 2), (3, 5)))
    assert list(stretches("甲一乙二二丙", ["甲", "丙"], 0, 5)) == []
    assert list(stretches("甲一乙二二丙", ["甲", "丙"], 1, 6)) == []


@pytest.mark.parametrize(
    ("between", "behind", "turns"),
    [
        ("不予", "补贴", True),
        ("不断", "完善", False),
        ("不", "断完善", False),  # what follows the gap tells
        ("不", "予补贴", True),
        ("", "不予", False),  # it stands behind the gap
        ("不一而", "足", False),
        ("不一", "般", True),
        ("未", "来可期", False),
        ("未来", "", False),
        ("未", "定", True),
        ("购置无", "人机", False),
        ("严禁", "", True),
        ("严", "禁止", True),
        # a reversal turns the clause of which a part is quoted
        ("防止", "浪费", True),
        (",防止浪费,", "完善", False),
        ("浪费,防止", "污染", True),
        ("防止浪费,", "完善", True),
        ("推进", "完善", False),
    ],
)
def test_what_is_left_out_may_turn_the_meaning(between: str, behind: str, turns: bool) -> None:
    text = f"修缮{between}{behind}。"
    assert leaves_out_negation(text, 2, 2 + len(between)) is turns
