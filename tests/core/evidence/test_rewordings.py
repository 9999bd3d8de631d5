"""What is shown of a change: the words round it, or the sentences that it stands in."""

from plancli.core.comments.edits import Replace
from plancli.core.evidence.rewordings import RewordingKind, rewordings, rewordings_of
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.text.marked import Run, abridged
from tests.core.ferry import comment, round_of


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


def plan(*ids: str, title: str = "目标", **texts: str) -> list[Section]:
    """Return a plan of one section with these paragraphs; texts by id."""
    body = tuple(Paragraph(id=name, text=texts.get(name, f"{name}。")) for name in ids)
    return [Section(key="第一章", title=title, body=body)]


def kinds(old: list[Section], new: list[Section], **more: str) -> list[tuple[str, str]]:
    return [(found.paragraph, str(found.kind)) for found in rewordings(old, new, **more)]


def test_what_happened_to_each_paragraph_in_reading_order() -> None:
    old, new = plan("甲", "乙", "丙", "丁"), plan("甲", "戊", "丙", "丁", 丙="丙改。")
    assert kinds(old, new) == [("乙", "removed"), ("戊", "added"), ("丙", "changed")]
    assert kinds(old, old) == []


def test_what_is_gone_stands_where_it_stood() -> None:
    assert kinds(plan("甲", "乙", "丙"), plan("丁", "丙")) == [
        ("甲", "removed"),
        ("乙", "removed"),
        ("丁", "added"),
    ]
    assert kinds(plan("甲", "乙", "丙"), plan("甲", 甲="改。")) == [
        ("甲", "changed"),
        ("乙", "removed"),
        ("丙", "removed"),
    ]


def test_as_few_as_possible_moved() -> None:
    assert kinds(plan("甲", "乙", "丙"), plan("丙", "甲", "乙")) == [("丙", "moved")]


def test_only_what_stands_within_a_part_is_shown() -> None:
    end = Section(key="第二章", title="保障", body=(Paragraph(id="9", text="九。"),))
    later = end.model_copy(update={"body": (Paragraph(id="9", text="改。"),)})
    old, new = [*plan("甲"), end], [*plan("甲", 甲="改。"), later]
    assert kinds(old, new) == [("甲", "changed"), ("9", "changed")]
    assert kinds(old, new, within="第二章") == [("9", "changed")]
    assert kinds(old, new, within="甲") == [("甲", "changed")]


def test_the_changes_of_one_paragraph() -> None:
    before = Paragraph(id="1", heading="码头", text="修缮码头。", units=("水运站", "安监站"))
    after = Paragraph(id="1", heading="渡口", text="修缮码头。", units=("安监站", "林业站"))
    old, new = ([Section(key="第一章", title="目标", body=(one,))] for one in (before, after))
    (found,) = rewordings(old, new)
    assert (found.section, found.title) == ("第一章", "目标")
    assert found.heading == [Run("-", "码头"), Run("+", "渡口")]
    assert found.text == [Run("=", "修缮码头。")]
    assert found.units == [
        Run("-", "水运站"),
        Run("=", "、"),
        Run("=", "安监站"),
        Run("=", "、"),
        Run("+", "林业站"),
    ]
    (same,) = rewordings(
        old, [old[0].model_copy(update={"body": (before.model_copy(update={"text": "改。"}),)})]
    )
    assert same.units == []


def test_a_section_that_moved_takes_those_below_it_along() -> None:
    one, other = Section(key="第一章", title="甲"), Section(key="第二章", title="乙")
    below = Section(key="第一章/1", title="丙", body=(Paragraph(id="1", text="一。"),))
    assert kinds([one, below, other], [other, one, below]) in (
        [("第一章", "moved")],
        [("第二章", "moved")],
    )


def test_what_came_and_what_went_is_shown_whole() -> None:
    part = Paragraph(id="9", heading="码头", text="修缮。", units=("水运站", "安监站"))
    one = Paragraph(id="1", text="一。")
    without, with_it = (
        [Section(key="第一章", title="目标", body=body)] for body in ((one,), (one, part))
    )
    (come,), (gone,) = rewordings(without, with_it), rewordings(with_it, without)
    for found, op in ((come, "+"), (gone, "-")):
        assert [(run.op, run.text) for run in (*found.heading, *found.text)] == [
            (op, "码头"),
            (op, "修缮。"),
        ]
        assert [run.text for run in found.units if run.op == op] == ["水运站", "安监站"]


def test_what_a_comment_makes_of_the_draft_alone() -> None:
    asked, adopted = (Replace(replace="60件", wording=words) for words in ("80件", "90件"))

    def shown(status: str, *, proposed: bool = False) -> list[list[Run]]:
        one = comment("水运站-01", asked, status=status, adopted=(adopted,))
        workspace = round_of(one).workspace
        return [
            [run for run in found.text if run.op != "="]
            for found in rewordings_of(one, workspace, proposed=proposed)
        ]

    assert shown("部分采纳") == [[Run("-", "60件"), Run("+", "90件")]]
    assert shown("待定") == [[Run("-", "60件"), Run("+", "80件")]]
    assert shown("部分采纳", proposed=True) == [[Run("-", "80件"), Run("+", "90件")]]
    assert shown("不采纳", proposed=True) == [[Run("-", "80件"), Run("+", "60件")]]
