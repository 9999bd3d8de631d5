"""Which tables of a file tell of opinions."""

from plancli.core.intake.opinions import RowRemark
from plancli.core.intake.tables import opinions_in
from tests.core.intake.papers import grid_of

HEADS = ["单位", "意见"]


def test_tables_of_something_else_are_none_and_a_hidden_one_is_only_named() -> None:
    asked = grid_of("汇总", [HEADS, ["镇小学", "甲。"]])
    other = grid_of("通讯录", [["单位", "电话"], ["镇小学", "5550100"]])
    old = grid_of("旧表", [HEADS, ["镇小学", "乙。"]])._replace(hidden=True)
    found = opinions_in([other, asked, old, other._replace(hidden=True)], {}, None)
    assert [part.sheet for part in found] == ["汇总", "旧表"]
    assert [len(part.opinions) for part in found] == [1, 0]
    assert [(note.remark, note.words) for note in found[1].noted] == [(RowRemark.HIDDEN, "旧表")]
