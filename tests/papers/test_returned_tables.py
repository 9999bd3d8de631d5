"""A draft with a table comes back: a cell is a cell, and what cannot be one is asked."""

from tests.papers.tabled_word import edits, replaced, said, text


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
