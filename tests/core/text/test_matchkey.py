"""The match key over all of Unicode: what is dropped, what is the same, the way back."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.alike import UNSEEN, VARIATIONS, common, is_several
from plancli.core.text.matchkey import fold, match_key, same_but_for_marks, same_words

EVERY = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
IGNORABLE = (
    "00AD 034F 061C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164 FE00-FE0F FEFF FFA0 "
    "FFF0-FFF8 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF"
)
"""Default_Ignorable_Code_Point in DerivedCoreProperties of Unicode 15."""
pieces = st.text("甲1 。、…-.⽤⻓ﬁⅣ\ufe0f葛\U000e0100\u200e\u200b①½", max_size=12)


def test_blanks_and_what_is_not_to_be_seen_are_dropped_and_nothing_else() -> None:
    ignorable = set[str]()
    for stretch in IGNORABLE.split():
        first, _, last = stretch.partition("-")
        ignorable |= {chr(at) for at in range(int(first, 16), int(last or first, 16) + 1)}
    hidden = {char for char in EVERY if unicodedata.category(char) == "Cf"} | ignorable
    dropped = {char for char in EVERY if not fold(char)}
    assert hidden | set(filter(str.isspace, EVERY)) <= dropped
    # assigned characters only: a newer Unicode may hide more than an older one knows
    rest = {char for char in dropped - ignorable - hidden if not char.isspace()}
    assert {char for char in rest if unicodedata.category(char) != "Cn"} == set()


def test_radicals_and_compatibility_ideographs_are_the_characters_they_look_like() -> None:
    for char in EVERY:
        name = unicodedata.name(char, "")
        if name.startswith(("KANGXI RADICAL", "CJK COMPATIBILITY IDEOGRAPH")):
            assert fold(char) == unicodedata.normalize("NFKC", char)
        elif name.startswith("CJK RADICAL"):
            assert unicodedata.category(fold(char)) == "Lo" or char == "⺀"


def test_the_other_width_is_the_same_character() -> None:
    for char in EVERY:
        tag, _, code = unicodedata.decomposition(char).partition(" ")
        if tag not in ("<wide>", "<narrow>", "<small>", "<vertical>") or char == "\u3000":
            continue
        if " " in code:  # several characters in one, such as a digraph of two kana
            assert common(char) == char
        else:
            assert fold(char) == fold(chr(int(code, 16)))


@pytest.mark.parametrize("char", "①⑴⒈½²₂㎡℃㈱、‥々〇")
def test_what_means_something_of_its_own_stays(char: str) -> None:
    assert fold(char) == char


@given(pieces)
def test_fold_is_the_text_of_the_key(text: str) -> None:
    assert fold(text) == match_key(text).text


@given(pieces, st.data())
def test_the_way_back_gives_the_words_of_the_key(text: str, data: st.DataObject) -> None:
    key = match_key(text)
    assert len(key.text) == len(key.start) == len(key.end)
    # whole stored characters, from edge to edge
    edges = [at for at in range(len(key.text)) if at == 0 or key.start[at] != key.start[at - 1]]
    edges.append(len(key.text))
    begin, stop = sorted(data.draw(st.tuples(*[st.sampled_from(edges)] * 2)))
    if begin < stop:
        start, end = key.span(begin, stop)
        assert fold(text[start:end]) == key.text[begin:stop]


def test_a_letter_of_several_leads_back_to_the_one_character() -> None:
    key = match_key("一ﬁ二")
    assert (key.text, list(key.start), list(key.end)) == ("一fi二", [0, 1, 1, 2], [1, 2, 2, 3])
    assert is_several("ﬁ")
    assert not is_several("f")


def test_the_form_of_a_character_is_part_of_it_and_nothing_else_not_to_be_seen() -> None:
    assert match_key("葛\U000e0100洲").span(0, 1) == (0, 2)
    assert match_key("葛\u200b洲").span(0, 1) == (0, 1)
    assert match_key("\ufe0f洲").span(0, 1) == (1, 2)
    for char in EVERY:
        if "VARIATION SELECTOR" in unicodedata.name(char, ""):
            assert fold(char) == ""
            assert match_key(f"葛{char}").span(0, 1) == (0, 2), hex(ord(char))
    assert len(VARIATIONS) < len(UNSEEN)


def test_a_character_that_is_no_twin_stays() -> None:
    assert [common(char) for char in "甲a、①"] == ["甲", "a", "、", "①"]
    assert [common(char) for char in "⽤⻓ﬁ，"] == ["用", "长", "fi", ","]


@pytest.mark.parametrize(
    ("one", "other", "same", "but_for_marks"),
    [
        ("步道", "步道", True, True),
        ("Ａ区 步道", "A区步道", True, True),
        ("步道，绿地", "步道绿地", False, True),
        ("（步道）", "步道。", False, True),
        # between digits a mark says something, and so does a condition
        ("2.5公里", "25公里", False, False),
        ("20、30米", "2030米", False, False),
        ("<3米", "3米", False, False),
        ("步道", "绿道", False, False),
    ],
)
def test_the_same_words(one: str, other: str, same: bool, but_for_marks: bool) -> None:
    assert same_words(one, other) is same
    assert same_but_for_marks(one, other) is but_for_marks


def test_where_there_are_no_words_there_are_not_the_same() -> None:
    assert not same_words(" ", "\u200b")
