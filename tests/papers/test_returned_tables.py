"""A draft with a table comes back: a cell is a cell, and what cannot be one is asked."""

import re
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.papers.tabled_word import (
    AUTHOR,
    all_rows_out,
    cells_out,
    edits,
    paragraph_out,
    replaced,
    row_in,
    row_out,
    row_with,
    said,
    text,
)


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
        "在“日均班次”一行后增加一行：夜班 | 1 | 4。",
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


THIS_YEAR = ((1, 2), (3, 2), (4, 2), (5, 2))
LAST_YEAR = ((1, 1), (3, 1), (4, 1), (5, 1))


@pytest.mark.parametrize("words", [True, False])
def test_a_column_that_goes_with_its_head_and_all_its_cells_is_one_edit(words: bool) -> None:
    found = said(cells_out(text(), *THIS_YEAR, words=words))
    assert edits(found) == [[{"remove": "第一章/表1/今年"}]]
    assert found.noted == ()


def test_what_stands_over_columns_goes_with_all_of_them() -> None:
    over = (0, 1)
    assert edits(said(cells_out(text(), over, *LAST_YEAR, *THIS_YEAR))) == [
        [{"remove": "第一章/表1/去年"}],
        [{"remove": "第一章/表1/今年"}],
    ]
    # where some of them stay it is asked
    assert "not-draft" in edits(said(cells_out(text(), over, *THIS_YEAR)))


def test_a_column_of_which_a_cell_stays_does_not_go() -> None:
    found = edits(said(cells_out(text(), *THIS_YEAR[:-1])))
    assert len(found) == 3
    assert [{"remove": "第一章/表1/今年"}] not in found
    # nor does one of which the words alone are marked
    alone = re.sub("<w:cellDel[^>]*>", "", cells_out(text(), *THIS_YEAR))
    assert len(edits(said(alone))) == 4


def without(*beside: str) -> str:
    """Return a text in which all rows of the table are taken out, and some paragraphs beside them."""
    xml = all_rows_out(text())
    for words in beside:
        xml = paragraph_out(xml, words)
    return xml


ALL_BESIDE = ("渡口主要指标", "单位:次", "注:去年")


def test_a_table_that_goes_with_all_that_belongs_to_it_is_one_edit() -> None:
    found = said(without(*ALL_BESIDE))
    assert edits(found) == [[{"remove": "第一章/表1"}]]
    assert [one.opinion for one in found.opinions] == ["删除“渡口主要指标”这一部分。"]
    assert found.noted == ()


def test_what_goes_before_a_table_goes_by_itself() -> None:
    found = said(without("班次见表1", *ALL_BESIDE))
    assert edits(found) == [[{"remove": "1.1"}], [{"remove": "第一章/表1"}]]


@pytest.mark.parametrize("stays", ALL_BESIDE)
def test_a_table_of_which_something_stays_is_asked(stays: str) -> None:
    found = said(without(*(words for words in ALL_BESIDE if words != stays)))
    assert [{"remove": "第一章/表1"}] not in edits(found)
    assert "differs" in edits(found)


def test_a_table_that_goes_with_words_behind_it_in_one_stroke_is_asked() -> None:
    found = said(paragraph_out(without(*ALL_BESIDE), "第二章 船员"))
    assert [{"remove": "第一章/表1"}] not in edits(found)


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


LEVELLED = """\
key: 第一章
title: 目标
body:
  - {id: 第一章.1, text: 各项指标见表1。}
  - table: 表1
    title: 用水
    columns:
      - 名称
      - {key: 去年, head: 水量|去年}
      - {key: 今年, head: 水量|今年}
      - 合计
    rows:
      - {id: 表1.1, cells: [农业, "12", "14", "26"]}
      - {id: 表1.2, cells: [工业, "3", "4", "7"]}
"""


@pytest.mark.parametrize("last", ["      - 合计\n", ""])
def test_a_copy_without_marks_of_a_table_with_heads_in_levels_says_nothing(
    last: str, tmp_path: Path, run: Run
) -> None:
    """A head over several rows stands ahead of what is below another one, and behind it in the plan."""
    (tmp_path / "plan").mkdir()
    manifest = (
        "title: 方案\nissuer: 县局\nlanguage: zh\nunits: [{name: 甲局}]\nsections: [第一章]\n"
    )
    (tmp_path / "plan/plan.yaml").write_text(manifest, encoding="utf-8")
    text = LEVELLED
    if not last:
        text = text.replace("      - 合计\n", "").replace(', "26"', "").replace(', "7"', "")
    (tmp_path / "plan/第一章.yaml").write_text(text, encoding="utf-8")
    assert run(tmp_path, "freeze", "征求意见稿").code == 0
    assert run(tmp_path, "export", "稿.docx", "--draft-only").code == 0
    done = run(tmp_path, "intake", "returned", "稿.docx", "--unit", "甲局")
    assert not (tmp_path / "comments").exists()
    assert "no word of this file differs from the draft" in done.out
