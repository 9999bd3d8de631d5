"""What a person takes for one character."""

import sys
import unicodedata

import pytest

from plancli.core.text.clusters import continues, has_clusters

MARKS = ("Mn", "Me", "Mc")


@pytest.mark.parametrize(
    "cluster",
    [
        "👨\u200d👩\u200d👧",
        "👍🏽",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "🇨🇳",
        "e\u0301",
        "が".replace("が", "か\u3099"),
        "ｶﾞ",
        "葛\U000e0100",
        "བོ",
        "क\u094d\u200dष",
        "\u1112\u1161\u11ab",
        "\ud558\u11ab",
        "\ud558\u1161",
        "\ud55c\u11ab",
        "🏴\U000e0067\U000e007f",
    ],
)
def test_one_character(cluster: str) -> None:
    text = f"甲{cluster}乙"
    inside = [at for at in range(len(text) + 1) if continues(text, at)]
    assert inside == list(range(2, len(cluster) + 1))
    assert has_clusters(text)


@pytest.mark.parametrize(
    "text",
    [
        "公\u200d交",
        "公\u200c交",
        "🇨🇳🇺🇸",
        "한국",
        "\u11ab\u1161",
        "甲乙",
        "🎉🎊",
        "\u1112甲",
        "\ud55c\u1161",
    ],
)
def test_several_characters(text: str) -> None:
    """A joiner between letters that cannot be joined is left over from a file of another kind."""
    pairs = [at for at in range(len(text) + 1) if continues(text, at)]
    assert pairs == ([1, 3] if text == "🇨🇳🇺🇸" else [])


def test_everything_that_joins_is_looked_for() -> None:
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)) in MARKS:
            assert has_clusters(chr(code))


def test_common_text_is_not_searched_for_clusters() -> None:
    assert not has_clusters("推进5G、APP应用,“一张图”——２０２５年。\n½①→℃")
