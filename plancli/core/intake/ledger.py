"""A ledger that was exported and filled in: which cells of which rows say something new."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
FILLED_IN = tuple(map(str, _OF_VALUES))
"""The columns that are filled in: they are there also where nothing stands in them yet."""
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
    those by which people know a comment, with the digests of what stands there now. Of one that goes over
    several rows of the paper some may be gone: it is not `complete` then.
    """

    row: int
    ticket: Ticket
    filled: Mapping[Filled, str]
    elsewhere: tuple[str, ...] = ()
    telling: frozenset[tuple[str, str]] = frozenset()
    complete: bool = True


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
    parts: list[_Part] = []
    strays: list[int] = []
    for row in grid.rows[first:]:
        cell = row.texts[tickets] if len(row.texts) > tickets else ""
        ticket = ticket_in(cell)
        if ticket is None:
            if _is_filled_in(row, columns):
                strays.append(row.number)
        elif ticket.parts > 1:
            parts.append(_Part(row, ticket))
        else:
            rows.append(_row(row.number, row.texts, ticket, columns))
    rows += _joined(parts, columns)
    return Ledger(grid.name, tuple(sorted(rows, key=_number)), tuple(strays))


def _number(row: LedgerRow) -> int:
    return row.row


class _Part(NamedTuple):
    """One of several rows of the paper over which a row of the ledger goes."""

    row: GridRow
    ticket: Ticket


def _joined(parts: Iterable[_Part], columns: list[_Column]) -> Iterator[LedgerRow]:
    """Yield the rows of which these are the parts, wherever these were sorted to.

    A comment that stands in a table twice has each of its parts twice: they are joined in their order.
    """
    found: dict[tuple[str, int], list[list[_Part]]] = {}
    for part in parts:
        # the first row of this comment that has not this part yet
        copies = found.setdefault((part.ticket.id, part.ticket.parts), [])
        for copy in copies:
            if all(other.ticket.part != part.ticket.part for other in copy):
                copy.append(part)
                break
        else:
            copies.append([part])
    for copies in found.values():
        for copy in copies:
            yield _of_parts(sorted(copy, key=lambda part: part.ticket.part), columns)


def _of_parts(parts: Sequence[_Part], columns: list[_Column]) -> LedgerRow:
    """Return a row from its parts in order: words that go on together, of the others what is new."""
    ticket = parts[0].ticket
    texts: list[str] = []
    contradicts = False
    for position, column in enumerate(columns):
        words = [part.row.texts[position] for part in parts if len(part.row.texts) > position]
        if any(column.value in part.ticket.flow for part in parts):
            ends = [part.ticket.flow.get(column.value, "") for part in parts]
            texts.append("".join(map("".join, zip(words, ends, strict=False))))
            continue
        new = dict.fromkeys(text for text in words if ticket.has_changed(column.value, text))
        is_read = bool(column.value or column.filled)
        contradicts = contradicts or (is_read and len(new) > 1)
        texts.append(next(iter(new), words[0] if words else ""))
    row = _row(parts[0].row.number, texts, ticket, columns)
    return row._replace(complete=len(parts) == ticket.parts and not contradicts)


def _row(number: int, texts: Sequence[str], ticket: Ticket, columns: list[_Column]) -> LedgerRow:
    filled: dict[Filled, str] = {}
    elsewhere: list[str] = []
    telling: set[tuple[str, str]] = set()
    for text, column in zip(texts, columns, strict=False):
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
    return LedgerRow(number, ticket, filled, tuple(elsewhere), frozenset(telling))


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
