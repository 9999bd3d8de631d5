"""What an opinion may ask for is proposed as edits that can be in the text; nothing else is."""

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Edit
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.intake.proposals import MOST, Proposal, proposals_of
from plancli.core.intake.reading import Spoken
from plancli.core.locate.anchors import Why
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.plan.model import Section

PLAN = Section.model_validate(
    {
        "key": "第三章",
        "title": "果园建设",
        "body": [
            {
                "id": "3.1",
                "heading": "整枝",
                "text": "每年修剪果树两次。登记在册的果树挂牌保护。",
                "page": "8",
            },
            {
                "id": "3.2",
                "heading": "采摘",
                "text": "每年修剪果树前完成采摘,果品分级装箱外运。",
                "page": "9",
            },
            {"id": "3.3", "text": "冷库容量达到121吨。果品全部分级装箱,统一外运。"},
        ],
    }
)
CORPUS = Corpus([PLAN])


def proposed(opinion: str, cites: str | None = None, corpus: Corpus = CORPUS) -> list[Proposal]:
    return proposals_of(Spoken(opinion, Cited(cites=cites)), OpinionReader(corpus, "镇果业站"))


def texts(edits: tuple[Edit, ...]) -> list[str]:
    """The texts of the plan that differ with some edits in it."""
    placed = place(CORPUS, "x", Patch(at=Cited(), edits=edits))
    after = Corpus(compose(CORPUS.outline, [placed]).sections).outline
    both = [(CORPUS.outline.words(key, "text"), after.words(key, "text")) for key in after.spots]
    return [new for old, new in both if old != new]


def test_words_in_several_places_are_proposed_at_each_of_them_then_everywhere() -> None:
    one, other, everywhere = proposed("将“修剪果树”改为“修枝”。")
    assert texts(one.edits) == ["每年修枝两次。登记在册的果树挂牌保护。"]
    assert texts(other.edits) == ["每年修枝前完成采摘,果品分级装箱外运。"]
    assert one.asked[0].why is Doubt.SEVERAL
    (edit,) = everywhere.edits
    assert edit.model_dump(by_alias=True, exclude_defaults=True) == {
        "replace": "修剪果树",
        "with": "修枝",
        "everywhere": True,
    }


def test_the_place_that_is_cited_narrows_them() -> None:
    found = proposed("将“果树”改为“果木”。", "第8页")
    plain = found[:-1]  # the last one is everywhere
    assert [texts(proposal.edits) for proposal in plain] == [
        ["每年修剪果木两次。登记在册的果树挂牌保护。"],
        ["每年修剪果树两次。登记在册的果木挂牌保护。"],
    ]


def test_words_quoted_a_little_wrongly_are_changed_as_the_draft_has_them() -> None:
    whole, changed = proposed("将“果品要分级装箱外运”改为“果品要分级装箱、冷链外运”。")
    assert texts(whole.edits) == ["每年修剪果树前完成采摘,果品要分级装箱、冷链外运。"]
    # only what the unit changed: that the draft has no 要 was its mistake, and no wish
    assert texts(changed.edits) == ["每年修剪果树前完成采摘,果品分级装箱、冷链外运。"]
    (asked,) = whole.asked
    assert (asked.why, asked.quote, asked.real) == (
        Doubt.LOOSELY,
        "果品要分级装箱外运",
        "果品分级装箱外运",
    )


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("登记造册的果树挂牌保护", True),  # three quarters and more stand there
        ("登记造册的果木挂旗加以保护", False),
        ("21吨", True),  # the draft has 121吨
    ],
)
def test_other_words_are_no_mistake_in_copying(quote: str, found: bool) -> None:
    assert bool(proposed(f"将“{quote}”改为“不再登记”。")) is found


def test_words_that_stand_elsewhere_than_cited_are_proposed_there() -> None:
    (proposal,) = proposed("将3.3中的“两次”改为“三次”。")
    assert texts(proposal.edits) == ["每年修剪果树三次。登记在册的果树挂牌保护。"]
    assert proposal.asked[0].why is Doubt.ELSEWHERE


