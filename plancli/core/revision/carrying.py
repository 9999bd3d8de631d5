"""Carry what the office changed in a text over to the same text as it was numbered before.

Of the text as comments have it (`before`) the plan was made by writing other numbers into references
(`replaced`), and the office changed that: its changes are wanted in `before`.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancli.core.text.diff import Splice, apply, splices


class OwnChange(NamedTuple):
    """A change of the office: what it replaces in `before`, and where its words stand in its own text."""

    start: int
    end: int
    own_start: int
    own_end: int


class _Region(NamedTuple):
    """Where a number stands in the text with other numbers, and how much longer it is than before."""

    start: int
    end: int
    grown: int


class _Change(NamedTuple):
    """A change of the office, in the text with other numbers and in its own."""

    start: int
    end: int
    own_start: int
    own_end: int

    def longer(self, ahead: int, behind: int) -> "_Change":
        """Return it with so many characters more on each side, which are the same in both texts."""
        ahead, behind = max(0, ahead), max(0, behind)
        return _Change(
            self.start - ahead, self.end + behind, self.own_start - ahead, self.own_end + behind
        )


def own_changes(
    before: str, replaced: Sequence[Splice], text: str, own: Iterable[Splice] = ()
) -> list[OwnChange]:
    """Return the office's changes in reading order; one that touches a number takes the whole number.

    `own` are the numbers of references in its own text: of 3座 that became 专栏3 the 3 is its word, too.
    """
    regions = _regions(replaced)
    found: list[OwnChange] = []
    for change in _changes(apply(before, replaced), text, regions, list(own)):
        start, end = (edge - _grown(regions, edge) for edge in (change.start, change.end))
        found.append(OwnChange(start, end, change.own_start, change.own_end))
    return found


def _regions(replaced: Iterable[Splice]) -> list[_Region]:
    """Return where replacements stand once they are made."""
    found: list[_Region] = []
    shift = 0
    for start, end, text in replaced:
        grown = len(text) - (end - start)
        found.append(_Region(start + shift, start + shift + len(text), grown))
        shift += grown
    return found


def _grown(regions: Iterable[_Region], edge: int) -> int:
    """Return by how much the numbers that end before a place made the text longer."""
    return sum(region.grown for region in regions if region.end <= edge)


def _changes(
    renumbered: str, text: str, regions: Sequence[_Region], numbers: Sequence[Splice]
) -> list[_Change]:
    """Return what differs; changes that touch one number are one."""
    found: list[_Change] = []
    shift = 0
    for start, end, words in splices(renumbered, text):
        own_start = start + shift
        own = _widened(_Change(start, end, own_start, own_start + len(words)), regions)
        own = _with_numbers(own, numbers)
        if found and own.start <= found[-1].end:
            own = found.pop()._replace(end=max(own.end, end), own_end=own.own_end)
        found.append(own)
        shift += len(words) - (end - start)
    return found


def _widened(change: _Change, regions: Iterable[_Region]) -> _Change:
    """Return a change with the whole of each number that it touches, also at its edge: 1 before 2 is 12."""
    for region in regions:
        if region.end < change.start or change.end < region.start:
            continue
        ahead, behind = change.start - region.start, region.end - change.end
        change = change.longer(ahead, behind)
    return change


def _with_numbers(change: _Change, numbers: Iterable[Splice]) -> _Change:
    """Return a change with the whole of each number in the office's text that it touches."""
    for number in numbers:
        if number.end < change.own_start or change.own_end < number.start:
            continue
        ahead, behind = change.own_start - number.start, number.end - change.own_end
        change = change.longer(ahead, behind)
    return change
