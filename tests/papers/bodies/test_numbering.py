"""Numbers that Word counts: written as their level says, begun anew where it says so."""

import pytest
from lxml import etree

from plancli.papers.bodies.numbering import Numbers
from tests.papers.bodies.packages import level

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def lists(levels: str, more: str = "") -> Numbers:
    """Return the lists 1 and 2 of one abstract list."""
    listed = '<w:num w:numId="{}"><w:abstractNumId w:val="7"/>{}</w:num>'
    nums = listed.format(1, "") + listed.format(2, more)
    xml = f'<w:numbering {_W}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>{nums}</w:numbering>'
    return Numbers(etree.fromstring(xml))


THREE = (
    level(0, "chineseCountingThousand", "第%1章")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
)


def test_deeper_levels_begin_anew_behind_higher_ones() -> None:
    numbers = lists(THREE)
    asked = (0, 1, 1, 2, 0, 1, 2, 2, 0)
    assert [numbers.next("1", at) for at in asked] == [
        "第一章", "（一）", "（二）", "1. ", "第二章", "（一）", "1. ", "2. ", "第三章",
    ]  # fmt: skip


def test_a_level_may_go_on_through_all_of_the_list() -> None:
    numbers = lists(
        level(0, "decimal", "%1") + level(1, "decimal", "%2、", '<w:lvlRestart w:val="0"/>')
    )
    assert [numbers.next("1", at) for at in (0, 1, 0, 1)] == ["1 ", "1、", "2 ", "2、"]


def test_lists_of_one_kind_go_on_unless_one_begins_anew() -> None:
    begins = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    goes_on, anew = lists(THREE), lists(THREE, begins)
    asked = ("1", "1", "2", "2")
    assert [goes_on.next(name, 0) for name in asked][2:] == ["第三章", "第四章"]
    assert [anew.next(name, 0) for name in asked][2:] == ["第一章", "第二章"]


def test_a_level_that_nobody_used_counts_as_its_first() -> None:
    numbers = lists(
        level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    assert numbers.next("1", 1) == "1.1 "


@pytest.mark.parametrize(
    ("written", "third"),
    [
        ("decimal", "3"),
        ("chineseCounting", "三"),
        ("ideographTraditional", "丙"),
        ("upperRoman", "III"),
        ("lowerLetter", "c"),
        ("decimalZero", "03"),
        ("decimalEnclosedCircleChinese", "③"),
        ("nobodyKnows", "3"),
    ],
)
def test_how_numbers_are_written(written: str, third: str) -> None:
    numbers = lists(level(0, written, "%1、"))
    assert [numbers.next("1", 0) for _ in range(3)][-1] == f"{third}、"


def test_marks_print_nothing_and_unknown_lists_neither() -> None:
    numbers = lists(level(0, "bullet", "•"))
    asked = (("1", 0), ("1", 5), ("9", 0), ("1", -1))
    assert [numbers.next(*one) for one in asked] == [""] * 4
