"""Which recorded comment did what to each part of the plan: looked up once for a whole round."""

from collections.abc import Iterable, Mapping, Sequence

from plancli.core.merge.placed import Placed
from plancli.core.merge.units import UnitsChange

_Authors = dict[str, list[tuple[int, str]]]
"""By key, the comments that did it, each with its place in the record."""


class Causes:
    """The changes of the recorded comments by the keys of what they change, in the order of the record."""

    def __init__(self, places: Sequence[Placed], same: Mapping[str, str]) -> None:
        """Look through the comments once; `same` maps keys of additions to the one that stands for them."""
        self._units: dict[str, list[UnitsChange]] = {}
        self._removers: _Authors = {}
        self._movers: _Authors = {}
        for at, placed in enumerate(places):
            for change in placed.units:
                self._units.setdefault(change.paragraph, []).append(change)
            for removal in placed.removals:
                self._removers.setdefault(removal.key, []).append((at, removal.by))
            for moving in placed.moves:
                self._movers.setdefault(moving.key, []).append((at, moving.by))
        self._adders = _adders(places, same)

    def units(self, paragraph: str) -> Sequence[UnitsChange]:
        """Return the changes of the responsible units of a paragraph."""
        return self._units.get(paragraph, ())

    def adders(self, key: str) -> list[str]:
        """Return the comments that added a part, or what holds it."""
        return _in_order(self._adders, (key,))

    def removers(self, keys: Iterable[str]) -> list[str]:
        """Return the comments that removed one of these parts."""
        return _in_order(self._removers, keys)

    def movers(self, keys: Iterable[str]) -> list[str]:
        """Return the comments that moved one of these parts."""
        return _in_order(self._movers, keys)


def _adders(places: Iterable[Placed], same: Mapping[str, str]) -> _Authors:
    """Return who added each part.

    Of parts that several comments added alike one is kept; it is that of all of them.
    """
    held: dict[str, list[str]] = {}
    wanted: list[tuple[str, str]] = []
    for placed in places:
        for one in placed.additions:
            held.setdefault(one.key, []).extend((one.key, *one.holds))
            wanted.append((same.get(one.key, one.key), one.by))
    found: _Authors = {}
    for at, (kept, by) in enumerate(wanted):
        for key in dict.fromkeys(held.get(kept, ())):
            found.setdefault(key, []).append((at, by))
    return found


def _in_order(authors: _Authors, keys: Iterable[str]) -> list[str]:
    found: list[tuple[int, str]] = []
    for key in keys:
        found += authors.get(key, ())
    return [by for _at, by in sorted(found)]
