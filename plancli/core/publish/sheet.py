"""A table to be published, as a value: every format draws the same cells."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from plancli.core.publish.drawn import DrawnTable
from plancli.core.text.marked import Run

Cell = str | tuple[Run, ...] | DrawnTable
"""Words, words with what goes and comes, or a table of the plan, for formats that can draw one in a cell."""


class Head(NamedTuple):
    """The head of a column.

    `share` is its part of the width; a `shared` one has one cell for all rows of a block; forms call it by
    its `name`. What is `numeric` is written as numbers, where a format knows them; `choices` are words that a
    format can offer to whoever fills a cell in. People look for their place by the cells of a
    `listed` one, which a format can list beside its pages.
    """

    label: str
    share: int = 10
    centred: bool = False
    shared: bool = False
    name: str = ""
    numeric: bool = False
    choices: tuple[str, ...] = ()
    listed: bool = False

    @property
    def is_said_again(self) -> bool:
        """Whether whoever turns the page is told again what stands in it: a name, a place."""
        return self.shared or self.listed


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
    over the tickets of its rows, if they have any; `banner` the head over banners, where they are a column.
    `further` tables stand beside it, each on a page of its own, in a format that has such pages; a page is
    called by its `name`. `continued` is said below it where rows go on in the rows below them. Of one with
    `records` programs take the rows: in a spreadsheet nothing stands above its heads.
    """

    title: str
    heads: tuple[Head, ...]
    blocks: tuple[Block, ...]
    lead: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    language: str = "zh"
    stamp: str = ""
    ticket: str = ""
    banner: str = ""
    name: str = ""
    further: tuple["Sheet", ...] = ()
    continued: str = ""
    records: bool = False

    @property
    def rows(self) -> int:
        """How many rows all blocks have."""
        return sum(len(block.rows) for block in self.blocks)


def runs_of(cell: Cell) -> tuple[Run, ...]:
    """Return a cell as runs."""
    if isinstance(cell, str):
        return (Run("=", cell),)
    return cell.words if isinstance(cell, DrawnTable) else cell


def text_of(cell: Cell) -> str:
    """Return the words of a cell, those that go and those that come alike."""
    if isinstance(cell, str):
        return cell
    texts = [run.text for run in runs_of(cell)]
    return "".join(texts)


def in_columns(sheet: Sheet) -> Sheet:
    """Return the table with banners as its first column, for those who sort and filter."""
    if not any(block.banner for block in sheet.blocks):
        return sheet
    blocks = [
        block._replace(banner="", rows=tuple((block.banner, *row) for row in block.rows))
        for block in sheet.blocks
    ]
    head = Head(sheet.banner, _BANNER_SHARE, centred=True, shared=True)
    return sheet._replace(heads=(head, *sheet.heads), blocks=tuple(blocks))


_BANNER_SHARE = 12


def without_empty(sheet: Sheet, keeping: Collection[str] = ()) -> Sheet:
    """Return the table without the columns in which no row says anything; those `keeping` stay, by name."""
    rows = [row for block in sheet.blocks for row in block.rows]
    kept = [
        column
        for column, head in enumerate(sheet.heads)
        if head.name in keeping or any(text_of(row[column]) for row in rows)
    ]
    blocks = [
        block._replace(rows=tuple(tuple(row[column] for column in kept) for row in block.rows))
        for block in sheet.blocks
    ]
    heads = tuple(sheet.heads[column] for column in kept)
    return sheet._replace(heads=heads, blocks=tuple(blocks))


def fitted(sheet: Sheet) -> Sheet:
    """Return the table with columns as wide as their words need, so that no row is higher than it must be.

    A column of short words gets the longest of them; the others share the rest by what fills them.
    """
    lengths: list[list[int]] = [[] for _head in sheet.heads]
    for block in sheet.blocks:
        for row in block.rows:
            for column, cell in enumerate(row):
                lengths[column].append(len(text_of(cell)))
    shares = [
        _share(head, sorted(column)) for head, column in zip(sheet.heads, lengths, strict=True)
    ]
    heads = tuple(
        head._replace(share=share) for head, share in zip(sheet.heads, shares, strict=True)
    )
    return sheet._replace(heads=heads)


def _share(head: Head, lengths: Sequence[int]) -> int:
    """Return the width of a column in characters, from how long its cells are, the shortest first."""
    least = max(_NARROWEST, min(len(head.label), SHORT))
    if not lengths:
        return least
    if lengths[-1] <= SHORT:
        return max(least, lengths[-1])
    # what few cells are longer than makes rows higher, but not all columns narrower
    long = lengths[len(lengths) * 9 // 10]
    wanted: float = _OF_LENGTH * long**0.5
    return max(least, SHORT, min(round(wanted), _WIDEST))


_NARROWEST, SHORT, _WIDEST = 4, 8, 40
"""Characters of the narrowest column, of one that is not broken, and of the widest."""
_OF_LENGTH = 2.2
"""A column of twice the words is not twice as wide: it may be higher, too."""


def repeated(sheet: Sheet) -> Sheet:
    """Return the table with its shared cells in every row, for those who sort and filter."""
    heads = [head._replace(shared=False) for head in sheet.heads]
    return sheet._replace(heads=tuple(heads))
