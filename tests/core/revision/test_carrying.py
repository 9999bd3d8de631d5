"""What the office changed in a renumbered text, in the text as it was numbered before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.revision.carrying import own_changes
from plancli.core.text.diff import Splice, apply

Numbered = tuple[str, str, list[Splice]]
"""A text, the same text with other numbers, and what was replaced."""


def numbered(words: list[str], numbers: list[tuple[str, str]]) -> Numbered:
    before = after = words[0]
    replaced: list[Splice] = []
    for behind, (old, new) in zip(words[1:], numbers, strict=False):
        if old != new:
            replaced.append(Splice(len(before), len(before) + len(old), new))
        before, after = before + old + behind, after + new + behind
    return before, after, replaced


_WORDS = st.text("河堤1专栏2", max_size=10)
_NUMBER = st.sampled_from(["1", "2", "12", "三", "三十"])
_NUMBERED = st.builds(
    numbered,
    st.lists(_WORDS, min_size=1, max_size=4),
    st.lists(st.tuples(_NUMBER, _NUMBER), min_size=3, max_size=3),
)


@st.composite
def _changed(draw: st.DrawFn) -> tuple[str, list[Splice], str]:
    """Return a text, its new numbers, and what the office made of it: much, little or nothing."""
    before, after, replaced = draw(_NUMBERED)
    at = draw(st.integers(0, len(after)))
    gone = draw(st.integers(0, 3))
    text = draw(st.sampled_from([after, after[:at] + draw(_WORDS) + after[at + gone :]]))
    return before, replaced, draw(st.sampled_from([text, draw(_WORDS)]))


@given(_changed())
def test_with_the_numbers_that_the_office_left_its_changes_give_its_text(
    case: tuple[str, list[Splice], str],
) -> None:
    before, replaced, text = case
    changes = own_changes(before, replaced, text)
    own = [Splice(c.start, c.end, text[c.own_start : c.own_end]) for c in changes]
    left = [
        number
        for number in replaced
        if not any(c.start <= number.start and number.end <= c.end for c in changes)
    ]
    assert apply(before, sorted([*left, *own])) == text


@given(_NUMBERED)
def test_where_only_numbers_differ_nobody_changed_anything(case: Numbered) -> None:
    before, after, replaced = case
    assert own_changes(before, replaced, after) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("水渠见专栏2，泵站另行安排。", ["另行"]),
        ("水渠详见专栏2，泵站从缓。", ["详", "从缓"]),
        # a digit before a number makes another number
        ("水渠见专栏12，泵站从缓。", ["12", "从缓"]),
        ("水渠见，泵站从缓。", ["", "从缓"]),
    ],
)
def test_a_change_at_a_number_takes_the_whole_of_it(text: str, wanted: list[str]) -> None:
    before = "水渠见专栏3，泵站安排。"
    changes = own_changes(before, [Splice(5, 6, "2")], text)
    assert [text[c.own_start : c.own_end] for c in changes] == wanted
