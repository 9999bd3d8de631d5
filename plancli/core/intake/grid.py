"""A table as its file has it: cells with their words, whatever program wrote it."""

from typing import NamedTuple


class GridCell(NamedTuple):
    """The words of a cell, lines kept; one that is merged has those of the whole in each of its cells.

    `above`: it is merged with the cell above it, and says nothing of its own.
    """

    text: str = ""
    above: bool = False


class GridRow(NamedTuple):
    """A row by its number as the program counts it, from 1; `hidden` where the program does not show it."""

    number: int
    cells: tuple[GridCell, ...]
    hidden: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of its cells."""
        return tuple(cell.text for cell in self.cells)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing of its own."""
        return not any(cell.text and not cell.above for cell in self.cells)

    @property
    def said(self) -> list[str]:
        """The words of its cells that have any, each once."""
        return list(dict.fromkeys(filter(None, self.texts)))

    @property
    def apart(self) -> list[str]:
        """The words of its cells from left to right, each merged one once; empty ones stay."""
        texts: list[str] = []
        for cell in self.cells:
            is_more = bool(texts) and bool(cell.text) and cell.text == texts[-1]
            if not is_more:
                texts.append("" if cell.above else cell.text)
        return texts


class Grid(NamedTuple):
    """One table of a file: the name of the sheet or the number of the table, and its rows.

    `before` are the lines of text that stand ahead of it, nearest last, `behind` those behind the last table
    of a file. `hidden`: the program does not show it; `hidden_columns`, counted from 0, it does not show of
    it. `loose`: what stands between its cells may as well be the commas of sentences.
    """

    name: str
    rows: tuple[GridRow, ...]
    before: tuple[str, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    loose: bool = False
    behind: tuple[str, ...] = ()
