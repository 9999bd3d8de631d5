"""Marked words in the targets of text: nothing is lost, nothing of the words is taken for markup."""

import html
import re
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.marked import (
    GAP,
    LOOKS,
    Op,
    Run,
    as_html,
    as_markdown,
    marked,
    op_of,
    reversed_marks,
)

OPS: tuple[Op, ...] = ("=", "-", "+")
MARKS: dict[str, Op] = {op: op for op in OPS}
letters = st.text("河a1 \t　*_|<>&;\\`[]~#\"'\n", min_size=1, max_size=8)
scripts = st.lists(st.builds(Run, st.sampled_from(OPS), letters), max_size=6)


def spelled(runs: Iterable[Run], without: Op) -> str:
    return "".join(run.text for run in runs if run.op != without)


def from_html(text: str) -> str:
    return html.unescape(text)


def from_markdown(text: str) -> str:
    """Read the words of a line of Markdown: breaks, escaped signs, references."""
    pattern = re.compile(r"<br>|\\([!-/:-@\[-`{-~])|&#(\d+);")
    return pattern.sub(lambda m: m[1] or (chr(int(m[2])) if m[2] else "\n"), text)


TARGETS = [
    (as_html, from_html, ("<del>", "</del>"), ("<ins>", "</ins>")),
    (as_markdown, from_markdown, ("<del>", "</del>"), ("<ins>", "</ins>")),
    (marked, str, ("[-", "-]"), ("{+", "+}")),
]
Write = Callable[[Iterable[Run]], str]
Read = Callable[[str], str]
Brackets = tuple[str, str]


@pytest.mark.parametrize(("write", "read", "gone", "come"), TARGETS)
@given(runs=scripts)
def test_without_its_marks_a_target_spells_both_texts(
    write: Write, read: Read, gone: Brackets, come: Brackets, runs: list[Run]
) -> None:
    if write is marked:  # plain marks are not told from the same signs in the words
        runs = [run for run in runs if not set("[]") & set(run.text)]
    shown = write(runs)
    without: Op
    for (cut, end), (kept, stop), without in ((gone, come, "-"), (come, gone, "+")):
        only = re.sub(f"{re.escape(cut)}.*?{re.escape(end)}", "", shown, flags=re.DOTALL)
        assert read(only.replace(kept, "").replace(stop, "")) == spelled(runs, without)


@given(runs=scripts)
def test_markdown_is_one_line_whose_edges_are_no_blanks(runs: list[Run]) -> None:
    shown = as_markdown(runs)
    assert "\n" not in shown
    assert shown.strip(" \t") == shown


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ("用 |-ABC|+XYZ| 格式", "用 <del>ABC</del><ins>XYZ</ins> 格式"),
        ("甲|- 乙 |丙", "甲<del> 乙 </del>丙"),
        (" 甲|+乙 ", "&#32;甲<ins>乙 </ins>"),
        ("+甲| ", "<ins>甲</ins>&#32;"),
        ("+1*2|=<b>", "<ins>1\\*2</ins>\\<b>"),
        ("R&D &lt; &#60;", "R&D \\&lt; \\&\\#60;"),
        ("-一\n二", "<del>一<br>二</del>"),
    ],
)
def test_markdown(runs: str, shown: str) -> None:
    found = [Run(MARKS[p[0]], p[1:]) if p[0] in MARKS else Run("=", p) for p in runs.split("|")]
    assert as_markdown(found) == shown


def test_the_blank_of_a_gap_at_an_edge_is_none_of_the_words() -> None:
    assert as_markdown([GAP, Run("+", "新。"), GAP]) == "⋯ <ins>新。</ins> ⋯"
    assert as_markdown([GAP]) == "⋯"


def test_words_that_came_and_went_bear_both_marks() -> None:
    runs = [Run("±", "甲")]
    assert (marked(runs), as_markdown(runs)) == ("{+[-甲-]+}", "<ins><del>甲</del></ins>")
    assert as_html(runs) == '<del class="undone">甲</del>'
    assert [op_of(*by) for by in ((1, 1), (1, 0), (0, 1), (0, 0))] == ["±", "+", "-", "="]


def test_in_a_coloured_line_marks_are_reversed_and_nothing_else() -> None:
    assert reversed_marks([Run("=", "甲"), Run("-", "乙"), Run("+", "")]) == "甲\x1b[7m乙\x1b[27m"


def test_what_goes_and_what_comes_differ_without_colours() -> None:
    assert LOOKS["-"].struck
    assert not LOOKS["+"].struck
    assert LOOKS["+"].underlined
    assert LOOKS["+"].strong
    assert not LOOKS["-"].strong
    assert not LOOKS["-"].underlined
    assert LOOKS["-"] == LOOKS["±"]
    assert LOOKS["="] == (False, False, False, "")


def test_what_goes_and_what_comes_differ_in_black_and_white() -> None:
    gone, come = LOOKS["-"], LOOKS["+"]
    assert (gone.struck, gone.strong, gone.underlined) == (True, False, False)
    assert (come.struck, come.strong, come.underlined) == (False, True, True)
    assert LOOKS["="] == type(come)()
