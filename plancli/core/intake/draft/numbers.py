"""The number at the head of a block: of which series it is, and what kind of part it begins."""

import re
from enum import StrEnum
from typing import NamedTuple

from plancli.core.intake.body import BodyBlock
from plancli.core.plan.series import Ordinal, series_of, split_number
from plancli.core.text.characters import NARROW


class Begins(StrEnum):
    """What a number with a name begins; one without a name begins a section or a paragraph."""

    COLUMN = "column"
    CAPTION = "caption"
    ANNEX = "annex"
    OTHER = "other"


class HeadNumber(NamedTuple):
    """A number as it is printed, with the words behind it; `number` is empty where there is none.

    `bare` is it without the mark that its series prints behind it, and without blanks: 1 of 1.
    `series` tells it from other series, `value` is its place in that.
    """

    number: str
    words: str
    bare: str = ""
    series: str = ""
    value: Ordinal = 0
    begins: Begins = Begins.OTHER


def head_number(block: BodyBlock) -> HeadNumber:
    """Return the number of a block: the one that its program counts, or the one with which it begins."""
    number, words = block.number.strip(), block.words
    if number:
        # what the program counts is a number whatever stands behind it
        read = series_of(number)
    else:
        number, words = split_number(block.words)
        read = series_of(number) if number else None
    if read is None:
        return HeadNumber("", block.printed)
    series, value = read
    begins = _begins(number)
    if begins is not Begins.OTHER:
        words = words.lstrip(_BETWEEN)
    return HeadNumber(number, words, _bare(number), series.bare.alike, value, begins)


_BETWEEN = " \u3000:：.．、—"
"""What may stand between a number with a name and its title: 专栏1:指标."""


def _begins(number: str) -> Begins:
    for pattern, begins in _NAMES:
        if pattern.match(number):
            return begins
    return Begins.OTHER


_NAMES = (
    (re.compile("专栏|(?:Box|Column)\\s"), Begins.COLUMN),
    (re.compile("附[件录表图]|(?:Annex|Appendix|Schedule)\\s"), Begins.ANNEX),
    (re.compile("[表图]|(?:Table|Figure)\\s"), Begins.CAPTION),
)


def _bare(number: str) -> str:
    """Return a number as the key of a part has it: 第一章, 一, 17, 专栏3, (一)."""
    without = "".join(number.split())
    if any(map(str.isascii, filter(str.isalpha, number))):
        without = " ".join(number.split())  # Chapter 1
    narrow = without.translate(NARROW)
    if narrow[-1:] in _MARKS and narrow[:-1].isalnum():
        return narrow[:-1]
    return without


_MARKS = ("、", ".", ":")
