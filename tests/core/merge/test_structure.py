"""Parts that several comments add, remove and move: what stands together, and what does not."""

from plancli.core.merge.meeting import Level
from plancli.core.merge.structure import Structure, built, merge_structure
from plancli.core.merge.wanted import Addition, Moving, Removal, Wanted
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline

DRAFT = Outline(
    [
        Section(
            key="第一章",
            title="目标",
            body=tuple(Paragraph(id=f"1.{n}", text=f"第{n}件事。") for n in (1, 2, 3)),
        ),
        Section(key="第二章", title="保障", body=(Paragraph(id="2.1", text="资金。"),)),
    ]
)


def wanted(
    *parts: Addition | Removal | Moving, touched: dict[str, list[str]] | None = None
) -> Wanted:
    return Wanted(
        [part for part in parts if isinstance(part, Addition)],
        [part for part in parts if isinstance(part, Removal)],
        [part for part in parts if isinstance(part, Moving)],
        touched or {},
        lambda by, key: f"{by} on {key}",
    )


def new(
    by: str, text: str, heading: str = "", after: str | None = "1.1", order: int | None = None
) -> Addition:
    paragraph = Paragraph(id=f"{by}.1", heading=heading, text=text)
    return Addition(paragraph.id, "第一章", by, paragraph, after, order)


def levels(want: Wanted) -> tuple[Structure, list[Level]]:
    structure, meetings = merge_structure(DRAFT, want)
    return structure, [meeting.level for meeting in meetings]


def test_a_part_goes_unless_somebody_else_works_in_it() -> None:
    removal = Removal("第一章", "甲-1")
    assert levels(wanted(removal))[0].removed == {"第一章"}
    assert levels(wanted(removal, touched={"1.2": ["甲-1"]}))[0].removed == {"第一章"}
    structure, found = levels(wanted(removal, touched={"1.2": ["乙-1"]}))
    assert (structure.removed, found) == (frozenset(), [Level.HARD])
    assert levels(wanted(removal, new("乙-1", "新。")))[0].removed == frozenset()
    assert levels(wanted(removal, Moving("1.1", "乙-1", "第二章", None)))[0].removed == frozenset()


def test_two_who_remove_one_part_agree() -> None:
    structure, found = levels(wanted(Removal("1.1", "甲-1"), Removal("1.1", "乙-1")))
    assert structure.removed == {"1.1"}
    assert found == [Level.SAME]


def test_moves_of_one_part_to_two_places_are_in_conflict() -> None:
    one, other = Moving("1.1", "甲-1", "第一章", "1.3"), Moving("1.1", "乙-1", "第二章", None)
    assert levels(wanted(one, other)) == (Structure(), [Level.HARD])
    structure, found = levels(wanted(one, one._replace(by="乙-1")))
    assert (structure.moves, found) == ((one,), [Level.SAME])


def test_a_part_cannot_go_beside_one_that_another_comment_moves() -> None:
    beside = Moving("1.1", "甲-1", "第一章", "1.2")
    away = Moving("1.2", "乙-1", "第二章", None)
    structure, found = levels(wanted(beside, away))
    assert (structure.moves, found) == ((away,), [Level.HARD])
    assert levels(wanted(beside, away._replace(by="甲-1")))[1] == []


def test_the_same_paragraph_twice_stands_once() -> None:
    structure, found = levels(wanted(new("甲-1", "新建一座桥。"), new("乙-1", "新建一座桥。")))
    assert [one.by for one in structure.additions] == ["甲-1"]
    assert (structure.same, found) == ({"乙-1.1": "甲-1.1"}, [Level.SAME])


def test_one_comment_may_say_a_thing_twice() -> None:
    one = new("甲-1", "新建一座桥。")
    structure, found = levels(wanted(one, one._replace(key="甲-1.2")))
    assert (len(structure.additions), found) == (2, [])


def test_one_heading_with_two_texts_is_a_conflict() -> None:
    structure, found = levels(wanted(new("甲-1", "建桥。", "交通"), new("乙-1", "修路。", "交通")))
    assert (structure.additions, found) == ((), [Level.HARD])


def test_what_comes_to_one_place_is_read_once_more_and_stands_in_the_stated_order() -> None:
    first, second = new("甲-1", "一。", order=2), new("乙-1", "二。", order=1)
    structure, found = levels(wanted(first, second))
    assert found == [Level.SOFT]
    assert built(DRAFT, structure).lists["第一章"] == ["1.1", "乙-1.1", "甲-1.1", "1.2", "1.3"]


def test_parts_that_move_to_one_place_stand_one_behind_the_other() -> None:
    moves = Moving("1.1", "甲-1", "第二章", "2.1"), Moving("1.2", "乙-1", "第二章", "2.1")
    structure, found = levels(wanted(*moves))
    assert found == [Level.SOFT]
    assert built(DRAFT, structure).lists["第二章"] == ["2.1", "1.1", "1.2"]
