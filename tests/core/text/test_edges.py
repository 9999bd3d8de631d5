"""Where words, numbers and sentences end: a case on each side."""

import pytest

from plancli.core.text.characters import boundaries, ends_sentence, ends_with_mark, unprintable
from plancli.core.text.matchkey import fold, match_key


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("谁来出资?", True),
        ("谁来出资？", True),
        ("“谁来出资？”", True),
        ("(一)巡查:", True),
        ("巡查，", True),
        ("巡查、", True),
        ("巡查……", True),
        ("巡查——", True),
        ("巡查。)", True),
        ("巡查", False),
        ("巡查)", False),
        ("巡查%", False),
        ("巡查2", False),
        ("巡查+", False),
        (")", False),
        ("", False),
    ],
)
def test_behind_which_words_no_other_mark_is_printed(text: str, mark: bool) -> None:
    assert ends_with_mark(text) is mark


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("好。", True),
        ("好。”", True),
        ("好。”)", True),
        ("好；", True),
        ("好", False),
        ("好,", False),
        ("", False),
    ],
)
def test_a_whole_sentence(text: str, whole: bool) -> None:
    assert ends_sentence(text) is whole


@pytest.mark.parametrize(
    ("code", "bad"),
    [
        (0x00, True),
        (0x08, True),
        (0x09, False),
        (0x0A, False),
        (0x0B, True),
        (0x1F, True),
        (0x20, False),
        (0x7E, False),
        (0x7F, True),
        (0x9F, True),
        (0xA0, False),
        (0xD7FF, False),
        (0xD800, True),
        (0xDFFF, True),
        (0xE000, False),
        (0xFDCF, False),
        (0xFDD0, True),
        (0xFDEF, True),
        (0xFDF0, False),
        (0xFFFD, False),
        (0xFFFE, True),
        (0xFFFF, True),
    ],
)
def test_characters_that_no_format_can_hold(code: int, bad: bool) -> None:
    assert unprintable(f"甲{chr(code)}") is bad


@pytest.mark.parametrize("code", range(0xFF01, 0xFF5F))
def test_every_full_width_sign_is_the_narrow_one_in_the_key(code: int) -> None:
    assert fold(chr(code)) == fold(chr(code - 0xFEE0))


@pytest.mark.parametrize("code", [0x2000, 0x200B, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x3000, 0xA0, 0x20])
def test_what_is_not_seen_is_not_in_the_key(code: int) -> None:
    assert fold(f"甲{chr(code)}乙") == "甲乙"
    key = match_key(f"甲{chr(code)}乙")
    assert (key.text, list(key.start), list(key.end)) == ("甲乙", [0, 2], [1, 3])


@pytest.mark.parametrize(
    ("text", "key", "start", "end"),
    [
        ("甲乙", "甲乙", [0, 1], [1, 2]),
        ("甲……乙", "甲…乙", [0, 1, 3], [1, 3, 4]),
        ("甲...乙", "甲…乙", [0, 1, 4], [1, 4, 5]),
        ("甲..乙", "甲..乙", [0, 1, 2, 3], [1, 2, 3, 4]),
        ("甲——乙", "甲-乙", [0, 1, 3], [1, 3, 4]),
        ("甲—乙", "甲-乙", [0, 1, 2], [1, 2, 3]),
        (" 甲", "甲", [1], [2]),
        ("甲 ", "甲", [0], [1]),
    ],
)
def test_the_way_back_from_the_key(text: str, key: str, start: list[int], end: list[int]) -> None:
    found = match_key(text)
    assert (found.text, list(found.start), list(found.end)) == (key, start, end)
    assert fold(text) == key
    assert found.span(0, len(key)) == (start[0], end[-1])


def test_offsets_between_parts() -> None:
    assert boundaries(["甲乙", "", "丙"]) == [0, 2, 2, 3]
    assert boundaries([]) == [0]
