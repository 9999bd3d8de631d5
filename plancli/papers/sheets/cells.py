"""What every reader of tables does with a cell: its words cleaned, its place among merged ones."""

import re
from collections.abc import Iterator

from plancli.core.entry import N_
from plancli.core.intake.grid import GridCell, GridRow
from plancli.papers.packed import UnfitFileError

MOST_CELLS = 2_000_000
"""So many cells a table has at most, repeated and merged ones counted; 10,000 opinions have 100,000."""
WIDEST = 1000
"""So many columns a cell may cover: what pages allow."""
TALLEST = 65_536

_NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff\u200b]|_x000D_"
)
_BREAKS = re.compile("\r\n?|\x0b|\u2028|\u2029")
_BLANK_LINES = re.compile(r"[ \t\u3000\xa0]*\n[ \t\u3000\xa0]*(?:\n[ \t\u3000\xa0]*)*")


def cleaned(text: str) -> str:
    """Return the words of a cell: lines kept, without empty ones and without what no file can hold."""
    words = _NO_TEXT.sub("", _BREAKS.sub("\n", text)).replace("\xa0", " ")
    return _BLANK_LINES.sub("\n", words).strip()


class Laid:
    """The cells of a table while it is read: what is merged fills all its cells, the count is bounded."""

    def __init__(self) -> None:
        self.rows: list[GridRow] = []
        self._carried: dict[int, tuple[int, str]] = {}
        """For a column how many rows more the cell above covers, and its words."""
        self._cells = 0

    def row(self, number: int, cells: Iterator[tuple[str, int, int]]) -> None:
        """Add a row of cells: their words, how many columns and how many rows each covers."""
        laid: list[GridCell] = []
        for text, wide, tall in cells:
            self._fill_carried(laid)
            width = min(max(wide, 1), WIDEST)
            for _ in range(width):
                if tall > 1:
                    self._carried[len(laid)] = min(tall, TALLEST) - 1, text
                laid.append(GridCell(text))
            self._count(width)
        self._fill_carried(laid)
        self.rows.append(GridRow(number, tuple(laid)))

    def _fill_carried(self, laid: list[GridCell]) -> None:
        """Put in the cells that those above cover, up to the next free column."""
        while len(laid) in self._carried:
            column = len(laid)
            left, text = self._carried.pop(column)
            if left > 1:
                self._carried[column] = left - 1, text
            laid.append(GridCell(text, above=True))
            self._count(1)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise too_many_cells()


def too_many_cells() -> UnfitFileError:
    """Build the error for a table that would fill the memory."""
    return UnfitFileError(N_("it has more than two million cells"))
