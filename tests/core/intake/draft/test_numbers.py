"""The number ahead of a block: as it is printed, as a key has it, and what it begins."""

import pytest

from plancli.core.intake.body import BodyBlock
from plancli.core.intake.draft.numbers import Begins, head_number


@pytest.mark.parametrize(
    ("words", "number", "rest", "bare", "begins"),
    [
        ("第三章 河道整治", "第三章", "河道整治", "第三章", Begins.OTHER),
        ("二、疏浚", "二、", "疏浚", "二", Begins.OTHER),
        ("（四）护岸", "（四）", "护岸", "（四）", Begins.OTHER),
        ("12.清淤工程", "12.", "清淤工程", "12", Begins.OTHER),
        ("１２．清淤工程", "１２．", "清淤工程", "12", Begins.OTHER),
        ("专栏 3：闸站", "专栏 3", "闸站", "专栏3", Begins.COLUMN),
        ("附件2 名录", "附件2", "名录", "附件2", Begins.ANNEX),
        ("表2-1 指标", "表2-1", "指标", "表2-1", Begins.CAPTION),
        ("Chapter 2 Dredging", "Chapter 2", "Dredging", "Chapter 2", Begins.OTHER),
        ("一体化推进", "", "一体化推进", "", Begins.OTHER),
        ("2030年前完成", "", "2030年前完成", "", Begins.OTHER),
    ],
)
def test_numbers_with_their_words(
    words: str, number: str, rest: str, bare: str, begins: Begins
) -> None:
    found = head_number(BodyBlock(words, 1))
    assert (found.number, found.words, found.bare, found.begins) == (number, rest, bare, begins)


def test_what_the_program_counts_is_a_number_whatever_follows() -> None:
    found = head_number(BodyBlock("一级水源保护", 1, number="一、"))
    assert (found.number, found.words, found.value) == ("一、", "一级水源保护", 1)


def test_marks_and_width_make_no_other_series() -> None:
    one, other = (head_number(BodyBlock(words, 1)) for words in ("（一）甲", "(二)乙"))
    assert one.series == other.series
    assert head_number(BodyBlock("1、甲", 1)).series == head_number(BodyBlock("2.乙", 1)).series
