"""What a reply calls a new wording."""

import pytest

from plancli.core.instructions.quoted import Role, quoted_in


@pytest.mark.parametrize(
    "before",
    [
        "已改为", "现改为:", "更正为", "改写为", "修正为", "统一为", "完善为", "优化为", "规范为",
        "现为", "修改后为:", "替换成",
        "增写", "增列", "补入", "增加一句:", "扩充为", "新增如下内容:",
    ],
)  # fmt: skip
def test_words_behind_a_verb_of_change_are_new(before: str) -> None:
    (found,) = quoted_in(f"第38页{before}“早餐、午餐和晚餐”。")
    assert (found.role, found.words) == (Role.NEW, "早餐、午餐和晚餐")


@pytest.mark.parametrize("before", ["第38页中", "将", "规划已写明", "删除第5页,另有"])
def test_other_words_are_not(before: str) -> None:
    (found,) = quoted_in(f"{before}“早餐和午餐”。")
    assert found.role is Role.OTHER


@pytest.mark.parametrize(
    ("before", "behind"), [("删除", ""), ("删去第38页中", "描述"), ("已删掉", "等字")]
)
def test_words_behind_a_verb_of_deletion_are_gone(before: str, behind: str) -> None:
    (found,) = quoted_in(f"{before}“早餐和午餐”{behind}。")
    assert found.role is Role.GONE


def test_words_that_say_where_something_was_deleted_are_not_gone() -> None:
    where, what = quoted_in("删除“早餐和午餐”中“和”后的“午餐”二字。")
    assert (where.role, what.role) == (Role.OTHER, Role.OTHER)


@pytest.mark.parametrize(
    "before",
    [
        "暂不增加",
        "未增加",
        "不再重复增加",
        "关于增加",
        "贵单位建议增加",
        "未予补充",
        "无需另行新增",
        "没有删除",
        "不宜删去",
    ],
)
def test_what_was_not_done_is_no_claim(before: str) -> None:
    (found,) = quoted_in(f"{before}“早餐和午餐”。")
    assert found.role is Role.OTHER


@pytest.mark.parametrize("before", ["按建议增加", "采纳建议增加", "不断完善,增加", "不仅增加"])
def test_what_was_done_is(before: str) -> None:
    (found,) = quoted_in(f"{before}“早餐和午餐”。")
    assert found.role is Role.NEW


@pytest.mark.parametrize(
    "behind", ["删除", "已删除", "一句删去", "等字已删去", "的表述予以删除", "两字均删掉"]
)
def test_words_before_a_verb_of_deletion_are_gone(behind: str) -> None:
    (found,) = quoted_in(f"已将“早餐和午餐”{behind}。")
    assert found.role is Role.GONE


@pytest.mark.parametrize("behind", ["后的", "之后的", "一句后的", "一条末尾的", "里的", "部分中的"])
def test_the_place_of_a_deletion_is_not_gone(behind: str) -> None:
    where, _what = quoted_in(f"删除“早餐和午餐”{behind}“和”“晚餐”。")
    assert where.role is Role.OTHER


def test_words_called_contents_are_gone() -> None:
    (found,) = quoted_in("删除“早餐和午餐”内容。")
    assert found.role is Role.GONE


def test_the_name_of_a_document_is_no_quotation() -> None:
    (found,) = quoted_in("按照《“十四五”全国规划》改为“与《条例》一致”。")
    assert found.words == "与《条例》一致"


@pytest.mark.parametrize(
    "behind", ["部分已删去停航的内容。", "表述中已删除“午餐”。", "一段已删掉两句。"]
)
def test_words_behind_which_something_else_is_called_deleted_are_a_place(behind: str) -> None:
    assert quoted_in(f"“早餐和午餐”{behind}")[0].role is Role.OTHER


@pytest.mark.parametrize(
    "behind", ["部分已删去。", "已删除,另行规定", "已予以删除了", "删除并另写"]
)
def test_words_that_are_called_deleted_themselves_are_gone(behind: str) -> None:
    assert quoted_in(f"“早餐和午餐”{behind}")[0].role is Role.GONE
