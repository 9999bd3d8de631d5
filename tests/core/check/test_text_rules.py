"""What check reads in the plan: references, numbers, notes, what is adopted and recorded."""

from typing import Any

import pytest

from plancli.core.comments.comment import Passage
from plancli.core.comments.edits import ChangeUnits, Delete, Move, Remove, Replace
from plancli.core.evidence.compare import changes
from plancli.core.evidence.redline import redline
from plancli.core.plan.manifest import DraftingNote, Frozen, Unit
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.span import PrintedLine, Span
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import patch_of
from plancli.core.text.marked import GAP, Run
from tests.core.ferry import SECTIONS, applied, comment, manifest, round_of, told

SIXTY, NIGHT = Replace(replace="60件", wording="80件"), Delete(delete="夜间停航。")


def references(text: str, *more: Section) -> list[str]:
    column = Column(column="专栏2", title="专栏9 船只", items=(Paragraph(id="z", text="一。"),))
    sections = (
        Section(key="第一章", title="渡口", body=(Paragraph(id="1", text=text), column)),
        Section(key="第一章/3", title="修缮"),
        Section(key="附", title="第七章 附则"),
        *more,
    )
    return [said["words"] for said in told("P509", round_of(sections=sections))]


@pytest.mark.parametrize(
    ("text", "dangling"),
    [
        ("详见专栏2。", []),
        ("详见专栏9。", []),  # the number that a title carries itself
        ("详见专栏3。", ["专栏3"]),
        ("见第一章。", []),
        ("见第七章。", []),
        ("见第二章。", ["第二章"]),
        ("本规划第3项工程。", []),
        ("本规划第4项工程。", ["第4项"]),
        ("详见专栏2、专栏4。", ["专栏4"]),
    ],
)
def test_what_the_plan_refers_to_is_there(text: str, dangling: list[str]) -> None:
    assert references(text) == dangling


def test_a_text_that_begins_with_a_number_is_no_title() -> None:
    assert references("专栏3 见专栏3。") == ["专栏3", "专栏3"]


@pytest.mark.parametrize(
    ("mended", "told_of"),
    [([], ["专栏2"]), ([Replace(replace="见专栏2", wording="见第一章")], [])],
)
def test_a_reference_to_what_goes_is_told_unless_it_is_mended(
    mended: list[Replace], told_of: list[str]
) -> None:
    column = Column(column="专栏2", title="船只", items=(Paragraph(id="z", text="一。"),))
    body = (Paragraph(id="1", text="船只见专栏2。"), column)
    asked = comment("港务所-01", Remove(remove="专栏2"), *mended)
    round_ = round_of(asked, sections=(Section(key="第一章", title="渡口", body=body),))
    assert [said["words"] for said in told("P515", round_)] == told_of


def test_where_nothing_of_a_kind_is_numbered_nothing_dangles() -> None:
    sections = (Section(key="总则", title="甲", body=(Paragraph(id="1", text="见专栏3。"),)),)
    assert told("P509", round_of(sections=sections)) == []


def series(*keys: str) -> tuple[list[str], list[str]]:
    round_ = round_of(sections=tuple(Section(key=key, title="题") for key in keys))
    return [s["missing"] for s in told("P508", round_)], [s["label"] for s in told("P510", round_)]


@pytest.mark.parametrize(
    ("keys", "missing", "doubled"),
    [
        ("第一章 第二章", [], []),
        ("第一章 第三章", ["第二章"], []),
        ("第一章 第一章/1 第一章/3 第二章", ["2"], []),
        ("第一章 第一章/1 第二章 第二章/2", [], []),
        ("第一章 第一章/1 第一章/2 第二章 第二章/2", [], ["2"]),
        ("第一章 附录", [], []),
    ],
)
def test_numbers_of_sections(keys: str, missing: list[str], doubled: list[str]) -> None:
    assert series(*keys.split()) == (missing, doubled)


def office(*notes: DraftingNote) -> Round:
    """Return a round in which the office itself changed 每日 into 每周."""
    changed = tuple(
        section.model_copy(
            update={
                "body": tuple(
                    part.model_copy(update={"text": part.text.replace("每日", "每周")})
                    if isinstance(part, Paragraph)
                    else part
                    for part in section.body
                )
            }
        )
        for section in SECTIONS
    )
    return round_of(plan=changed, roster=manifest(notes=notes))


