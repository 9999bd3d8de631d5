"""Marks inside a patch: what is changed, and everything that passes through untouched."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from plancli.git.hunks import marked_patch

HEAD = [
    "diff --git a/plan/甲.yaml b/plan/甲.yaml\n",
    "--- a/plan/甲.yaml\n",
    "+++ b/plan/甲.yaml\n",
]


def marked(*lines: str) -> list[str]:
    return list(marked_patch([*HEAD, *lines]))[len(HEAD) :]


def test_changed_characters_are_marked() -> None:
    assert marked("@@ -1,2 +1,2 @@\n", " key: 一\n", "-  建设2万个。\n", "+  建成3万个。\n") == [
        "@@ -1,2 +1,2 @@\n",
        " key: 一\n",
        "-  [-建设2万个-]。\n",
        "+  {+建成3万个+}。\n",
    ]


def test_a_sentence_cut_in_two_is_compared_as_one() -> None:
    lines = ["@@ -1 +1,2 @@\n", "-推进建设。加强管理。\n", "+推进建设。\n", "+加强全面管理。\n"]
    assert marked(*lines) == [*lines[:3], "+加强{+全面+}管理。\n"]


def test_lines_that_are_new_as_a_whole_and_other_files_pass() -> None:
    lines = [
        "@@ -1,0 +1,2 @@\n",
        "+一。\n",
        "+二。\n",
        "\n",
        "commit x\n",
        "-- 不是修改\n",
        "++ 也不是\n",
    ]
    assert marked(*lines) == lines
    other = ["diff --git a/甲.py b/甲.py\n", "@@ -1 +1 @@\n", "-推进建设。\n", "+推进加快建设。\n"]
    assert marked(*other) == other
    merge = [
        "diff --cc plan/甲.yaml\n",
        "@@@ -1 -1 +1 @@@\n",
        "- 推进建设。\n",
        " +推进加快建设。\n",
    ]
    assert marked(*merge) == merge


def test_a_word_diff_ends_what_is_marked() -> None:
    lines = ["@@ -1,4 +1,4 @@\n", "推进[-建设-]{+管理+}\n", "-推进建设。\n", "+推进加快建设。\n"]
    assert marked(*lines) == lines


def test_a_missing_line_end_stays_where_it_is() -> None:
    end = "\\ No newline at end of file\n"
    lines = ["@@ -1 +1 @@\n", "-推进建设。\n", end, "+推进加快建设。\n", end]
    assert marked(*lines) == [*lines[:3], "+推进{+加快+}建设。\n", end]


def test_colours_stay_and_marks_are_reversed() -> None:
    lines = [
        "\x1b[36m@@ -1 +1 @@\x1b[m\n",
        "\x1b[31m-推进建设。\x1b[m\n",
        "\x1b[32m+\x1b[m\x1b[32m推进加快建设。\x1b[m\n",
    ]
    assert marked(*lines)[1:] == [
        lines[1].replace("\x1b[m", "\x1b[m"),
        "\x1b[32m+推进\x1b[7m加快\x1b[27m建设。\x1b[m\n",
    ]


def test_nothing_is_kept_back_but_the_change_itself() -> None:
    """The lines of a commit are shown as soon as they are there."""
    lines = [
        *HEAD,
        "@@ -1,2 +1,2 @@\n",
        "-推进建设。\n",
        "+推进加快建设。\n",
        " 后文\n",
        "commit y\n",
    ]
    fed = 0

    def source() -> Iterator[str]:
        nonlocal fed
        for line in lines:
            fed += 1
            yield line

    shown = marked_patch(source())
    assert [next(shown) for _ in range(4)] == lines[:4]
    assert fed == 4
    next(shown)
    assert fed == 7


line = st.text("-+ @\\、建设abc1。", max_size=8)


@given(st.lists(line, max_size=8), st.integers(0, 4), st.integers(0, 4))
def test_without_its_marks_a_patch_is_what_it_was(body: list[str], old: int, new: int) -> None:
    lines = [f"@@ -1,{old} +1,{new} @@\n", *(f"{words}\n" for words in body)]
    coloured = [f"\x1b[31m{words}" for words in lines]
    shown = marked(*coloured)
    strip = ("\x1b[7m", "\x1b[27m", "\x1b[m")

    def bare(found: list[str]) -> list[str]:
        for mark in strip:
            found = [words.replace(mark, "") for words in found]
        return found

    assert bare(shown) == coloured
