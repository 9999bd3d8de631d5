"""Two orders of the same names."""

from itertools import permutations

import pytest

from plancli.core.text.order import interleaved, rising, staying


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
