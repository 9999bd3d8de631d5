"""The nearest passages: apart from each other, the nearest first."""

from itertools import combinations

import pytest

from plancli.core.text.nearest import Nearest


def test_passages_of_one_long_text_do_not_overlap() -> None:
    text = "".join(f"第{number}项推进公交优先发展,完善服务。" for number in range(60))
    found = Nearest([text]).passages(["第31项推进公交优先发殿,完善服务"], 3, 0.5)
    assert len(found) == 3
    assert all(
        one.end <= other.start or other.end <= one.start for one, other in combinations(found, 2)
    )
    assert [near.similarity for near in found] == sorted(
        (near.similarity for near in found), reverse=True
    )


def test_what_resembles_nothing_has_no_passage() -> None:
    assert Nearest(["推进公交建设。"]).passages(["完全无关的一句话"], 3, 0.5) == []


PLACES = Nearest(["修缮东岸码头两座", "添置救生衣六十件", "修缮西岸码头三座"])


@pytest.mark.parametrize(
    ("fragments", "count", "least", "found"),
    [
        (["修缮东岸码头"], 3, 0.5, [(0, 0, 6, 1.0), (2, 0, 6, 5 / 6)]),
        (["修缮东岸码头"], 1, 0.5, [(0, 0, 6, 1.0)]),
        (["修缮东岸码头"], 3, 5 / 6, [(0, 0, 6, 1.0), (2, 0, 6, 5 / 6)]),
        (["修缮东岸码头"], 3, 0.84, [(0, 0, 6, 1.0)]),
        (["修缮南岸码头"], 3, 0.5, [(0, 0, 6, 5 / 6), (2, 0, 6, 5 / 6)]),
        (["添置救生圈六十件"], 3, 0.5, [(1, 0, 8, 7 / 8)]),
        # what stands between the words makes one quotation less like the passage
        (["添置救生六十件"], 3, 0.5, [(1, 0, 8, 14 / 15)]),
        (["添置大救生衣六十件"], 3, 0.5, [(1, 0, 8, 16 / 17)]),
        # several fragments: how much of all of them stands there, whatever lies between
        (["修缮东", "头两座"], 3, 0.9, [(0, 0, 8, 1.0)]),
        (["修缮东岸", "码头三座"], 3, 0.5, [(0, 0, 8, 7 / 8), (2, 0, 8, 7 / 8)]),
        # three characters in common lead somewhere, two nowhere
        (["救生衣"], 3, 0.1, [(1, 2, 5, 1.0)]),
        (["救生"], 3, 0.1, []),
        (["救生圈"], 3, 0.1, []),
    ],
)
def test_the_passages_with_most_in_common(
    fragments: list[str], count: int, least: float, found: list[tuple[int, int, int, float]]
) -> None:
    near = PLACES.passages(fragments, count, least)
    assert [(one.text, one.start, one.end) for one in near] == [one[:3] for one in found]
    assert [one.similarity for one in near] == pytest.approx([one[3] for one in found])


def filler(size: int) -> str:
    """Return text in which no character comes twice."""
    return "".join(chr(0x4E00 + at) for at in range(size))


@pytest.mark.parametrize("size", [400, 401, 599, 600, 601, 1000])
def test_a_passage_is_found_wherever_it_stands_in_a_long_text(size: int) -> None:
    text = filler(size)
    nearest = Nearest([text])
    for start in {*range(0, size - 20, 30), size - 20, 390, 200, 199} & set(range(size - 19)):
        (found,) = nearest.passages([text[start : start + 20]], 1, 0.9)
        assert (found.start, found.end, found.similarity) == (start, start + 20, 1.0)


def test_the_six_likeliest_texts_are_compared() -> None:
    for texts in (5, 6, 7, 8):
        found = Nearest(["救生衣"] * texts).passages(["救生衣"], 20, 0.5)
        assert [near.text for near in found] == list(range(min(texts, 6)))


@pytest.mark.parametrize(("texts", "found"), [(3997, 3), (3998, 1)])
def test_what_stands_everywhere_is_looked_up_last_and_only_within_four_thousand_places(
    texts: int, found: int
) -> None:
    """The rare words have one place each; the common ones are looked up only if all fit."""
    common, rare = ["公共服"] * texts, "公共服稀有"
    passages = Nearest([*common, rare]).passages([rare], 3, 0.5)
    assert len(passages) == found
    assert passages[0].text == texts


def test_what_stands_everywhere_is_looked_up_if_there_is_nothing_rarer() -> None:
    assert len(Nearest(["公共服"] * 5000).passages(["公共服"], 3, 0.5)) == 3
