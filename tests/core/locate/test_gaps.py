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


@pytest.mark.parametrize(
    "word",
    [
        "毋", "叫停", "撤销", "取缔", "缓建", "难以", "不同意", "未来得及", "非公开", "没有", "没能", "无法",
        "停建", "停用", "关停", "中止", "终止", "废除", "撤回", "撤并", "免收", "免予", "豁免", "禁用",
        "禁捕", "拒不", "谢绝", "否决", "驳回", "暂缓", "不同步", "不断水", "不足以", "不少于", "不限制",
        "无线索", "无人管理", "无人负责", "非常规", "非常住", "非公务", "莫大意", "无论据", "不管护",
        "除外", "以外",
    ],
)  # fmt: skip
def test_a_word_that_denies_turns_what_is_quoted_round_it(word: str) -> None:
    assert leaves_out_negation(f"修缮{word}码头。", 2, 2 + len(word))


@pytest.mark.parametrize(
    "word",
    [
        "不同于", "不同时期", "未来五年", "不断完善", "不仅", "不足", "不少", "不限于", "不论",
        "无人机", "无人驾驶", "无人值守", "无障碍", "无线网", "无纸化", "无害化", "无机肥", "非公有制",
        "非公经济", "非常", "非化石能源", "非遗", "未成年人", "未雨绸缪", "莫大", "毋庸置疑", "没收", "淹没",
        "埋没", "停车", "停靠", "缓解", "缓冲", "免费", "禁毒", "撤离", "难题",
    ],
)  # fmt: skip
def test_a_whole_word_that_only_begins_so_does_not(word: str) -> None:
    assert not leaves_out_negation(f"修缮{word}码头。", 2, 2 + len(word))


@pytest.mark.parametrize(
    "verb", ["严控", "严格控制", "遏制", "制止", "严防", "削减", "压缩", "降低"]
)
def test_a_verb_that_reverses_turns_its_own_clause(verb: str) -> None:
    assert leaves_out_negation(f"修缮{verb}新增。", 2, 2 + len(verb))
    assert not leaves_out_negation(f"修缮,{verb}新增,码头。", 2, 6 + len(verb))


@pytest.mark.parametrize(
    ("text", "low", "high", "turns"),
    [
        ("修缮除渡口之外的码头", 2, 7, True),
        ("修缮除渡口外的码头", 2, 6, True),
        # one half is quoted, the other is left out
        ("修缮除渡口之外的码头", 2, 4, True),
        ("修缮除渡口之外的码头", 4, 7, True),
        # both are quoted, or in another clause
        ("除渡口之外修缮全部码头", 7, 9, False),
        ("修缮全部码头除渡口之外", 2, 4, False),
        ("修缮除尘设备,码头在外", 2, 4, False),
        ("修缮消除隐患和户外广告码头", 2, 10, False),
        ("修缮除渡口和户外码头", 2, 8, False),
    ],
)
def test_an_exception_turns_the_meaning_with_either_half(
    text: str, low: int, high: int, turns: bool
) -> None:
    assert leaves_out_negation(text, low, high) is turns
