"""Quotations copied from files of PDF: radicals, ligatures, what is not to be seen."""

import pytest

from plancli.core.locate.anchors import Anchor, Hint, Refusal, Why, told_apart
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.quoting import carried
from plancli.core.plan.model import Paragraph, Section
from plancli.core.text.diff import apply


def drafted(text: str) -> Corpus:
    return Corpus([Section(key="一", title="渡口", body=(Paragraph(id="1", text=text),))])


@pytest.mark.parametrize(
    ("draft", "quote", "there"),
    [
        ("长期使用马车。", "⻓期使⽤⻢⻋", "长期使用马车"),  # radicals in the quotation
        ("⻓期使⽤⻢⻋。", "长期使用马车", "⻓期使⽤⻢⻋"),  # and in the draft
        ("渡口兩艘船。", "\uf978艘船", "兩艘船"),
        ("修缮码头。", "修\u200e缮\ufe0f码\u2066头", "修缮码头"),
        ("修\u200f缮码\u00ad头。", "修缮码头", "修\u200f缮码\u00ad头"),
        ("葛\U000e0100洲。", "葛", "葛\U000e0100"),  # the form of a character is part of it
        ("按Ⅳ级响应。", "IV级响应", "Ⅳ级响应"),
        ("Share of ﬁnance, oﬃces.", "finance, offices", "ﬁnance, oﬃces"),
    ],
)
def test_found_where_the_words_look_the_same(draft: str, quote: str, there: str) -> None:
    corpus = drafted(draft)
    anchor = corpus.locate(quote, Hint())
    assert isinstance(anchor, Anchor)
    assert corpus.words(anchor) == there


@pytest.mark.parametrize(
    ("draft", "quote"),
    [
        ("Share of ﬁnance.", "inance"),  # begins inside ﬁ
        ("Share of oﬃces.", "Share of of"),  # ends inside ﬃ
        ("按Ⅲ级响应。", "I级响应"),
    ],
)
def test_no_part_of_a_character_is_found(draft: str, quote: str) -> None:
    refusal = drafted(draft).locate(quote, Hint())
    assert isinstance(refusal, Refusal)
    assert refusal.why is Why.TORN


@pytest.mark.parametrize(
    ("draft", "quote"),
    [
        ("第①项。", "第1项"),
        ("面积10²米。", "面积102米"),
        ("共1½里。", "共11/2里"),
        ("甲、乙。", "甲，乙"),
    ],
)
def test_what_means_something_else_is_not_found(draft: str, quote: str) -> None:
    assert isinstance(drafted(draft).locate(quote, Hint()), Refusal)


@pytest.mark.parametrize(
    ("words", "quote", "wording", "after"),
    [
        ("ﬁnance", "finance", "funance", "funance"),
        ("ﬁnance", "finance", "fxinance", "fxinance"),
        ("ﬁnance", "finance", "finances", "finances"),
        ("甲—乙", "甲——乙", "甲—丙", "甲—丙"),
        ("oﬃce", "office", "oxfxce", "oxfxce"),
        ("finance", "ﬁnance", "ﬁnances", "finances"),
        ("finance", "ﬁnance", "dance", "dance"),
        ("⻓期使⽤", "长期使用", "长期借用", "⻓期借⽤"),
        ("修\u200e缮码头", "修缮码头", "修缮渡头", "修\u200e缮渡头"),
    ],
)
def test_changes_are_carried_over_whole_characters(
    words: str, quote: str, wording: str, after: str
) -> None:
    assert apply(words, carried(quote, words, wording)) == after


def refused(draft: str, quote: str, heading: str = "") -> Refusal:
    paragraph = Paragraph(id="1", heading=heading, text=draft)
    found = Corpus([Section(key="一", title="渡口", body=(paragraph,))]).locate(quote, Hint())
    assert isinstance(found, Refusal)
    return found


def test_the_same_words_twice_in_a_paragraph_are_shown_among_others() -> None:
    found = refused("整修码头边的台阶。码头夜间开放。", "码头")
    assert told_apart(found.candidates) == [
        "整修“码头”边的台阶。码…",
        "…头边的台阶。“码头”夜间开放。",
    ]


def test_words_in_heading_and_text_are_told_apart() -> None:
    found = refused("整修码头。", "整修码头", heading="整修码头")
    assert told_apart(found.candidates) == ["“整修码头”。整修码头。", "整修码头。“整修码头”。"]


def test_as_much_is_shown_as_tells_them_apart() -> None:
    row = "甲渡口的码头夜间停靠渔船若干。"
    found = refused(f"{row}{row}{row}", "码头")
    shown = told_apart(found.candidates)
    assert len(set(shown)) == 3
    assert all("“码头”" in words for words in shown)


def test_words_that_do_not_look_alike_stand_alone() -> None:
    one, other = Paragraph(id="1", text="整修码头。"), Paragraph(id="2", text="扩建码头。")
    found = Corpus([Section(key="一", title="渡口", body=(one, other))]).locate("码头", Hint())
    assert isinstance(found, Refusal)
    assert told_apart(found.candidates) == ["码头", "码头"]
