"""What a paper says of its opinions, and they of each other, leaves all that it may be about to a person."""

from collections.abc import Sequence

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty, Doubt
from plancli.core.intake.opinions import RowNote, RowRemark
from plancli.core.intake.reading import Spoken, Understanding, read
from plancli.core.intake.together import ReadPoint, held_together, said_of_all
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section

TEXT = "设置鸟巢四十个。投放鱼苗三批。"
CORPUS = Corpus(
    (Section(key="第一章", title="湿地", body=(Paragraph(id="1", text=TEXT),)),),
)
NESTS, FRY = "将“四十个”改为“五十个”。", "将“三批”改为“四批”。"


def together(*opinions: str, limited: bool = False) -> list[Understanding]:
    reader = OpinionReader(CORPUS, "镇林业站")
    points: list[Sequence[ReadPoint]] = []
    for words in opinions:
        points.append([ReadPoint(words, Cited(), read(Spoken(words, Cited()), reader))])
    return [reading for (reading,) in held_together(points, limited, CORPUS)]


@pytest.mark.parametrize(
    "other",
    [
        "第一条意见收回。",
        "上一条我站不再坚持。",
        "若第一条不采纳,则删除第一段。",
        "增加观鸟塔。\n以上意见不作修改建议。",
        "对此我站不同意。",
    ],
)
def test_an_opinion_about_another_one_leaves_both_to_a_person(other: str) -> None:
    first, second = together(NESTS, other)
    assert (first.verdict, first.why) == (Certainty.PROPOSED, Doubt.DEPENDS)
    assert second.verdict in (Certainty.PROPOSED, Certainty.REFUSED)


@pytest.mark.parametrize(
    "other",
    [
        "建议明确管护责任。",
        "建议更正目录中的错字。",
        "第二节缺少监测内容,请补充。",
        "无其他意见。",
        "以上意见供贵局修改时参考。",
    ],
)
def test_an_opinion_about_the_plan_leaves_the_others_alone(other: str) -> None:
    assert together(NESTS, other)[0].verdict is Certainty.TAKEN


def test_two_changes_that_cannot_both_stand_are_asked_and_a_third_is_not() -> None:
    found = together(NESTS, FRY, "将“四十个”改为“六十个”。")
    assert [one.why for one in found] == [Doubt.COLLIDES, None, Doubt.COLLIDES]


def test_what_a_paper_says_of_all_leaves_each_to_a_person() -> None:
    assert [one.why for one in together(NESTS, FRY, limited=True)] == [Doubt.DEPENDS] * 2


@pytest.mark.parametrize(
    ("remark", "words", "limits"),
    [
        (RowRemark.OPENING, "以下意见经研究予以撤回:", True),
        (RowRemark.OPENING, "镇渔业站意见如下,我站不同意:", True),
        (RowRemark.OPENING, "镇林业站意见如下:", False),
        (RowRemark.OPENING, "按照来函要求,我站高度重视,认真研究,现将意见反馈如下:", False),
        (RowRemark.OPENING, "我站无不同意见,仅提出以下文字建议:", False),
        (RowRemark.LETTERHEAD, "关于收回部分意见的函", True),
        (RowRemark.LETTERHEAD, "关于反馈意见的函", False),
        (RowRemark.NOT_READ, "注:以上第二条收回", True),
        (RowRemark.NOT_READ, "填表说明:请逐条填写", False),
        (RowRemark.COURTESY, "以上意见供参考。", False),
    ],
)
def test_a_line_round_the_opinions_may_be_about_all(
    remark: RowRemark, words: str, limits: bool
) -> None:
    assert said_of_all([RowNote(1, remark, words)], ["镇林业站"]) == [words][: int(limits)]
