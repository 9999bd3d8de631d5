"""Which lines are headings, by style or by pattern, and how deep each stands."""

import pytest

from plancli.core.intake.draft.headings import headings_in, is_title
from tests.core.intake.draft.blocks import blocks


def outline(text: str) -> list[str]:
    """Return the headings, with as many dots ahead as they stand deep below chapters."""
    lines = blocks(text)
    return ["." * (one.depth - 1) + lines[one.at].words for one in headings_in(lines)]


def test_the_order_in_which_series_come_says_what_stands_below_what() -> None:
    text = """
    第一章 水情
    一、河流
    1.干流
    第二章 任务
    1.清淤
    二、水库
    （一）坝体
    （二）闸门
    第三章 保障
    （一）资金
    附件1 名录
    一、水库
    """
    assert outline(text) == [
        "第一章 水情",
        ".一、河流",
        "..1.干流",
        "第二章 任务",
        ".1.清淤",
        ".二、水库",
        "..（一）坝体",
        "..（二）闸门",
        "第三章 保障",
        ".（一）资金",
        "附件1 名录",
        ".一、水库",
    ]


def test_styles_say_it_where_there_are_any() -> None:
    text = """
    1#总则
    2#目的
    第一条 河长每月巡河一次
    1#职责
    3#镇级
    """
    assert outline(text) == ["总则", ".目的", "..第一条 河长每月巡河一次", "职责", ".镇级"]


def test_numbers_that_have_a_style_elsewhere_are_text_without_it() -> None:
    assert outline("1#一、总则\n一、巡河\n1#二、附则") == ["一、总则", "二、附则"]


def test_a_whole_sentence_is_no_heading_in_whatever_style() -> None:
    assert outline("1#总则\n2#（一）巡河。每月一次,由河长负责。") == ["总则"]


@pytest.mark.parametrize(
    "line",
    [
        "一、河长每月巡河一次。",
        "1.巡河，每月一次，由河长负责",
        "3.巡河",
        "专栏1 闸站",
        "表1 闸站",
        "1|一、巡河",
        "四级河长",
        f"一、{'巡' * 51}",
    ],
)
def test_lines_that_are_no_headings(line: str) -> None:
    assert outline(f"第一章 水情\n{line}") == ["第一章 水情"]


def test_lines_that_stand_out_are_headings_where_there_are_no_styles() -> None:
    text = "=前言\n河流共三条。\n第一章 水情\n**综述**\n河流共三条。"
    assert outline(text) == ["前言", "第一章 水情", ".综述"]
    assert [one.by_look for one in headings_in(blocks(text))] == [True, False, True]
    assert outline("1#第一章 水情\n**综述**\n河流共三条。") == ["第一章 水情"]


def test_titles_are_short_and_no_sentences() -> None:
    assert is_title("河道“清四乱”(2026)")
    assert is_title("坚持系统治理，统筹推进")
    assert not is_title("河道清理。")
    assert not is_title("")
