"""Locating: found on evidence, or refused with candidates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.locate.anchors import Anchor, Aspect, Candidate, Hint, How, Refusal, Target, Why
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.quoting import carried
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.span import PrintedLine, Span
from plancli.core.text.matchkey import fold


def corpus(*texts: str, **more: str) -> Corpus:
    """Build a draft: paragraph n on page n, sections of two paragraphs."""
    paragraphs = [
        Paragraph(id=str(n), text=text, page=Span(n, n)) for n, text in enumerate(texts, 1)
    ]
    sections = [
        Section(key=f"第{at}章", title=f"章{at}", body=tuple(paragraphs[at : at + 2]))
        for at in range(0, len(paragraphs), 2)
    ]
    headed = [
        Paragraph(id=name, heading=name, text=text, units=("甲局", "乙局"))
        for name, text in more.items()
    ]
    return Corpus([*sections, Section(key="专章", title="专章", body=tuple(headed))])


DRAFT = corpus(
    "推进公交建设,完善“需求响应式”公交。",
    "推进平安建设,完善机制。",
    "推进公交建设,方便群众。",
    "探索线上申报、线上购药等功能。不予推广电子凭证。",
    完善基础设施="升级数据中心,统筹全市资源配置。",
)


def found(quote: str, hint: Hint | None = None) -> Anchor:
    anchor = DRAFT.locate(quote, hint or Hint())
    assert isinstance(anchor, Anchor), anchor
    return anchor


def refused(quote: str, hint: Hint | None = None) -> Refusal:
    refusal = DRAFT.locate(quote, hint or Hint())
    assert isinstance(refusal, Refusal), refusal
    return refusal


def test_word_for_word() -> None:
    anchor = found("线上购药")
    assert (anchor.pieces[0][:2], anchor.how) == (("4", "text"), How.EXACT)
    assert DRAFT.words(anchor) == "线上购药"


@pytest.mark.parametrize(
    "quote", ['完善"需求响应式"公交', "完善 “需求响应式” 公交。", "，完善“需求响应式”公交"]
)
def test_but_for_width_quotes_and_blanks(quote: str) -> None:
    anchor = found(quote)
    assert (anchor.paragraph, anchor.how) == ("1", How.NORMALISED)
    assert fold(DRAFT.words(anchor)) == fold(quote)


def test_fragments_of_an_ellipsis_in_order() -> None:
    anchor = found("探索线上申报……等功能")
    assert (anchor.how, DRAFT.words(anchor)) == (How.FRAGMENTS, "探索线上申报、线上购药等功能")
    assert refused("等功能……线上申报").why is Why.NOT_FOUND


def test_fragments_stay_in_one_paragraph() -> None:
    refused("平安建设……方便群众")


def test_a_quotation_of_heading_text_and_units() -> None:
    anchor = found("完善基础设施。升级数据中心,……配置。（责任单位：甲局、乙局）")
    assert [piece.field for piece in anchor.pieces] == ["heading", "text", "units"]


def test_twins_are_ambiguous_until_something_chooses() -> None:
    refusal = refused("推进公交建设")
    assert refusal.why is Why.AMBIGUOUS
    assert [c.paragraph for c in refusal.candidates] == ["1", "3"]
    assert found("推进公交建设", Hint(targets=(Target(page=Span(3, 3)),))).paragraph == "3"
    assert found("推进公交建设", Hint(targets=(Target(("第0章",)),))).paragraph == "1"
    assert found("推进公交建设", Hint(within="3")).paragraph == "3"


def test_a_page_that_fits_nowhere_does_not_choose() -> None:
    assert refused("推进公交建设", Hint(targets=(Target(page=Span(9, 9)),))).why is Why.AMBIGUOUS


def test_the_words_win_over_a_wrong_page_and_that_is_said() -> None:
    anchor = found("线上购药", Hint(targets=(Target(page=Span(2, 2)),)))
    assert anchor.paragraph == "4"
    assert anchor.miscited == (Aspect.PAGE,)
    assert anchor.position.page == Span(4, 4)


def test_the_passage_quoted_whole_chooses() -> None:
    whole = found("推进公交建设,方便群众")
    assert found("推进公交建设", Hint(original=whole)).paragraph == "3"


def test_near_is_never_taken() -> None:
    refusal = refused("探索线上申报、线上买药等功能")
    assert refusal.why is Why.NOT_FOUND
    assert refusal.candidates[0].paragraph == "4"
    refused("推广电子证")
    assert refused("完全无关的一句话").candidates == ()


def test_punctuation_alone_has_no_place() -> None:
    refused("……")
    refused("   ")


@given(
    st.text(
        "推进公交建设,完善“”需求响应式。 探索线上申报、购药等功能不予广电子凭证…",
        min_size=1,
        max_size=12,
    )
)
def test_what_is_found_says_what_was_quoted(quote: str) -> None:
    anchor = DRAFT.locate(quote)
    if isinstance(anchor, Anchor) and anchor.how in (How.EXACT, How.NORMALISED, How.ACROSS):
        assert fold(DRAFT.words(anchor)) == fold(quote)


def test_hostile_repetition_ends() -> None:
    hostile = corpus("的" * 20000)
    assert isinstance(hostile.locate("的" * 500 + "地"), Refusal)
    assert isinstance(hostile.locate("的……的……地"), Refusal)


# --- over the break between paragraphs, and over what an ellipsis leaves out --------------------------------

SPREAD = Corpus(
    [
        Section(
            key="第一章",
            title="目标",
            body=(
                Paragraph(id="1", text="推进公交建设,不断完善机制。方便群众。", page=Span(1, 1)),
                Paragraph(
                    id="2", text="对老旧车辆不予补贴,加强管理。购置无人机。", page=Span(2, 2)
                ),
                Paragraph(
                    id="2a", text="提高效率,防止重复建设和资源浪费,完善平台。", page=Span(2, 2)
                ),
            ),
        ),
        Section(key="第二章", title="保障", body=(Paragraph(id="3", text="加强组织领导。"),)),
    ]
)


def test_a_quotation_across_a_paragraph_break() -> None:
    anchor = SPREAD.locate("方便群众。对老旧车辆")
    assert isinstance(anchor, Anchor)
    assert (anchor.how, [piece.paragraph for piece in anchor.pieces]) == (How.ACROSS, ["1", "2"])
    assert anchor.position == (Span(1, 2), None)
    assert isinstance(
        SPREAD.locate("购置无人机。加强组织领导"), Refusal
    )  # another section begins there


def test_fragments_over_several_paragraphs_of_one_section() -> None:
    anchor = SPREAD.locate("推进公交建设……方便群众。……加强管理")
    assert isinstance(anchor, Refusal)
    assert anchor.why is Why.NEGATED
    anchor = SPREAD.locate("推进公交建设……对老旧车辆")
    assert isinstance(anchor, Anchor)
    assert (anchor.how, [piece.paragraph for piece in anchor.pieces]) == (How.SPREAD, ["1", "2"])
    assert isinstance(SPREAD.locate("推进公交建设……组织领导"), Refusal)


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("对老旧车辆……补贴", Why.NEGATED),
        ("老旧车辆……加强管理", Why.NEGATED),
        ("推进公交……方便群众", None),  # 不断 is no negation
        ("加强管理……机", None),  # nor is 无人机
        ("提高效率……完善平台", None),  # 防止 turns its own clause only
        ("提高效率……资源浪费", Why.NEGATED),
    ],
)
def test_a_negation_hides_in_the_gap(quote: str, why: Why | None) -> None:
    found = SPREAD.locate(quote)
    assert (found.why if isinstance(found, Refusal) else None) is why


def test_three_fragments_of_which_a_later_beginning_lacks_one() -> None:
    draft = corpus("甲项建设,乙项完善,甲项管理,丙项提升。")
    anchor = draft.locate("甲项……乙项……丙项")
    assert isinstance(anchor, Anchor)
    assert draft.words(anchor) == "甲项建设,乙项完善,甲项管理,丙项"


def test_an_ellipsis_has_a_bound() -> None:
    long = corpus("开头一句。" + "中间的话。" * 300 + "结尾一句。")
    assert isinstance(long.locate("开头一句……结尾一句"), Refusal)
    near = corpus("开头一句。" + "中间的话。" * 150 + "结尾一句。")
    assert isinstance(near.locate("开头一句……结尾一句"), Anchor)


# --- printed lines ------------------------------------------------------------------------------------------

LAID_OUT = Corpus(
    [
        Section(
            key="第一章",
            title="目标",
            body=(
                Paragraph.model_validate(
                    {
                        "id": "1",
                        "heading": "公交",
                        "text": "推进公交建设。完善机制。推进公交建设。",
                        "layout": ["0 P35 L20", "6 L21", "10 P36 L1", "14 L2"],
                    }
                ),
                Paragraph.model_validate({"id": "2", "text": "加强管理。", "page": "附3"}),
            ),
        )
    ]
)


@pytest.mark.parametrize(
    ("quote", "page", "line"),
    [
        ("推进公", Span(35, 35), Span(20, 20)),
        ("公交建设。完善", Span(35, 36), None),
        ("推进公交建设。完善机制", Span(35, 36), None),
        ("完善机制", Span(36, 36), Span(1, 1)),
        ("加强管理", Span(3, 3, "附"), None),
    ],
)
def test_every_character_knows_its_page_and_line(quote: str, page: Span, line: Span | None) -> None:
    hint = (
        Hint(targets=(Target(page=Span(35, 35), line=Span(20, 20)),))
        if quote.startswith("推进公")
        else Hint()
    )
    anchor = LAID_OUT.locate(quote, hint)
    assert isinstance(anchor, Anchor), anchor
    assert anchor.position == (page, line)


@pytest.mark.parametrize(
    ("target", "start"),
    [
        (Target(page=Span(35, 35)), 3),
        (Target(page=Span(36, 36)), 15),
        (Target(page=Span(35, 35), line=Span(20, 20)), 3),
        (Target(page=Span(35, 35), line=Span(-2, -2)), 3),  # 倒数第二行: the page ends at line 21
        (Target(page=Span(36, 36), line=Span(-1, -1)), 15),
    ],
)
def test_page_and_line_choose_between_twins_in_one_paragraph(target: Target, start: int) -> None:
    anchor = LAID_OUT.locate("推进公交建设", Hint(targets=(target,)))
    assert isinstance(anchor, Anchor), anchor
    assert anchor.start == start
    assert anchor.miscited == ()


def test_a_wrong_line_is_said() -> None:
    anchor = LAID_OUT.locate(
        "完善机制", Hint(targets=(Target(page=Span(36, 36), line=Span(9, 9)),))
    )
    assert isinstance(anchor, Anchor)
    assert anchor.miscited == (Aspect.LINE,)


# --- nearest passages ---------------------------------------------------------------------------------------


def test_the_nearest_passages_come_with_similarity_and_difference() -> None:
    (first, *_) = refused("探索线上申报、线上买药等功能").candidates
    assert first.words == "探索线上申报、线上购药等功能"
    assert 0.8 < first.similarity < 1
    assert ("-", "买药") in first.runs or ("-", "买") in first.runs
    (first, *_) = refused("探索线上申抱……购药等工能").candidates
    assert first.paragraph == "4"
    assert len(DRAFT.nearest("推进建设")) <= 3


def test_a_key_narrows_what_is_suggested() -> None:
    assert {c.paragraph for c in refused("推进公交见设", Hint(within="3")).candidates} == {"3"}


# --- what holds for every quotation -------------------------------------------------------------------------

WORDS = (
    "推进公交建设,完善“”需求响应式。 探索线上申报、购药等功能不予广电子凭证…"
    "方便群众对老旧车辆补贴加强管理购置无人机"
)


@given(st.text(WORDS, min_size=1, max_size=14))
def test_what_is_located_matches_under_the_key(quote: str) -> None:
    """Whole quotations are equal; of ellipsis quotes every fragment stands in order, two at the ends."""
    for searched in (DRAFT, SPREAD, LAID_OUT):
        anchor = searched.locate(quote)
        if not isinstance(anchor, Anchor):
            continue
        words = fold(searched.words(anchor))
        if anchor.how is How.RUN_IN:  # but for the mark that is printed behind a heading
            assert fold(quote) in {words[:at] + words[at + 1 :] for at in range(len(words))}
            assert [piece.field for piece in anchor.pieces] == ["heading", "text"]
            continue
        if anchor.how not in (How.FRAGMENTS, How.SPREAD):
            assert words == fold(quote)
            continue
        fragments = [part for part in fold(quote).split("…") if any(map(str.isalnum, part))]
        assert words.startswith(fragments[0])
        assert words.endswith(fragments[-1])
        at = 0
        for fragment in fragments:
            at = words.index(fragment, at) + len(fragment)


@given(st.text("的了,…", min_size=1, max_size=30))
def test_hostile_quotations_end(quote: str) -> None:
    hostile = corpus("的" * 5000 + "了", "的了" * 2000)
    found = hostile.locate(quote)
    if isinstance(found, Anchor) and found.how in (How.EXACT, How.NORMALISED):
        assert fold(hostile.words(found)) == fold(quote)


@pytest.mark.parametrize("quote", ["12个", "5万元", "1", "IS系统", "2"])
def test_words_inside_a_longer_number_or_word_are_no_hit(quote: str) -> None:
    draft = corpus("建成112个公园,投资2.5万元,应用GIS系统。")
    refusal = draft.locate(quote)
    assert isinstance(refusal, Refusal)
    assert refusal.why is Why.TORN
    whole = {"12个": "112个", "5万元": "2.5万元", "IS系统": "GIS系统"}
    assert quote not in whole or refusal.candidates[0].words == whole[quote]
    assert isinstance(draft.locate("112个"), Anchor)
    assert isinstance(draft.locate("2.5万元"), Anchor)


@pytest.mark.parametrize(
    ("quote", "offered"),
    [
        ("379公里", "1,379公里"),
        ("百分之三", "百分之三十"),
        ("二十家", "一百二十家"),
        ("12号", "〔2020〕12号"),
        ("G网", "5G网"),
        ("IoT", "NB-IoT"),
        ("5个", "3-5个"),
        ("３％", "1/3"),
        ("五年", "二〇二五年"),
        ("80", "80%"),
        ("3月", "2025-03-31"),
    ],
)
def test_a_number_is_whole_or_not_found(quote: str, offered: str) -> None:
    draft = corpus(
        "修路1,379公里。力争百分之三十达标。扶持一百二十家店。按〔2020〕12号文件办。建5G网。用NB-IoT。"
        "每村3-5个。减少1/3。到二〇二五年。达到80%。自2025-03-31起。"
    )
    found = draft.locate(quote)
    assert isinstance(found, Refusal)
    if found.why is Why.TORN:
        assert found.candidates[0].words == offered
    assert not draft.holds(quote)
    assert isinstance(draft.locate(offered), Anchor)
    assert draft.holds(offered)


@pytest.mark.parametrize(
    "quote", ["1,379", "１，３７９公里", "公里", "2025年", "6月30日", "30日", "个"]
)
def test_a_number_is_found_without_its_unit_and_a_date_by_its_parts(quote: str) -> None:
    draft = corpus("修路1,379公里。到2025年6月30日,建12个。")
    assert isinstance(draft.locate(quote), Anchor)


def test_what_a_person_takes_for_one_character_is_found_whole() -> None:
    family = "👨\u200d👩\u200d👧"
    draft = corpus(f"用{family}标识。")
    refusal = draft.locate("👨")
    assert isinstance(refusal, Refusal)
    assert refusal.why is Why.TORN
    assert isinstance(draft.locate(family), Anchor)
    assert isinstance(corpus("公\u200d交").locate("公"), Anchor)


def test_a_mark_that_is_only_printed_is_no_place() -> None:
    section = Section(
        key="第一章",
        title="第一章",
        body=(Paragraph(id="1", heading="码头", text="修缮码头", units=("甲局",), separator="："),),
    )
    draft = Corpus([section])
    for mark in "：（）:(":
        refusal = draft.locate(mark)
        assert isinstance(refusal, Refusal)
        assert refusal.why is Why.NOT_FOUND


@pytest.mark.parametrize(("field", "start"), [("heading", 0), ("text", 2)])
def test_the_heading_or_the_text_can_be_meant(field: str, start: int) -> None:
    paragraph = Paragraph(id="1", heading="码头", text="修缮码头。")
    draft = Corpus([Section(key="第一章", title="第一章", body=(paragraph,))])
    several = draft.locate("码头")
    assert isinstance(several, Refusal)
    assert several.why is Why.AMBIGUOUS
    found = draft.locate("码头", Hint(field=field))
    assert isinstance(found, Anchor)
    assert [(piece.field, piece.start) for piece in found.pieces] == [(field, start)]
    both = draft.locate("码头。修缮", Hint(field=field))
    assert isinstance(both, Refusal)


def test_cited_places_inside_each_other_are_one() -> None:
    targets = (Target(("专章",)), Target(("完善基础设施",)))
    assert isinstance(DRAFT.locate("升级数据中心", Hint(targets=targets)), Anchor)


def test_an_ellipsis_of_the_draft_itself_behind_a_heading() -> None:
    draft = corpus(完善服务="建设甲设施、乙设施……等各类设施。")
    quote = "完善服务建设甲设施、乙设施……等各类设施"
    anchor = draft.locate(quote)
    assert isinstance(anchor, Anchor)
    assert anchor.how is How.RUN_IN
    changed = carried(quote, draft.words(anchor), quote.replace("乙", "丙"))
    assert [splice.text for splice in changed] == ["丙"]


def test_what_follows_a_gap_tells_a_word_from_a_negation() -> None:
    draft = corpus("办理登记,设立不动产专窗。")
    assert isinstance(draft.locate("办理登记……产专窗"), Anchor)


@pytest.mark.parametrize(
    "words", ["推进", "推进公交建设", "公交", "建设，", "群众。", "机制", "升级数据中心"]
)
def test_places_of_many_words_are_places_in_the_match_key(words: str) -> None:
    texts = {spot.paragraph.id: spot.paragraph.text for spot in DRAFT.outline.spots.values()}
    wanted = [name for name, text in texts.items() for _ in range(fold(text).count(fold(words)))]
    starts = DRAFT.standing([words])[words].starts
    assert [DRAFT.paragraph_at(at) for at in starts] == wanted
    assert all(DRAFT.key.startswith(fold(words), at) for at in starts)


PRINTED = Corpus(
    [
        Section(
            key="第一章",
            title="渡口",
            body=(
                Paragraph(id="1", text="修缮码头。", page=Span(3, 3), line=Span(1, 1)),
                Paragraph(
                    id="2",
                    text="添置木船,夜间停航。",
                    page=Span(3, 3),
                    line=Span(2, 3),
                    layout=(PrintedLine(0, Span(3, 3), 2), PrintedLine(5, Span(3, 3), 3)),
                ),
            ),
        )
    ]
)


def test_words_of_a_later_paragraph_stand_on_their_own_line() -> None:
    first, second = (PRINTED.locate(words, Hint()) for words in ("木船", "停航"))
    assert isinstance(first, Anchor)
    assert isinstance(second, Anchor)
    assert (first.position.line, second.position.line) == (Span(2, 2), Span(3, 3))


def test_what_is_printed_on_a_line_of_a_page() -> None:
    def printed(page: int | None, line: int | None) -> list[str]:
        spans = (Span(at, at) if at else None for at in (page, line))
        return [spot.paragraph.id for spot in PRINTED.printed_on(*spans)]

    assert printed(3, None) == ["1", "2"]
    assert printed(3, 1) == ["1"]
    assert printed(3, 3) == ["2"]
    assert printed(4, None) == []


def test_what_is_near_is_sought_when_somebody_is_to_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither finding words nor refusing them pays for a list that nobody reads."""
    asked: list[str] = []
    nearest = Corpus.nearest

    def noted(draft: Corpus, quote: str, within: str | None) -> tuple[Candidate, ...]:
        asked.append(quote)
        return nearest(draft, quote, within)

    monkeypatch.setattr(Corpus, "nearest", noted)
    refusal = refused("推进公汽建设")
    assert asked == []
    assert {one.paragraph for one in refusal.candidates} >= {"1", "3"}
    assert refusal.candidates
    assert asked == ["推进公汽建设"]


def test_refusals_of_the_same_words_are_one_value() -> None:
    assert refused("完全无关的一句话") == refused("完全无关的一句话")
    assert refused("完全无关的一句话") != refused("推进公交建设")
