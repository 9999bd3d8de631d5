"""What is shown of a change: the sentences that it stands in."""

import pytest

from plancli.core.text.in_part import focused, one_side
from plancli.core.text.marked import (
    GAP,
    LEFT_OUT_BRIEFLY,
    Run,
    abridged,
    as_markdown,
    on_one_line,
    shortened,
)


def runs(script: str) -> list[Run]:
    """Read a script: -gone, +come, =stays, with | between."""
    return [Run(part[0], part[1:]) for part in script.split("|")]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("script", "shown"),
    [
        ("=甲。乙。丙|-丁|=戊。己。庚。", "⋯|=丙|-丁|=戊。|⋯"),
        # a change of whole sentences needs none beside it
        ("=甲。乙。|+丙。|=丁。戊。", "⋯|+丙。|⋯"),
        ("=甲。|+丙。|=丁。", "=甲。|+丙。|=丁。"),
        ("=甲乙|-丙|=丁", "=甲乙|-丙|=丁"),
        ("-甲|=乙。丙。|+丁", "-甲|=乙。|⋯|+丁"),
        ("-甲。|=乙。丙|+丁", "-甲。|⋯|=丙|+丁"),
        ("=甲。乙。", "⋯"),
        ("-甲。乙。丙", "-甲。乙。丙"),
    ],
)
def test_the_sentences_that_changes_stand_in(script: str, shown: str) -> None:
    expected = [GAP if part == "⋯" else runs(part)[0] for part in shown.split("|")]
    assert focused(runs(script)) == expected


@pytest.mark.parametrize(
    ("script", "before", "after"),
    [
        ("=甲。乙。|+丙。|=丁。戊。", "⋯", "⋯ |+丙。| ⋯"),
        ("-甲。|=乙。丙。|+丁。|=戊。己。|-庚。", "-甲。| ⋯ |-庚。", "⋯ |+丁。| ⋯"),
    ],
)
def test_what_stays_on_one_side_is_left_out_once(script: str, before: str, after: str) -> None:
    changes = focused(runs(script))
    sides = one_side(changes, "+"), one_side(changes, "-")
    shown = ["|".join(f"{op}{text}".removeprefix("=") for op, text in side) for side in sides]
    assert shown == [before, after]


@pytest.mark.parametrize(
    ("script", "around", "shown"),
    [
        ("=一二三四|-甲|=五六七八", 3, "=一二三四|-甲|=五六七八"),
        ("=一二三四五|-甲|=五六七八九", 3, "=…三四五|-甲|=五六七…"),
        ("-甲|=一二三四五六七|+乙", 3, "-甲|=一二三四五六七|+乙"),
        ("-甲|=一二三四五六七八|+乙", 3, "-甲|=一二三…六七八|+乙"),
        ("-一二三四五六七八九|+乙", 2, "-一二三四五六七八九|+乙"),
    ],
)
def test_so_many_characters_on_both_sides(script: str, around: int, shown: str) -> None:
    assert abridged(runs(script), around) == runs(shown)


@pytest.mark.parametrize(
    ("text", "shown"), [("沿河步道", "沿河步道"), ("沿河步道改造", "沿河步道……"), ("", "")]
)
def test_a_text_is_shortened_only_where_more_follows(text: str, shown: str) -> None:
    assert shortened(text, 4) == shown


def test_the_sign_for_what_is_left_out_can_be_a_short_one() -> None:
    assert shortened("沿河步道改造", 4, LEFT_OUT_BRIEFLY) == "沿河步道…"


def test_lines_become_one() -> None:
    assert on_one_line(" 步道\n    加宽，  补灯。\n") == "步道 加宽， 补灯。"


def test_a_gap_behind_a_change_ends_a_line_without_a_blank() -> None:
    assert as_markdown([Run("-", "甲。"), GAP]) == "<del>甲。</del> ⋯"
    assert as_markdown([GAP, Run("+", "甲。")]) == "⋯ <ins>甲。</ins>"
