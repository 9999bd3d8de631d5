"""Parts that come, go and move, and what an old and a new order have in common."""

import pytest

from plancli.core.plan.digest import as_recorded, digest, unprinted
from plancli.core.plan.manifest import Frozen, Reply, Unit
from plancli.core.plan.model import Column, Draft, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.span import PrintedLine, Span
from plancli.core.plan.tree import Tree, rearranged
from plancli.core.plan.wording import same_wording
from tests.core.ferry import SECTIONS, manifest


def section(key: str, parent: str | None = None) -> Section:
    return Section(key=key, title=key, parent=parent)


CHAPTERS = ("一", "一/1", "一/2", "二", "二/1", "三")


def chapters() -> Tree:
    return Tree(Outline([section(key) for key in CHAPTERS]))


@pytest.mark.parametrize(
    ("key", "after", "order"),
    [
        ("四", None, "四 一 一/1 一/2 二 二/1 三"),
        ("四", "没有", "四 一 一/1 一/2 二 二/1 三"),
        # behind a section means behind all that it holds
        ("四", "一", "一 一/1 一/2 四 二 二/1 三"),
        ("四", "三", "一 一/1 一/2 二 二/1 三 四"),
        # one that belongs below it comes first in it, or behind its neighbour there
        ("一/9", "一", "一 一/9 一/1 一/2 二 二/1 三"),
        ("一/9", "一/1", "一 一/1 一/9 一/2 二 二/1 三"),
    ],
)
def test_a_new_section(key: str, after: str | None, order: str) -> None:
    tree = chapters()
    tree.insert(key, section(key), "", after)
    assert tree.lists[""] == order.split()
    assert tree.home[key] == ""


@pytest.mark.parametrize(
    ("key", "after", "before", "order"),
    [
        ("一", "二", None, "二 二/1 一 一/1 一/2 三"),
        ("一", "三", None, "二 二/1 三 一 一/1 一/2"),
        ("二", None, None, "二 二/1 一 一/1 一/2 三"),
        ("二", None, "一", "二 二/1 一 一/1 一/2 三"),
        ("一", None, "三", "二 二/1 一 一/1 一/2 三"),
        ("三", None, "一", "三 一 一/1 一/2 二 二/1"),
        ("一/2", None, "一/1", "一 一/2 一/1 二 二/1 三"),
        ("一/1", "一/2", None, "一 一/2 一/1 二 二/1 三"),
    ],
)
def test_a_section_moves_with_those_below_it(
    key: str, after: str | None, before: str | None, order: str
) -> None:
    tree = chapters()
    tree.move(key, "", after, before)
    assert tree.lists[""] == order.split()


def test_a_section_goes_with_those_below_it() -> None:
    tree = chapters()
    tree.remove("一")
    tree.remove("没有")
    assert tree.lists[""] == ["二", "二/1", "三"]
    assert "一/1" not in tree.home
    tree.remove("二/1")
    assert tree.lists[""] == ["二", "三"]


def test_sections_that_name_each_other_as_what_is_above_end() -> None:
    tree = Tree(Outline([section("甲", "乙"), section("乙", "甲"), section("丙")]))
    tree.move("丙", "", None)
    assert tree.lists[""] == ["丙", "甲", "乙"]


def ferry() -> Tree:
    return Tree(Outline(SECTIONS))


def test_paragraphs_and_items() -> None:
    tree = ferry()
    tree.move("2.1", "第一章", "1.1")
    assert (tree.lists["第一章"], tree.lists["第二章"]) == (
        ["1.1", "2.1", "1.2", "第一章/专栏1"],
        [],
    )
    tree.move("1.3", "第一章", None, "1.2")
    assert tree.lists["第一章"] == ["1.1", "2.1", "1.3", "1.2", "第一章/专栏1"]
    assert (tree.lists["第一章/专栏1"], tree.home["1.3"]) == ([], "第一章")
    new = Paragraph(id="1.4", text="铁船2艘。")
    tree.insert("1.4", new, "第一章/专栏1", None)
    first, second = tree.sections({"2.1": Paragraph(id="2.1", text="安排经费。")})
    column = first.body[-1]
    assert isinstance(column, Column)
    assert column.items == (new,)
    assert [part.text for part in first.body if isinstance(part, Paragraph)] == [
        "修缮东岸码头2座。添置救生衣60件。",
        "安排经费。",
        "木船3艘。",
        "汛期每日巡查。夜间停航。",
    ]
    assert second.body == ()


