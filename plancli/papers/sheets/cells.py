"""What every reader of tables does with a cell: its words cleaned, its place among merged ones."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.intake.grid import GridCell, GridRow
from plancli.papers.packed import UnfitFileError

MOST_CELLS = 1_000_000
"""So many cells the tables of a file have at most, repeated and merged ones counted, a row without any
as one; 10,000 opinions have 100,000."""
WIDEST = 1000
"""So many columns a cell may cover: what pages allow."""
TALLEST = 65_536

_NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff\u200b]|_x000D_"
)
_PLAIN = re.compile("[ -^`-~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e“”‘’…—·]*+")
"""What most cells hold: of it only the blanks at its ends are to go. With _ Excel writes what is none."""
_BREAKS = re.compile("\r\n?|\x0b|\u2028|\u2029")
_BLANKS = " \t\u3000"


def cleaned(text: str) -> str:
    """Return the words of a cell: lines kept, without empty ones and without what no file can hold."""
    if _PLAIN.fullmatch(text):
        return text.strip()
    words = _NO_TEXT.sub("", _BREAKS.sub("\n", text)).replace("\xa0", " ")
    # by lines, not by a pattern: one that looks for the end of blanks looks again from each of them
    lines = (line.strip(_BLANKS) for line in words.split("\n"))
    return "\n".join(filter(None, lines)).strip()


STRUCK = ("[删去:", "]")
"""What stands round words that are struck through, so that nobody takes them for the others in a cell."""


def struck(words: str) -> str:
    """Return words that are struck through as a cell of plain words can say it."""
    return words.join(STRUCK) if words.strip() else words


def with_struck(pieces: Iterable[tuple[str, bool]]) -> str:
    """Return pieces of text as one, each run of those that are struck through marked as such."""
    parts: list[str] = []
    for is_struck, group in groupby(pieces, key=itemgetter(1)):
        words = "".join(piece for piece, _ in group)
        parts.append(struck(words) if is_struck else words)
    return "".join(parts)


class _Carried(NamedTuple):
    """What the cell above covers of a column: the cell that stands there, and the last row with it."""

    cell: GridCell
    last: int


class Count:
    """How many cells all tables of a file have, counted while they are laid: all of them fill the memory."""

    def __init__(self) -> None:
        self._cells = 0

    def add(self, cells: int) -> None:
        """Count some cells more; refuse the file where they are too many."""
        self._cells += cells
        self.refuse(0)

    def refuse(self, cells: int) -> None:
        """Refuse the file if so many cells more, which are not counted yet, are too many."""
        if self._cells + cells > MOST_CELLS:
            raise too_many_cells()


class Laid:
    """The cells of a table while it is read: what is merged fills all its cells, which `count` bounds.

    `hidden`: whether the rows that come now are hidden.
    """

    def __init__(self, count: Count) -> None:
        self.rows: list[GridRow] = []
        self.hidden = False
        self._carried: dict[int, _Carried] = {}
        self._count = count

    def row(self, number: int, cells: Iterator[tuple[str, int, int]]) -> None:
        """Add a row of cells: their words, how many columns and how many rows each covers."""
        laid: list[GridCell] = []
        for text, wide, tall in cells:
            self._fill_carried(laid)
            width = min(max(wide, 1), WIDEST)
            if tall > 1:
                last = len(self.rows) + min(tall, TALLEST) - 1
                self._carry(len(laid), width, _Carried(GridCell(text, above=True), last))
            laid += [GridCell(text)] * width
            self._count.refuse(len(laid))  # a row by itself may be longer than any table
        self._fill_carried(laid)
        self._add(GridRow(number, tuple(laid), self.hidden))

    def again(self, times: int) -> None:
        """Add the last row as often once more; it is one that nothing above covers."""
        last = self.rows[-1]
        for number in range(last.number + 1, last.number + 1 + times):
            self._add(last._replace(number=number))

    def _add(self, row: GridRow) -> None:
        self._count.add(max(len(row.cells), 1))
        self.rows.append(row)

    def goes_on(self, column: int, wide: int, text: str) -> None:
        """Let the cells of the next row from a column on belong to the cell above, which has these words."""
        self._count.refuse(column + wide)
        self._carry(column, wide, _Carried(GridCell(text, above=True), len(self.rows)))

    def _carry(self, column: int, wide: int, carried: _Carried) -> None:
        self._carried |= dict.fromkeys(range(column, column + wide), carried)

    def _fill_carried(self, laid: list[GridCell]) -> None:
        """Put in the cells that those above cover, up to the next free column."""
        row = len(self.rows)
        while (carried := self._carried.get(len(laid))) is not None and carried.last >= row:
            laid.append(carried.cell)


def too_many_cells() -> UnfitFileError:
    """Build the error for a table that would fill the memory."""
    return UnfitFileError(N_("it has more than a million cells"))
