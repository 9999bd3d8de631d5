"""Where the parts of a plan stand."""

from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline, part_name, parts_of

ITEMS = tuple(Paragraph(id=name, text="木船。") for name in ("3", "4"))
BOX = Column(column="专栏1", title="船只", items=ITEMS)
TOP = Section(
    key="第一章", title="渡口", body=(Paragraph(id="1", text="码头。"), BOX, Paragraph(id="2"))
)
BELOW = Section(key="第一章/1", title="修缮", body=(Paragraph(id="5", text="驳岸。"),))
END = Section(key="第二章", title="保障")
NAMED = Section(key="附件", title="清单", parent="第二章")
PLAN = Outline([TOP, BELOW, END, NAMED])
KEYS = "第一章", "第一章/1", "第二章", "附件"


def test_lists() -> None:
    assert PLAN.children("") == list(KEYS)
    assert PLAN.children("第一章") == ["1", "第一章/专栏1", "2"]
    assert PLAN.children("第一章/专栏1") == ["3", "4"]
    assert PLAN.children("第二章") == []
    assert PLAN.children("没有") == []


def test_what_holds_a_part() -> None:
    held = {key: PLAN.container(key) for key in (*KEYS, "1", "3", "第一章/专栏1", "没有")}
    assert held == {
        "第一章": "",
        "第一章/1": "",
        "第二章": "",
        "附件": "",
        "1": "第一章",
        "3": "第一章/专栏1",
        "第一章/专栏1": "第一章",
        "没有": "",
    }


def test_neighbours_in_a_list() -> None:
    assert PLAN.previous("1") is None
    assert PLAN.previous("2") == "第一章/专栏1"
    assert PLAN.previous("2", besides="第一章/专栏1") == "1"
    assert PLAN.previous("4") == "3"
    assert PLAN.previous("4", besides="3") is None
    assert PLAN.last("第一章") == "2"
    assert PLAN.last("第一章", besides="2") == "第一章/专栏1"
    assert PLAN.last("第二章") is None


def test_sections_are_siblings_below_the_same_one() -> None:
    assert PLAN.siblings("第一章") == ["第一章", "第二章"]
    assert PLAN.siblings("第一章/1") == ["第一章/1"]
    assert PLAN.siblings("附件") == ["附件"]
    assert PLAN.siblings("3") == ["3", "4"]


def test_what_holds_what_holds_a_part() -> None:
    assert PLAN.ancestry("3") == ["3", "第一章/专栏1", "第一章"]
    assert PLAN.ancestry("5") == ["5", "第一章/1", "第一章"]
    assert PLAN.ancestry("附件") == ["附件", "第二章"]
    assert PLAN.ancestry("第九章/2") == ["第九章/2", "第九章"]
    assert PLAN.ancestry(None) == []


def test_sections_that_hold_each_other_end() -> None:
    one, other = (Section(key=k, title=k, parent=p) for k, p in (("甲", "乙"), ("乙", "甲")))
    assert Outline([one, other]).ancestry("甲") == ["甲", "乙"]


def test_what_a_key_covers() -> None:
    covered = {
        key: [name for name, spot in PLAN.spots.items() if PLAN.covers(key, spot)]
        for key in ("第一章", "第一章/1", "第一章/专栏1", "3", "第二章")
    }
    assert covered == {
        "第一章": ["1", "3", "4", "2", "5"],
        "第一章/1": ["5"],
        "第一章/专栏1": ["3", "4"],
        "3": ["3"],
        "第二章": [],
    }


def test_an_id_that_comes_twice_keeps_its_first_place() -> None:
    twice = Outline(
        [TOP, Section(key="第三章", title="附则", body=(Paragraph(id="1", text="二"),))]
    )
    assert twice.spots["1"].paragraph.text == "码头。"
    assert [path for spot, path in twice.places() if spot.paragraph.id == "1"] == [("body", 0)] * 2
    assert twice.path("1") == ("body", 0)


def test_paths_in_the_file_of_a_section() -> None:
    assert [PLAN.path(name) for name in ("1", "3", "4", "2", "没有")] == [
        ("body", 0),
        ("body", 1, "items", 0),
        ("body", 1, "items", 1),
        ("body", 2),
        (),
    ]


def test_what_the_plan_knows() -> None:
    known = [PLAN.knows(key) for key in ("第一章", "第一章/专栏1", "3", "专栏1", "", "没有")]
    assert known == [True, True, True, False, False, False]


def test_parts_of_a_section_with_the_items_of_its_columns() -> None:
    assert [part_name(part) for part in parts_of(TOP)] == ["1", "专栏1", "3", "4", "2"]
