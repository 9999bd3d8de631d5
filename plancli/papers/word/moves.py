"""Parts that moved in a Word document: Word shows both places of a move, and accepts or rejects them as one.

Around what moves stand marks, in pairs with one name (ECMA-376, part 1, 17.13.5.21-28). Tables and figures
go at one place and come at the other: there are no moves of rows.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancli.core.evidence.pieces import Authors
from plancli.core.evidence.redline import Line, LineKind

_RUNNING = (
    LineKind.SECTION,
    LineKind.COLUMN,
    LineKind.PARAGRAPH,
    LineKind.ITEM,
    LineKind.FORMULA,
)


class Moved(NamedTuple):
    """A line at one of its two places, with those that move beside it: the move has a number.

    It `begins` what moves there, or `ends` it; `by` are those who moved it.
    """

    number: int
    comes: bool
    begins: bool
    ends: bool
    by: Authors

    @property
    def change(self) -> str:
        """The name of the element in which the words stand that move."""
        return "moveTo" if self.comes else "moveFrom"

    @property
    def name(self) -> str:
        """What both places of a move are called."""
        return f"plancli_move_{self.number}"


Place = tuple[str, bool]
"""The key of a line, and whether it comes there."""


def moves(lines: Iterable[Line]) -> Mapping[Place, Moved]:
    """Return the lines that move. Those that follow each other at both places are of one move."""
    gone, came = _places(lines)
    found: dict[Place, Moved] = {}
    for number, keys in enumerate(_together(gone, came), 1):
        for key in keys:
            begins, ends = key == keys[0], key == keys[-1]
            for comes in (False, True):
                found[key, comes] = Moved(number, comes, begins, ends, gone[key].by)
    return found


def _together(gone: "_Places", came: "_Places") -> list[list[str]]:
    """Return the keys of lines that move, those of one move together."""
    found: list[list[str]] = []
    for key in gone:
        if key not in came or came[key].by != gone[key].by:
            continue
        ahead = found[-1][-1] if found else ""
        if ahead and _follows(ahead, key, gone) and _follows(ahead, key, came):
            found[-1].append(key)
        else:
            found.append([key])
    return found


class _At(NamedTuple):
    """Where a line stands, and by whom."""

    place: int
    by: Authors


_Places = Mapping[str, _At]


def _places(lines: Iterable[Line]) -> tuple[_Places, _Places]:
    """Return where lines go, and where they come, by their keys."""
    gone: dict[str, _At] = {}
    came: dict[str, _At] = {}
    for at, line in enumerate(lines):
        if line.kind in _RUNNING and line.added:
            came[line.key] = _At(at, line.added)
        elif line.kind in _RUNNING and line.gone:
            gone[line.key] = _At(at, line.gone)
    return gone, came


def _follows(first: str, second: str, lines: _Places) -> bool:
    """Whether a line stands right behind another one, by the same authors."""
    return lines[second] == (lines[first].place + 1, lines[first].by)
