"""What a reply quotes is proved: new words stand in the plan, gone ones are gone, others stand somewhere."""

import pytest

from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import ChangeUnits, Delete, Replace
from tests.core.ferry import applied, comment, round_of, told

SIXTY = Replace(replace="60件", wording="80件")
NIGHT = Delete(delete="夜间停航。")


def quotes(code: str, one: Comment, *, merged: bool = True) -> list[str]:
    round_ = applied(one) if merged else round_of(one)
    return [said["quote"] for said in told(code, round_)]


@pytest.mark.parametrize(
    ("reply", "unproved"),
    [
        ("已改为“添置救生衣80件”。", []),
        ("已改为“添置救生衣80件。”", []),
        ("已改为“添置救生衣80件，”", []),
        ("已改为“添置救生衣90件”。", ["添置救生衣90件"]),
        ("已改为“添置救生衣80件”,并增加“每日巡查”。", []),
        ("已增加“每时巡查”。", ["每时巡查"]),
        ("未增加“每时巡查”。", []),
        ("增加了“件”。", []),
        ("关于“救生衣90件”的意见已研究。", []),
    ],
)
def test_words_that_are_called_new_stand_in_the_plan(reply: str, unproved: list[str]) -> None:
    assert quotes("P423", comment("水运站-01", SIXTY, reply=reply)) == unproved


def test_what_waits_for_the_merge_is_not_told_twice() -> None:
    one = comment("水运站-01", SIXTY, reply="已改为“救生衣80件”。")
    assert quotes("P423", one, merged=False) == []


@pytest.mark.parametrize(
    ("status", "told_of"), [("采纳", True), ("部分采纳", True), ("不采纳", False), ("待定", False)]
)
def test_only_what_is_adopted_claims_new_words(status: str, told_of: bool) -> None:
    one = comment("水运站-01", SIXTY, status=status, reply="改为“救生衣90件”。", reason="其余不符")
    assert quotes("P423", one) == (["救生衣90件"] if told_of else [])


@pytest.mark.parametrize(
    ("reply", "misquoted"),
    [
        ("原文“救生衣60件”已调整。", []),  # the draft said so
        ("关于“救生衣80件”,同意。", []),  # the plan says so
        ("关于“救生衣70件”,同意。", ["救生衣70件"]),
        ("关于“渡口规划”,同意。", []),  # the title
        ("关于“码头”一段,同意。", []),
        ("关于“件”,同意。", []),
    ],
)
def test_what_is_quoted_otherwise_stands_in_plan_or_draft(reply: str, misquoted: list[str]) -> None:
    assert quotes("P426", comment("水运站-01", SIXTY, reply=reply)) == misquoted


def test_who_does_not_simply_adopt_may_quote_the_unit() -> None:
    opinion = "建议建设跨江索道。"
    for status, key, misquoted in (
        ("不采纳", "reply", []),
        ("不采纳", "reason", []),
        ("部分采纳", "reply", []),
        ("采纳", "reply", ["建设跨江索道"]),
        ("采纳", "reason", []),
    ):
        words = {"opinion": opinion, key: "关于“建设跨江索道”的意见。"}
        assert quotes("P426", comment("水运站-01", SIXTY, status=status, **words)) == misquoted


@pytest.mark.parametrize(
    ("reply", "kept"),
    [
        ("删去“夜间停航”。", []),
        ("删去“每日巡查”。", ["每日巡查"]),
        ("删去“每日巡查……停航”。", ["每日巡查……停航"]),
        ("删去“夜间……巡查”。", []),
        ("未删去“每日巡查”。", []),
    ],
)
def test_what_is_called_deleted_is_gone_where_the_comment_was_merged(
    reply: str, kept: list[str]
) -> None:
    one = comment("水运站-01", NIGHT, reply=reply)
    assert [(said["quote"], said["paragraph"]) for said in told("P428", applied(one))] == [
        (quote, "1.2") for quote in kept
    ]
    assert told("P428", round_of(one)) == []


def test_what_is_called_deleted_stands_nowhere_else_either() -> None:
    for reply in ("删去“12万元”。", "已删去12万元相关内容。"):
        (said,) = told("P428", applied(comment("水运站-01", NIGHT, reply=reply)))
        assert said["paragraph"] == "2.1"


def test_of_words_that_stood_twice_one_may_go() -> None:
    one = comment("水运站-01", Delete(delete="东岸码头"), reply="删去“码头”。")
    assert quotes("P428", one) == []
    twice = comment(
        "水运站-01",
        Replace(replace="修缮东岸码头2座", wording="码头2座、码头3座"),
        reply="删去“码头”。",
    )
    assert quotes("P428", twice) == ["码头"]


@pytest.mark.parametrize(
    ("reply", "unproved"),
    [
        ("责任单位改为“水运站、安监站、林业站”。", []),
        ("责任单位改为“水运站,安监站,林业站”。", []),
        ("责任单位增加“林业站”。", []),
        ("责任单位改为“林业站、水运站”。", ["林业站、水运站"]),
    ],
)
def test_a_list_of_units_is_that_of_the_comments_own_paragraph(
    reply: str, unproved: list[str]
) -> None:
    one = comment("水运站-01", ChangeUnits(units="1.1", add=("林业站",)), reply=reply)
    assert quotes("P423", one) == unproved
