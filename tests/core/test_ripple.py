"""Ripples: a term hides a shorter one only where the shorter is part of it and stands nowhere else."""

from plancli.core.locate import Candidate
from plancli.core.printed import Position
from plancli.core.ripple import Ripple, _widest


def ripple(old: str, *sentences: str, comment: str = "甲局-01") -> Ripple:
    places = tuple(Candidate(old, "1", sentence, Position(None, None)) for sentence in sentences)
    return Ripple(comment, "2", old, "新", places)


WIDE = ripple("电子医保凭证", "发放电子医保凭证。")


def test_a_part_of_a_longer_term_that_stands_nowhere_else_is_left_out() -> None:
    assert list(_widest([ripple("电子医保", "发放电子医保凭证。"), WIDE])) == [WIDE]


def test_a_part_that_stands_elsewhere_too_is_kept() -> None:
    part = ripple("电子医保", "发放电子医保凭证。", "完善电子医保。")
    assert list(_widest([part, WIDE])) == [WIDE, part]


def test_another_term_in_the_same_sentence_is_kept() -> None:
    other = ripple("基站2万", "发放电子医保凭证。")
    assert list(_widest([other, WIDE])) == [WIDE, other]


def test_another_comments_term_is_kept() -> None:
    other = ripple("电子医保", "发放电子医保凭证。", comment="乙局-01")
    assert list(_widest([other, WIDE])) == [WIDE, other]
