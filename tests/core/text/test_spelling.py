"""What does not change is written as the draft writes it."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.core.text import spelling
from plancli.core.text.atoms import atoms
from plancli.core.text.matchkey import fold
from plancli.core.text.spelling import inserted_as, respelled, spelled_as

# the draft, a new wording, what comes out
SPELLED = """
按云办〔2019〕7号办理    按云办[2019]9号办理     按云办〔2019〕9号办理
按云办〔2019〕7号办理    按云办[2021]9号办理     按云办〔2021〕9号办理
达到35%以上             达到４５％以上          达到45%以上
达到３５％以上           达到45%以上            达到４５％以上
到2025年               到202６年             到2026年
推广APP                推广ＡＰＰＳ           推广APPS
推广ＡＰＰ              推广APPS             推广ＡＰＰＳ
每村1-3个              每村１－４个          每村1-4个
修缮,添船              修缮，补种，添船        修缮,补种，添船
打造“一张网”            打造"一张图"          打造“一张图”
建“甲”库房,扩“丁”站       扩“库房”           扩“库房”
修缮——添船             修缮—购船            修缮——购船
增加基站               增加５Ｇ基站          增加５Ｇ基站
新修12个               新修座               新修座
"""
ROWS = [line.split() for line in SPELLED.strip().splitlines()]


def test_new_words_begin_without_a_blank_that_stood_inside_the_old_ones() -> None:
    """The r that both have begins a word of the draft, and the wording."""
    assert spelled_as("light school roofs", "renew river gauges") == "renew river gauges"


@pytest.mark.parametrize(("draft", "wording", "spelled"), ROWS)
def test_unchanged_words_are_those_of_the_draft(draft: str, wording: str, spelled: str) -> None:
    assert spelled_as(draft, wording) == spelled
    assert respelled(draft, wording) == spelled


@pytest.mark.parametrize(
    ("draft", "wording", "spelled"),
    [
        ("降到33微克", "降到 33 毫克", "降到33毫克"),
        ("降到33 微克", "降到33毫克", "降到33 毫克"),
        ("用 WPS 办公", "用WPS办文", "用 WPS 办文"),
        ("甲 乙", "甲丙乙", "甲丙 乙"),
        ("甲乙", " 甲乙 ", "甲乙"),
        ("WPS文档", "WPS Office文档", "WPS Office文档"),
        ("WPS Office", "WPSOffice", "WPSOffice"),
        ("Sites are open.", "Sites are open. New ones follow.", "Sites are open. New ones follow."),
        ("use the web site", "use the website", "use the website"),
        ("旧", "", ""),
        ("", " 新 的", " 新 的"),
        ("ﬁ", "fi", "fi"),
    ],
)
def test_blanks_beside_chinese_are_those_of_the_draft(
    draft: str, wording: str, spelled: str
) -> None:
    assert spelled_as(draft, wording) == spelled


def test_blanks_that_were_judged_before_stay_those_of_the_draft() -> None:
    assert respelled("WPS Office", "WPSOffice2021") == "WPS Office2021"


@pytest.mark.parametrize(
    ("draft", "at", "words", "spelled"),
    [
        ("推广APP应用", 5, "Ｓ", "S"),
        ("推广ＡＰＰ应用", 5, "s", "ｓ"),
        ("增加基站", 2, "５Ｇ", "５Ｇ"),
        ("建1个", 2, "０", "0"),
        ("建1个", 3, "，", "，"),
        ("", 0, "Ａ", "Ａ"),
    ],
)
def test_what_joins_a_number_or_word_takes_its_width(
    draft: str, at: int, words: str, spelled: str
) -> None:
    assert inserted_as(draft, at, words) == spelled


TYPED = {
    **{char: [char, chr(ord(char) + 0xFEE0)] for char in "0123456789AP%,()-"},
    **{chr(ord(char) + 0xFEE0): [char, chr(ord(char) + 0xFEE0)] for char in "0123456789AP%,()-"},
    "“": ["“", '"'],
    "〔": ["〔", "["],
    "〕": ["〕", "]"],
}
drafts = st.text("修缮码头2５0%％,，AＰ“〔〕( -个年百分之三", min_size=1, max_size=14)


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[str, str, str, str, str]:
    """Draw a draft of three parts, and the middle one rewritten while the others are typed otherwise."""
    before, gone, behind = draw(drafts), draw(drafts), draw(drafts)
    new = draw(st.text("船艘新；", max_size=4))
    typed = [
        "".join(draw(st.sampled_from(TYPED.get(char, [char]))) for char in part)
        for part in (before, behind)
    ]
    return before, gone, behind, new, typed[0] + new + typed[1]


@given(rewritten())
def test_words_that_do_not_change_keep_their_bytes(drawn: tuple[str, str, str, str, str]) -> None:
    """Whoever types the whole text anew, in another width, changes what he changes and nothing else.

    Which of equal characters stay may be told in several ways, so the characters are counted.
    """
    before, gone, behind, _, wording = drawn
    spelled = spelled_as(before + gone + behind, wording)
    assert fold(spelled) == fold(wording)
    odd = Counter(spelled) - Counter(before + gone + behind) - Counter("船艘新；")
    assert not odd - Counter("船艘新；" * 4) - Counter(" " * len(spelled))


@given(rewritten())
def test_nothing_changes_where_nothing_is_said_otherwise(
    drawn: tuple[str, str, str, str, str],
) -> None:
    before, gone, behind, new, wording = drawn
    typed_otherwise = spelled_as(before + new + behind, wording)
    assert typed_otherwise.split() == (before + new + behind).split() or gone == ""


@given(drafts, drafts)
def test_a_number_is_in_one_width(draft: str, wording: str) -> None:
    """No atom mixes what it had with what came in another width, unless draft or wording did."""
    mixed = {atom for text in (draft, wording) for atom in atoms(text) if _mixed(atom)}
    if not mixed:
        spelled = [atom for atom in atoms(spelled_as(draft, wording)) if _mixed(atom)]
        assert all(set(fold(atom)) - set("0123456789AP%") for atom in spelled)


def _mixed(atom: str) -> bool:
    return any("!" <= char <= "~" for char in atom) and any("！" <= char <= "～" for char in atom)


OPENS = dict.fromkeys("“‘「『", "(") | dict.fromkeys("”’」』", ")")
PIECES = ["修", "“北岸”", "北岸", "“甲”", "甲", "‘旧渠’", "旧渠", "「新桥」", "。"]
MARKED = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(MARKED, MARKED)
def test_a_quotation_mark_is_never_turned_round(draft: str, wording: str) -> None:
    """Where old and new marks fall on each other, the new wording says which opens and which closes."""

    def turns(text: str) -> list[str]:
        return [OPENS[char] for char in text if char in OPENS]

    assert turns(spelled_as(draft, wording)) == turns(wording)
    assert turns(respelled(draft, wording)) == turns(wording)


# --- what is not looked at sign by sign ---------------------------------------------------------------------

ANYTHING = st.text('甲乙万“”"、，,。.%％１1２aＡ —-…ﬁ()（）', max_size=14)


@settings(max_examples=600)
@given(ANYTHING, ANYTHING)
def test_what_is_spelled_alike_comes_out_the_same_sign_by_sign(draft: str, wording: str) -> None:
    both = spelled_as(draft, wording), respelled(draft, wording)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(spelling, "_spelled_alike", lambda *_: False)
        assert (spelled_as(draft, wording), respelled(draft, wording)) == both


@settings(max_examples=600)
@given(ANYTHING, ANYTHING, st.integers(0, 14))
def test_what_joins_nothing_comes_out_the_same_sign_by_sign(
    draft: str, words: str, place: int
) -> None:
    at = min(place, len(draft))
    said = inserted_as(draft, at, words)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(spelling, "_TRANSLATED", re.compile(""))
        patched.setattr(spelling, "is_inside", lambda *_: True)
        assert inserted_as(draft, at, words) == said


def test_most_words_are_not_looked_at_sign_by_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "_in_width", None)
    assert spelled_as("修缮库房，补种果树。", "修缮库房，改种杨树。") == "修缮库房，改种杨树。"
    assert inserted_as("在2021年,修缮库房", 8, "两座20平方米的") == "两座20平方米的"
