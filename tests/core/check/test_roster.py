"""Who was asked, who answered, in time, and how many."""

import pytest

from plancli.core.comments.comment import Comment, Item
from plancli.core.comments.edits import Add, ChangeUnits, Delete, NewParagraph
from plancli.core.plan.manifest import Frozen, Manifest, Reply, Totals, Unit
from plancli.core.plan.model import Paragraph, Section
from tests.core.ferry import comment, manifest, round_of, told

NIGHT = Delete(delete="夜间停航。")


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        ("01 02 03", []),
        ("03 01 02", []),
        ("02", ["水运站-01"]),
        ("03", ["水运站-01…02"]),
        ("01 03", ["水运站-02"]),
        ("01 04", ["水运站-02…03"]),
        ("01 05 07", ["水运站-02…04", "水运站-06"]),
        ("补充", []),
        ("02 补充", ["水运站-01"]),
    ],
)
def test_comments_are_numbered_from_one(numbers: str, missing: list[str]) -> None:
    comments = [comment(f"水运站-{number}") for number in numbers.split()]
    assert [said["missing"] for said in told("P227", round_of(*comments))] == missing


def test_the_points_of_a_compound_comment_are_one_number() -> None:
    whole = Comment(
        id="水运站-01",
        unit="水运站",
        opinion="两点。",
        items=(Item(opinion="其一"), Item(opinion="其二")),
    )
    assert told("P227", round_of(whole, comment("水运站-02"))) == []


@pytest.mark.parametrize(
    ("reply", "comments", "differs"),
    [
        (None, 0, False),
        (None, 1, False),
        (Reply.COMMENTS, 1, False),
        (Reply.COMMENTS, 0, True),
        (Reply.SUPPLEMENT, 1, False),
        (Reply.SUPPLEMENT, 0, True),
        (Reply.NOTHING, 0, False),
        (Reply.NOTHING, 2, True),
        (Reply.LAPSED, 1, True),
        (Reply.NONE, 0, False),
        (Reply.NONE, 1, True),
    ],
)
def test_the_roster_agrees_with_the_comments(
    reply: Reply | None, comments: int, differs: bool
) -> None:
    roster = manifest(Unit(name="林业站"), Unit(name="水运站", reply=reply))
    given = [comment(f"水运站-0{at}") for at in range(1, comments + 1)]
    right = "有意见" if comments else "无意见"
    said = {"unit": "水运站", "reply": str(reply), "count": str(comments), "right": right}
    assert told("P220", round_of(*given, roster=roster)) == ([said] if differs else [])


DEADLINE = "2021-03-01"


@pytest.mark.parametrize(
    ("unit", "received", "late"),
    [
        ("水运站", None, False),
        ("水运站", "2021-02-28", False),
        ("水运站", DEADLINE, False),
        ("水运站", "2021年3月2日", True),
        ("林业站", "2021-03-02", False),
    ],
)
def test_the_last_day_is_in_time(unit: str, received: str | None, late: bool) -> None:
    units = Unit(name="水运站"), Unit(name="林业站", reply=Reply.SUPPLEMENT)
    roster = manifest(*units, deadline=DEADLINE)
    one = comment(f"{unit}-01", received=received)
    said = {"id": "水运站-01", "day": received, "deadline": DEADLINE, "unit": "水运站"}
    assert told("P221", round_of(one, roster=roster)) == ([said] if late else [])
    assert told("P221", round_of(one)) == []


@pytest.mark.parametrize(
    ("today", "status", "told_of"),
    [
        ("2021-02-28", "待定", False),
        (DEADLINE, "待定", False),
        ("2021-03-02", "待定", True),
        ("2021-03-02", "不采纳", False),
    ],
)
def test_after_the_deadline_everything_is_decided(today: str, status: str, told_of: bool) -> None:
    round_ = round_of(
        comment("水运站-01", status=status, reason="不符"), roster=manifest(deadline=DEADLINE)
    )
    said = {"id": "水运站-01", "deadline": DEADLINE}
    assert told("P223", round_, today=today) == ([said] if told_of else [])
    assert told("P223", round_of(comment("水运站-01", status=status)), today=today) == []


COUNTED = {
    "units": 3,
    "replied": 2,
    "commented": 1,
    "nothing": 1,
    "lapsed": 0,
    "silent": 1,
    "letters": 2,
    "comments": 3,
    "items": 3,
    "edits": 1,
    "adopted": 1,
    "partly": 0,
    "declined": 1,
}


def with_totals(**stated: object) -> Manifest:
    units = Unit(name="水运站"), Unit(name="安监站", reply=Reply.NOTHING), Unit(name="林业站")
    return manifest(*units, totals=Totals.model_validate(stated))


COMMENTS = (
    comment("水运站-01", NIGHT, letter="1号"),
    comment("水运站-02", status="不采纳", letter="1号", reason="不符"),
    comment("水运站-03", status="待定", letter="2号"),
)


