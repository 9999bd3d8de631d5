"""Where pages end below the rows of a table, about: the program that opens it knows.

Programs differ, in how wide they set quotation marks for one, so that a row has a few lines or a few more.
A row stands on one page while it can. A longer one fills what is left of the page and goes on at the head of
the next one, if all programs leave about as much. If not, its parts are half a page high: however pages come
to end, no more than that stays empty.
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.sheet import Cell, text_of
from plancli.papers.line_ends import WIDE_QUOTES
from plancli.papers.long_rows import (
    PartOfRow,
    Room,
    lines_of_row,
    parts_that_flow,
    parts_with_tables,
)


class Lines(NamedTuple):
    """How many lines a row takes at least, and at most."""

    least: int
    most: int


class Pages:
    """The pages of a table, filled row by row; heights are in lines, those of a page without the head.

    They are known twice: where rows take as few lines as they can, and where as many. `_left` is what is left
    of each of the two pages.
    """

    def __init__(self, first: float, each: float, rule: float = 0) -> None:
        """`rule` is what a row takes beside its lines."""
        self._each, self._rule = (each, each - _UNSURE), rule
        self._left = (first, first - _UNSURE)
        self.lines = int(each - _UNSURE)

    def places(self, lines: Lines) -> bool:
        """Whether a row is printed whole, and then it is; if not, it is asked how high its parts are."""
        pages = zip(lines, self._left, self._each, strict=True)
        whole = all(_stands_whole(*page) for page in pages)
        if whole:
            self._fill(lines)
        return whole

    def part(self, rest: int) -> int:
        """Return how high the next part of a row is, of which so many lines are not printed yet."""
        few, many = self._left
        if max(few, many) < max(self._each[0] * _EMPTY, _FEW):
            few, many = self._each
        if abs(few - many) < _ALIKE:
            lines = _without_remainder(rest, int(min(few, many)))
        else:
            lines = ceil(rest / ceil(rest / (self._each[1] / 2)))
        self._fill(Lines(lines, lines))
        return lines

    def _fill(self, lines: Lines) -> None:
        few, many = (
            (left if high <= left else each) - high - self._rule
            for high, left, each in zip(lines, self._left, self._each, strict=True)
        )
        self._left = few, many


def parts_on_pages(
    row: Sequence[Cell], rooms: Sequence[float], pages: Pages, most: int
) -> list[PartOfRow]:
    """Return a row as it is printed in columns of so many narrow characters; of tables so many rows."""
    if any(isinstance(cell, DrawnTable) for cell in row):
        parts = parts_with_tables(row, [Room(room, pages.lines) for room in rooms], most)
        for part in parts:
            pages.places(_lines(part.cells, rooms))
        return parts
    if pages.places(_lines(row, rooms)):
        return [PartOfRow(tuple(row), 1, 1, (), 0)]
    return parts_that_flow(row, rooms, pages.part)


def _lines(cells: Sequence[Cell], rooms: Sequence[float]) -> Lines:
    """Return how many lines a row takes in different programs."""
    wider = [text_of(cell).translate(WIDE_QUOTES) for cell in cells]
    tight = [room * _TIGHT for room in rooms]
    return Lines(lines_of_row(cells, rooms), lines_of_row(wider, tight))


def _stands_whole(lines: int, left: float, each: float) -> bool:
    """Whether a row stands on a page of which so much is left, or on the next one."""
    if lines <= left or lines <= each / 2:
        return True
    return lines <= each and left <= each * _EMPTY


def _without_remainder(rest: int, room: int) -> int:
    """Return how many lines of a row fill the room that there is, so that none of its parts is too low."""
    lines = min(rest, room)
    return max(rest - _FEW, _FEW) if 0 < rest - lines < _FEW else lines


_FEW = 5
"""Lines of the lowest part of a row: fewer would look lost at the head or the foot of a page."""
_EMPTY = 1 / 4
"""So much of a page stays empty rather than that a row is printed in parts."""
_UNSURE = 1
"""Lines of a page that are not counted on: programs do not end all lines at the same words."""
_ALIKE = 3
"""Lines by which pages of different programs may differ and still be filled by the same words."""
_TIGHT = 0.97
"""What is left of a line where a program sets Latin words wider, or keeps marks from the ends of lines."""
