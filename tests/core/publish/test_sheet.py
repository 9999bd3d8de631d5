"""What a format would cut is named."""

import pytest

from plancli.core.publish.sheet import Block, Head, Sheet, TooLong, too_long
from plancli.core.text.marked import Run


def sheet(cell: str, *names: str) -> Sheet:
    rows = (("短", "短"), ("短", cell))
    return Sheet("表", (Head("单位"), Head("意见")), (Block(rows, names=names),))


def test_a_cell_that_just_fits_is_not_cut() -> None:
    assert too_long(sheet("字" * 10), 10) is None
    assert too_long(sheet("字" * 11, "甲-01", "甲-02"), 10) == TooLong("甲-02", "意见", 11)


def test_a_row_without_a_name_has_its_number() -> None:
    assert too_long(sheet("字" * 11), 10) == TooLong("2", "意见", 11)


@pytest.mark.parametrize(("words", "characters"), [("𠮷" * 6, 12), ("一\u202e二", 10)])
def test_characters_count_as_office_has_them(words: str, characters: int) -> None:
    """What lies outside of the first plane is two; what turns the direction is written out."""
    assert too_long(sheet(words, "甲", "乙"), 9) == TooLong("乙", "意见", characters)


def test_marked_words_count_as_well() -> None:
    runs = (Run("-", "字" * 6), Run("+", "字" * 6))
    shown = Sheet("表", (Head("意见"),), (Block(((runs,),), names=("甲-01",)),))
    assert too_long(shown, 10) == TooLong("甲-01", "意见", 12)


def test_a_line_over_the_whole_width_is_named_by_its_beginning() -> None:
    long = Sheet("表", (Head("意见"),), (), lead=("总" * 30,))
    assert too_long(long, 29) == TooLong("—", "总" * 20, 30)
