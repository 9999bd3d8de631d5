"""Sentences, atoms and the match key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.characters import (
    begins_sentence,
    boundaries,
    ends_sentence,
    join_lines,
    printable,
    sentences,
)
from plancli.core.text.matchkey import fold, match_key

chinese = st.text("的建设2019万.,%5G〔〕号、，。；！”“’…—-·  \n（)(APP十四五", max_size=40)


@given(chinese)
def test_nothing_is_lost_in_splitting(text: str) -> None:
    assert "".join(sentences(text)) == text


@given(chinese)
def test_sentences_survive_a_file(text: str) -> None:
    clean = join_lines(text)
    assert join_lines("\n".join(sentences(clean))) == clean


@given(chinese)
def test_a_sentence_begins_where_it_is_split(text: str) -> None:
    begins = [at for at in range(len(text) + 1) if begins_sentence(text, at)]
    assert begins == boundaries(sentences(text))


@given(chinese)
def test_the_match_key_leads_back_to_the_text(text: str) -> None:
    key = match_key(text)
    assert len(key.text) == len(key.start) == len(key.end)
    assert all(start < end for start, end in zip(key.start, key.end, strict=True))
    assert all(before <= after for before, after in zip(key.end, key.start[1:], strict=False))
    for at in range(len(key.text)):
        start, end = key.span(at, at + 1)
        assert fold(text[start:end]) == key.text[at]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("推进建设。他说:“好。”完善机制!", ["推进建设。", "他说:“好。”", "完善机制!"]),
        ("第一;第二；第三", ["第一;", "第二；", "第三"]),
        ("好!  再来", ["好!  再来"]),
        ("1.5万元。", ["1.5万元。"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("建设，完善；（一）", "建设,完善;(一)"),
        ("好！～＂＇", "好!~\"'"),
        ("“不见面”", '"不见面"'),
        ("５Ｇ基站", "5G 基站"),
        ("以来……完成", "以来...完成"),
        ("无人驾驶.…", "无人驾驶……"),
        ("2020--2025年", "2020—2025年"),
        ("第一\n行", "第一行"),
        ("全\u3000角", "全角"),
        ("〔2020〕12号", "[2020]12号"),
    ],
)
def test_equal_under_the_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("甲、乙", "甲，乙"), ("2.5", "25"), ("不予", "予"), ("《甲》", "<甲>")]
)
def test_different_under_the_key(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_end_of_a_sentence() -> None:
    assert ends_sentence("好。”")
    assert not ends_sentence("好,")


@pytest.mark.parametrize(
    "sign", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
def test_what_turns_the_reading_direction_is_named(sign: str) -> None:
    assert printable(f"甲{sign}乙") == f"甲⟨U+{ord(sign):04X}⟩乙"


@pytest.mark.parametrize(
    "text", ["👨\u200d👩\u200d👧", "❤\ufe0f", "葛\U000e0100", "甲\u200b乙\t\n"]
)
def test_what_joins_and_varies_characters_stays(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("code", "named"),
    [
        *[(code, True) for code in (0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069)],
        *[(code, False) for code in (0x61B, 0x2010, 0x202F, 0x206A)],
    ],
)
def test_only_what_turns_the_reading_direction_is_named(code: int, named: bool) -> None:
    assert printable(chr(code)) == (f"⟨U+{code:04X}⟩" if named else chr(code))
