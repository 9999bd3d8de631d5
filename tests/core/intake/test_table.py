"""Heads and rows of a table, however it is laid out."""

from plancli.core.intake.grid import Grid, GridCell, GridRow
from plancli.core.intake.heads import ColumnKind
from plancli.core.intake.table import Banner, OpinionTable, table_in
from tests.core.intake.papers import grid_of

HEADS = ["序号", "单位", "原文", "意见", "联系电话"]


def table(*rows: list[str]) -> OpinionTable:
    found = table_in(grid_of("表", list(rows)))
    assert found is not None
    return found


def opinions(found: OpinionTable) -> list[str]:
    return [record.said.get(ColumnKind.OPINION, "") for record in found.records]


def test_a_table_without_a_column_of_opinions_is_none() -> None:
    assert table_in(grid_of("表", [["单位", "联系电话"], ["镇小学", "5550100"]])) is None
    assert table_in(grid_of("表", [["意见"], ["好。"]])) is None


def test_a_title_over_all_columns_is_no_head() -> None:
    found = table(["意见建议汇总表"] * 5, [""] * 5, HEADS, ["1", "镇小学", "", "好。", ""])
    assert [record.row for record in found.records] == [4]
    assert found.before == ("意见建议汇总表",)


def test_personal_columns_are_left_out_and_named() -> None:
    found = table([*HEADS, "备用"], ["1", "镇小学", "", "好。", "5550100", "x"])
    assert found.left_out == ["联系电话"]
    assert found.unknown == ["备用"]
    assert "5550100" not in str(found.records)


def test_heads_that_stand_again_and_empty_rows_are_no_records() -> None:
    rows = [["1", "镇小学", "", "甲。", ""], [""] * 5, HEADS, ["2", "", "", "乙。", ""]]
    assert opinions(table(HEADS, *rows)) == ["甲。", "乙。"]


def test_heads_of_two_lines_are_one() -> None:
    upper = ["单位", "意见", "办理", "办理"]
    lower = ["", "", "是否采纳", "不采纳理由"]
    found = table(upper, lower, ["镇小学", "好。", "采纳", ""])
    assert [head.column for head in found.heads][2:] == [ColumnKind.RESULT, ColumnKind.ANSWER]
    assert len(found.records) == 1


def test_a_text_over_all_columns_or_ahead_of_the_opinions_is_a_banner() -> None:
    found = table(
        HEADS,
        ["一、镇小学"] * 5,
        ["1", "", "", "甲。", ""],
        ["", "镇卫生院", "", "", ""],
        ["2", "", "", "乙。", ""],
    )
    banners = [record.banner for record in found.records]
    assert banners == [Banner(2, "一、镇小学"), Banner(4, "镇卫生院")]


def test_an_opinion_alone_in_its_row_is_no_banner() -> None:
    found = table(HEADS, ["1", "镇小学", "", "甲。", ""], ["", "", "", "乙。", ""])
    assert opinions(found) == ["甲。", "乙。"]


def merged(*cells: str | None) -> tuple[GridCell, ...]:
    """Return cells; None goes on from the cell above."""
    return tuple(GridCell("甲。", above=True) if one is None else GridCell(one) for one in cells)


def test_a_row_whose_opinion_goes_on_from_above_adds_to_it() -> None:
    heads = GridRow(1, merged("单位", "意见", "理由"))
    rows = (heads, GridRow(2, merged("镇小学", "甲。", "一")), GridRow(3, merged("", None, "二")))
    found = table_in(Grid("表", rows))
    assert found is not None
    assert [record.said[ColumnKind.REASON] for record in found.records] == ["一\n二"]


def test_another_unit_beside_a_merged_opinion_has_the_same_opinion() -> None:
    heads = GridRow(1, merged("单位", "意见"))
    rows = (heads, GridRow(2, merged("镇小学", "甲。")), GridRow(3, merged("镇卫生院", None)))
    found = table_in(Grid("表", rows))
    assert found is not None
    assert opinions(found) == ["甲。", "甲。"]


def test_a_sum_and_who_filled_it_in_are_no_opinions() -> None:
    found = table(
        HEADS,
        ["1", "镇小学", "", "甲。", ""],
        ["合 计", "", "", "共1条", ""],
        ["", "经办人电话:5550100", "", "日期:3月5日", ""],
        ["2", "镇卫生院", "", "联系电话:建议公开。", ""],
    )
    assert opinions(found) == ["甲。", "", "", "联系电话:建议公开。"]
    assert "5550100" not in str(found.records)


def test_another_table_below_has_heads_of_its_own() -> None:
    found = table(
        ["单位", "意见", "采纳情况"],
        ["镇小学", "甲", "采纳"],
        ["单位", "手机", "意见"],
        ["镇卫生院", "5550100", "乙"],
    )
    assert opinions(found) == ["甲", "乙"]
    assert found.left_out == ["手机"]
    assert "5550100" not in str(found.records)


def test_cells_without_a_head_are_told() -> None:
    found = table(
        ["单位", "意见", ""], ["镇小学", "修路", "并架桥", "又"], ["镇小学", "栽树", "栽树"]
    )
    assert [record.headless for record in found.records] == [("并架桥", "又"), ()]


def test_rows_of_which_only_the_number_is_there_say_nothing() -> None:
    found = table(
        HEADS, ["1", "", "", "甲。", ""], ["2", "", "", "", ""], ["（三）", "", "", "", ""]
    )
    assert opinions(found) == ["甲。"]
    assert found.banners == ()


def test_a_label_ahead_of_a_table_goes_with_what_is_filled_in_beside_it() -> None:
    ahead = ["填报单位:", "镇小学", "", "填报日期", "3月1日"]
    assert table(ahead, HEADS, ["1", "", "", "甲。", ""]).before == (
        "填报单位:镇小学",
        "填报日期",
        "3月1日",
    )
    empty = ["填报单位:", "", "请于五月前反馈", "", ""]
    assert table(empty, HEADS, ["1", "", "", "甲。", ""]).before == ("填报单位:", "请于五月前反馈")
