"""How the cells of a table are called, and what each of its rows has in which column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from plancli.core.plan.model import Paragraph, Table, TableHead, TableRow

UNIT = "unit"
"""What the unit of measure of a table is called, behind the table: 表1/unit."""

OVER_ALL = "*"
"""What the one cell is called that stands across all columns, behind its row; no column is: 表1.3/*."""

_HEADS = "/|"
_NOTES = "/*"
"""What names the lists of columns and of notes of a table, behind its key: no name has these marks."""

LEVELS = "|"
"""What stands between the levels of a head."""


def cell_id(row: str, column: str) -> str:
    """Return the id of a cell: 表1.2/2025年."""
    return f"{row}/{column}"


def row_of_cell(cell: str) -> str:
    """Return the row in which a cell stands, by its id; a column has no / in its key."""
    return cell.rpartition("/")[0]


def column_of_cell(cell: str) -> str:
    """Return the key of the column in which a cell stands, by its id."""
    return cell.rpartition("/")[2]


def row_name(table: Table, row: TableRow) -> str:
    """Return what people call a row: the words of the cell that names it, else its id."""
    return row.cells[naming_cell(table, row)] or row.id


def naming_cell(table: Table, row: TableRow) -> int:
    """Return which cell names a row: the first one that tells it from all other rows in words.

    So does 常住人口城镇化率, and not its class, 城镇, which it shares, nor its number. Where none does, it is
    the first that has a word, or anything at all.
    """
    said = _said(_Same(table))
    worded = [at for at, cell in enumerate(row.cells) if any(map(str.isalpha, cell))]
    for at in worded:
        if said.get((at, row.cells[at]), row.id) == row.id:
            return at
    filled = [at for at, cell in enumerate(row.cells) if cell]
    return next(iter((*worded, *filled)), 0)


class _Same:
    """A table that is known again by being the very value, whatever it holds: so it is looked up at once."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __hash__(self) -> int:
        return id(self.table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.table is self.table


@lru_cache(maxsize=64)
def _said(asked: _Same) -> dict[tuple[int, str], str | None]:
    """Return by column and words the row that alone says them there, by its id; None where several do.

    Remembered, because every row of a table asks.
    """
    found: dict[tuple[int, str], str | None] = {}
    for row in asked.table.rows:
        for at, words in enumerate(row.cells):
            found[at, words] = row.id if found.get((at, words), row.id) == row.id else None
    return found


def head_name(table: Table, column: TableHead) -> str:
    """Return what people call a column: the last of its levels, with those above it where another ends alike.

    So is 2025年 of 规划目标|2025年, as long as there is no 完成情况|2025年 beside it.
    """
    own, others = levels(column.title), [levels(one.title) for one in table.columns]
    for size in range(1, len(own) + 1):
        if sum(other[-size:] == own[-size:] for other in others) < 2:
            return " ".join(own[-size:])
    return " ".join(own)


def place_in_row(table: Table, column: str) -> int:
    """Return which cell of a row stands in a column, from 1; 0 where the table has no such column."""
    keys = [one.key for one in columns_of(table)]
    return keys.index(column) + 1 if column in keys else 0


def unit_id(table: Table) -> str:
    """Return the id of the unit of measure of a table."""
    return f"{table.table}/{UNIT}"


def heads_list(table: str) -> str:
    """Return the key of the list of columns of a table, by its own."""
    return table + _HEADS


def notes_list(table: str) -> str:
    """Return the key of the list of notes of a table, by its own."""
    return table + _NOTES


def owner_of_list(key: str) -> str | None:
    """Return the key of the table that has a list of columns or notes; None of any other key."""
    for ending in (_HEADS, _NOTES):
        if key.endswith(ending):
            return key.removesuffix(ending)
    return None


def head_key(table: str, column: TableHead) -> str:
    """Return the key of a column of a table: 第一章/表1/2025年."""
    return f"{table}/{column.key}"


def column_name(head: str) -> str:
    """Return the key that a new column gets: the innermost level of its head, without the marks of keys."""
    innermost = levels(head)[-1]
    return "".join(mark for mark in innermost if mark not in "/*").strip() or "1"


def columns_of(table: Table) -> tuple[TableHead, ...]:
    """Return the columns of a table; where no heads are printed they are called 1, 2, 3."""
    if table.columns:
        return table.columns
    longest = max((len(row.cells) for row in table.rows), default=0)
    return tuple(TableHead(key=str(number)) for number in range(1, longest + 1))


def stands_across(row: TableRow, columns: Sequence[TableHead]) -> bool:
    """Whether a row is one cell across all columns: 一、经济发展."""
    return row.across or len(row.cells) == 1 < len(columns)


def by_column(row: TableRow, columns: Sequence[TableHead]) -> dict[str, str]:
    """Return the cells of a row by the keys of their columns; a cell across all by a name of its own."""
    if stands_across(row, columns):
        return {OVER_ALL: row.cells[0]}
    keys = (column.key for column in columns)
    return dict(zip(keys, row.cells, strict=True))


def cells_of(row: TableRow, columns: Sequence[TableHead]) -> Iterator[Paragraph]:
    """Yield the cells of a row as paragraphs, on the page and line of their row."""
    for column, text in by_column(row, columns).items():
        yield Paragraph.of_words(cell_id(row.id, column), text, row.page, row.line)


def unit_of(table: Table) -> Paragraph:
    """Return the unit of measure of a table as a paragraph; empty where none is printed."""
    return Paragraph.of_words(unit_id(table), table.unit)


def with_words(
    row: TableRow, columns: Sequence[TableHead], words: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the cells of a row that has these columns now, from words by the ids of cells.

    A column that came without a word for this row leaves an empty cell.
    """
    if cell_id(row.id, OVER_ALL) in words:
        return (words[cell_id(row.id, OVER_ALL)],)
    return tuple(words.get(cell_id(row.id, column.key), "") for column in columns)


def in_a_line(cells: Iterable[str]) -> str:
    """Return cells as people type them in one line: 城镇化率 | % | 63."""
    return " | ".join(cells)


def levels(head: str) -> tuple[str, ...]:
    """Return the levels of a head, the outermost first."""
    return tuple(level.strip() for level in head.split(LEVELS))


def in_levels(names: Iterable[str]) -> str:
    """Return a head of some levels as a file has it."""
    return LEVELS.join(names)
