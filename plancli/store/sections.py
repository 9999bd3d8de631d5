"""Bring a section's new values into its file."""

from collections.abc import Sequence
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from plancli.core.model import Column, Draft, Paragraph, Part, Section, Source
from plancli.core.outline import part_name
from plancli.store import emit
from plancli.store.splice import Editor
from plancli.store.strict import Document, dict_of

_PARAGRAPH_KEYS = ("id", "heading", "text", "units", "page", "line", "source")
_SECTION_KEYS = ("key", "title", "parent", "body")
_COLUMN_KEYS = ("column", "title", "items")


def updated(document: Document, old: Section, new: Section) -> bytes:
    """Return the file of `old` with the values of `new`; only what differs changes."""
    editor = Editor(document)
    _update_list(editor, document.root, _SECTION_KEYS, "body", old.body, new.body)
    return editor.result()


def paragraph_entry(paragraph: Paragraph) -> dict[str, Any]:
    """Return a paragraph's keys and values in the order of its file."""
    return {
        "id": paragraph.id,
        "heading": paragraph.heading or None,
        "text": emit.running_text(paragraph.text) if paragraph.text else None,
        "units": paragraph.units,
        "page": paragraph.page,
        "line": paragraph.line,
        "source": _source_entry(paragraph.source),
    }


def section_entry(section: Section) -> dict[str, Any]:
    """Return a section's keys and values in the order of its file."""
    return {
        "key": section.key,
        "title": section.title,
        "parent": section.parent,
        "body": [_part_entry(part) for part in section.body] or None,
    }


def draft_entry(draft: Draft) -> dict[str, Any]:
    """Return a draft's keys and values in the order of its file."""
    return {"draft": draft.draft, "sections": [section_entry(section) for section in draft.sections]}


def _part_entry(part: Part) -> dict[str, Any]:
    if isinstance(part, Paragraph):
        return paragraph_entry(part)
    items = [paragraph_entry(item) for item in part.items] or None
    return {"column": part.column, "title": part.title or None, "items": items}


def _source_entry(source: Source | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {"origin": str(source.origin), "comments": source.comments or None, "note": source.note}


def _update_list(
    editor: Editor, owner: Node, keys: Sequence[str], key: str, old: Sequence[Part], new: Sequence[Part]
) -> None:
    """Change, remove and insert the elements of one list of a section or column."""
    if old == new:
        return
    if not old or not new:
        editor.set_entry(owner, keys, key, [_part_entry(part) for part in new] or None)
        return
    assert isinstance(owner, MappingNode)
    sequence = dict_of(owner)[key]
    assert isinstance(sequence, SequenceNode)
    nodes = {part_name(part): node for part, node in zip(old, sequence.value, strict=True)}
    before = {part_name(part): part for part in old}
    for part in new:
        if part_name(part) in before:
            _update_part(editor, nodes[part_name(part)], before[part_name(part)], part)
    behind: Node = editor.key_node(owner, key)
    column = int(sequence.start_mark.column)
    for part in new:
        if part_name(part) in nodes:
            behind = nodes[part_name(part)]
        else:
            editor.insert_items(behind, column, [_part_entry(part)])
    staying = {part_name(part) for part in new}
    for position, part in enumerate(old):
        if part_name(part) not in staying:
            editor.remove_item(sequence, position)


def _update_part(editor: Editor, node: Node, old: Part, new: Part) -> None:
    if isinstance(old, Column) and isinstance(new, Column):
        _update_list(editor, node, _COLUMN_KEYS, "items", old.items, new.items)
        return
    assert isinstance(old, Paragraph)
    assert isinstance(new, Paragraph)
    before, after = paragraph_entry(old), paragraph_entry(new)
    for key in ("heading", "text"):
        if before[key] != after[key]:
            editor.set_entry(node, _PARAGRAPH_KEYS, key, after[key])
    if old.units != new.units:
        editor.set_names(node, _PARAGRAPH_KEYS, "units", new.units)
