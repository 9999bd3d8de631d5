"""Where lines end in a column, about: how many words take, and words taken in pieces of so many."""

import re
from collections.abc import Iterator

from plancli.core.publish.sheet import Cell, runs_of, text_of
from plancli.core.text.characters import CLAUSE_MARKS, CLOSERS, SENTENCE_MARKS
from plancli.core.text.marked import Run
from plancli.papers.word.lines import between


class Flow:
    """The words of a cell, taken piece by piece; together the `pieces` are the words again."""

    def __init__(self, cell: Cell, width: float) -> None:
        self._runs, self._width = runs_of(cell), width
        self._text = text_of(cell).translate(WIDE_QUOTES)
        self._at = self.rest = 0
        self._count()
        self.pieces: list[tuple[Run, ...]] = []

    def take(self, lines: int) -> None:
        """Take a piece of at most so many lines, if there is still one."""
        if not self.rest:
            return
        end = end_of_piece(self._text, self._at, self._width, lines)
        self.pieces.append(between(self._runs, self._at, end))
        self._at = end
        self.rest -= lines
        if end == len(self._text):
            self.rest = 0
        elif self.rest < _COUNTED:
            self._count()

    def _count(self) -> None:
        """Say about how many lines are left; none once all is taken."""
        self.rest = sum(1 for _end in line_ends(self._text, self._at, self._width))


_COUNTED = 200
"""Fewer lines are counted again behind each piece; of more it is enough to know about how many."""


def end_of_piece(text: str, start: int, width: float, lines: int) -> int:
    """Return where a piece of at most so many lines ends best.

    Best behind a sentence, for which some lines may stay empty, or behind a clause in the last line. Else the
    last line is full.
    """
    ends = [start]
    for end in line_ends(text, start, width):
        ends.append(end)
        if len(ends) > lines:
            break
    last = ends[-1]
    if last == len(text):
        return last
    for mark, most in ((_SENTENCE, _EMPTY_LINES), (_CLAUSE, 1)):
        first = ends[-1 - min(most, max(lines // 3, 1))]
        if found := [match.end() for match in mark.finditer(text, first, last)]:
            return found[-1]
    return last


_EMPTY_LINES = 3
"""A sentence that ends in one of so many last lines is the last one of a piece."""
_SENTENCE = re.compile(f"[{SENTENCE_MARKS}]+[{CLOSERS}]*\\n?|\\n")
_CLAUSE = re.compile(f"[{CLAUSE_MARKS}][{CLOSERS}]*")


def line_ends(text: str, start: int, width: float) -> Iterator[int]:
    """Yield where each line ends in a column of so many narrow characters."""
    room, taken, begin = max(width - 1, 1), 0.0, start
    for atom in _ATOM.finditer(text, start):
        at, end = atom.span()
        if atom[0] == "\n":
            yield end
            taken, begin = 0.0, end
            continue
        size = WIDE if atom[0] > _LAST_NARROW else NARROW
        is_whole = size == NARROW
        while at < end:
            wanted = (end - at) * size if is_whole else size
            if begin < at and taken + wanted > room:
                yield at
                taken, begin = 0.0, at
            # as many characters as fit at once: it is asked of every line of long rows
            step = min(max(int((room - taken) / size), 1), end - at)
            at, taken, is_whole = at + step, taken + step * size, False
    if begin < len(text) or begin == start:
        yield len(text)


WIDE_QUOTES = dict.fromkeys(map(ord, "“”‘’…—·"), "\u3000")
"""Marks that some programs set as wide as a Chinese character, made one."""
_ATOM = re.compile(r"[!-~]+|[\u2e80-\U0010ffff]+|.|\n", re.DOTALL)
"""Letters and digits, which no program breaks while they fit on a line; what may end a line anywhere."""


def lines_of(text: str, width: float) -> int:
    """Return about how many lines a text takes in a column of so many narrow characters."""
    room = max(width - 1, 1)
    return sum(int(_taken(line, room) // room) + 1 for line in text.split("\n"))


def _taken(line: str, room: float) -> float:
    """Return how many narrow characters of room a line takes, with what stays empty ahead of long words.

    An address or a number that does not fit behind the words before it begins a line of its own.
    """
    if not _LONG.search(line):
        return _size(line)
    taken, at = 0.0, 0
    for word in _LONG.finditer(line):
        taken += _size(line[at : word.start()])
        ahead, size = taken % room, _size(word[0])
        begins_line = ahead > 0 and ahead + size > room
        taken += room - ahead + size if begins_line else size
        at = word.end()
    return taken + _size(line[at:])


def _size(line: str) -> float:
    """Return how many narrow characters wide a line is."""
    wide = sum(map(_LAST_NARROW.__lt__, line))  # asked of every character of every table
    return wide * WIDE + (len(line) - wide) * NARROW


_LONG = re.compile(r"[!-~]{8,}")
"""What no program breaks while it fits on a line."""
_LAST_NARROW = "\u2e7f"
"""Behind it stand the characters that are as wide as Chinese ones."""
WIDE, NARROW = 2.3, 1.15
"""Widths of a Chinese and of another character, somewhat more than they are: nothing may be cut."""
