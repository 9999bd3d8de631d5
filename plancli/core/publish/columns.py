"""The columns that a table of comments can have: each value of plan.yaml is one record here."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.entry import N_
from plancli.core.plan.tables import Value
from plancli.core.publish import cells
from plancli.core.publish.sheet import Cell
from plancli.core.publish.signatures import signatures
from plancli.core.publish.table import Row
from plancli.core.publish.words import CHINESE, Said
from plancli.core.rounds.round import Round


class CellSource(NamedTuple):
    """What the cells of a table are taken from; `channels` by unit."""

    round: Round | None
    channels: Mapping[str, str]
    said: Said = CHINESE


class CellFor(NamedTuple):
    """For which row a cell is asked; only comments have a `number`."""

    row: Row
    number: int | None
    source: CellSource


class TableColumn(NamedTuple):
    """A column: its English label, and what makes its cells; empty where there is nothing to say.

    `width` is its part of the width of a table. What is `internal` is for the drafting office only, and is
    left out of what is published.
    """

    label: str
    cell: Callable[[CellFor], Cell]
    width: int = 10
    centred: bool = True
    internal: bool = False


def _written(of: Callable[[Comment], str | None]) -> Callable[[CellFor], Cell]:
    """Return what makes a cell of a key of the comment's file."""

    def cell(asked: CellFor) -> Cell:
        return (asked.row.whole and of(asked.row.whole)) or ""

    return cell


def _found(
    of: Callable[[Row, Round], list[str]], between: str | None = None
) -> Callable[[CellFor], Cell]:
    """Return what makes a cell of what is looked for in the round, with a comma `between` by default."""

    def cell(asked: CellFor) -> Cell:
        row, source = asked.row, asked.source
        if row.whole is None or source.round is None:
            return ""
        comma = source.said.comma if between is None else between
        return comma.join(of(row, source.round))

    return cell


def _places(asked: CellFor) -> Cell:
    """Return the places of a comment, one a line: in a narrow column they would be broken after a comma."""
    row, source = asked.row, asked.source
    if row.whole is None or source.round is None:
        return ""
    return "\n".join(cells.places(row, source.round, source.said.naming))


def _channels(asked: CellFor) -> Cell:
    """Return by which way the units of a comment answer, each way once."""
    channels = asked.source.channels
    ways = dict.fromkeys(channels.get(unit, "") for unit in asked.row.units)
    return asked.source.said.comma.join(filter(None, ways))


def _topics(asked: CellFor) -> Cell:
    """Return what a comment is about: all of its topics, also where it stands under one of them."""
    whole = asked.row.whole
    return "" if whole is None else asked.source.said.comma.join(whole.topics)


def _attached(asked: CellFor) -> Cell:
    """Return the names of the files that came with a comment, one a line."""
    whole = asked.row.whole
    return "" if whole is None else "\n".join(one.file for one in whole.attached)


def _approvals(asked: CellFor) -> Cell:
    """Return who approved the decision at each level, one a line; of a compound comment point by point."""
    row, source = asked.row, asked.source
    if row.whole is None or source.round is None:
        return ""
    return "\n".join(signatures(row, source.round.levels, source.said, source.round.today))


def _worded(shown: cells.Shown) -> Callable[[CellFor], Cell]:
    def cell(asked: CellFor) -> Cell:
        row, source = asked.row, asked.source
        if row.whole is None or source.round is None:
            return ""
        return cells.worded(shown, row, source.round)

    return cell


COLUMNS: Mapping[Value, TableColumn] = {
    Value.NUMBER: TableColumn(N_("No."), lambda asked: str(asked.number or ""), 5),
    Value.UNIT: TableColumn(N_("Unit"), lambda asked: asked.row.unit, 13),
    Value.OPINION: TableColumn(N_("Opinion"), lambda asked: asked.row.opinion, 42, centred=False),
    Value.DECISION: TableColumn(
        N_("Decision"), lambda asked: asked.row.decision, 42, centred=False
    ),
    Value.STATUS: TableColumn(N_("Adopted?"), lambda asked: asked.row.label),
    Value.ANSWER: TableColumn(N_("Reason"), lambda asked: asked.row.answer, 34, centred=False),
    Value.CHANNEL: TableColumn(N_("Channel"), _channels),
    Value.PLACE: TableColumn(N_("Place"), _places, 24, centred=False),
    Value.PAGE: TableColumn(N_("Page"), _found(cells.cited_pages), 6),
    Value.LINE: TableColumn(N_("Line"), _found(cells.cited_lines), 6),
    Value.ORIGINAL: TableColumn(
        N_("Original wording"), _found(cells.quoted, between="\n"), 24, centred=False
    ),
    Value.ASKED: TableColumn(N_("Wording asked for"), _worded(cells.ASKED), 30, centred=False),
    Value.BEFORE: TableColumn(N_("Before"), _worded(cells.BEFORE), 30, centred=False),
    Value.AFTER: TableColumn(N_("After"), _worded(cells.AFTER), 30, centred=False),
    Value.TOPIC: TableColumn(N_("Topic"), _topics),
    Value.ID: TableColumn(N_("Id"), lambda asked: asked.row.id, internal=True),
    Value.LETTER: TableColumn(
        N_("Letter"), _written(lambda comment: comment.letter), internal=True
    ),
    Value.RECEIVED: TableColumn(
        N_("Received"), _written(lambda comment: comment.received), internal=True
    ),
    Value.HANDLER: TableColumn(
        N_("Handler"), _written(lambda comment: comment.handler), internal=True
    ),
    Value.APPROVAL: TableColumn(N_("Approval"), _approvals, 14, internal=True),
    Value.NOTE: TableColumn(
        N_("Note"), _written(lambda comment: comment.note), centred=False, internal=True
    ),
    Value.ATTACHMENTS: TableColumn(N_("Attachments"), _attached, internal=True),
}
