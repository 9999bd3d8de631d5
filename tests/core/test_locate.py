"""Locating: found on evidence, or refused with candidates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.locate import Anchor, Aspect, Corpus, Hint, How, Refusal, Target, Why
from plancli.core.model import Paragraph, Section, Span
from plancli.core.text import fold


def corpus(*texts: str, **more: str) -> Corpus:
    """Build a draft: paragraph n on page n, sections of two paragraphs."""
    paragraphs = [Paragraph(id=str(n), text=text, page=Span(n, n)) for n, text in enumerate(texts, 1)]
    sections = [
        Section(key=f"第{at}章", title=f"章{at}", body=tuple(paragraphs[at : at + 2]))
        for at in range(0, len(paragraphs), 2)
    ]
    headed = [
        Paragraph(id=name, heading=name, text=text, units=("甲局", "乙局")) for name, text in more.items()
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
    anchor = found("完善基础设施。升级数据中心,……配置。(责任单位:甲局、乙局)")
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
        "推进公交建设,完善“”需求响应式。 探索线上申报、购药等功能不予广电子凭证…", min_size=1, max_size=12
    )
)
def test_what_is_found_says_what_was_quoted(quote: str) -> None:
    anchor = DRAFT.locate(quote)
    if isinstance(anchor, Anchor) and anchor.how not in (How.FRAGMENTS, How.SPREAD):
        assert fold(DRAFT.words(anchor)) == fold(quote)


def test_hostile_repetition_ends() -> None:
    hostile = corpus("的" * 20000)
    assert isinstance(hostile.locate("的" * 500 + "地"), Refusal)
    assert isinstance(hostile.locate("的……的……地"), Refusal)
