"""Where comments meet, as it is shown: no word, number or name of a unit is cut."""

from collections.abc import Sequence

import pytest

from plancli.core.merge.meeting import Level, Meeting, Side
from plancli.core.text.words import cut_by


def meeting(
    around: tuple[str, str], base: str, wordings: Sequence[str], joint: str | None = None
) -> Meeting:
    sides = tuple(Side(f"市民政局-{at:02}", words) for at, words in enumerate(wordings, 1))
    level = Level.HARD if joint is None else Level.SOFT
    return Meeting("17.1", "text", base, sides, level, joint or "", around)


@pytest.mark.parametrize(
    ("around", "base", "wordings", "shown"),
    [
        # the name of a unit
        (
            ("由县", "局牵头。"),
            "财政局、县水利",
            ["财政局、县林业", "财政"],
            ("县财政局、县水利局", ["县财政局、县林业局", "县财政局"]),
        ),
        # a word
        (("建设老年", "堂。"), "食", ["学", "活动食"], ("食堂", ["学堂", "活动食堂"])),
        # what is put in inside a word
        (("加强监", "工作。"), "管", ["测", ""], ("监管", ["监测", "监"])),
        # nothing is cut: what goes stays a deletion
        (("加强", "工作。"), "监管", ["监测", ""], ("监管", ["监测", ""])),
        (("每年新增", "床位。"), "", ["护理", "养老"], ("", ["护理", "养老"])),
    ],
)
def test_what_is_shown_cuts_no_word(
    around: tuple[str, str], base: str, wordings: list[str], shown: tuple[str, list[str]]
) -> None:
    found = meeting(around, base, wordings).in_whole_words
    assert (found.base, [side.wording for side in found.sides]) == shown
    assert found.joint == ""
    assert found.authors == meeting(around, base, wordings).authors


def test_the_joint_wording_has_the_same_words_beside_it() -> None:
    found = meeting(("开展监", "工作。"), "管", ["测", "控"], "控、监测").in_whole_words
    assert (found.base, found.joint) == ("监管", "监控、监测")


def test_parts_that_meet_as_a_whole_are_shown_as_they_are() -> None:
    whole = Meeting("17.1", "whole", "管", (Side("市民政局-01", "测"),))
    assert whole.in_whole_words is whole


@pytest.mark.parametrize(
    ("before", "wordings", "behind", "cut"),
    [
        ("", ["步道"], "", ("", "")),
        ("", [], "", ("", "")),
        ("沿河", [""], "步道", ("", "")),
        ("投资3", ["5", "6"], "万元。", ("3", "万元")),
        # what one of several cuts, all have
        ("改造", ["道路", "管"], "网。", ("", "网")),
    ],
)
def test_what_belongs_to_a_word_that_is_cut(
    before: str, wordings: list[str], behind: str, cut: tuple[str, str]
) -> None:
    assert cut_by(before, wordings, behind) == cut
