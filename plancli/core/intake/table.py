"""A returned table: its heads found, its rows as records; what is no row of it is told."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from plancli.core.intake.grid import Grid, GridCell, GridRow
from plancli.core.intake.heads import ColumnKind, column_of, is_head
from plancli.core.intake.shown import Unshown, shown_columns, shown_rows
from plancli.core.text.numerals import DIGITS, TENS


class HeadCell(NamedTuple):
    """The words over a column, and what it holds; None where that is not known."""

    words: str
    column: ColumnKind | None


class Banner(NamedTuple):
    """A row that has one text over all its columns, and stands for the rows below it."""

    row: int
    words: str


class RowRecord(NamedTuple):
    """A row of a table: what it says in each column that is known, and the banner above it.

    `headless` are the words of cells over which there is no head: they are nobody's.
    """

    row: int
    said: dict[ColumnKind, str]
    banner: Banner | None = None
    headless: tuple[str, ...] = ()


class OpinionTable(NamedTuple):
    """A table of a file: its heads, its records, its banners, and the lines ahead of it, nearest last.

    `behind` are lines below it that are none of its rows. `unshown` is what its program hides, and is
    nowhere else.
    """

    name: str
    heads: tuple[HeadCell, ...]
    records: tuple[RowRecord, ...]
    banners: tuple[Banner, ...]
    before: tuple[str, ...]
    unshown: tuple[Unshown, ...] = ()
    behind: tuple[str, ...] = ()

    def head(self, column: ColumnKind) -> str:
        """Return the words over a column as the table has them; "" where it has none."""
        for head in self.heads:
            if head.column is column:
                return " ".join(head.words.split())
        return ""

    @property
    def left_out(self) -> list[str]:
        """Heads of the columns with personal data, which are not taken in."""
        return [head.words for head in self.heads if head.column is ColumnKind.PERSONAL]

    @property
    def unknown(self) -> list[str]:
        """Heads of the columns that nothing is known of."""
        return [head.words for head in self.heads if head.column is None and head.words]


OPINIONS = (
    ColumnKind.WHETHER,
    ColumnKind.OPINION,
    ColumnKind.WORDING,
    ColumnKind.ORIGINAL,
)
"""Columns in which a row says what is wanted."""
TELLING = (ColumnKind.WHETHER, ColumnKind.OPINION, ColumnKind.WORDING)
"""Columns of which a table of opinions has one at least."""


def table_in(grid: Grid) -> OpinionTable | None:
    """Return the table of opinions that a grid holds; None where it has no heads of one."""
    grid, unshown = shown_columns(grid)
    found = _header(grid.rows)
    if found is None:
        return None
    at, heads, behind = found
    rows, below = shown_rows(grid.rows[behind:])
    before = [*grid.before]
    for row in grid.rows[:at]:
        before += _labelled(row)
    records: list[RowRecord] = []
    banners: list[Banner] = []
    foot: list[str] = []
    titles = [[head.words for head in heads], list(grid.rows[at].texts)]
    every = heads
    for row in rows:
        # empty rows may follow by thousands, and heads stand again on each printed page
        if row.is_empty or _padded(row.texts, len(heads)) in titles or _is_unfilled(row, heads):
            continue
        if (others := _other_heads(row)) is not None:
            heads, every = others, every + others
        elif (banner := _banner(row, heads)) is not None:
            banners.append(banner)
        elif _is_foot(row, heads):
            records.append(RowRecord(row.number, {}))
            foot += row.said
        elif records and _goes_on(row, heads):
            records[-1] = _with_more(records[-1], row, heads)
        else:
            above = banners[-1] if banners else None
            said = _said(row, heads)
            records.append(RowRecord(row.number, said, above, _headless(row, heads)))
    unshown += below
    return OpinionTable(
        grid.name,
        every,
        tuple(records),
        tuple(banners),
        tuple(before),
        tuple(unshown),
        (*grid.behind, *foot),
    )


def _labelled(row: GridRow) -> Iterator[str]:
    """Yield what a row ahead of a table says: a label in one line with what is filled in beside it."""
    label = ""
    for words in row.apart:
        if label and words:
            yield f"{label.rstrip(_COLONS)}:{words}"
            label = ""
            continue
        if label:
            yield label  # nothing is filled in
        label = words if is_head(words) else ""
        if words and not label:
            yield words
    if label:
        yield label


_COLONS = ":： "


# --- heads --------------------------------------------------------------------------------------------------


def _header(rows: Sequence[GridRow]) -> tuple[int, tuple[HeadCell, ...], int] | None:
    """Return which row has the heads, these, and the first row behind them."""
    for at, row in enumerate(rows):
        heads = tuple(HeadCell(cell.text, column_of(cell.text)) for cell in row.cells)
        if not _is_header(heads):
            continue
        if at + 1 < len(rows) and _is_second_line(rows[at + 1]):
            below = rows[at + 1].cells
            return at, tuple(_lower(heads, below)), at + 2
        return at, heads, at + 1
    return None


def _is_header(heads: Sequence[HeadCell]) -> bool:
    """Whether cells are the heads of a table of opinions: two are known, and one tells what is wanted.

    A title over the whole width (征求意见汇总表) is one text, however often it is filled in.
    """
    texts = {head.words for head in heads if head.column is not None}
    columns = {head.column for head in heads}
    return len(texts) > 1 and any(column in columns for column in TELLING)


def _other_heads(row: GridRow) -> tuple[HeadCell, ...] | None:
    """Return the heads of another table below the first one; None where a row is not nothing but heads."""
    if not all(map(is_head, row.said)):
        return None
    heads = tuple(HeadCell(cell.text, column_of(cell.text)) for cell in row.cells)
    return heads if _is_header(heads) else None


def _is_second_line(row: GridRow) -> bool:
    """Whether a row is the lower line of heads of which some stand in one cell over both."""
    own = [cell.text for cell in row.cells if cell.text and not cell.above]
    return bool(own) and all(map(is_head, own))


def _lower(heads: Sequence[HeadCell], below: Sequence[GridCell]) -> Iterator[HeadCell]:
    """Yield the heads of two lines: where the lower one says something, it says what the column holds."""
    for position, head in enumerate(heads):
        cell = below[position] if position < len(below) else GridCell()
        if cell.text and not cell.above:
            yield HeadCell(cell.text, column_of(cell.text))
        else:
            yield head


# --- rows ---------------------------------------------------------------------------------------------------


def _padded(texts: Sequence[str], width: int) -> list[str]:
    return [*texts, *[""] * (width - len(texts))]


def _is_unfilled(row: GridRow, heads: Sequence[HeadCell]) -> bool:
    """Whether a row has a number and nothing else: one of a form that nobody filled in."""
    for cell, head in zip_longest(row.cells, heads):
        is_said = cell is not None and bool(cell.text)
        if is_said and (head is None or head.column is not ColumnKind.NUMBER):
            return False
    return any(_COUNTED.fullmatch(words) for words in row.said)


_COUNTED = re.compile(rf"[（(]?[{DIGITS}{TENS}]{{1,4}}[)）.、]?")


def _banner(row: GridRow, heads: Sequence[HeadCell]) -> Banner | None:
    """Return a row as a banner where it has one text over all columns, or only ahead of what is wanted."""
    if len(row.said) != 1:
        return None
    filled = [position for position, cell in enumerate(row.cells) if cell.text]
    everywhere = len(filled) == len(row.cells) > 1
    wanted = [at for at, head in enumerate(heads) if head.column in OPINIONS]
    ahead = filled[0] < min(wanted) and not any(row.cells[at].above for at in filled)
    if everywhere or ahead:
        return Banner(row.number, row.said[0])
    return None


def _is_foot(row: GridRow, heads: Sequence[HeadCell]) -> bool:
    """Whether a row sums up, or says who filled the table in: a label of that stands beside the opinions.

    Nothing of it is taken in: it may have telephone numbers under any head.
    """
    for cell, head in zip_longest(row.cells, heads):
        if cell is None or (head is not None and head.column in OPINIONS):
            continue
        label = _LABEL.match(cell.text)
        is_personal = label is not None and column_of(label[1]) is ColumnKind.PERSONAL
        if is_personal or _SUM.fullmatch(cell.text):
            return True
    return False


_LABEL = re.compile(r"([^:：\n]{2,12})[:：]")
_SUM = re.compile(r"[合总小共]\s*计(?:[:：].*)?")


def _goes_on(row: GridRow, heads: Sequence[HeadCell]) -> bool:
    """Whether a row is only the lower part of the one above: all that it wants is merged with that.

    Where the units differ it is another unit's opinion in the same words.
    """
    wanted = False
    for cell, head in zip(row.cells, heads, strict=False):
        if head.column in OPINIONS and cell.text:
            if not cell.above:
                return False
            wanted = True
        if head.column is ColumnKind.UNIT and cell.text and not cell.above:
            return False
    return wanted


def _with_more(record: RowRecord, row: GridRow, heads: Sequence[HeadCell]) -> RowRecord:
    """Return a record with what another row adds to it."""
    own = GridRow(row.number, tuple(GridCell() if cell.above else cell for cell in row.cells))
    said = dict(record.said)
    for column, words in _said(own, heads).items():
        said[column] = f"{said[column]}\n{words}" if said.get(column) else words
    return record._replace(said=said)


def _said(row: GridRow, heads: Sequence[HeadCell]) -> dict[ColumnKind, str]:
    """Return what a row says in the columns that are taken in; of two with one meaning both, once."""
    found: dict[ColumnKind, list[str]] = {}
    for cell, head in zip(row.cells, heads, strict=False):
        if head.column is None or head.column in _NOT_TAKEN or not cell.text:
            continue
        texts = found.setdefault(head.column, [])
        if cell.text not in texts:
            texts.append(cell.text)
    return {column: "\n".join(texts) for column, texts in found.items()}


def _headless(row: GridRow, heads: Sequence[HeadCell]) -> tuple[str, ...]:
    """Return the words of a row that stand under no head, and under none that is merged with them."""
    below: list[str] = []
    for cell, head in zip_longest(row.cells, heads):
        if head is not None and head.words:
            continue
        if cell is not None and cell.text and not cell.above:
            below.append(cell.text)
    headed = [cell.text for cell, head in zip(row.cells, heads, strict=False) if head.words]
    return tuple(words for words in below if words not in headed)


_NOT_TAKEN = (ColumnKind.PERSONAL, ColumnKind.OTHER, ColumnKind.NUMBER)
