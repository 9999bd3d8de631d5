"""What was changed against the draft, line by line, and what of it stands in one table."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plancli.core.evidence.changed_line import ChangedLine, as_printed, changed_line
from plancli.core.evidence.pieces import accepted, each_once, rejected
from plancli.core.evidence.redline import Line
from plancli.core.evidence.tabulated import Tabulated, TabulatedRow, tabulated
from plancli.core.plan.cells import in_a_line, row_name
from plancli.core.plan.outline import renumbered
from plancli.core.rounds.round import Round
from plancli.core.text.marked import Run


class ChangedTable(NamedTuple):
    """A table in which something changed, draft and plan in one, with each change in it as a line."""

    table: Tabulated
    lines: tuple[ChangedLine, ...]


_Numbers = Mapping[str, tuple[str, str]]
"""What has another number, with both."""


def changes(round_: Round, lines: Iterable[Line]) -> Iterator[ChangedLine]:
    """Yield the changed lines of a comparison; sentences that stay are left out.

    A line in which words came and went again has a cause, and before and after are the same.
    """
    for change in changed_parts(round_, lines):
        if isinstance(change, ChangedTable):
            yield from change.lines
        else:
            yield change


def changed_parts(round_: Round, lines: Iterable[Line]) -> Iterator[ChangedLine | ChangedTable]:
    """Yield the changed lines of a comparison, those of a table together."""
    numbers = renumbered(round_.workspace.draft, round_.paper)
    for part in tabulated(lines):
        if isinstance(part, Line):
            yield from _own(round_, part, numbers)
            continue
        found = tuple(_in_table(round_, part, numbers))
        if found:
            yield ChangedTable(part, found)


def _own(round_: Round, line: Line, numbers: _Numbers) -> Iterator[ChangedLine]:
    """Yield the change of a line, where it has one."""
    if not line.authors:
        return
    if line.added or line.gone:
        yield changed_line(round_, line)
    else:
        yield changed_line(round_, line, numbers.get(line.key))


# --- in a table ---------------------------------------------------------------------------------------------


def _in_table(round_: Round, table: Tabulated, numbers: _Numbers) -> Iterator[ChangedLine]:
    """Yield what changed in a table: its title, columns and rows that came or went, cells of others."""
    if _is_whole(table.title):
        yield _table(round_, table)
        return
    for line in (table.title, *table.measure):
        yield from _own(round_, line, numbers)
    for column, head in enumerate(table.heads):
        if _is_whole(head):
            yield _column(round_, table, column)
        else:
            yield from _own(round_, head, numbers)
    for row in table.rows:
        if _is_whole(row.line):
            yield _row(round_, row)
            continue
        yield from _own(round_, row.line, numbers)
        yield from _cells(round_, table, row)
    for note in table.notes:
        yield from _own(round_, note, numbers)


def _is_whole(line: Line) -> bool:
    """Whether a part came or went as a whole."""
    return bool(line.added or line.gone)


def _cells(round_: Round, table: Tabulated, row: TabulatedRow) -> Iterator[ChangedLine]:
    """Yield the cells of a row that changed by themselves, not those that came or went with their column."""
    for column, cell in enumerate(row.cells):
        if cell is None or not cell.authors:
            continue
        under_heads = bool(table.heads) and not row.across
        if under_heads and _is_whole(table.heads[column]):
            continue
        yield changed_line(round_, cell)


def _row(round_: Round, row: TabulatedRow) -> ChangedLine:
    """Return a row that came or went, with its cells in a line."""
    words = in_a_line(_words(row.line, row.there))
    return _with_words(round_, row.line, words, row.there)


def _column(round_: Round, table: Tabulated, column: int) -> ChangedLine:
    """Return a column that came or went: its head, and below it what is said of which row."""
    head = table.heads[column]
    told = [_words_of(head, head)]
    cells: list[Line] = []
    for row in table.rows:
        if row.across or _is_whole(row.line):
            continue
        cell = row.cells[column]
        if cell is None:
            continue
        words = _words_of(head, cell)
        if words:
            told.append(f"{row_called(round_, row)} {words}")
            cells.append(cell)
    return _with_words(round_, head, "\n".join(told), cells)


def row_called(round_: Round, row: TabulatedRow) -> str:
    """Return what people call a row, as the plan has it or, where it is gone, the draft."""
    key, outline = row.line.key, round_.paper
    if key not in outline.rows:
        outline = round_.workspace.draft
    table = outline.tables[outline.container(key)]
    return outline.joints.published(row_name(table, outline.rows[key]))


def _table(round_: Round, table: Tabulated) -> ChangedLine:
    """Return a table that came or went, with all that is printed in it, a row a line."""
    title = table.title
    told = _words(title, [title, *table.measure])
    inside = [*table.measure, *table.heads, *table.notes]
    if table.heads:
        told.append(in_a_line(_words(title, table.heads)))
    for row in table.rows:
        told.append(in_a_line(_words(title, row.there)))
        inside += row.there
    told += _words(title, table.notes)
    return _with_words(round_, title, "\n".join(told), inside)


def _words(whole: Line, lines: Iterable[Line]) -> list[str]:
    """Return what lines say in the state that has the whole to which they belong."""
    found: list[str] = []
    for line in lines:
        found.append(_words_of(whole, line))
    return found


def _words_of(whole: Line, line: Line) -> str:
    """Return what a line says in the state that has the whole to which it belongs."""
    pieces = (*as_printed(line), *line.text, *line.units)
    if whole.gone:
        return rejected(pieces)
    return accepted(pieces)


def _with_words(round_: Round, whole: Line, words: str, inside: Iterable[Line]) -> ChangedLine:
    """Return what came or went as a whole with its words, by all who wrote something in it."""
    by = [*whole.added, *whole.gone]
    for line in inside:
        # an empty cell comes with its row: nobody wrote it
        for piece in line.pieces:
            by += piece.authors
    found = changed_line(round_, whole)._replace(by=each_once(by))
    if whole.gone:
        return found._replace(before=(Run("-", words),), after=())
    return found._replace(before=(), after=(Run("+", words),))
