"""Characters that nobody sees, or that only look like others."""

import pytest

from plancli.core.check.text.strange import invisible, lookalikes
from plancli.core.text.matchkey import fold
from tests.core.check.text.flaws import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("医保\u200b凭证", ["U+200B"]),
        ("\u202e倒着", ["U+202E"]),
        ("\U0001f468\u200d\U0001f469", []),
        ("甲\u200d乙", ["U+200D"]),
        ("plain", []),
    ],
)
def test_invisible_characters(text: str, found: list[str]) -> None:
    assert words(invisible(text)) == found


def test_lookalikes_name_the_common_character() -> None:
    (flaw,) = lookalikes("\u2f08民")
    assert (flaw.offset, flaw.better) == (0, "人")
    assert list(lookalikes("人民")) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("修\u200e缮", [1]),
        ("修\U000e0041缮\u2064", [1, 3]),
        ("❤\ufe0f葛\U000e0100洲", []),  # forms of a character
        ("\ufe0f修 \ufe0f", [0, 3]),  # of none
        ("👨\u200d👩", []),
    ],
)
def test_the_rule_about_what_is_not_to_be_seen_has_the_same_set(
    text: str, places: list[int]
) -> None:
    assert [flaw.offset for flaw in invisible(text)] == places


def test_the_rule_about_lookalikes_names_the_character_under_which_the_key_has_it() -> None:
    text = "⻓期使⽤\uf978艘\U0002f801、①，"
    found = list(lookalikes(text))
    assert [(flaw.offset, flaw.better) for flaw in found] == [
        (at, fold(char)) for at, char in enumerate(text) if char in "⻓⽤\uf978\U0002f801"
    ]
