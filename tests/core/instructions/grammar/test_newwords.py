"""A cell of new words holds a text of the plan, or what somebody thinks of it."""

import pytest

from plancli.core.instructions.grammar.newwords import (
    doubles_marks,
    has_ellipsis,
    holds_note,
    is_deletion,
    is_no_wording,
    leaves_blank,
    leaves_choice,
    quotes_again,
    says_beside,
    speaks_of_text,
)

SAID = """
12所|请核实
12所|待定
12所|应为15所
12所|改为15所
12所|调整到15所
12所|增加至15所
12所|12所→15所
12所|数量偏少
12所|数据有误
12所|数字不够准确
12所|不作修改
12所|维持原有数量
12所|见附件2
12所|15所(下同)
12所|15所,全文统一
12所|15所。理由:省里有要求
12所|15所(依据《办法》第三条)
12所|15所,我局无力承担其余
阅览室|不删
阅览室|整句删除
阅览室|删
阅览室|移至第三章
阅览室|后面加上自习室
阅览室|补充自习室的内容
阅览室|进一步明确数量
阅览室|与上文重复
阅览室|加粗
阅览室|责任单位增加县财政局
阅览室|(1)阅览室(2)自习室
"""
TEXTS = """
12所|15所
12所|15所(含在建3所)
阅览室|阅览室、自习室
核实数据后发布|核实数据并公开后发布
请示报告制度|重大事项请示报告制度
进一步扩大开放|进一步扩大高水平开放
不重复建设|避免重复建设
我市|全市
推动产业升级|推动产业绿色升级
"""


def pairs(table: str) -> list[tuple[str, ...]]:
    return [tuple(line.split("|")) for line in table.split("\n") if line]


@pytest.mark.parametrize(("old", "new"), pairs(SAID))
def test_what_is_said_of_the_draft_is_no_text_of_it(old: str, new: str) -> None:
    assert speaks_of_text(old, new)


@pytest.mark.parametrize(("old", "new"), pairs(TEXTS))
def test_a_text_may_have_words_that_the_draft_has_too(old: str, new: str) -> None:
    assert not speaks_of_text(old, new)
    assert not leaves_choice(old, new)
    assert not leaves_blank(old, new)


@pytest.mark.parametrize("new", ["15所或16所", "“15所”或者“16所”", "15所/16所", "15/16所"])
def test_a_choice_is_left(new: str) -> None:
    assert leaves_choice("12所", new)


@pytest.mark.parametrize(
    "new", ["XX所", "x所", "×所", "__所", "?所", "〇所", "( )所", "□所", "—", "/"]
)
def test_a_gap_is_left(new: str) -> None:
    assert leaves_blank("12所", new) == (new != "〇所")


def test_a_rate_and_a_name_in_latin_letters_are_no_gap() -> None:
    assert not leaves_choice("12元", "15元/人")
    assert not leaves_blank("卫星", "XTransit卫星")


def test_what_stands_beside_is_not_said_again() -> None:
    assert says_beside("托位350个,其中普惠200个", "新增", ",其中普惠200个。")
    assert says_beside("大力新增托位", "今年大力新增", "300个。")
    assert not says_beside("托位350个", "新增", "300个。")
    assert says_beside("普惠托位,普惠托位200个", "新增", "普惠托位200个。")


def test_marks_do_not_touch() -> None:
    assert doubles_marks("阅览室", "", "设书店、", "、食堂。")
    assert doubles_marks("食堂", "食堂,", "设", "。")
    assert not doubles_marks("、阅览室", "", "设书店", "、食堂。")


@pytest.mark.parametrize(
    ("new", "before", "behind", "old", "again"),
    [
        ("33处", "渡口", "处,", "31", True),
        ("33处泊位", "渡口", "处,", "31", True),
        ("六十岁以上", "满", "以上居民", "八十岁", True),
        ("等等", "亭", "等", "等", False),
        ("new piers", "for", "shelters", "piers", False),
        ("渡船", "渡", "。", "轮船", True),
    ],
)
def test_one_character_said_twice_is_enough_in_chinese(
    new: str, before: str, behind: str, old: str, again: bool
) -> None:
    assert says_beside(new, before, behind, old) is again


def test_quotation_marks_do_not_come_to_stand_in_others() -> None:
    assert quotes_again("‘平安’", "配备“", "”设备")
    assert not quotes_again("“平安”", "配备", "设备")


def test_a_note_in_brackets_is_for_those_who_edit() -> None:
    assert holds_note("9艘", "12艘（请财政局核实）")
    assert not holds_note("9艘", "12艘（含电动渡船）")


@pytest.mark.parametrize("new", ["(删除)", "建议删除该句。", "不再保留", "本条删去", "去掉", "删"])
def test_old_words_that_go_are_told(new: str) -> None:
    assert is_deletion(new)


@pytest.mark.parametrize("new", ["删除线", "删除重复的图书", "保留", "三处"])
def test_other_words_are_no_deletion(new: str) -> None:
    assert not is_deletion(new)


@pytest.mark.parametrize(
    "new", ["不变", "略", "同意", "(无意见)", "保留", "通过", "——", "同左", "无"]
)
def test_an_agreement_and_a_gap_are_no_wording(new: str) -> None:
    assert is_no_wording(new)


@pytest.mark.parametrize("new", ["同意书", "保留两处", "略阳县", "无障碍通道"])
def test_words_that_begin_like_an_agreement_are_a_wording(new: str) -> None:
    assert not is_no_wording(new)


def test_a_strategy_leaves_nothing_out() -> None:
    assert has_ellipsis("建阅览室……开放")
    assert has_ellipsis("建阅览室(略)")
    assert not has_ellipsis("实施乡村阅读战略")


def test_a_note_that_words_are_new_is_none_of_them() -> None:
    assert holds_note("12所", "15所(新增)")
    assert not holds_note("12所", "15所(新增3所)")
