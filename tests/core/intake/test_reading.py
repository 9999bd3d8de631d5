"""Old words beside new ones: taken only where nothing is doubted."""

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty, Doubt
from plancli.core.intake.reading import (
    Spoken,
    Understanding,
    confirmed,
    read,
    sentences_apart,
    stand_alone,
)
from plancli.core.locate.anchors import Why
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section


def reader() -> OpinionReader:
    body = (
        Paragraph(id="1", heading="道路", text="修路三公里。两侧植树,共计九百株。"),
        Paragraph(id="2", heading="桥梁", text="架桥两座。两侧植树。"),
    )
    return OpinionReader(Corpus([Section(key="第一章", title="建设", body=body)]))


def understood(old: str, new: str, cites: str | None = None) -> Understanding:
    return read(Spoken("", Cited(cites=cites, original=old), old, new), reader())


def test_words_with_one_place_become_an_edit() -> None:
    found = understood("三公里", "四公里")
    assert found.verdict is Certainty.TAKEN
    assert [edit.model_dump(exclude_defaults=True, by_alias=True) for edit in found.edits] == [
        {"replace": "三公里", "with": "四公里"}
    ]


@pytest.mark.parametrize("new", ["删除", "（删去）", "建议删除该句。"])
def test_a_word_for_deleting_deletes(new: str) -> None:
    (edit,) = understood("架桥两座。", new).edits
    assert edit.model_dump(exclude_none=True) == {"delete": "架桥两座。"}


def test_quotation_marks_round_a_cell_are_none_of_its_words() -> None:
    (edit,) = understood("“三公里”", "“四公里”").edits
    assert edit.model_dump(exclude_defaults=True)["wording"] == "四公里"


@pytest.mark.parametrize(
    ("old", "new", "verdict", "why"),
    [
        ("五公里", "四公里", Certainty.REFUSED, Why.NOT_FOUND),
        ("两侧植树", "两侧栽花", Certainty.REFUSED, Why.AMBIGUOUS),
        ("三公里", "建议改为四公里", Certainty.REFUSED, Doubt.INSTRUCTION),
        ("三公里", "增加“硬化”", Certainty.REFUSED, Doubt.INSTRUCTION),
        ("修路……植树", "修路……栽花", Certainty.PROPOSED, Doubt.LEFT_OUT),
        ("修路三公里。", "修路四公里", Certainty.PROPOSED, Doubt.ENDING),
        ("三公里", "三公里", Certainty.NONE, Doubt.UNCHANGED),
    ],
)
def test_a_doubt_keeps_an_edit_from_being_taken(
    old: str, new: str, verdict: Certainty, why: Doubt | Why
) -> None:
    found = understood(old, new)
    assert (found.verdict, found.why) == (verdict, why)


def test_words_that_stand_elsewhere_than_cited_are_to_be_confirmed() -> None:
    found = read(Spoken("", Cited(section="2", original="三公里"), "三公里", "四公里"), reader())
    assert (found.verdict, found.why) == (Certainty.PROPOSED, Doubt.ELSEWHERE)


def test_an_opinion_in_sentences_waits_and_an_agreement_asks_for_nothing() -> None:
    assert read(Spoken("建议加快。", Cited()), reader()).why is Doubt.NOT_READ
    assert read(Spoken("无意见", Cited()), reader()).verdict is Certainty.NONE
    assert read(Spoken("", Cited(), "", "四公里"), reader()).why is Doubt.NO_OLD


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("三公里", "请核实", Doubt.SPEAKS),
        ("三公里", "四公里或五公里", Doubt.CHOICE),
        ("三公里", "××公里", Doubt.BLANK),
        ("三公里", "四公里。两侧植树", Doubt.REPEATS),
        ("架桥两座", "建议删除该句", Doubt.LARGER),
        ("架桥两座。", "删除本段", Doubt.LARGER),
        ("共计九百株", "删除", Doubt.ILL_FORMED),
        ("修路三公里", "修路“三公里", Doubt.ILL_FORMED),
        ("道路", "道路。修路十公里", Doubt.UNPLACED),
    ],
)
def test_what_may_be_no_text_or_does_not_fit_waits_for_a_person(
    old: str, new: str, why: Doubt
) -> None:
    found = understood(old, new)
    assert (found.verdict, found.why) == (Certainty.PROPOSED, why)