CHANGE = "[-每日-]{+每周+}"


@pytest.mark.parametrize(
    ("notes", "unexplained", "idle", "loose"),
    [
        ([], True, False, False),
        ([("1.2", CHANGE)], False, False, False),
        ([("1.2", None)], False, False, True),
        ([("1.2", "[-每日-]{+每月+}")], True, True, False),
        ([("1.1", CHANGE)], True, True, False),
        ([("1.1", None)], True, True, False),
    ],
)
def test_a_note_explains_the_change_that_it_names(
    notes: list[tuple[str, str | None]], unexplained: bool, idle: bool, loose: bool
) -> None:
    written = [DraftingNote(paragraph=p, reason="调度需要", change=c) for p, c in notes]
    round_ = office(*written)
    about = [{"paragraph": "1.2", "change": CHANGE}]
    assert told("P405", round_) == (about if unexplained else [])
    assert told("P416", round_) == ([{"paragraph": notes[0][0]}] if idle else [])
    assert told("P417", round_) == (about if loose else [])


def test_what_is_adopted_is_in_the_text_or_said_to_be_missing() -> None:
    one, other = comment("水运站-01", SIXTY), comment("安监站-01", NIGHT)
    waiting = {"id": "安监站-01", "draft": "征求意见稿", "outcome": ""}
    assert told("P401", applied(one, other)) == []
    before = applied(one)
    after = round_of(one, other, plan=before.workspace.plan, recorded=before.workspace.recorded)
    assert told("P401", after) == [waiting]


def test_what_was_decided_anew_is_not_what_is_recorded() -> None:
    one = comment("水运站-01", SIXTY)
    before = applied(one)
    recorded: dict[str, Any] = {
        "plan": before.workspace.plan,
        "recorded": before.workspace.recorded,
    }
    anew = comment("水运站-01", SIXTY, adopted=(Replace(replace="60件", wording="90件"),))
    assert told("P402", round_of(anew, **recorded)) == [{"id": "水运站-01"}]
    refused = comment("水运站-01", SIXTY, status="不采纳", reason="不符")
    assert told("P410", round_of(refused, **recorded)) == [
        {"id": "水运站-01", "status": "不采纳", "reason": "its status is not one that merges"}
    ]
    assert told("P208", round_of(**recorded)) == [{"id": "水运站-01"}]
    assert told("P402", before) == told("P410", before) == told("P208", before) == []


def test_words_that_the_office_took_out_again_are_lost() -> None:
    one = comment("水运站-01", SIXTY)
    round_ = round_of(one, recorded={"水运站-01": patch_of(one)})
    assert told("P409", round_) == [{"id": "水运站-01", "paragraph": "1.1"}]
    assert told("P409", applied(one)) == []


def test_a_conflict_names_the_others_and_one_with_itself_nobody() -> None:
    sides = [
        comment(f"{unit}-01", Replace(replace="60件", wording=words))
        for unit, words in (("水运站", "80件"), ("安监站", "90件"), ("林业站", "95件"))
    ]
    found = told("P403", round_of(*sides))
    assert [(one["id"], one["others"], one["paragraph"]) for one in found] == [
        ("水运站-01", "安监站-01、林业站-01", "1.1"),
        ("安监站-01", "水运站-01、林业站-01", "1.1"),
        ("林业站-01", "水运站-01、安监站-01", "1.1"),
    ]
    assert found[0]["settles"] == "--settles 安监站-01 --settles 林业站-01"
    twice = comment("水运站-01", SIXTY, Replace(replace="救生衣60件", wording="船"))
    assert told("P403", round_of(twice)) == []
    assert told("P411", round_of(twice)) == [{"id": "水运站-01", "others": "", "paragraph": "1.1"}]


def test_what_is_called_already_said_stands_in_the_plan() -> None:
    one = comment("水运站-01", status="已体现", already=(Passage(quote="每日巡查"),))
    gone = comment(
        "水运站-02", status="已体现", already=(Passage(quote="每时巡查"), Passage(quote="12万元"))
    )
    assert told("P408", round_of(one, gone)) == [{"id": "水运站-02", "quote": "每时巡查"}]


