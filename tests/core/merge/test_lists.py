"""Moves of several comments below paragraphs: circles and lists that are too deep, in whatever order."""

from itertools import permutations

from plancli.core.merge.lists import goal_in_words, goals_of, holders, without_tangles
from plancli.core.merge.wanted import Addition, Moving, Wanted
from plancli.core.plan.model import Paragraph
from plancli.core.plan.outline import Outline
from tests.core.listed import DRAFT

OUTLINE = Outline(DRAFT)


def left(*moves: Moving, additions: tuple[Addition, ...] = ()) -> tuple[set[str], int]:
    """Return what still moves or comes, and how often comments meet."""
    wanted = Wanted(additions, (), moves, {}, lambda _by, _key: "")
    kept, come, meetings = without_tangles(OUTLINE, list(moves), list(additions), wanted)
    return {moving.key for moving in kept} | {new.key for new in come}, len(meetings)


def to(key: str, container: str) -> Moving:
    return Moving(key, f"{key}局", container, None)


def test_a_circle_goes_and_what_goes_into_it_stays_out_of_it() -> None:
    moves = (to("甲2", "乙1"), to("乙1", "丙1"), to("丙1", "甲2"), to("戊", "甲2"))
    assert {str(left(*order)) for order in permutations(moves)} == {str(({"戊"}, 1))}


def test_what_is_too_deep_together_goes_together() -> None:
    below = Addition("新", "乙1", "新局", Paragraph(id="新", text="设灯。"), None, None)
    assert left(to("乙1", "甲1甲"), additions=(below,)) == (set(), 1)
    assert left(to("乙1", "甲1"), additions=(below,)) == ({"乙1", "新"}, 0)
    moves = (to("丁", "乙1"), to("戊", "丁"), to("丙1", "戊"), to("乙", "第二章"))
    assert left(*moves) == ({"乙"}, 1)


def test_what_holds_a_part_is_also_what_it_is_to_go_into() -> None:
    moves = (to("甲1", "丙"), to("丙", "乙1"))
    expected = ["甲1甲", "甲1", "甲", "第一章", "丙", "第一章/专栏1", "乙1", "乙"]
    assert sorted(holders(OUTLINE, "甲1甲", goals_of(moves))) == sorted(expected)


def test_a_goal_says_beside_what() -> None:
    assert goal_in_words(to("甲1", "丙")) == "→ 丙"
    assert goal_in_words(Moving("甲1", "局", "丙", "丙1")) == "→ 丙 丙1 ↑"
    assert goal_in_words(Moving("甲1", "局", "丙", None, "丙1")) == "→ 丙 丙1 ↓"