def test_figures_that_are_right_are_in_order() -> None:
    right = with_totals(**COUNTED, statuses={"采纳": 1, "不采纳": 1, "待定": 1, "撤回": 0})
    assert told("P222", round_of(*COMMENTS, roster=right)) == []


@pytest.mark.parametrize("key", COUNTED)
@pytest.mark.parametrize("by", [1, -1])
def test_a_figure_that_is_one_off_is_told(key: str, by: int) -> None:
    stated = COUNTED[key] + by
    wrong = round_of(*COMMENTS, roster=with_totals(**{key: stated}))
    assert told("P222", wrong) == [{"key": key, "stated": str(stated), "count": str(COUNTED[key])}]


def test_decisions_are_counted_again_too() -> None:
    wrong = with_totals(statuses={"采纳": 2, "撤回": 1})
    assert told("P222", round_of(*COMMENTS, roster=wrong)) == [
        {"key": "采纳", "stated": "2", "count": "1"},
        {"key": "撤回", "stated": "1", "count": "0"},
    ]


def test_units_stand_on_the_roster_and_drafts_were_circulated() -> None:
    frozen = Frozen(
        name="征求意见稿", digest="x", replies={"渔业站": Reply.NOTHING, "水运站": Reply.COMMENTS}
    )
    roster = manifest(drafts=(frozen,), aliases={"水运所": "水运站", "渔业站": "渔业站"})
    round_ = round_of(
        comment("水运所-01"),
        comment("渔业站-01"),
        comment("养路段-01"),
        comment("林业站-01", draft="征求意见稿"),
        comment("林业站-02", draft="送审稿"),
        roster=roster,
    )
    assert told("P204", round_) == [
        {"unit": "渔业站", "near": ""},
        {"unit": "水运所", "near": "水运站"},
        {"unit": "渔业站", "near": ""},
        {"unit": "养路段", "near": ""},
    ]
    assert told("P205", round_) == [{"draft": "送审稿", "known": "征求意见稿"}]


def test_what_is_adopted_was_said_on_a_draft_that_was_circulated() -> None:
    later = comment("水运站-01", NIGHT, draft="送审稿")
    refused = comment("水运站-02", NIGHT, draft="送审稿", status="不采纳", reason="不符")
    unknown = comment("水运站-03", NIGHT, draft="报批稿")
    own = comment("水运站-04", NIGHT, draft="征求意见稿")
    round_ = round_of(later, refused, unknown, own)
    round_.drafts = {**round_.drafts, "送审稿": round_.draft}
    assert told("P214", round_) == [{"id": "水运站-01", "draft": "送审稿"}]


@pytest.mark.parametrize(
    ("issuer", "title", "long", "alike"),
    [
        # a name without a place is one of the place of the issuer, else of the title, else of any place
        ("临江市政府", "渡口规划", "池口市教育局", False),
        ("临江市政府", "渡口规划", "临江市教育局", True),
        ("水运站", "临江市渡口规划", "池口市教育局", False),
        ("水运站", "临江市渡口规划", "临江市教育局", True),
        ("水运站", "渡口规划", "池口市教育局", True),
        # the place of the issuer goes before that of the title
        ("临江市政府", "池口市渡口规划", "池口市教育局", False),
    ],
)
def test_a_unit_without_a_place_is_at_home(issuer: str, title: str, long: str, alike: bool) -> None:
    names = (Paragraph(id="1", text="办学。", units=("市教育局", long)),)
    sections = (Section(key="第一章", title="办学", body=names),)
    roster = Manifest(title=title, issuer=issuer, sections=("第一章",), units=())
    found = told("P219", round_of(sections=sections, roster=roster))
    said = {"unit": "市教育局", "name": long, "paragraph": "第一章"}
    assert found == ([said] if alike else [])


@pytest.mark.parametrize(
    ("names", "strange"),
    [
        (("安监占",), ["安监占"]),
        (("水运",), ["水运"]),
        (("养路站",), []),  # nobody knows it, and it is a name as others are
        (("水运站", "林业站"), []),
        (("安监战", "安监站"), ["安监战"]),
    ],
)
def test_a_new_responsible_unit_is_no_slip_for_a_known_one(
    names: tuple[str, ...], strange: list[str]
) -> None:
    asked = comment("林业站-01", ChangeUnits(units="1.2", add=names), status="待定")
    assert [said["unit"] for said in told("P229", round_of(asked))] == strange
    added = Add(add=NewParagraph(text="巡查。", units=names), to="第二章")
    adopted = comment("林业站-01", adopted=(added,), status="修改后采纳")
    assert [said["unit"] for said in told("P229", round_of(adopted))] == strange
    declined = comment("林业站-01", added, status="不采纳", reason="不必。")
    assert told("P229", round_of(declined)) == []
