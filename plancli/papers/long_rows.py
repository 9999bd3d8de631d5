"""Rows of a table in parts: what is too high for Excel, or for half a page, goes on in the row below."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.sheet import Cell, Head, runs_of, text_of
from plancli.core.text.marked import Run
from plancli.messages import N_, in_language
from plancli.papers.word.lines import portions


class Room(NamedTuple):
    """What a cell of a column holds: narrow characters in a line, and lines."""

    width: float
    lines: int


class PartOfRow(NamedTuple):
    """A row as it is printed: a whole row of the table, or one `part` of several.

    Each part has all cells. In the columns that `flow` it has its portion of the words, in the others all of
    them again: whoever sorts or filters keeps the parts together. `lines` is how many its highest cell takes.
    """

    cells: tuple[Cell, ...]
    part: int
    parts: int
    flow: tuple[int, ...]
    lines: int


def parts_of_row(row: Sequence[Cell], rooms: Sequence[Room]) -> list[PartOfRow]:
    """Return a row as the parts in which it is printed; one that fits is one part."""
    needed = [lines_of(text_of(cell), room.width) for cell, room in zip(row, rooms, strict=True)]
    if all(lines <= room.lines for lines, room in zip(needed, rooms, strict=True)):
        return [PartOfRow(tuple(row), 1, 1, (), max(needed))]
    pieces = [list(_pieces(cell, room)) for cell, room in zip(row, rooms, strict=True)]
    count = max(map(len, pieces))
    flow = tuple(column for column, found in enumerate(pieces) if len(found) > 1)
    parts: list[PartOfRow] = []
    for at in range(count):
        cells = tuple(_part(row, pieces, at))
        sizes = (
            lines_of(text_of(cell), room.width) for cell, room in zip(cells, rooms, strict=True)
        )
        parts.append(PartOfRow(cells, at + 1, count, flow, max(sizes)))
    return parts


def parts_with_tables(row: Sequence[Cell], rooms: Sequence[Room], most: int) -> list[PartOfRow]:
    """Return a row with tables in parts: of each so many rows, beside them what there is room for."""
    pieces: list[Sequence[_Piece]] = []
    for cell, room in zip(row, rooms, strict=True):
        if isinstance(cell, DrawnTable):
            pieces.append(cell.in_parts(most))
        else:
            pieces.append(list(_pieces(cell, room)))
    count = max(map(len, pieces))
    flow = tuple(column for column, found in enumerate(pieces) if len(found) > 1)
    return [PartOfRow(tuple(_part(row, pieces, at)), at + 1, count, flow, 0) for at in range(count)]


_Piece = Sequence[Run] | DrawnTable


def _part(row: Sequence[Cell], pieces: Sequence[Sequence[_Piece]], at: int) -> Iterator[Cell]:
    """Yield the cells of one part; words that came to their end earlier leave an empty cell."""
    for cell, found in zip(row, pieces, strict=True):
        if len(found) == 1:
            yield cell
        elif at >= len(found):
            yield ""
        else:
            yield _as_cell(cell, found[at])


def _as_cell(whole: Cell, piece: _Piece) -> Cell:
    """Return a piece of a cell as a cell of its kind."""
    if isinstance(piece, DrawnTable):
        return piece
    return "".join(run.text for run in piece) if isinstance(whole, str) else tuple(piece)


def _pieces(cell: Cell, room: Room) -> Iterator[tuple[Run, ...]]:
    """Yield the words of a cell in pieces that fit, line by line; a line that is too long is broken."""
    piece: list[Run] = []
    left = room.lines
    in_a_line = max(int(room.width / WIDE), 1)
    for line in _lines(runs_of(cell)):
        for portion in _fitting(line, room, room.lines * in_a_line):
            needed = _needed(portion, room)
            if needed > left and piece:
                yield tuple(piece)
                piece, left = [], room.lines
            piece += portion
            left -= needed
    yield tuple(piece)


def said_in_part(part: PartOfRow, column: int, head: Head, language: str) -> Cell:
    """Return what a part of a row says in a column: words that do not go on are said in the first part.

    What rows share, and the place of which they tell, is said in each, for whoever turns the page.
    """
    words = part.cells[column]
    if part.part == 1 or column in part.flow:
        return words
    name = text_of(words) if head.is_said_again else ""
    return in_language(language).gettext(_ALIKE).format(name=name) if name else ""


_ALIKE = N_("{name} (continued)")


def _fitting(line: Sequence[Run], room: Room, most: int) -> Iterator[tuple[Run, ...]]:
    """Yield a line in portions of at most so many characters, fewer where long words leave room empty."""
    for portion in portions(line, most):
        if most > 1 and _needed(portion, room) > room.lines:
            yield from _fitting(portion, room, most // 2)
        else:
            yield portion


def _needed(portion: Sequence[Run], room: Room) -> int:
    return lines_of("".join(run.text for run in portion).removesuffix("\n"), room.width)


def _lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield marked words line by line, each with the break at its end: parts joined are the words again."""
    line: list[Run] = []
    for op, text in runs:
        for piece in text.splitlines(keepends=True):
            line.append(Run(op, piece))
            if piece.endswith("\n"):
                yield line
                line = []
    yield line


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

GOES_ON = "续行"
"""How the names of Word's styles end in which words go on from the row above."""