def test_the_manifest_lists_everything_once_and_what_is_there() -> None:
    frozen = Frozen(name="征求意见稿", digest="x")
    units = Unit(name="水运站"), Unit(name="林业站"), Unit(name="水运站")
    roster = manifest(*units, drafts=(frozen, frozen)).model_copy(
        update={"sections": ("第一章", "第九章", "第一章")}
    )
    round_ = round_of(roster=roster)
    assert [said["key"] for said in told("P226", round_)] == ["第一章", "水运站", "征求意见稿"]
    assert told("P202", round_) == [{"key": "第九章"}]
    assert told("P203", round_) == [{"key": "第二章"}]


def test_pages_belong_to_drafts() -> None:
    fields: dict[str, Any] = {
        "page": Span(3, 3),
        "line": Span(1, 1),
        "layout": (PrintedLine(9, None, 1),),
    }
    part = Paragraph(id="1", text="一。", **fields)
    sections = (Section(key="第一章", title="甲", body=(part,)),)
    assert [said["key"] for said in told("P209", round_of(sections=sections))] == list(fields)
    assert [said["paragraph"] for said in told("P216", round_of(sections=sections))] == ["1"]
    assert told("P209", round_of()) == told("P216", round_of()) == []


def test_changed_lines_with_their_page_and_cause() -> None:
    part = Paragraph(
        id="1",
        heading="码头",
        text="修缮。添置船只。",
        units=("水运站",),
        page=Span(3, 3),
        line=Span(5, 6),
    )
    sections = (Section(key="第一章", title="渡口", body=(part, Paragraph(id="2", text="巡查。"))),)
    one = comment("水运站-01", Replace(replace="船只", wording="木船"))
    before = round_of(one, sections=sections)
    revision = before.workspace.revise(before.due)
    round_ = round_of(one, sections=sections, plan=revision.sections, recorded=revision.record)
    (line,) = changes(round_, redline(round_))
    assert (line.key, line.section, line.heading) == ("1", "第一章 渡口", "码头")
    assert (line.position.labels, line.by) == (["P3", "L5-6"], ("水运站-01",))
    assert [run for run in line.before if run.op == "-"] == [Run("-", "船只")]
    assert [run for run in line.after if run.op == "+"] == [Run("+", "木船")]
    assert GAP in line.before
    assert [run for run in line.before if run.op == "+"] == []


def test_what_is_recorded_and_cannot_stand_together() -> None:
    one, other = (
        comment(f"{unit}-01", Replace(replace="60件", wording=words))
        for unit, words in (("水运站", "80件"), ("安监站", "90件"))
    )
    recorded = {both.id: patch_of(both) for both in (one, other)}
    assert told("P403", round_of(one, other, recorded=recorded)) == [
        {"id": "水运站-01", "others": "安监站-01", "paragraph": "1.1"}
    ]


def with_units(*units: str) -> tuple[Section, ...]:
    """Return the plan with another list of units of its first paragraph."""
    first = SECTIONS[0]
    part = first.body[0].model_copy(update={"units": units})
    return (first.model_copy(update={"body": (part, *first.body[1:])}), SECTIONS[1])


@pytest.mark.parametrize(
    ("asked", "units", "come", "gone"),
    [
        ({"add": ("林业站",)}, ("水运站", "安监站"), None, None),
        ({"add": ("林业站",)}, ("水运站", "安监站", "林业站"), "林业站", None),
        ({"add": ("林业站", "养路段")}, ("水运站", "安监站", "林业站"), "林业站", None),
        ({"add": ("林业站",)}, ("水运站", "安监站", "养路段"), None, None),
        ({"remove": ("安监站",)}, ("水运站",), None, "安监站"),
        ({"remove": ("安监站",)}, ("安监站",), None, None),
        # the order counts, too: the first unit leads
        ({"set": ("安监站", "水运站")}, ("水运站", "安监站"), None, None),
        ({"set": ("安监站", "水运站")}, ("安监站", "水运站"), "安监站、水运站", None),
        ({"set": ("安监站", "水运站")}, ("安监站", "林业站", "水运站"), "安监站、水运站", None),
        ({"set": ("安监站", "水运站")}, ("安监站",), None, None),
        ({"set": ("水运站", "安监站")}, ("安监站", "水运站"), None, None),
        ({"set": ("林业站",)}, ("林业站",), "林业站", "水运站、安监站"),
    ],
)
def test_units_that_were_refused_and_came_or_went_all_the_same(
    asked: dict[str, tuple[str, ...]], units: tuple[str, ...], come: str | None, gone: str | None
) -> None:
    edit = ChangeUnits(units="1.1", **asked)
    one = comment("林业站-01", edit, status="不采纳", reason="不符")
    round_ = round_of(one, plan=with_units(*units))
    for code, words in (("P406", come), ("P427", gone)):
        said = {"id": "林业站-01", "words": words, "paragraph": "1.1"}
        assert told(code, round_) == ([said] if words else [])


