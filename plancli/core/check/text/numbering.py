"""Numbers that parts of a plan carry: series, gaps and doubles."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.text.numerals import HUNDREDS, chinese, number

_NUMBERED = re.compile(rf"(\D*?)([0-9]{{1,4}}|[{HUNDREDS}]{{1,4}})([章节编篇、.．)）]?)")


class Numbered(NamedTuple):
    """A part that carries a number: its key, and the series that it counts in, such as 第…章."""

    key: str
    series: str
    value: int


class Fault(NamedTuple):
    """A number that is missing, stands twice, or comes too late; `key` is where that shows."""

    key: str
    label: str
    missing: tuple[str, ...] = ()


def read_number(key: str, name: str) -> Numbered | None:
    """Read the number in a name such as 第四章, 17, 一 or 专栏15; None where it carries none."""
    match = _NUMBERED.fullmatch(name)
    if match is None:
        return None
    before, numeral, behind = match.groups()
    # Digits and Chinese numerals are two series: each one stands for all of its kind.
    kind = "1" if numeral.isdecimal() else "一"
    series = f"{before}{kind}{behind}"
    return Numbered(key, series, number(numeral))


def faults(series: Iterable[Numbered], before: int = 0) -> Iterator[Fault]:
    """Yield what is wrong with the numbers of one series, in reading order; it may begin again at 1.

    `before` is the number behind which it goes on where it does not begin at 1.
    """
    last = before
    missing: list[str] = []
    first: Numbered | None = None
    for one in series:
        goes_on = one.value == last + 1
        begins_again = one.value == 1 and last > 1
        if goes_on or begins_again:
            last = one.value
        elif one.value > last:
            for value in range(last + 1, one.value):
                missing.append(spelled(one.series, value))
            first = first or one
            last = one.value
        else:
            # It stands behind its like or a higher one, and does not count for those that follow.
            label = spelled(one.series, one.value)
            yield Fault(one.key, label)
    # Gaps are one finding: where the first one is, with all the numbers that are missing.
    if first:
        yield Fault(first.key, spelled(first.series, first.value), tuple(missing))


def faults_in_chapters(chapters: Sequence[Sequence[Numbered]]) -> Iterator[Fault]:
    """Yield what is wrong where each chapter begins at 1 or goes on behind the number before it.

    A number that stands alone in its chapter is no series; several are one where they begin at 1.
    """
    # Numbers that each stand alone, and never at 1, are names: the only project of a chapter is its 3.
    if all(len(chapter) == 1 and chapter[0].value > 1 for chapter in chapters):
        return
    before = 0
    for chapter in chapters:
        begins_anew = chapter[0].value == 1
        yield from faults(chapter, 0 if begins_anew else before)
        before = _reached(chapter)


def _reached(chapter: Iterable[Numbered]) -> int:
    """Return the highest number since the last 1."""
    reached = 0
    for one in chapter:
        reached = 1 if one.value == 1 else max(reached, one.value)
    return reached


def spelled(series: str, value: int) -> str:
    """Write a number as its series does."""
    if "1" in series:
        return series.replace("1", str(value), 1)
    return series.replace("一", chinese(value), 1)
