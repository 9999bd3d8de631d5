"""What an ellipsis may leave out: how much, and no negation."""

import pytest

from plancli.core.locate.ellipsis import beginnings, fragments_of, leaves_out_negation, stretches


def test_fragments_are_what_stands_round_the_ellipsis() -> None:
    assert fragments_of("推进公交…,…方便群众") == ["推进公交", "方便群众"]
    assert fragments_of("推进公交") == []


def test_words_begin_also_where_they_overlap() -> None:
    assert list(beginnings("的的的", "的的", 0, 3)) == [0, 1]
    assert list(beginnings("的的的", "", 0, 3)) == []


@pytest.mark.parametrize(("between", "found"), [(1000, 1), (1001, 0)])
def test_an_ellipsis_leaves_out_a_thousand_characters_and_no_more(between: int, found: int) -> None:
    text = "甲项" + "字" * between + "乙项"
    assert len(list(stretches(text, ["甲项", "乙项"], 0, len(text)))) == found


def test_one_stretch_for_each_beginning_with_its_gaps() -> None:
    text = "甲一乙,甲二乙"
    assert [tuple(one) for one in stretches(text, ["甲", "乙"], 0, len(text))] == [
        (0, 3, ((1, 2),)),
        (4, 7, ((5, 6),)),
    ]


def test_a_last_fragment_that_stands_again_is_another_stretch() -> None:
    text = "甲一乙二乙"
    assert [one.end for one in stretches(text, ["甲", "乙"], 0, len(text))] == [3, 5]


def test_fragments_in_another_order_stand_nowhere() -> None:
    assert list(stretches("乙一甲", ["甲", "乙"], 0, 3)) == []


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("甲|不予补|贴", True),
        ("甲|可予补|贴", False),
        ("甲|登记不|动产乙", False),  # what follows the gap tells 不动产
        ("甲|登记不|动土乙", True),
        ("甲|情形不|一而足乙", False),
        ("甲|提高效率,防止浪费,统筹|乙", False),  # a clause of its own in the gap
        ("甲|,防止浪费|乙", True),  # the clause of the second fragment
        ("甲|防止浪费,统筹|乙", True),  # the clause of the first one
        ("甲|防止浪费|乙", True),
    ],
)
def test_a_gap_with_a_negation(text: str, negated: bool) -> None:
    """The gap is what stands between the two bars."""
    before, gap, behind = text.split("|")
    whole = before + gap + behind
    assert leaves_out_negation(whole, len(before), len(before + gap)) is negated
