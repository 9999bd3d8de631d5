"""Every text that is published, with the place where it is written."""

from plancli.core.comments.comment import Comment, Decision, Item
from plancli.core.comments.status import Status
from plancli.core.finding import Subject
from plancli.core.plan.manifest import DraftingNote, Unit
from plancli.core.plan.outline import Outline
from plancli.core.rounds.written import Written, of_comments, of_decisions, of_manifest, of_plan
from tests.core.ferry import SECTIONS, comment, manifest

PLAN, COMMENT = Subject("plan", "plan"), Subject("comment", "水运站-01")


def test_of_a_comment_line_by_line() -> None:
    one = comment(
        "水运站-01",
        opinion="第一行。\n  第二行。\n",
        topic="航行",
        status="不采纳",
        reply="已研究。\n见附件。",
        reason="不符。",
    )
    assert list(of_comments([one])) == [
        Written(COMMENT, ("opinion",), "第一行。", 0),
        Written(COMMENT, ("opinion",), "第二行。", 4),
        Written(COMMENT, ("topic",), "航行"),
        Written(COMMENT, ("decision", "reply"), "已研究。", 0),
        Written(COMMENT, ("decision", "reply"), "见附件。", 4),
        Written(COMMENT, ("decision", "reason"), "不符。"),
    ]
    assert list(of_decisions([one])) == [
        Written(COMMENT, ("decision", "reply"), "已研究。见附件。"),
        Written(COMMENT, ("decision", "reason"), "不符。"),
    ]


def test_each_of_several_topics_is_a_text_of_its_own() -> None:
    one = comment("水运站-01", topic=["航行", "渡口"])
    assert list(of_comments([one]))[1:] == [
        Written(COMMENT, ("topic", 0), "航行"),
        Written(COMMENT, ("topic", 1), "渡口"),
    ]


def test_what_a_comment_does_not_say_is_no_text() -> None:
    one = comment("水运站-01")
    assert list(of_comments([one])) == [Written(COMMENT, ("opinion",), "请改。")]
    assert list(of_decisions([one])) == []


def test_the_topic_is_written_once_for_all_points() -> None:
    decision = Decision(status=Status.NOTED, reply="已阅。")
    whole = Comment(
        id="水运站-01",
        unit="水运站",
        opinion="一点。",
        topic="航行",
        items=(Item(opinion="其一。", decision=decision),),
    )
    texts = [
        (text.subject.key, text.path[-1], text.text) for text in of_comments([whole, *whole.parts])
    ]
    assert texts == [
        ("水运站-01", "opinion", "一点。"),
        ("水运站-01", "topic", "航行"),
        ("水运站-01.1", "opinion", "其一。"),
        ("水运站-01.1", "reply", "已阅。"),
    ]


def test_of_the_manifest() -> None:
    found = manifest(
        Unit(name="水运站", channel="公函"),
        Unit(name="林业站"),
        notes=(DraftingNote(paragraph="1.1", reason="核对后更正"),),
    )
    assert list(of_manifest(found)) == [
        Written(PLAN, ("title",), "渡口规划"),
        Written(PLAN, ("issuer",), "镇政府"),
        Written(PLAN, ("units", 0, "name"), "水运站"),
        Written(PLAN, ("units", 0, "channel"), "公函"),
        Written(PLAN, ("units", 1, "name"), "林业站"),
        Written(PLAN, ("notes", 0, "reason"), "核对后更正"),
    ]


def test_of_the_plan_titles_first() -> None:
    one, other = Subject("section", "第一章"), Subject("section", "第二章")
    assert list(of_plan(Outline(SECTIONS))) == [
        Written(one, ("title",), "渡口"),
        Written(one, ("body", 2, "title"), "船只"),
        Written(other, ("title",), "保障"),
        Written(one, ("body", 0, "heading"), "码头"),
        Written(one, ("body", 0, "text"), "修缮东岸码头2座。添置救生衣60件。"),
        Written(one, ("body", 0, "units", 0), "水运站"),
        Written(one, ("body", 0, "units", 1), "安监站"),
        Written(one, ("body", 1, "text"), "汛期每日巡查。夜间停航。"),
        Written(one, ("body", 1, "units", 0), "安监站"),
        Written(one, ("body", 2, "items", 0, "text"), "木船3艘。"),
        Written(other, ("body", 0, "text"), "安排经费12万元。"),
    ]
