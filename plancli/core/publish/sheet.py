"""A table to be published, as a value: every format draws the same cells."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.text.characters import printable
from plancli.core.text.marked import Run

Cell = str | tuple[Run, ...]
"""Words, or words with what goes and what comes."""


class Head(NamedTuple):
    """The head of a column.

    `share` is its part of the width; a `shared` one has one cell for all rows of a block; forms call it by
    its `name`.
    """

    label: str
    share: int = 10
    centred: bool = False
    shared: bool = False
    name: str = ""


class Block(NamedTuple):
    """Rows that belong together; a `banner` stands above them over the whole width.

    `names` says of each row what it is about, where that has a name: the comment, by its id. `tickets` are
    what rows carry unseen for their way back, in formats that can hide a column.
    """

    rows: tuple[tuple[Cell, ...], ...]
    banner: str = ""
    names: tuple[str, ...] = ()
    tickets: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """A table with its title, the paragraphs above it and the lines below it.

    A `stamp` says that it is not for publication; every format puts it above all else. `ticket` is the head
    over the tickets of its rows, if they have any.
    """

    title: str
    heads: tuple[Head, ...]
    blocks: tuple[Block, ...]
    lead: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    language: str = "zh"
    stamp: str = ""
    ticket: str = ""

    @property
    def rows(self) -> int:
        """How many rows all blocks have."""
        return sum(len(block.rows) for block in self.blocks)


def runs_of(cell: Cell) -> tuple[Run, ...]:
    """Return a cell as runs."""
    if isinstance(cell, str):
        return (Run("=", cell),)
    return cell


def text_of(cell: Cell) -> str:
    """Return the words of a cell, those that go and those that come alike."""
    if isinstance(cell, str):
        return cell
    texts = [run.text for run in cell]
    return "".join(texts)


class TooLong(NamedTuple):
    """A cell that a format would cut: the row by its name or number, the column, and its characters."""

    row: str
    column: str
    characters: int


def too_long(sheet: Sheet, most: int) -> TooLong | None:
    """Return the first cell with more than `most` characters, as Office counts them: some are two to it."""
    for row, column, words in _cells(sheet):
        characters = len(printable(words).encode("utf-16-le")) // 2
        if characters > most:
            return TooLong(row, column, characters)
    return None


def _cells(sheet: Sheet) -> Iterator[tuple[str, str, str]]:
    """Yield all words of a table with the row and the column in which they stand."""
    for words in (sheet.title, *sheet.lead, *sheet.foot):
        yield "—", words[:_SHOWN], words
    number = 0
    for block in sheet.blocks:
        yield "—", block.banner[:_SHOWN], block.banner
        for at, row in enumerate(block.rows):
            number += 1
            name = block.names[at] if at < len(block.names) else str(number)
            for head, cell in zip(sheet.heads, row, strict=True):
                yield name, head.label, text_of(cell)


_SHOWN = 20
"""So many characters say which text over the whole width is meant."""


def repeated(sheet: Sheet) -> Sheet:
    """Return the table with its shared cells in every row, for those who sort and filter."""
    heads = [head._replace(shared=False) for head in sheet.heads]
    return sheet._replace(heads=tuple(heads))
