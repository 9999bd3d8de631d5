"""Forms that one unit fills in."""

from plancli.core.intake.form import form_in
from plancli.core.intake.heads import ColumnKind
from tests.core.intake.papers import grid_of

FORM = [
    ["意见反馈表"] * 4,
    ["单位名称", "镇小学", "联系人", "某某"],
    ["联系电话", "5550100", "反馈日期", "2026-03-02"],
    ["意见建议", "增加座椅。\n明确时间。", "增加座椅。\n明确时间。", "增加座椅。\n明确时间。"],
    ["其他", "", "", ""],
]


def test_labels_say_what_stands_beside_them() -> None:
    found = form_in(grid_of("1", FORM))
    assert found is not None
    (record,) = found.records
    assert (record.row, record.said) == (
        4,
        {
            ColumnKind.UNIT: "镇小学",
            ColumnKind.RECEIVED: "2026-03-02",
            ColumnKind.OPINION: "增加座椅。\n明确时间。",
        },
    )
    assert found.left_out == ["联系人", "联系电话"]


def test_a_label_over_the_whole_width_says_what_stands_below_it() -> None:
    rows = [
        ["反馈单位", "镇小学"],
        ["修改意见"] * 2,
        ["增加座椅。"] * 2,
        ["理由"] * 2,
        ["不够。"] * 2,
    ]
    found = form_in(grid_of("1", rows))
    assert found is not None
    assert found.records[0].said == {
        ColumnKind.UNIT: "镇小学",
        ColumnKind.OPINION: "增加座椅。",
        ColumnKind.REASON: "不够。",
    }


def test_what_tells_of_no_opinion_is_no_form() -> None:
    assert form_in(grid_of("1", [["单位名称", "镇小学"], ["联系人", "某某"]])) is None
    assert form_in(grid_of("1", [["单位名称", "镇小学"], ["意见建议", ""]])) is None
    assert form_in(grid_of("1", [])) is None
