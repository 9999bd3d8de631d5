"""What is shown of a change: the words round it, or the sentences that it stands in."""

from plancli.core.evidence.rewordings import RewordingKind, rewordings
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.text.marked import Run, abridged


def test_only_what_stands_round_a_change_is_kept() -> None:
    runs = [
        Run("=", "推进公交基础设施建设"),
        Run("-", "、城铁通"),
        Run("=", "等重点区域建设智慧交通枢纽"),
        Run("+", "。"),
    ]
    assert [run.text for run in abridged(runs, 3)] == ["…施建设", "、城铁通", "等重点…通枢纽", "。"]


def test_what_is_short_enough_stays_whole() -> None:
    runs = [Run("+", "新"), Run("=", "能源汽车产业"), Run("+", "链")]
    assert abridged(runs, 3) == runs


def test_a_move_into_a_column_that_moved_is_shown() -> None:
    one, other = Paragraph(id="1", text="甲。"), Paragraph(id="2", text="乙。")
    first, second = (
        Column(column="专栏1", title="甲", items=(one, other)),
        Column(column="专栏2", title="乙"),
    )
    old = Section(key="第一章", title="目标", body=(first, second))
    later = (
        second.model_copy(update={"items": (other,)}),
        first.model_copy(update={"items": (one,)}),
    )
    found = rewordings([old], [old.model_copy(update={"body": later})], moved={"第一章/专栏2"})
    assert [(each.paragraph, each.kind) for each in found] == [
        ("第一章/专栏2", RewordingKind.MOVED),
        ("2", RewordingKind.MOVED),
    ]
