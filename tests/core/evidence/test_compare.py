"""What changed, for the comparison: of a table a cell, or a row or column or all of it, each in one line."""

import hypothesis.strategies as st
from hypothesis import given

from plancli.core.comments.edits import Add, Edit, Move, NewRow, NewTableHead, Remove, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.evidence.changed_line import ChangedLine
from plancli.core.evidence.compare import ChangedTable, changed_parts, changes
from plancli.core.evidence.redline import redline
from plancli.core.merge.meeting import OFFICE
from tests.core.tabled import CELLS, WORDS, key, round_of, wanted


def changed(*edits: Edit, written: dict[str, str] | None = None) -> list[ChangedLine]:
    patches = {"甲-1": Patch(edits=edits)} if edits else {}
    round_ = round_of(patches, written or {})
    return list(changes(round_, redline(round_)))


def said(line: ChangedLine) -> tuple[str, str, str]:
    before, after = ("".join(run.text for run in side) for side in (line.before, line.after))
    return line.key, before, after


def test_a_cell_is_a_line_of_its_own() -> None:
    (line,) = changed(Rewrite(rewrite="表1.1/今年", wording="18"))
    assert said(line) == ("表1.1/今年", "16", "18")
    assert line.by == ("甲-1",)
    assert line.section == "第一章 渡运"


def test_a_row_that_comes_or_goes_is_one_line() -> None:
    (gone,) = changed(Remove(remove="表1.2"))
    assert said(gone) == ("表1.2", "晚点班次 | 3 | 2", "")
    (come,) = changed(Add(add=NewRow(cells=("夜航", "", "1")), to="表1"), written={})
    assert said(come)[1:] == ("", "夜航 |  | 1")
    assert come.by == ("甲-1",)


def test_a_column_says_which_row_has_what() -> None:
    new = NewTableHead(head="渡运|明年", cells={"表1.1": "20"})
    (line,) = changed(Add(add=new, to="表1"))
    assert said(line)[1:] == ("", "渡运 明年\n日均班次 20")
    (gone,) = changed(Remove(remove=key("去年")))
    assert said(gone)[1].splitlines() == ["渡运 去年", "日均班次 12", "晚点班次 3", "检修 4"]


def test_a_cell_of_a_new_row_that_the_office_wrote_names_the_office_too() -> None:
    new = NewRow(cells=("夜航", "", "1"))
    (line,) = changed(Add(add=new, to="表1"), written={"甲-1.1/去年": "2"})
    assert line.by == ("甲-1", OFFICE)
    assert said(line)[2] == "夜航 | 2 | 1"


def test_a_row_that_moved_stands_at_both_places() -> None:
    lines = changed(Move(move="表1.1", after="表1.3"))
    assert [said(line) for line in lines] == [
        ("表1.1", "日均班次 | 12 | 16", ""),
        ("表1.1", "", "日均班次 | 12 | 16"),
    ]


def test_a_whole_table_is_one_line() -> None:
    (line,) = changed(Remove(remove="第一章/表1"))
    assert said(line)[1].splitlines()[:4] == [
        "表1 渡口主要指标",
        "单位:次",
        "指标 | 渡运 去年 | 渡运 今年",
        "一、客运",
    ]
    assert line.after == ()


@given(wanted, st.dictionaries(st.sampled_from(CELLS), WORDS, max_size=2))
def test_every_change_has_a_cause_and_stands_once(
    patches: dict[str, Patch], written: dict[str, str]
) -> None:
    round_ = round_of(patches, written)
    lines = redline(round_)
    parts = list(changed_parts(round_, lines))
    alone = [one for one in parts if isinstance(one, ChangedLine)]
    inside = [line for one in parts if isinstance(one, ChangedTable) for line in one.lines]
    assert sorted(map(said, changes(round_, lines))) == sorted(map(said, [*alone, *inside]))
    assert all(line.by for line in (*alone, *inside))
    assert bool(inside) == (round_.workspace.draft.tables != round_.plan.tables)
