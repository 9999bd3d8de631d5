"""What a reply calls a new wording."""

import pytest

from plancli.core.reply import Role, quotations


@pytest.mark.parametrize(
    "before",
    [
        "已改为", "现改为:", "更正为", "统一为", "完善为", "优化为", "规范为", "现为", "修改后为:", "替换成",
        "增写", "增列", "补入", "增加一句:", "扩充为", "新增如下内容:",
    ],
)  # fmt: skip
def test_words_behind_a_verb_of_change_are_new(before: str) -> None:
    (found,) = quotations(f"第38页{before}“早餐、午餐和晚餐”。")
    assert (found.role, found.words) == (Role.NEW, "早餐、午餐和晚餐")


@pytest.mark.parametrize("before", ["第38页中", "将", "规划已写明", "删除第5页,另有"])
def test_other_words_are_not(before: str) -> None:
    (found,) = quotations(f"{before}“早餐和午餐”。")
    assert found.role is Role.OTHER


@pytest.mark.parametrize(("before", "behind"), [("删除", ""), ("删去第38页中", "描述"), ("已删掉", "等字")])
def test_words_behind_a_verb_of_deletion_are_gone(before: str, behind: str) -> None:
    (found,) = quotations(f"{before}“早餐和午餐”{behind}。")
    assert found.role is Role.GONE


def test_words_that_say_where_something_was_deleted_are_not_gone() -> None:
    where, what = quotations("删除“早餐和午餐”中“和”后的“午餐”二字。")
    assert (where.role, what.role) == (Role.OTHER, Role.OTHER)