def test_both_of_two_readings_are_proposed() -> None:
    found = proposed("第8页“整枝”内容修改为“每年修剪果树三次。登记在册的果树一律挂牌保护。”")
    assert {proposal.asked[0].why for proposal in found} == {Doubt.READINGS}
    assert len(found) == 2


def test_what_a_proposal_leaves_out_is_told() -> None:
    (proposal,) = proposed("将“两次”改为“三次”,并且那里的事也一样。另建议进一步加强管理。")
    assert texts(proposal.edits) == ["每年修剪果树三次。登记在册的果树挂牌保护。"]
    assert proposal.left == ("那里的事也一样", "进一步加强管理")


def test_old_and_new_words_of_a_row_are_proposed_in_the_same_ways() -> None:
    at = Cited(original="果树")
    rows = proposals_of(Spoken("", at, "果树", "果木"), OpinionReader(CORPUS, ""))
    assert len(rows) == 4  # three places, and everywhere
    assert rows[0].asked[0].why in (Doubt.SEVERAL, Why.AMBIGUOUS)
    (doubted,) = proposals_of(Spoken("请斟酌。", at, "两次", "三次"), OpinionReader(CORPUS, ""))
    assert doubted.asked[0].why is Doubt.BESIDE


def test_what_leaves_no_mark_alone_comes_ahead_of_what_a_row_says_to_the_letter() -> None:
    row = Spoken("", Cited(), "统一外运", "删除")
    whole, letter = proposals_of(row, OpinionReader(CORPUS, "镇果业站"))
    assert texts(whole.edits) == ["冷库容量达到121吨。果品全部分级装箱。"]
    assert texts(letter.edits) == ["冷库容量达到121吨。果品全部分级装箱,。"]


def test_there_are_no_more_than_somebody_reads() -> None:
    many = {
        "key": "第一章",
        "title": "题",
        "body": [{"id": f"1.{n}", "text": f"果树{n}株。"} for n in range(30)],
    }
    found = proposed(
        "将“果树”改为“果木”,将“株”改为“棵”。", corpus=Corpus([Section.model_validate(many)])
    )
    assert len(found) == MOST


@pytest.mark.parametrize("opinion", ["建议进一步加强管理。", "将“两次”改为“两次”。", "同意。"])
def test_nothing_is_proposed_where_nothing_would_change(opinion: str) -> None:
    assert proposed(opinion) == []


def test_new_words_without_a_place_may_stand_at_the_end_of_what_is_cited() -> None:
    said = Spoken("那里的情况特殊:增加“设立果树档案”", Cited(section="3.2"))
    found = proposals_of(said, OpinionReader(CORPUS, "镇果业站"))
    assert any(texts(one.edits)[0].endswith("外运。设立果树档案。") for one in found)


def test_a_paragraph_that_is_sent_anew_is_proposed_for_the_one_that_is_cited() -> None:
    said = Spoken("请看:整枝。每年修剪果树三次。登记在册的果树挂牌保护。", Cited(page="8"))
    (proposal,) = proposals_of(said, OpinionReader(CORPUS, "镇果业站"))
    assert texts(proposal.edits) == ["每年修剪果树三次。登记在册的果树挂牌保护。"]


def test_words_are_proposed_everywhere_though_a_place_says_the_new_ones_already() -> None:
    text = "加固粮仓九座。巡查粮仓。新建恒温粮仓两座。"
    body = [{"id": "1", "text": text}]
    corpus = Corpus([Section.model_validate({"key": "第一章", "title": "储粮", "body": body})])
    said = Spoken("", Cited(), original="粮仓", wording="恒温粮仓")
    found = proposals_of(said, OpinionReader(corpus, "镇粮站"))
    assert any(getattr(edit, "everywhere", False) for one in found for edit in one.edits)