def test_a_whole_paragraph_goes_where_a_cell_says_so() -> None:
    assert understood("架桥两座。两侧植树。", "删除本段").verdict is Certainty.TAKEN


@pytest.mark.parametrize("opinion", ["不同意修改。", "如资金落实。", "将“两座”改为“三座”。"])
def test_what_is_said_beside_a_pair_may_limit_it(opinion: str) -> None:
    found = read(Spoken(opinion, Cited(original="三公里"), "三公里", "四公里"), reader())
    assert (found.verdict, found.why) == (Certainty.PROPOSED, Doubt.BESIDE)


@pytest.mark.parametrize("opinion", ["", "建议修改。", "建议作如下修改:", "文字修改", "四公里"])
def test_an_opinion_that_only_announces_a_pair_does_not(opinion: str) -> None:
    found = read(Spoken(opinion, Cited(original="三公里"), "三公里", "四公里"), reader())
    assert found.verdict is Certainty.TAKEN


ASKED_IN_FIELDS = """
共计九百株|删除该句|larger
三公里|同意|no-words
三公里|通过|no-words
修路……植树|修路五公里|left-out
三公里|四公里(新增)|speaks
"""


@pytest.mark.parametrize("row", ASKED_IN_FIELDS.split())
def test_fields_in_an_opinion_are_read_as_strictly_as_cells(row: str) -> None:
    """What a cell of new words would ask, 原文: and 修改后: in one opinion ask, too."""
    old, new, doubt = row.split("|")
    found = read(Spoken(f"原文:{old}\n修改后:{new}", Cited()), reader())
    assert found.verdict is not Certainty.TAKEN
    assert found.why == Doubt(doubt)
    assert understood(old, new).verdict is not Certainty.TAKEN


def test_a_sentence_goes_where_a_field_names_it() -> None:
    found = read(Spoken("原文:修路三公里。\n修改后:删除该句", Cited()), reader())
    assert found.verdict is Certainty.TAKEN


def alone(opinion: str, *points: str) -> bool:
    return stand_alone(Spoken(opinion, Cited()), points, reader())


def test_a_point_may_limit_those_before_it() -> None:
    first, second = "删除“共计九百株”。", "第1条如不采纳,则保留。"
    assert not alone(f"1.{first}2.{second}", first, second)
    assert alone(f"1.{first}2.请核实。", first, "请核实。")


def test_what_stands_ahead_of_points_may_keep_them_from_being_meant() -> None:
    points = "删除“共计九百株”。", "将“三公里”改为“四公里”。"
    said = f"1.{points[0]}2.{points[1]}"
    assert alone(said, *points)
    assert alone(f"经研究,提出以下意见:{said}", *points)
    assert not alone(f"以下意见作废:{said}", *points)


def test_what_is_confirmed_is_not_taken() -> None:
    found = confirmed(understood("三公里", "四公里"))
    assert (found.verdict, found.why) == (Certainty.PROPOSED, Doubt.DEPENDS)
    assert confirmed(understood("五公里", "四公里")).verdict is Certainty.REFUSED


def test_sentences_that_limit_each_other_stay_together() -> None:
    apart = "将“三公里”改为“四公里”。请核实。"
    assert len(sentences_apart(Spoken(apart, Cited()), reader())) == 2
    limited = "将“三公里”改为“四公里”。方案二:改为“五公里”。删除“共计九百株”。"
    assert sentences_apart(Spoken(limited, Cited()), reader()) == ()
