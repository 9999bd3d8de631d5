"""Ripples: a term hides a shorter one only where the shorter is part of it and stands nowhere else."""

from plancli.core.evidence.ripple import Form, Ripple, _widest
from plancli.core.text.occurrences import Occurrences


def ripple(old: str, *starts: int) -> Ripple:
    return Ripple(Form("甲局-01", "2", old, "新"), Occurrences(starts))


WIDE = ripple("电子医保凭证", 2)
"""发放电子医保凭证。"""


def test_a_part_of_a_longer_term_that_stands_nowhere_else_is_left_out() -> None:
    assert list(_widest([ripple("医保凭证", 4), WIDE])) == [WIDE]


def test_a_part_that_stands_elsewhere_too_is_kept() -> None:
    part = ripple("电子医保", 2, 11)
    assert list(_widest([part, WIDE])) == [WIDE, part]


def test_another_term_is_kept() -> None:
    other = ripple("基站2万", 30)
    assert list(_widest([other, WIDE])) == [WIDE, other]
