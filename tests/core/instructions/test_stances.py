"""What the words of a reply say became of its comment; a status is never read out of them."""

import pytest

from plancli.core.instructions.stances import Stance, stances


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("未采纳。", Stance.REFUSED),
        ("经研究,暂不予采纳。", Stance.REFUSED),
        ("该意见难以吸收。", Stance.REFUSED),
        ("维持原文。", Stance.UNCHANGED),
        ("仍按原稿执行。", Stance.UNCHANGED),
        ("不同意。", Stance.REFUSED),
        ("原表述保持不变。", Stance.UNCHANGED),
        ("不作修改。", Stance.UNCHANGED),
        ("未按意见修改。", Stance.UNCHANGED),
        ("部分采纳。", Stance.PARTLY),
        ("全部采纳。", Stance.WHOLLY),
        ("意见已撤回。", Stance.WITHDRAWN),
        ("予以采纳。", Stance.TAKEN),
        ("采纳,谢谢。", Stance.TAKEN),
        ("已修改。", Stance.EDITED),
        ("已按贵单位意见修改。", Stance.EDITED),
        ("根据意见作相应调整。", Stance.EDITED),
        ("第二章中已补充相关内容。", Stance.EDITED),
        ("P12已修改完善。", Stance.EDITED),
        ("已删除“夜间停航”。", Stance.EDITED),
        ("已将渡船调整为5艘。", Stance.EDITED),
    ],
)
def test_what_is_said_of_the_comment(words: str, stance: Stance) -> None:
    assert [said.stance for said in stances(words)] == [stance]


@pytest.mark.parametrize(
    "words",
    [
        "第三章有规定。",
        "建议采纳的部分已写入。",
        "关于已采纳的说法。",
        "其余内容不作修改。",
        "此前已修改。",
        "不断完善。",
        "不同意见较多。",
        "我镇已增加财政投入。",
        "采纳情况见附表。",
        "“未采纳”一词有误。",
        "《不予采纳意见汇总》另行印发。",
        "夜间渡运另行调整航线。",
    ],
)
def test_other_words_are_no_verdict(words: str) -> None:
    assert stances(words) == []


def test_each_clause_speaks_for_itself_from_where_it_begins() -> None:
    text = "感谢支持。部分采纳,其余不采纳。"
    assert [text[said.start : said.end] for said in stances(text)] == ["部分采纳", "不采纳"]


@pytest.mark.parametrize(
    "words",
    ["已采纳镇林业站意见。", "已采纳了县水利局提出的建议。", "采纳县渡口管理处的意见,统一表述。"],
)
def test_the_opinion_of_another_unit_that_was_adopted_is_no_verdict(words: str) -> None:
    assert stances(words) == []


@pytest.mark.parametrize(
    "words", ["已采纳贵局意见。", "已采纳该处建议。", "已采纳你单位提出的意见。"]
)
def test_the_opinion_that_is_answered_is_one(words: str) -> None:
    assert [said.stance for said in stances(words)] == [Stance.TAKEN]
