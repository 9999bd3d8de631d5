"""How long a name of a unit may be, how near a passage must be to be offered, how far is looked for it."""

import pytest

from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section
from plancli.core.text.diff import alignment
from plancli.core.text.words import edges


@pytest.mark.parametrize(("size", "whole"), [(23, True), (24, True), (25, False)])
def test_a_unit_has_up_to_twenty_four_characters(size: int, whole: bool) -> None:
    name = "县" + "渡口管护" * 6
    name = f"{name[: size - 1]}局"
    assert len(name) == size
    text = f"县水利局、{name}、县林业局"
    start = text.index(name)
    inside = set(range(start + 1, start + size))
    assert inside.isdisjoint(edges(text)) is whole


def offered(quote: str, text: str) -> list[str]:
    draft = Corpus([Section(key="第一章", title="甲", body=(Paragraph(id="1", text=text),))])
    return [candidate.words for candidate in draft.nearest(quote)]


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        # of eight characters four are there, of ten, of which the passage has only those
        ("修缮码头甲乙丙丁", "修缮码头", ["修缮码头"]),
        ("修缮码头甲乙丙丁戊己庚辛", "修缮码头", ["修缮码头"]),
        ("修缮码头甲乙丙丁戊己庚辛壬", "修缮码头", []),
    ],
)
def test_less_than_half_alike_is_not_offered(quote: str, text: str, found: list[str]) -> None:
    """Twice what is shared, of the characters of both: 8 of 12, 8 of 16, 8 of 17."""
    assert offered(quote, text) == found


@pytest.mark.parametrize(
    ("size", "apart", "found"), [(40, 11, 40), (40, 12, 39), (39, 9, 39), (39, 10, 38)]
)
def test_so_far_beside_the_best_stretch_words_are_looked_for(
    size: int, apart: int, found: int
) -> None:
    """Forty characters have a margin of six on both sides, thirty-nine one of five."""
    words = "".join(chr(ord("一") + at) for at in range(size))
    half = size // 2
    text = "堤" * 60 + words[:half] + "岸" * apart + words[half:] + "渠" * 60
    assert alignment(words, text).common == found
