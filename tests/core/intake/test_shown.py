"""Hidden rows and columns of a table."""

from plancli.core.intake.grid import Grid, GridCell, GridRow
from plancli.core.intake.heads import ColumnKind
from plancli.core.intake.shown import Unshown, shown_columns, shown_rows
from plancli.core.intake.table import table_in
from tests.core.intake.papers import grid_of


def test_hidden_columns_go_and_are_named_by_their_first_words() -> None:
    grid = grid_of("表", [["单位", "题", "题"], ["镇小学", "", "甲"], ["", "内部", "乙"]])
    shown, hidden = shown_columns(grid._replace(hidden_columns=frozenset({1, 7})))
    assert [row.texts for row in shown.rows] == [("单位", "题"), ("镇小学", "甲"), ("", "乙")]
    assert hidden == [Unshown(3, "内部")]


def test_a_merged_cell_that_begins_in_a_hidden_row_begins_where_it_is_shown() -> None:
    cell, more, other = GridCell("甲"), GridCell("甲", above=True), GridCell("乙", above=True)
    rows = [GridRow(3, (cell, GridCell("乙"))), GridRow(4, (cell, other), hidden=True)]
    rows += [
        GridRow(5, (more, other), hidden=True),
        GridRow(6, (more, other)),
        GridRow(7, (more, other)),
    ]
    shown, hidden = shown_rows(rows)
    assert [[one.above for one in row.cells] for row in shown] == [
        [False, False],
        [False, True],
        [True, True],
    ]
    assert hidden == [Unshown(4, "甲 乙")]


def test_a_table_has_no_hidden_row_but_the_lines_ahead_of_it() -> None:
    texts = [["记号", ""], ["单位", "意见"], ["镇小学", "甲。"], ["镇小学", "乙。"]]
    rows = grid_of("表", texts).rows
    hidden = [row._replace(hidden=row.number in (1, 3)) for row in rows]
    found = table_in(Grid("表", tuple(hidden)))
    assert found is not None
    assert found.before == ("记号",)
    assert [record.said[ColumnKind.OPINION] for record in found.records] == ["乙。"]
    assert found.unshown == (Unshown(3, "镇小学 甲。"),)
