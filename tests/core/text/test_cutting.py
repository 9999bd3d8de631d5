"""Two long texts side by side, cut at what stands in both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.cutting import Cut, clauses_of, lines_of, sentences_of, side_by_side

CUTS: tuple[Cut, ...] = (lines_of, sentences_of, clauses_of)


def pairs(old: str, new: str, small: int = 0) -> list[tuple[str, str]]:
    return [pair for pair in side_by_side(old, new, CUTS, small) if pair != ("", "")]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("甲。乙。", "甲。乙。", [("甲。乙。", "甲。乙。")]),
        ("甲。乙。丙。", "甲。丁。丙。", [("甲。", "甲。"), ("乙。", "丁。"), ("丙。", "丙。")]),
        ("甲。乙。", "甲。", [("甲。", "甲。"), ("乙。", "")]),
        ("乙。", "甲。乙。", [("", "甲。"), ("乙。", "乙。")]),
        # what stands twice is paired from the ends only, and never twice
        ("甲。甲。", "甲。", [("甲。", "甲。"), ("甲。", "")]),
        ("甲。", "甲。甲。甲。", [("甲。", "甲。"), ("", "甲。甲。")]),
        ("丁。甲。甲。", "丁。甲。戊。", [("丁。甲。", "丁。甲。"), ("甲。", "戊。")]),
        # inside, what stands once in both
        ("一。甲。二。", "三。甲。四。", [("一。", "三。"), ("甲。", "甲。"), ("二。", "四。")]),
        (
            "一。甲。甲。二。",
            "三。甲。四。",
            [("一。甲。甲。二。", "三。甲。四。")],
        ),
        # lines first, then sentences, then clauses
        ("甲。\n乙。", "丙。\n乙。", [("甲。", "丙。"), ("\n", "\n"), ("乙。", "乙。")]),
        ("甲,乙,丙", "甲,丁,丙", [("甲,", "甲,"), ("乙,", "丁,"), ("丙", "丙")]),
    ],
)
def test_parts_that_stand_beside_each_other(
    old: str, new: str, found: list[tuple[str, str]]
) -> None:
    assert pairs(old, new) == found


@pytest.mark.parametrize(("small", "whole"), [(15, False), (16, True), (17, True)])
def test_short_texts_are_not_cut(small: int, whole: bool) -> None:
    """Two texts of four characters: the product of their lengths is 16."""
    assert (pairs("甲。乙。", "甲。丙。", small) == [("甲。乙。", "甲。丙。")]) is whole


@given(st.lists(st.sampled_from(["甲。", "乙。", "甲,", "丁,", "\n"])).map("".join), st.data())
def test_nothing_is_lost(old: str, data: st.DataObject) -> None:
    new = "".join(data.draw(st.permutations(old.replace("。", "。|").split("|"))))
    found = pairs(old, new)
    assert "".join(one for one, _ in found) == old
    assert "".join(other for _, other in found) == new
