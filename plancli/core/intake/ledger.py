"""A ledger that was exported and filled in: which cells of which rows say something new."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from plancli.core.comments.status import Status
from plancli.core.intake.grid import Grid, GridRow
from plancli.core.intake.heads import ColumnKind, column_of
from plancli.core.intake.replies import decision_of
from plancli.core.intake.ticket import Ticket, cell_digest, labels_in, ticket_in
from plancli.core.plan.tables import Value


class Filled(StrEnum):
    """What a colleague can fill in."""

    RESULT = "result"
    ANSWER = "answer"
    REASON = "reason"
    REPLY = "reply"
    HANDLER = "handler"


_OF_VALUES: Mapping[str, Filled] = {
    Value.DECISION: Filled.RESULT,
    Value.STATUS: Filled.RESULT,
    Value.ANSWER: Filled.ANSWER,
    Value.HANDLER: Filled.HANDLER,
}
"""What of the columns that an export has is filled in."""
_OF_ADDED = {
    ColumnKind.RESULT: Filled.RESULT,
    ColumnKind.ANSWER: Filled.ANSWER,
    ColumnKind.REASON: Filled.REASON,
}
"""What of the columns that somebody added beside them is, by what their heads say."""
_REPLIES = ("答复", "回复", "reply")
"""Heads of answers that begin so stand over what is said to the unit, whatever was decided."""
_HANDLERS = ("办理人", "承办人", "handler")


class LedgerRow(NamedTuple):
    """A row with its ticket: the cells that say something new, by what they hold.

    `elsewhere` are the heads over other cells that were changed, of which nothing is read; `telling` are
    those by which people know a comment, with the digests of what stands there now.
    """

    row: int
    ticket: Ticket
    filled: Mapping[Filled, str]
    elsewhere: tuple[str, ...] = ()
    telling: frozenset[tuple[str, str]] = frozenset()


class Ledger(NamedTuple):
    """The rows of a ledger that have a ticket; `strays` are rows without one that are filled in."""

    name: str
    rows: tuple[LedgerRow, ...]
    strays: tuple[int, ...]


class _Column(NamedTuple):
    """A column: its head, what was written into it, if it is one of the export, and what is filled in."""

    label: str
    value: str
    filled: Filled | None


def ledger_in(grid: Grid) -> Ledger | None:
    """Return the ledger that a grid holds; None where it has no tickets."""
    for at, row in enumerate(grid.rows):
        for position, cell in enumerate(row.cells):
            labels = labels_in(cell.text)
            if labels is not None:
                columns = [_column(text, labels) for text in row.texts]
                return _ledger(grid, at + 1, position, columns)
    return None


def _column(text: str, labels: Mapping[str, str]) -> _Column:
    """Return what a column holds: one of the export is known by its label, one that was added by its head."""
    label = " ".join(text.split())
    for value, own in labels.items():
        if label and label == " ".join(own.split()):
            return _Column(label, value, _OF_VALUES.get(value))
    lower = label.lower()
    if lower in _HANDLERS:
        return _Column(label, "", Filled.HANDLER)
    kind = column_of(label) if label else None
    if kind is ColumnKind.ANSWER and lower.startswith(_REPLIES):
        return _Column(label, "", Filled.REPLY)
    return _Column(label, "", _OF_ADDED.get(kind) if kind else None)


def _ledger(grid: Grid, first: int, tickets: int, columns: list[_Column]) -> Ledger:
    rows: list[LedgerRow] = []
    strays: list[int] = []
    for row in grid.rows[first:]:
        cell = row.texts[tickets] if len(row.texts) > tickets else ""
        ticket = ticket_in(cell)
        if ticket is not None:
            rows.append(_row(row, ticket, columns))
        elif _is_filled_in(row, columns):
            strays.append(row.number)
    return Ledger(grid.name, tuple(rows), tuple(strays))


def _row(row: GridRow, ticket: Ticket, columns: list[_Column]) -> LedgerRow:
    filled: dict[Filled, str] = {}
    elsewhere: list[str] = []
    telling: set[tuple[str, str]] = set()
    for text, column in zip(row.texts, columns, strict=False):
        if not ticket.has_changed(column.value, text):
            continue
        if text and column.value in _TELLING:
            telling.add((column.value, cell_digest(text)))
        if column.filled is None:
            is_read = not column.value
        else:
            # of two columns that hold the same the first counts
            is_read = filled.setdefault(column.filled, text) == text
        # cells that a program empties where it takes merged ones apart say nothing
        if text and not is_read:
            elsewhere.append(column.label)
    return LedgerRow(row.number, ticket, filled, tuple(elsewhere), frozenset(telling))


_TELLING = (Value.OPINION, Value.ID)
"""By what people know which comment they decide on."""


def _is_filled_in(row: GridRow, columns: list[_Column]) -> bool:
    """Whether somebody decided something in a row; a line over the whole width is none."""
    if len(row.said) < _CELLS_OF_A_ROW:
        return False
    return any(_decides(text, column) for text, column in zip(row.texts, columns, strict=False))


def _decides(text: str, column: _Column) -> bool:
    if column.filled is not Filled.RESULT:
        return False
    return decision_of(text, "").status is not Status.PENDING


_CELLS_OF_A_ROW = 2
"""A row that stands for a comment says two things at least: what is wanted, and what is decided."""
