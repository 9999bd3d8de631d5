"""Decisions that lack something, say too much, or point where nothing is."""

from typing import Any

import pytest

from plancli.core.comments.comment import Comment, Item, Passage
from plancli.core.comments.edits import Delete, Replace
from tests.core.ferry import comment, round_of, told

NIGHT, SIXTY = Delete(delete="夜间停航。"), Replace(replace="60件", wording="80件")
ALREADY = (Passage(quote="每日巡查"),)


def decided(status: str, *edits: Any, **more: Any) -> Comment:
    return comment("水运站-01", *edits, status=status, **more)


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (decided("合并"), "into"),
        (decided("合并", into="林业站-01"), None),
        (decided("已体现"), "already"),
        (decided("已体现", already=ALREADY), None),
        (decided("修改后采纳", SIXTY), "edits"),
        (decided("修改后采纳", SIXTY, adopted=(NIGHT,)), None),
        (decided("修改后采纳", adopted=()), "edits"),
        (decided("采纳"), "edits"),
        (decided("采纳", SIXTY), None),
        (decided("采纳", SIXTY, adopted=()), "edits"),
        (decided("采纳", already=ALREADY), None),
        (decided("部分采纳", reason="其余不符"), "edits"),
        (decided("部分采纳", SIXTY, reason="其余不符"), None),
        (decided("不采纳", reason="不符"), None),
        (decided("待定"), None),
    ],
)
def test_a_decision_says_what_its_status_needs(one: Comment, key: str | None) -> None:
    said = {"id": "水运站-01", "status": str(one.decision.status), "key": key}
    assert told("P418", round_of(one, comment("林业站-01", NIGHT))) == ([said] if key else [])


def test_what_a_joint_wording_settles_needs_nothing_of_its_own() -> None:
    joint = comment("林业站-01", SIXTY, settles=("水运站-01",))
    assert told("P418", round_of(decided("采纳"), joint)) == []


@pytest.mark.parametrize(
    ("one", "told_of"),
    [
        (decided("不采纳"), True),
        (decided("不采纳", reason="不符"), False),
        (decided("不采纳", reply="不符"), False),
        (decided("不采纳", reason="。"), True),
        (decided("不采纳", reply=" —— "), True),
        (decided("部分采纳", SIXTY, reply="已改"), True),
        (decided("部分采纳", SIXTY, reason="其余不符"), False),
        (decided("解释说明"), True),
        (decided("转办"), True),
        (decided("留作参考"), False),
        (decided("采纳", SIXTY), False),
        (decided("撤回"), False),
    ],
)
def test_what_needs_a_reason_has_one_in_words(one: Comment, told_of: bool) -> None:
    said = {"id": "水运站-01", "status": str(one.decision.status)}
    assert told("P404", round_of(one)) == ([said] if told_of else [])


@pytest.mark.parametrize(
    ("one", "keys"),
    [
        (decided("采纳", SIXTY), []),
        (decided("采纳", SIXTY, into="林业站-01"), ["into"]),
        (decided("合并", into="林业站-01"), []),
        (decided("合并", into="林业站-01", already=ALREADY), []),
        (decided("不采纳", already=ALREADY), ["already"]),
        (decided("不采纳", SIXTY), []),
        (decided("不采纳", adopted=(SIXTY,)), ["edits"]),
        (decided("不采纳", adopted=()), []),
        (decided("已体现", already=ALREADY, adopted=(SIXTY,)), ["edits"]),
        (decided("不采纳", settles=("林业站-01",)), ["settles"]),
        (decided("采纳", SIXTY, settles=("林业站-01",)), []),
        (
            decided("撤回", into="林业站-01", already=ALREADY, adopted=(SIXTY,)),
            ["into", "already", "edits"],
        ),
    ],
)
def test_a_decision_says_nothing_that_its_status_has_no_use_for(
    one: Comment, keys: list[str]
) -> None:
    found = told("P420", round_of(one, comment("林业站-01", NIGHT)))
    assert [said["key"] for said in found] == keys


