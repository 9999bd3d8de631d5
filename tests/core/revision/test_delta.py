"""What turns one merge of a text into another, in the coordinates of the first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.merge.words import Change, merge
from plancli.core.revision.delta import between
from plancli.core.text.diff import Splice, apply

BASE = "建桥一座,建桥一座,修路。"


def change(by: str, start: int, end: int, text: str) -> Change:
    return Change(by, start, end, text, (start, end))


def test_a_passage_that_stands_twice_is_not_mistaken_for_its_twin() -> None:
    old, new = merge(BASE, []), merge(BASE, [change("甲", 0, 5, "")])
    assert between(old, new) == [Splice(0, 5, "")]
    later = merge(BASE, [change("甲", 5, 10, "")])
    assert between(old, later) == [Splice(5, 10, "")]


def test_what_both_took_is_left_alone_and_shifts_what_follows() -> None:
    first = change("甲", 0, 2, "架设")
    old, new = merge(BASE, [first]), merge(BASE, [first, change("乙", 10, 12, "铺路")])
    assert between(old, new) == [Splice(10, 12, "铺路")]
    longer = change("甲", 0, 2, "新建造")
    old, new = merge(BASE, [longer]), merge(BASE, [longer, change("乙", 10, 12, "铺路")])
    assert between(old, new) == [Splice(11, 13, "铺路")]


@pytest.mark.parametrize("swapped", [False, True])
def test_taking_back_is_the_way_back(swapped: bool) -> None:
    merges = merge(BASE, []), merge(BASE, [change("甲", 2, 4, "两座"), change("乙", 10, 12, "")])
    old, new = reversed(merges) if swapped else merges
    assert apply(old.text, between(old, new)) == new.text


changes = st.lists(
    st.tuples(
        st.sampled_from("甲乙丙"),
        st.integers(0, 13),
        st.integers(0, 3),
        st.text("新桥", max_size=2),
    ),
    max_size=4,
)


@given(changes, changes)
def test_applied_to_the_one_it_gives_the_other(
    one: list[tuple[str, int, int, str]], other: list[tuple[str, int, int, str]]
) -> None:
    old, new = (
        merge(
            BASE, [change(by, at, min(at + size, len(BASE)), text) for by, at, size, text in found]
        )
        for found in (one, other)
    )
    assert apply(old.text, between(old, new)) == new.text
