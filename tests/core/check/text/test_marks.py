"""Marks in two widths, and marks that follow each other."""

import pytest

from plancli.core.check.text.marks import doubled, marks, mixed_width
from tests.core.check.text.flaws import words


@pytest.mark.parametrize(
    ("plan", "text", "found"),
    [
        ("一，二，三。", "推进,建设", [","]),
        ("一,二,三。", "推进，建设", ["，"]),
        ("一,二,三。", "推进,建设", []),
        ("甲(乙)丙（丁）戊（己）", "部门(单位)", ["(", ")"]),
        ("完成。落实。", "完成.", ["."]),
        ("完成。落实。", "达到2.5万、3.14、v1.2、…、.…", []),
        ("一，二，三：", "12:30开始、1,379个、https://a.cn:80", []),
    ],
)
def test_the_usual_width_decides(plan: str, text: str, found: list[str]) -> None:
    assert words(mixed_width(text, marks([plan, text]))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完成。。落实", ["。。"]),
        ("结算、、申报,。", ["、、", ",。"]),
        ("“不见面”。继续……推进——落实", []),
        ("好!好?!", []),
        ("好!!", ["!!"]),
        ("http://a.cn", []),
        ("等……、平台", []),
        ("Co., Ltd., etc., e.g., i.e., 平台", []),
        ("平台.,5.,APP.，APP.。", [".,", ".,", ".，", ".。"]),
        ("etc.,, 平台", [",,"]),
    ],
)
def test_doubled_marks(text: str, found: list[str]) -> None:
    assert words(doubled(text)) == found
