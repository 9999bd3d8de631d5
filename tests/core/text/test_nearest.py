"""The nearest passages: apart from each other, the nearest first."""

from itertools import combinations

from plancli.core.text.nearest import Nearest


def test_passages_of_one_long_text_do_not_overlap() -> None:
    text = "".join(f"第{number}项推进公交优先发展,完善服务。" for number in range(60))
    found = Nearest([text]).passages(["第31项推进公交优先发殿,完善服务"], 3, 0.5)
    assert found
    assert all(
        one.end <= other.start or other.end <= one.start for one, other in combinations(found, 2)
    )
    assert [near.similarity for near in found] == sorted(
        (near.similarity for near in found), reverse=True
    )


def test_what_resembles_nothing_has_no_passage() -> None:
    assert Nearest(["推进公交建设。"]).passages(["完全无关的一句话"], 3, 0.5) == []
