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


@pytest.mark.parametrize("before", ["第38页中", "删除", "将", "规划已写明"])
def test_other_words_are_not(before: str) -> None:
    (found,) = quotations(f"{before}“早餐和午餐”。")
    assert found.role is Role.OTHER
