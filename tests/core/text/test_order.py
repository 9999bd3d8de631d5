"""Two orders of the same names."""

from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.order import by_number, interleaved, rising, staying


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        ("甲乙丙", "甲乙丙", 3),
        ("甲乙丙", "乙丙甲", 2),
        ("甲乙丙丁", "丁甲乙丙", 3),
        ("甲乙丙丁", "甲丙乙丁", 3),
        ("甲乙", "乙甲", 1),
        ("甲乙丙", "丙丁", 1),
        ("甲乙", "丙丁", 0),
        ("", "甲", 0),
    ],
)
def test_as_few_names_as_possible_move(old: str, new: str, number: int) -> None:
    stay = staying(old, new)
    assert len(stay) == number
    assert [name for name in old if name in stay] == [name for name in new if name in stay]


def test_the_longest_rising_run_of_every_order_of_five() -> None:
    def longest(order: tuple[int, ...]) -> int:
        best = [1] * len(order)
        for at, one in enumerate(order):
            best[at] += max((best[i] for i in range(at) if order[i] < one), default=0)
        return max(best)

    for order in permutations(range(5)):
        pairs = list(enumerate(order))
        found = rising(pairs)
        assert len(found) == longest(order)
        assert found == sorted(set(found)) == [pair for pair in pairs if pair in found]
        assert [partner for _, partner in found] == sorted(partner for _, partner in found)
    assert rising([]) == []


@pytest.mark.parametrize(
    ("old", "new", "moved", "shown"),
    [
        ("甲乙丙", "甲乙丙", "", "甲乙丙"),
        ("甲乙丙", "甲丙", "", "甲-乙丙"),
        ("甲丙", "甲乙丙", "", "甲+乙丙"),
        ("甲乙", "丙", "", "-甲-乙+丙"),
        ("甲乙丙", "乙丙甲", "", "-甲乙丙+甲"),
        ("甲乙", "乙甲", "乙", "+乙甲-乙"),
        ("甲乙", "乙甲", "甲", "-甲乙+甲"),
        ("甲乙丙", "甲", "", "甲-乙-丙"),
        ("", "甲乙", "", "+甲+乙"),
    ],
)
def test_both_lists_in_one(old: str, new: str, moved: str, shown: str) -> None:
    found = "".join(f"{op}{name}".lstrip("=") for op, name in interleaved(old, new, moved))
    assert found == shown


def test_numbers_count_as_numbers() -> None:
    names = ["渔政站-09", "渔政站-10", "渔政站-11", "渔政站-99", "渔政站-100", "渔政站-101"]
    assert sorted(Random(3).sample(names, 6), key=by_number) == names


def test_parts_and_letters_have_an_order_too() -> None:
    names = ["1", "01.2", "01.10", "2", "2a", "2b", "10", "甲", "甲2", "甲10", "甲乙"]
    assert sorted(Random(5).sample(names, len(names)), key=by_number) == names


def test_names_that_differ_in_zeros_only_are_told_apart() -> None:
    assert sorted(["甲-1", "甲-01", "甲-001"], key=by_number) == ["甲-001", "甲-01", "甲-1"]


@given(st.lists(st.text("甲-.0129٣", max_size=6), unique=True))
def test_every_name_has_one_place(names: list[str]) -> None:
    ordered = sorted(names, key=by_number)
    names.reverse()
    assert ordered == sorted(names, key=by_number)
    assert all(by_number(one) < by_number(other) for one, other in pairwise(ordered))