def test_a_pointer_names_another_comment_of_the_round() -> None:
    comments = (
        comment("水运站-01", SIXTY, settles=("没有-01", "安监站-01")),
        comment("水运站-02", status="合并", into="没有-02"),
        comment("安监站-01", SIXTY),
        comment("安监站-02", status="合并", into="安监站-01"),
        comment("安监站-03", status="合并", into="安监站-04"),
        comment("安监站-04", NIGHT, draft="送审稿"),
        comment("安监站-05", status="合并", into="安监站-06"),
        comment("安监站-06", NIGHT, draft="征求意见稿"),
    )
    assert told("P213", round_of(*comments)) == [
        {"id": "水运站-01", "name": "没有-01"},
        {"id": "水运站-02", "name": "没有-02"},
        {"id": "安监站-03", "name": "安监站-04"},
    ]


def test_no_comment_answers_itself_over_others() -> None:
    comments = (
        comment("水运站-01", status="合并", into="水运站-02"),
        comment("水运站-02", status="合并", into="水运站-03"),
        comment("水运站-03", status="合并", into="水运站-01"),
        comment("林业站-01", SIXTY, settles=("林业站-01",)),
        comment("安监站-01", status="合并", into="水运站-01"),
    )
    assert [said["id"] for said in told("P213", round_of(*comments))] == [
        "水运站-01",
        "水运站-02",
        "水运站-03",
        "林业站-01",
    ]


def test_two_that_settle_each_other_are_a_circle() -> None:
    comments = (
        comment("水运站-01", SIXTY, settles=("林业站-01",)),
        comment("林业站-01", SIXTY, settles=("水运站-01",)),
        comment("安监站-01", NIGHT),
    )
    assert [said["name"] for said in told("P213", round_of(*comments))] == [
        "林业站-01",
        "水运站-01",
    ]


def test_who_is_joined_to_points_in_two_rounds_points_nowhere() -> None:
    whole = Comment(
        id="林业站-01",
        unit="林业站",
        opinion="两点。",
        items=(Item(opinion="其一"), Item(opinion="其二")),
    )
    joined = comment("水运站-01", status="合并", into="林业站-01")
    assert told("P213", round_of(joined, whole)) == []


@pytest.mark.parametrize(
    ("status", "settled", "joined"),
    [
        ("采纳", False, False),
        ("部分采纳", False, False),
        ("不采纳", True, False),
        ("待定", True, False),
        ("撤回", True, True),
    ],
)
def test_what_is_taken_up_is_not_refused_or_withdrawn(
    status: str, settled: bool, joined: bool
) -> None:
    other = comment("林业站-01", NIGHT, status=status, reason="不符")
    said = {"id": "水运站-01", "name": "林业站-01", "status": status}
    joint = decided("采纳", SIXTY, settles=("林业站-01",))
    assert told("P228", round_of(joint, other)) == ([said] if settled else [])
    into = decided("合并", into="林业站-01")
    assert told("P228", round_of(into, other)) == ([said] if joined else [])
    refused = decided("不采纳", SIXTY, settles=("林业站-01",), reason="不符")
    assert told("P228", round_of(refused, other)) == []


def test_a_comment_is_settled_once() -> None:
    comments = (
        comment("水运站-01", SIXTY, settles=("林业站-01",)),
        comment("安监站-01", NIGHT, settles=("林业站-02", "林业站-01")),
        comment("安监站-02", NIGHT, status="不采纳", settles=("林业站-02",)),
        comment("林业站-01"),
        comment("林业站-02"),
    )
    assert told("P415", round_of(*comments)) == [
        {"id": "安监站-01", "name": "林业站-01", "others": "水运站-01"}
    ]


NOTHING, ALL = "nothing of what was asked is adopted", "all that was asked is adopted"


@pytest.mark.parametrize(
    ("adopted", "reason"),
    [
        ((SIXTY,), None),
        ((NIGHT,), None),
        ((SIXTY, NIGHT), ALL),
        ((Replace(replace="2座", wording="3座"),), NOTHING),
    ],
)
def test_a_part_is_neither_nothing_nor_all(adopted: Any, reason: str | None) -> None:
    one = decided("部分采纳", SIXTY, NIGHT, adopted=adopted)
    said = {"id": "水运站-01", "reason": reason}
    assert told("P419", round_of(one)) == ([said] if reason else [])
