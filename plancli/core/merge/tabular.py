"""Rows and columns that a comment adds to a table, with their cells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plancli.core.comments.edits import New, NewRow, NewTableHead
from plancli.core.entry import N_
from plancli.core.finding import Code, Path
from plancli.core.merge.finder import Finder
from plancli.core.merge.meeting import Level, Meeting, Side
from plancli.core.merge.wanted import Addition
from plancli.core.plan.cells import (
    cell_id,
    cells_of,
    column_name,
    columns_of,
    notes_list,
    owner_of_list,
    stands_across,
)
from plancli.core.plan.model import Paragraph, Table, TableHead, TableRow
from plancli.core.plan.outline import Outline
from plancli.core.plan.wording import words_of


def new_row(table: Table, new: NewRow, name: str) -> tuple[TableRow, tuple[Paragraph, ...]]:
    """Return a new row of a table and its cells; `name` is its id where the comment gives it none."""
    row = TableRow.model_construct(id=new.id or name, cells=new.cells)
    return row, tuple(cells_of(row, columns_of(table)))


def new_column(table: Table, new: NewTableHead) -> tuple[TableHead, tuple[Paragraph, ...]]:
    """Return a new column of a table, and a cell of it for each row that has more than one."""
    key = new.key or column_name(new.head)
    head = TableHead(key=key, head=new.head)
    cells: list[Paragraph] = []
    for row in table.rows:
        if not stands_across(row, table.columns):
            words = new.cells.get(row.id, "")
            cells.append(Paragraph.of_words(cell_id(row.id, key), words))
    return head, tuple(cells)


def fits_table(finder: Finder, new: New, container: str, path: Path) -> bool:
    """Whether a row or column fits the table into which it is to go; of all else nothing is said here."""
    table = finder.corpus.outline.tables.get(container)
    reason = None
    if isinstance(new, NewRow):
        reason = _misfit_of_row(table, new)
    elif isinstance(new, NewTableHead):
        reason = _misfit_of_column(table, new)
    if reason is None:
        return True
    finder.refuse(Code.NOT_IN_TABLE, path, key=container, reason=reason)
    return False


_NO_TABLE = N_("rows and columns with heads go into tables only")


def _misfit_of_row(table: Table | None, new: NewRow) -> str | None:
    if table is None:
        return _NO_TABLE
    if len(new.cells) not in (1, len(columns_of(table))):
        return N_("a row has a cell for each column, or one across all")
    return None


def _misfit_of_column(table: Table | None, new: NewTableHead) -> str | None:
    if table is None:
        return _NO_TABLE
    if not table.columns:
        return N_("its columns have no heads, and so none can come")
    if new.cells.keys() - {row.id for row in table.rows}:
        return N_("cells of a new column are named by the ids of rows")
    return None


def list_of_paragraph(outline: Outline, container: str) -> str:
    """Return the list into which a new paragraph comes: of a table that of its notes."""
    if container in outline.tables:
        return notes_list(container)
    return container


def list_in_table(outline: Outline, key: str, container: str) -> str:
    """Return the list into which a part goes: to the end of a table a column goes behind its columns."""
    if container not in outline.tables:
        return container
    own = outline.container(key)
    return own if owner_of_list(own) == container else container


def crossings(outline: Outline, additions: Iterable[Addition]) -> Iterator[Meeting]:
    """Yield the tables to which one comment adds a row and another a column: both stay, to be read once more.

    Neither has words for the cell where they cross, and nobody can make them up.
    """
    rows: dict[str, list[Side]] = defaultdict(list)
    columns: dict[str, list[Side]] = defaultdict(list)
    for one in additions:
        side = Side(one.by, words_of(one.new, outline.joints))
        table = owner_of_list(one.container)
        if isinstance(one.new, TableRow) and len(one.new.cells) > 1:
            rows[one.container].append(side)
        elif isinstance(one.new, TableHead) and table is not None:
            columns[table].append(side)
    for table, sides in rows.items():
        across = [*sides, *columns[table]]
        if columns[table] and len({side.by for side in across}) > 1:
            joint = "\n".join(side.wording for side in across)
            yield Meeting(table, "whole", "", tuple(across), Level.SOFT, joint)
