"""A row that comes or goes is told as one, and what is not there by the table into which it was to go."""

from plancli.core.comments.edits import (
    Add,
    Edit,
    NewParagraph,
    NewRow,
    NewTableHead,
    Remove,
    Retitle,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.evidence.audit import Proof
from plancli.core.evidence.wordings import Wording, wordings
from plancli.core.merge.placed import Placed
from plancli.core.plan.model import Table
from plancli.core.publish.naming import Paper
from plancli.core.publish.told import told, told_proofs
from plancli.core.text.marked import Run
from tests.core.tabled import key, round_of

ROUND = round_of({}, {})
DRAFT = ROUND.workspace.draft


def asked(*edits: Edit) -> list[Wording]:
    """Return what is told of a comment that is not adopted."""
    placed = ROUND.workspace.place("甲-1", Patch(edits=edits))
    return told(wordings(DRAFT, placed, Placed("甲-1")), DRAFT)


def said(found: Wording) -> tuple[str, str, str]:
    shown = Paper.of(ROUND).wording(found)
    return shown.paragraph, shown.draft, shown.asked


def test_a_row_that_is_asked_for_is_one_and_has_no_id() -> None:
    new = NewRow(cells=("夜航", "", "1"))
    (found,) = asked(Add(add=new, to="表1"))
    assert said(found) == ("表1“渡口主要指标”新增一行", "", "夜航 | 1")


def test_a_row_that_is_to_go_is_one() -> None:
    (found,) = asked(Remove(remove="表1.2"))
    assert said(found) == ("表1“晚点班次”一行", "晚点班次 | 3 | 2", "")


def test_cells_of_a_row_that_stays_are_told_one_by_one() -> None:
    found = asked(
        Rewrite(rewrite="表1.1/去年", wording="13"), Rewrite(rewrite="表1.1/今年", wording="18")
    )
    assert [said(one)[0] for one in found] == ["表1“日均班次”的“去年”", "表1“日均班次”的“今年”"]


def test_a_column_says_its_head_and_its_cells() -> None:
    new = NewTableHead(head="渡运|明年", cells={"表1.1": "20"})
    head, cell = asked(Add(add=new, to="表1"))
    assert said(head) == ("表1“渡口主要指标”新增一列", "", "渡运 明年")
    assert said(cell) == ("表1“日均班次”一行", "", "20")


def test_levels_of_a_head_stand_apart() -> None:
    (found,) = asked(Retitle(title=key("今年"), wording="渡运|本年"))
    assert said(found) == ("表1“今年”一列", "渡运 今年", "渡运 本年")


def test_rows_of_a_table_that_is_asked_for_are_told_one_by_one() -> None:
    new = Table.model_validate({"table": "表2", "title": "经费", "rows": [["省补", "20万元"]]})
    *_, row = asked(Add(add=new, to="第二章"))
    assert said(row)[1:] == ("", "省补 | 20万元")


def test_a_paragraph_is_told_by_where_it_would_stand() -> None:
    (found,) = asked(Add(add=NewParagraph(text="夜间停航。"), to="第二章"))
    assert said(found) == ("第二章“船员”新增内容", "", "夜间停航。")


def test_passages_of_a_new_row_are_one() -> None:
    patch = Patch(edits=(Add(add=NewRow(cells=("夜航", "", "1")), to="表1"),))
    plan = round_of({"甲-1": patch}, {}).plan
    (row,) = plan.rows.keys() - DRAFT.rows.keys()
    cells = [
        Proof(f"{row}/指标", row, [Run("+", "夜航")]),
        Proof(f"{row}/今年", row, [Run("+", "1")]),
        Proof("2.1", "第二章", [Run("=", "船员")]),
    ]
    first, second = told_proofs(cells, DRAFT, plan)
    assert first == Proof(row, row, [Run("+", "夜航"), Run("=", " | "), Run("+", "1")])
    assert second == cells[2]
