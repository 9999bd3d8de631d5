"""Lists in lists of a draft: by the numbers that offices give them, and only where these leave no doubt."""

import pytest

from plancli.core.intake.draft.lists import with_lists
from plancli.core.plan.model import Column, Paragraph, Part


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
