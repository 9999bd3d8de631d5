"""What no edit may tear, and where words may begin and end."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.atoms import atoms, is_inside, made_whole, may_end, whole, with_letters

WHOLE = """
2万个 2.5% 1,379个 2025年 120平方公里 100.5亿元 5000万元 3千米 5百分点 25℃ 12,345,678.9万人次
２５个 ８５％ １，３７９公里 2．5万
〔2020〕12号 [2020]12号 （2020）12号 【2020】第3号
3-5个 3～5个 2021—2025年 30%-50% 1/3 2025-06-30 2025/6/30 0564-3370123 1.3.2
1:3 8:30 -3.5%
2025年6月30日 2025年6月 6月30日
十四五 十五五 一百二十 三千万 一百零五 两千 一万两千 二〇二五 二零三五 一两 三五 七八十 两三百
数百 几十 数十亿 十几 一百几十 几万
百分之三 百分之三十 百分之三点五 百分之30 三分之一 三点五
5G IPv6 NB-IoT APP PM2.5 10kV 1.5Gbps Node.js 5G-A Ｗi-Fi ＡＰＰ café km² CO₂ 10²
"""


@pytest.mark.parametrize("atom", [*WHOLE.split(), "〔2020〕 12号"])
def test_an_atom_is_whole_inside_any_text(atom: str) -> None:
    assert atom in atoms(f"建成{atom},完成")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("建成2万个站", ["建", "成", "2万个", "站"]),
        ("1,37个", ["1", ",", "37个"]),
        ("1,3795个", ["1", ",", "3795个"]),
        ("1234,567", ["1234", ",", "567"]),
        ("2万,3万", ["2万", ",", "3万"]),
        ("120，300个", ["120", "，", "300个"]),
        ("１２０、３００", ["１２０", "、", "３００"]),
        ("2.5%,", ["2.5%", ","]),
        ("〔202〕12号", ["〔", "202", "〕", "12", "号"]),
        ("2020——2025", ["2020", "—", "—", "2025"]),
        ("任务1:5个", ["任", "务", "1", ":", "5个"]),
        ("任务1:5G", ["任", "务", "1", ":", "5G"]),
        ("五年", ["五", "年"]),
        ("十家", ["十", "家"]),
        ("e-mail", ["e-mail"]),
        ("-mail", ["-", "mail"]),
        ("4K/8K", ["4K", "/", "8K"]),
        ("统一两个", ["统", "一", "两", "个"]),
        ("唯一一个", ["唯", "一", "一", "个"]),
        ("一一对应", ["一", "一", "对", "应"]),
        ("十四五一系列", ["十四五", "一", "系", "列"]),
        ("十四五两重", ["十四五", "两", "重"]),
        ("三零售", ["三", "零", "售"]),
        ("两点一线", ["两", "点", "一", "线"]),
        ("一点一滴", ["一", "点", "一", "滴"]),
        ("三点建议", ["三", "点", "建", "议"]),
        ("第二十一批", ["第", "二十一", "批"]),
        ("参数百余", ["参", "数", "百", "余"]),
        ("多数千户", ["多", "数", "千", "户"]),
        ("数据", ["数", "据"]),
        ("几个", ["几", "个"]),
        ("二十几乎", ["二十", "几", "乎"]),
        ("", []),
    ],
)
def test_what_no_edit_may_tear(text: str, parts: list[str]) -> None:
    assert atoms(text) == parts


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("112个", [0, 3, 4]),
        ("1,379公里", [0, 5, 7]),
        ("5000万元", [0, 5, 6]),
        ("３５％", [0, 3]),
        ("5个百分点", [0, 1, 5]),
        ("2025年6月30日", [0, 4, 5, 6, 7, 9, 10]),
        ("3-5个", [0, 3, 4]),
        ("1/3", [0, 3]),
        ("〔2020〕12号", [0, 9]),
        ("百分之三十", [0, 5]),
        ("一百二十家", [0, 4, 5]),
        ("二〇二五年", [0, 4, 5]),
        ("IPv6和5G", [0, 4, 5, 7]),
        ("NB-IoT", [0, 6]),
        ("统一两个", [0, 1, 2, 3, 4]),
        (".5", [0, 1, 2]),
        ("2.", [0, 1, 2]),
        ("甲.5", [0, 1, 2, 3]),
        ("e\u0301", [0, 2]),
        ("1\ufe0f\u20e3", [0, 3]),
    ],
)
def test_where_words_may_begin_and_end(text: str, places: list[int]) -> None:
    """Between atoms, between a number and its unit, and between the parts of a date."""
    assert [at for at in range(len(text) + 1) if may_end(text, at)] == places
    assert may_end(text, -1)
    assert may_end(text, len(text) + 1)


def test_words_are_made_whole() -> None:
    assert made_whole("力争百分之三十达标", 2, 6) == (2, 7)
    assert made_whole("建成1,379公里", 4, 9) == (2, 9)
    assert made_whole("建成1,379公里", 2, 7) == (2, 7)
    assert not whole("建成1,379公里", 4, 9)
    assert whole("建成1,379公里", 2, 7)


def test_letters_stand_for_atoms_of_more_than_one_character() -> None:
    assert with_letters("建2万个站e\u0301", lambda atom: f"<{atom}>") == "建<2万个>站<e\u0301>"
    assert with_letters("建1站", lambda atom: f"<{atom}>") == "建1站"
    assert with_letters("建站", lambda atom: f"<{atom}>") == "建站"


texts = st.text(
    "一二十百零两点分之统12９０，,.:/-—~%％年月日个〔〕号 （）APｂ第千米²e\u0301\u200d👨👩🏽🇨🇳甲",
    max_size=16,
)


@given(texts)
def test_a_place_is_judged_as_in_the_whole_text(text: str) -> None:
    """What looks at the neighbours of a place alone sees the same atoms as what splits everything."""
    parts = atoms(text)
    assert "".join(parts) == text
    edges = {0, *accumulate(map(len, parts))}
    seen = {at for at in range(len(text) + 1) if may_end(text, at)}
    assert seen >= edges
    for at in seen - edges:
        start, end = max(edge for edge in edges if edge < at), min(e for e in edges if e > at)
        assert may_end(f"甲{text[start:end]}甲", at - start + 1)


@given(texts)
def test_letters_stand_for_the_same_atoms(text: str) -> None:
    replaced: list[str] = []
    with_letters(text, lambda atom: replaced.append(atom) or "甲")  # type: ignore[func-returns-value]
    assert replaced == [atom for atom in atoms(text) if len(atom) > 1]


@given(texts)
def test_a_place_is_inside_an_atom_or_between_two(text: str) -> None:
    between = [0]
    for atom in atoms(text):
        between.append(between[-1] + len(atom))
    assert [at for at in range(len(text) + 1) if not is_inside(text, at)] == between