@pytest.mark.parametrize(
    ("status", "told_of"),
    [("不采纳", True), ("解释说明", True), ("待定", False), ("撤回", False), ("采纳", False)],
)
def test_only_what_was_refused_must_not_be_in_the_text(status: str, told_of: bool) -> None:
    one = comment(
        "林业站-01", Replace(replace="60件", wording="80件"), status=status, reason="不符"
    )
    plan = applied(comment("水运站-01", SIXTY)).workspace.plan
    assert bool(told("P406", round_of(one, plan=plan))) is told_of


@pytest.mark.parametrize(
    ("edit", "plan", "told_of"),
    [
        (Remove(remove="2.1"), SECTIONS, False),
        (Remove(remove="第二章"), SECTIONS[:1], True),
        (Move(move="第二章", before="第一章"), SECTIONS[::-1], True),
        (Move(move="第二章", before="第一章"), SECTIONS, False),
    ],
)
def test_parts_that_were_to_stay(edit: Any, plan: tuple[Section, ...], told_of: bool) -> None:
    one = comment("林业站-01", edit, status="不采纳", reason="不符")
    round_ = round_of(one, plan=plan)
    assert bool(told("P427", round_) or told("P406", round_)) is told_of


@pytest.mark.parametrize(
    ("adopted", "differs"),
    [
        ((SIXTY,), False),
        # all that was asked, and something more beside it
        ((SIXTY, Replace(replace="2座", wording="3座")), False),
        ((Replace(replace="60件", wording="90件"),), True),
        ((NIGHT,), True),
    ],
)
def test_what_is_joined_is_adopted_with_what_it_was_joined_to(
    adopted: tuple[Any, ...], differs: bool
) -> None:
    joined = comment("水运站-01", SIXTY, status="合并", into="林业站-01")
    other = comment("林业站-01", *adopted)
    found = [said["id"] for said in told("P421", applied(joined, other))]
    assert found == (["水运站-01"] if differs else [])


def joint_wording(wording: str) -> Round:
    """Two units ask for words at one place, and both are answered by one wording."""
    ferries = Replace(replace="60件", wording="60件、蓑衣")
    lamps = Replace(replace="60件", wording="60件、马灯")
    joint = Replace(replace="60件", wording=wording)
    one = comment("林业站-01", ferries, adopted=(joint,), settles=("水运站-01",))
    return applied(one, comment("水运站-01", lamps))


def test_of_a_joint_wording_it_is_said_who_asked_for_what() -> None:
    round_ = joint_wording("60件、蓑衣、马灯")
    said = [(found["id"], found["others"], found["words"]) for found in told("P429", round_)]
    assert said == [("林业站-01", "水运站-01", "林业站-01 “蓑衣”；水运站-01 “马灯”")]
    assert told("P421", round_) == []


@pytest.mark.parametrize(
    ("wording", "differing"),
    [
        # words that neither of them asked for, beside all that was asked
        ("60件、蓑衣、马灯、竹篙", ["林业站-01"]),
        # the words of one of them are not there: for the other it is what was asked
        ("60件、马灯", ["林业站-01"]),
    ],
)
def test_a_joint_wording_that_is_more_or_less_than_was_asked_differs(
    wording: str, differing: list[str]
) -> None:
    round_ = joint_wording(wording)
    assert [said["id"] for said in told("P421", round_)] == differing
    assert told("P429", round_) == []


def test_words_that_were_to_go_and_stay_are_told() -> None:
    one = comment("水运站-01", NIGHT, Delete(delete="每日巡查。"), adopted=(NIGHT,))
    assert told("P422", applied(one)) == [
        {"id": "水运站-01", "words": "每日巡查。", "paragraph": "1.2"}
    ]
