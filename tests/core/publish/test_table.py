"""The published table: who has a row, in which order, and what it says of others."""

import pytest

from plancli.core.comments.comment import Comment, Decision, Item
from plancli.core.comments.edits import Delete, Replace
from plancli.core.comments.status import Status
from plancli.core.plan.manifest import Reply, Unit, UnitKind
from plancli.core.publish.table import Row, feedback_table
from tests.core.ferry import by_id, comment, manifest

SIXTY = Replace(replace="60件", wording="80件")


def rows(*comments: Comment, roster: list[Unit] | None = None) -> list[Row]:
    parts = by_id(*(part for whole in comments for part in whole.parts))
    compounds = by_id(*(whole for whole in comments if whole.items))
    table = feedback_table(manifest(*(roster or [])), parts, compounds)
    assert all(row.unit == unit.unit for unit in table for row in unit.rows)
    return [row for unit in table for row in unit.rows]


def only(*comments: Comment) -> Row:
    (row,) = rows(*comments)
    return row


def test_units_in_the_order_of_the_roster_then_who_is_not_on_it() -> None:
    found = rows(
        comment("养路段-01"),
        comment("林业站-02"),
        comment("水运站-01"),
        comment("林业站-01"),
    )
    assert [row.id for row in found] == ["水运站-01", "林业站-02", "林业站-01", "养路段-01"]


def test_who_answered_that_there_is_nothing_has_a_row() -> None:
    roster = [
        Unit(name="水运站", reply=Reply.NOTHING),
        Unit(name="安监站", reply=Reply.LAPSED),
        Unit(name="林业站", reply=Reply.NONE),
        Unit(name="养路段", reply=Reply.COMMENTS),
        Unit(name="村民", kind=UnitKind.PUBLIC),
        Unit(name="渔业站"),
    ]
    found = rows(roster=roster)
    assert [row.unit for row in found] == ["水运站", "安监站"]
    assert {
        (row.id, row.opinion, row.decision, row.status, row.label, row.answer) for row in found
    } == {("", "无", "无", "", "无", "")}
    assert [row.whole for row in found] == [None, None]
    assert (found[0].refused, found[0].decided) == (False, (found[0],))


@pytest.mark.parametrize(
    ("reply", "reason", "decision"),
    [
        (None, None, "未采纳"),
        ("已研究。", None, "未采纳。已研究。"),
        (None, "与条例不符", "未采纳。与条例不符"),
        ("已研究", "与条例不符", "未采纳。已研究。与条例不符"),
        ("已研究！", " 与条例不符。 ", "未采纳。已研究！与条例不符。"),
    ],
)
def test_a_decision_is_label_reply_and_reason(
    reply: str | None, reason: str | None, decision: str
) -> None:
    row = only(comment("水运站-01", SIXTY, status="不采纳", reply=reply, reason=reason))
    assert row.decision == decision
    assert (row.status, row.label) == ("不采纳", "未采纳")
    assert row.answer == decision.removeprefix("未采纳").removeprefix("。")


@pytest.mark.parametrize(
    ("status", "refused"),
    [
        ("不采纳", True),
        ("解释说明", True),
        ("转办", True),
        ("留作参考", True),
        ("采纳", False),
        ("部分采纳", False),
        ("已体现", False),
        ("待定", False),
        ("撤回", False),
    ],
)
def test_refused_is_what_is_decided_and_not_adopted(status: str, refused: bool) -> None:
    assert only(comment("水运站-01", status=status)).refused is refused


def test_rows_point_to_whom_they_were_joined_and_who_was_joined() -> None:
    found = rows(
        comment("水运站-01", SIXTY, reply="已改"),
        comment("水运站-02", status="合并", into="水运站-01"),
        comment("安监站-01", status="合并", into="水运站-01"),
        comment("林业站-01", status="合并", into="水运站-01"),
        comment("林业站-02", status="合并", into="水运站-01"),
        comment("林业站-03", status="合并", into="没有-01"),
        comment("渔业站-01", status="不采纳", into="水运站-01"),
    )
    assert {row.id: row.answer for row in found} == {
        "水运站-01": "已改。安监站、林业站提出相同意见。",
        "水运站-02": "与水运站的意见合并办理。",
        "安监站-01": "与水运站的意见合并办理。",
        "林业站-01": "与水运站的意见合并办理。",
        "林业站-02": "与水运站的意见合并办理。",
        "林业站-03": "",
        "渔业站-01": "",
    }


def test_a_settled_comment_names_the_joint_wording() -> None:
    found = rows(
        comment("水运站-01", SIXTY, reply="综合表述"),
        comment("林业站-01", Delete(delete="60件"), settles=("水运站-01",)),
    )
    assert [row.answer for row in found] == ["综合表述。与林业站的意见综合表述。", ""]


def compound(*decisions: Decision) -> Comment:
    items = tuple(Item(opinion=f"第{at}点。", decision=d) for at, d in enumerate(decisions, 1))
    return Comment(id="水运站-01", unit="水运站", opinion="几点建议。\n", items=items)


def test_a_compound_comment_has_one_row_and_its_points() -> None:
    whole = compound(
        Decision(status=Status.ADOPTED, reply="已改。"),
        Decision(status=Status.REJECTED, reason="与条例不符。"),
    )
    row = only(whole)
    assert (row.id, row.opinion, row.status, row.label) == (
        "水运站-01",
        "几点建议。",
        "部分采纳",
        "部分采纳",
    )
    assert row.answer == "（1）已采纳。已改。\n（2）未采纳。与条例不符。"
    assert row.decision == f"部分采纳。\n{row.answer}"
    assert (row.whole, row.parts) == (whole, whole.parts)
    assert [(p.id, p.opinion, p.label) for p in row.decided] == [
        ("水运站-01.1", "第1点。", "已采纳"),
        ("水运站-01.2", "第2点。", "未采纳"),
    ]


def test_who_was_joined_to_a_compound_comment_stands_below_its_points() -> None:
    whole = compound(Decision(status=Status.ADOPTED), Decision(status=Status.ADOPTED))
    found = rows(whole, comment("安监站-01", status="合并", into="水运站-01"))
    assert [row.answer for row in found] == [
        "（1）已采纳\n（2）已采纳\n安监站提出相同意见。",
        "与水运站的意见合并办理。",
    ]
