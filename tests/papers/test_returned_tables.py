"""A draft with a table comes back: a cell is a cell, and what cannot be one is asked."""

from tests.papers.tabled_word import AUTHOR, edits, replaced, row_in, row_out, row_with, said, text


def test_a_cell_of_which_no_word_stays_is_one_edit_of_that_cell() -> None:
    xml = replaced(replaced(text(), "16", "18"), "检修", "大修")
    found = said(xml)
    assert edits(found) == [
        [{"replace": "16", "with": "18", "in": "表1.1/今年"}],
        [{"replace": "检修", "with": "大修", "in": "表1.3/指标"}],
    ]
    assert found.noted == ()


def test_equal_figures_are_told_by_their_cells() -> None:
    assert edits(said(replaced(text(), "4", "5"))) == [
        [{"replace": "4", "with": "5", "in": "表1.3/去年"}]
    ]


def test_a_head_in_levels_is_known_and_the_level_above_is_asked() -> None:
    found = said(replaced(text(), "今年", "明年"))
    assert edits(found) == [[{"replace": "今年", "with": "明年", "in": "第一章/表1/今年"}]]
    assert found.noted == ()
    assert edits(said(replaced(text(), "渡运", "摆渡"))) == ["not-draft"]


def test_a_row_put_in_and_one_taken_out_are_one_edit_each() -> None:
    found = said(row_out(row_in(text(), "日均班次", "夜班", "1", "4"), "检修"))
    assert edits(found) == [
        [{"add": {"cells": ("夜班", "1", "4")}, "to": "第一章/表1", "after": "表1.1"}],
        [{"remove": "表1.3"}],
    ]
    assert [one.opinion for one in found.opinions] == [
        "在“日均班次”一行后增加一行:夜班 | 1 | 4。",
        "删除“检修”这一部分。",
    ]
    assert found.noted == ()


def test_rows_that_come_together_are_one_opinion_in_their_order() -> None:
    xml = row_in(row_in(text(), "检修", "乙", "3", "4"), "检修", "甲", "1", "2")
    (shown,) = edits(said(xml))
    assert isinstance(shown, list)
    assert [edit["add"]["cells"][0] for edit in shown] == ["甲", "乙"]


def test_a_row_below_the_head_has_no_row_before_it_and_is_asked_with_all_its_cells() -> None:
    (one,) = said(row_in(text(), "去年", "总计", "15", "18")).opinions
    assert (one.shown, one.doubt) == ((), "differs")
    assert "15" in one.opinion


def test_a_row_that_goes_without_its_words_being_marked_goes() -> None:
    """Some programs mark the row alone."""
    row = row_with(text(), "检修")
    out = row.replace("</w:trPr>", f"<w:del {AUTHOR}/></w:trPr>", 1)
    assert edits(said(text().replace(row, out))) == [[{"remove": "表1.3"}]]


def test_a_copy_without_marks_is_compared_cell_by_cell() -> None:
    found = said(
        text()
        .replace(">4<", ">5<")
        .replace(">16<", ">18<")
        .replace(">12<", ">13<")
        .replace(">检修<", ">大修<")
    )
    assert edits(found) == [
        [{"replace": "12", "with": "13", "in": "表1.1/去年"}],
        [{"replace": "16", "with": "18", "in": "表1.1/今年"}],
        [{"replace": "检修", "with": "大修", "in": "表1.3/指标"}],
        [{"replace": "4", "with": "5", "in": "表1.3/去年"}],
        [{"replace": "4", "with": "5", "in": "表1.3/今年"}],
    ]
    assert [one.remark for one in said(text()).noted] == ["unchanged"]
