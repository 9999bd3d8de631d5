"""Two orders of the same names: what stays, what moves."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from plancli.core.text.marked import Op


def staying(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the names that need not move: the longest run that stands in the same order in both."""
    places = {name: at for at, name in enumerate(new)}
    pairs = [(at, places[name]) for at, name in enumerate(old) if name in places]
    return {old[at] for at, _ in rising(pairs)}


def interleaved(
    old: Sequence[str], new: Sequence[str], moved: Collection[str] = ()
) -> Iterator[tuple[Op, str]]:
    """Yield the names of both lists in one order: in each gap first what goes, then what comes.

    A name that moves goes at its old place and comes at its new one; `moved` are names that surely do.
    """
    stay = staying([name for name in old if name not in moved], new)
    at = 0
    for name in [*new, None]:
        while at < len(old) and old[at] not in stay:
            yield "-", old[at]
            at += 1
        if name is not None:
            at += name in stay
            yield "=" if name in stay else "+", name


def rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rise on both sides (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for at, (_, partner) in enumerate(pairs):
        pile = bisect_left(tops, partner)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [partner]
        piles[pile : pile + 1] = [at]
    found: list[tuple[int, int]] = []
    last = piles[-1] if piles else -1
    while last >= 0:
        found.append(pairs[last])
        last = before[last]
    return found[::-1]


_NUMBER = re.compile("([0-9]+)")


def by_number(name: str) -> tuple[list[str | int], str]:
    """Return by what names with numbers in them are sorted: …-09, …-10, …-99, …-100, and 2.9 before 2.10.

    Words and numbers alternate, words first; names that differ only in zeros ahead keep an order.
    """
    pieces = _NUMBER.split(name)
    return [int(piece) if at % 2 else piece for at, piece in enumerate(pieces)], name
