"""Two orders of the same names: what stays, what moves."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from plancli.core.text.marked import Op


def staying(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the names that need not move: the longest run that stands in the same order in both."""
    places = {name: at for at, name in enumerate(new)}
    pairs: list[tuple[int, int]] = []
    for at, name in enumerate(old):
        if name in places:
            pairs.append((at, places[name]))
    return {old[at] for at, _ in rising(pairs)}


def interleaved(
    old: Sequence[str], new: Sequence[str], moved: Collection[str] = ()
) -> Iterator[tuple[Op, str]]:
    """Yield the names of both lists in one order: in each gap first what goes, then what comes.

    A name that moves goes at its old place and comes at its new one; `moved` are names that surely do.
    """
    stay = staying([name for name in old if name not in moved], new)
    at = 0
    for name in new:
        # a name that comes stands behind what goes in the same gap, so the gap is emptied before each name
        while at < len(old) and old[at] not in stay:
            yield "-", old[at]
            at += 1
        if name in stay:
            yield "=", name
            at += 1
        else:
            yield "+", name
    # what goes behind the last name that stays; nothing else is left there
    for name in old[at:]:
        yield "-", name


_NONE = -1
"""Stands for no pair where pairs are counted from 0."""


def rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rise on both sides; `pairs` rise on the first side.

    By patience sorting: each pair is laid on the leftmost pile whose top is not below it. Whoever lies on
    a pile has, on the pile to the left of it, a pair that it may follow.
    """
    tops: list[int] = []  # what the top pair of each pile is on the second side
    piles: list[int] = []  # which pair lies on top of each pile
    followed: list[int] = []  # for each pair the one that it follows, or none
    for at, (_, partner) in enumerate(pairs):
        pile = bisect_left(tops, partner)
        followed.append(piles[pile - 1] if pile else _NONE)
        if pile == len(piles):
            tops.append(partner)
            piles.append(at)
        else:
            tops[pile] = partner
            piles[pile] = at

    # the top of the last pile ends a longest run; it is read from there to its beginning
    found: list[tuple[int, int]] = []
    last = piles[-1] if piles else _NONE
    while last != _NONE:
        found.append(pairs[last])
        last = followed[last]
    found.reverse()
    return found


_NUMBER = re.compile("([0-9]+)")


def by_number(name: str) -> tuple[list[str | int], str]:
    """Return by what names with numbers in them are sorted: …-09, …-10, …-99, …-100, and 2.9 before 2.10.

    Words and numbers alternate, words first; names that differ only in zeros ahead keep an order.
    """
    found: list[str | int] = []
    for at, piece in enumerate(_NUMBER.split(name)):
        # what splits stands in every second place
        is_number = at % 2 == 1
        found.append(int(piece) if is_number else piece)
    return found, name
