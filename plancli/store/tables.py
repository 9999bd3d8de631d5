"""Bring the new values of a table into its file: a row stays a line, and only its cells change."""

from collections.abc import Sequence
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from plancli.core.plan.model import Counted, Table, TableHead, TableRow
from plancli.core.text.order import staying
from plancli.store.yaml import emit
from plancli.store.yaml.nodes import descend, dict_of
from plancli.store.yaml.splice import Editor

TABLE_KEYS = (
    *("table", "number", "title", "unit", "columns", "rows"),
    *("joined", "sums", "shares", "notes"),
)
_CLAIM_KEYS = ("row", "column", "of", "total", "columns", "rows")
_ROW_KEYS = ("id", "cells", "across", "page", "line")
_SAID = ("across", "page", "line")
"""What may be said of a row beside its cells."""


def table_entry(table: Table) -> dict[str, Any]:
    """Return the keys and values of a table in the order of its file, without its notes."""
    return {
        "table": table.table,
        "number": table.number,
        "title": table.title or None,
        "unit": table.unit or None,
        "columns": _columns_entry(table.columns),
        "rows": [_row_entry(row) for row in table.rows] or None,
        "joined": list(table.joined) or None,
        "sums": _claims_entry(table.sums),
        "shares": _claims_entry(table.shares),
    }


def _claims_entry(claims: Sequence[Counted]) -> list[emit.Row] | None:
    """Return what a table declares to be counted, a line each."""
    found: list[emit.Row] = []
    for claim in claims:
        said = {key: getattr(claim, key, None) or None for key in _CLAIM_KEYS}
        found.append(emit.Row({**said, "rounded": claim.rounded or None}))
    return found or None


def _columns_entry(columns: Sequence[TableHead]) -> list[Any] | None:
    """Return the columns, each by its key alone where nothing else is said of it.

    Where something is said of one of them all stand in lines.
    """
    if all(column == TableHead(key=column.key) for column in columns):
        return [column.key for column in columns] or None
    found: list[Any] = []
    for column in columns:
        if column == TableHead(key=column.key):
            found.append(column.key)
            continue
        found.append(emit.Row({"key": column.key, "head": column.head}))
    return found


def _row_entry(row: TableRow) -> emit.Row:
    return emit.Row({"id": row.id, "cells": row.cells, **_said(row)})


def _said(row: TableRow) -> dict[str, Any]:
    """Return what is said of a row beside its cells; None of what is not."""
    return {key: getattr(row, key) or None for key in _SAID}


def update_table(editor: Editor, node: Node, old: Table, new: Table) -> None:
    """Change what a table says of itself, its columns, rows and claims; its notes are the list of another."""
    if old.unit != new.unit:
        editor.set_entry(node, TABLE_KEYS, "unit", new.unit or None)
    if old.columns != new.columns:
        editor.set_entry(node, TABLE_KEYS, "columns", _columns_entry(new.columns))
    if old.rows != new.rows:
        _update_rows(editor, node, old.rows, new.rows)
    if old.joined != new.joined:
        editor.set_entry(node, TABLE_KEYS, "joined", list(new.joined) or None)
    for key in ("sums", "shares"):
        claims: Sequence[Counted] = getattr(new, key)
        if claims != getattr(old, key):
            editor.set_entry(node, TABLE_KEYS, key, _claims_entry(claims))


def _update_rows(
    editor: Editor, node: Node, old: Sequence[TableRow], new: Sequence[TableRow]
) -> None:
    """Change, remove, insert and move rows; all in one line get lines when they come, go or move."""
    in_one_line = bool(getattr(descend(node, ("rows",)), "flow_style", False))
    rearranged = [row.id for row in old] != [row.id for row in new]
    if not old or not new or (in_one_line and rearranged):
        rows = [_row_entry(row) for row in new] or None
        editor.set_entry(node, TABLE_KEYS, "rows", rows)
        return
    sequence = descend(node, ("rows",))
    assert isinstance(node, MappingNode)
    assert isinstance(sequence, SequenceNode)
    ids = [row.id for row in old]
    kept = staying(ids, [row.id for row in new])
    behind: Node = editor.key_node(node, "rows")
    for row in new:
        if row.id in kept:
            at = ids.index(row.id)
            behind = sequence.value[at]
            # a row without an id is called by its number, which others may change
            set_row(editor, behind, old[at], row, with_id=ids != [row.id for row in new])
        else:
            editor.insert_items(behind, int(sequence.start_mark.column), [_row_entry(row)])
    for at, name in enumerate(ids):
        if name not in kept:
            editor.remove_item(sequence, at)


def set_row(
    editor: Editor, node: Node, old: TableRow, new: TableRow, with_id: bool = False
) -> None:
    """Change the cells of a row and what is said of it; `with_id` writes an id that is not there."""
    said = _said(new)
    placed = _said(old) != said
    if isinstance(node, SequenceNode) and not node.flow_style:
        # cells one below another, without an id: what is said of them has no line of its own
        if with_id or old != new:
            editor.write_anew(node, emit.row(_row_entry(new)))
        return
    if isinstance(node, MappingNode):
        cells = dict_of(node)["cells"]
        if "id" not in dict_of(node) and with_id:
            editor.put_first(node, "id", new.id)
        if placed:
            for key in _SAID:
                editor.set_word(node, _ROW_KEYS, key, said[key])
    else:
        cells = node
        if with_id or placed:
            words = [
                f", {key}: {emit.in_a_row(said[key])}" for key in _SAID if said[key] is not None
            ]
            name = emit.scalar(new.id, flow=True)
            editor.enclose(node, f"{{id: {name}, cells: ", "".join((*words, "}")))
    as_many = len(old.cells) == len(new.cells)
    if isinstance(node, MappingNode) and not node.flow_style and not as_many:
        # cells one below another may stand no deeper than their key, where no brackets can
        editor.set_entry(node, _ROW_KEYS, "cells", new.cells)
    else:
        editor.set_words(cells, old.cells, new.cells)