def test_what_did_not_change_is_the_very_value_that_it_was() -> None:
    assert all(one is other for one, other in zip(ferry().sections({}), SECTIONS, strict=True))


def test_a_new_column_brings_its_items_but_for_those_that_stand_elsewhere() -> None:
    tree = ferry()
    items = (Paragraph(id="2.1", text="安排经费12万元。"), Paragraph(id="9", text="九。"))
    tree.insert("第二章/专栏2", Column(column="专栏2", title="钱", items=items), "第二章", "2.1")
    assert tree.lists["第二章"] == ["2.1", "第二章/专栏2"]
    assert tree.lists["第二章/专栏2"] == ["9"]


@pytest.mark.parametrize(
    ("after", "known", "moved"),
    [
        ("一 一/1 一/2 二 二/1 三", "", ""),
        ("三 一 一/1 一/2 二 二/1", "", "三"),
        ("一 一/2 一/1 二 二/1 三", "一/1", "一/1"),
        ("一 一/2 一/1 二 二/1 三", "一/2", "一/2"),
        ("一 一/1 二 二/1 三", "", ""),
    ],
)
def test_as_few_as_possible_were_rearranged(after: str, known: str, moved: str) -> None:
    other = Tree(Outline([section(key) for key in after.split()]))
    assert rearranged(chapters(), other, known.split()) == set(moved.split())


ONE = Paragraph(id="1", heading="码头", text="修缮。", units=("水运站",))


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"heading": "渡口"}, False),
        ({"text": "修缮"}, False),
        ({"units": ()}, False),
        ({"page": Span(3, 3)}, True),
        ({"layout": (PrintedLine(0, None, 1),)}, True),
    ],
)
def test_pages_and_lines_are_no_wording(changed: dict[str, object], same: bool) -> None:
    other = ONE.model_copy(update=changed)
    assert same_wording(ONE, other) is same
    one, two = (
        [Section(key="第一章", title="甲", body=(part, Column(column="专栏1", items=(part,))))]
        for part in (ONE, other)
    )
    assert (digest(one) == digest(two)) is same
    assert (unprinted(one) == unprinted(two)) is same


def test_titles_order_and_what_is_above_are_in_the_digest() -> None:
    digests = {
        digest(sections)
        for sections in (
            [section("甲"), section("乙")],
            [section("乙"), section("甲")],
            [section("甲"), section("乙", "甲")],
            [section("甲"), Section(key="乙", title="丙")],
            [section("甲")],
        )
    }
    assert len(digests) == 5
    assert digest([section("甲"), section("甲/乙")]) == digest(
        [section("甲"), section("甲/乙", "甲")]
    )


def test_a_draft_is_the_one_that_was_recorded() -> None:
    draft = Draft(draft="征求意见稿", sections=SECTIONS)
    recorded = digest(SECTIONS)
    assert as_recorded(draft, recorded)
    other = Draft(draft="征求意见稿", sections=SECTIONS[:1])
    assert not as_recorded(other, recorded)


def test_the_roster_of_a_closed_round_has_the_answers_of_that_round() -> None:
    frozen = (
        Frozen(
            name="征求意见稿", digest="x", deadline="2021-03-01", replies={"水运站": Reply.NOTHING}
        ),
        Frozen(name="送审稿", digest="y"),
    )
    units = Unit(name="水运站", reply=Reply.COMMENTS), Unit(name="林业站", reply=Reply.LAPSED)
    roster = manifest(*units, drafts=frozen, deadline="2021-06-01")
    first, second, other = (roster.of_round(name) for name in ("征求意见稿", "送审稿", "报批稿"))
    assert [unit.reply for unit in first.units] == [Reply.NOTHING, None]
    assert first.deadline == "2021-03-01"
    assert [unit.reply for unit in second.units] == [None, None]
    assert (second.deadline, other.deadline) == (None, None)
