"""Lists in lists of a draft: by the numbers that offices give them, and only where these leave no doubt."""

from collections.abc import Iterator, Sequence

import hypothesis.strategies as st
import pytest
from hypothesis import given

from plancli.core.intake.body import ListLevel
from plancli.core.intake.draft.lists import too_deep, with_lists
from plancli.core.plan.model import Column, Paragraph, Part, levels_in


def said(parts: tuple[Part, ...]) -> str:
    """Return parts as their numbers, with what they hold in brackets behind them."""
    found: list[str] = []
    for part in parts:
        assert isinstance(part, Paragraph)
        inside = f"<{said(part.items)}>" if part.items else ""
        found.append((part.number or "·") + inside)
    return " ".join(found)


def paragraphs(numbers: str) -> list[Part]:
    found: list[Part] = []
    for at, number in enumerate(numbers.split()):
        own = None if number == "·" else number
        found.append(Paragraph(id=f"甲.{at}", number=own, text="略。"))
    return found


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("㈠ (1) ① ② (2) ㈡", "㈠<(1)<① ②> (2)> ㈡"),
        ("（一） （1） （2） （二） （1） （2）", "（一）<（1） （2）> （二）<（1） （2）>"),
        ("1 1) 2) 2", "1<1) 2)> 2"),
        ("㈠ (1) ① ② ㈡", "㈠<(1)<① ②>> ㈡"),
        ("一 (1) ① a. b. ② (2)", "一<(1)<①<a. b.> ②> (2)>"),
        # 1. beside （一） is as often a paragraph of its own
        ("（一） 1 2 （二）", "（一） 1 2 （二）"),
        # one alone, a gap, a paragraph between, two series side by side: nothing is certain
        ("㈠ (1) ㈡", "㈠ (1) ㈡"),
        ("㈠ (1) (3) ㈡", "㈠ (1) (3) ㈡"),
        ("㈠ (2) (3)", "㈠ (2) (3)"),
        ("㈠ (1) · (2)", "㈠ (1) · (2)"),
        ("㈠ (1) (2) ① ② (3)", "㈠<(1) (2)<① ②> (3)>"),
        ("· (1) (2)", "· (1) (2)"),
        ("㈠ ① ② (1) (2)", "㈠ ① ② (1) (2)"),
    ],
)
def test_numbers_say_what_holds_what(numbers: str, expected: str) -> None:
    assert said(with_lists(paragraphs(numbers))) == expected


def test_nothing_is_lost_and_a_column_ends_a_list() -> None:
    column = Column(column="专栏1")
    parts = [*paragraphs("㈠ (1) (2)"), column, *paragraphs("(3)")]
    found = with_lists(parts)
    assert [type(part).__name__ for part in found] == ["Paragraph", "Column", "Paragraph"]
    deep = with_lists(paragraphs("一 (1) 1) ① a. b. ② 2) (2)"))
    # more levels than lists have: the outermost paragraph holds none
    assert said(deep) == "一 (1)<1)<①<a. b.> ②> 2)> (2)"


@pytest.mark.parametrize(
    ("levels", "expected", "deep"),
    [
        ("a0 a1 a1 a0", "·<· ·> ·", 0),
        # one entry alone is one, where the program has it below
        ("a0 a1 a2 a0", "·<·<·>> ·", 0),
        ("a0 a2 a1 a0", "·<· ·> ·", 0),
        # another list, a paragraph of none, an entry without one above it: they stay where they are
        ("a0 b1 a1", "· · ·", 0),
        ("a0 - a1 a1", "· · · ·", 0),
        ("a1 a1 a0 a1", "· · ·<·>", 0),
        # three levels below the outermost: what is deeper stands beside the deepest
        ("a0 a1 a2 a3 a4 a4 a1", "·<·<·<· · ·>> ·>", 2),
        ("a0 a1 a2 a3 a4 a5 a4 a0", "·<·<·<· · · ·>>> ·", 3),
    ],
)
def test_levels_of_the_program_say_what_holds_what(levels: str, expected: str, deep: int) -> None:
    parts: list[Part] = []
    listed: dict[str, ListLevel] = {}
    for at, said_there in enumerate(levels.split()):
        part = Paragraph(id=f"甲.{at}", text="略。")
        parts.append(part)
        if said_there != "-":
            listed[part.id] = ListLevel(said_there[0], int(said_there[1]))
    assert said(with_lists(parts, listed)) == expected
    assert len(list(too_deep(parts, listed))) == deep


@given(st.lists(st.tuples(st.sampled_from("ab-"), st.integers(0, 6)), max_size=24))
def test_whatever_levels_there_are_no_entry_is_lost_and_none_too_deep(
    levels: list[tuple[str, int]],
) -> None:
    parts: list[Part] = [Paragraph(id=f"甲.{at}", text="略。") for at, _ in enumerate(levels)]
    listed = {
        f"甲.{at}": ListLevel(name, level) for at, (name, level) in enumerate(levels) if name != "-"
    }
    found = with_lists(parts, listed)
    assert [*in_order(found)] == [part.id for part in parts if isinstance(part, Paragraph)]
    assert (
        max((levels_in((part,)) - 1 for part in found if isinstance(part, Paragraph)), default=0)
        <= 3
    )


def in_order(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        assert isinstance(part, Paragraph)
        yield part.id
        yield from in_order(part.items)
