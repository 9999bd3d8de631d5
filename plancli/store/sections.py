"""Bring a section's new values into its file."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from plancli.core.finding import Path
from plancli.core.plan.model import (
    NOTE,
    Captioned,
    Column,
    Draft,
    Figure,
    Footnote,
    Paragraph,
    Part,
    Section,
    Source,
    Table,
    TableRow,
)
from plancli.core.plan.outline import part_name, spots_of
from plancli.core.text.order import staying
from plancli.store.tables import TABLE_KEYS, set_row, table_entry, update_table
from plancli.store.typed import as_typed
from plancli.store.yaml import emit
from plancli.store.yaml.nodes import descend, dict_of
from plancli.store.yaml.splice import Editor
from plancli.store.yaml.strict import Document, parse

_PARAGRAPH_KEYS = (
    "id",
    "formula",
    "number",
    "heading",
    "separator",
    "text",
    "note",
    "notes",
    "units",
    "page",
    "line",
    "layout",
    "source",
    "items",
)
_NOTE_KEYS = ("id", "after", "nth", "text", "page", "line")
_SECTION_KEYS = ("key", "number", "title", "parent", "body")
_DRAFT_KEYS = ("draft", "title", "separator", "sections")
_COLUMN_KEYS = ("column", "number", "title", "items")
_FIGURE_KEYS = ("image", "figure", "number", "title", "alt", "digest")


class Written(NamedTuple):
    """Lines that are written already, by the keys of their parts.

    `elsewhere` are parts that stand somewhere else now, with their lines; `typed` the lines in which parts
    stood before a comment changed them.
    """

    elsewhere: Mapping[str, tuple[Part, list[str]]] = MappingProxyType({})
    typed: Mapping[str, str] = MappingProxyType({})


NOWHERE = Written()
"""No part comes from elsewhere, and none stood otherwise before."""


def updated(
    document: Document,
    old: Section,
    new: Section,
    written: Written = NOWHERE,
    keeps_comments: bool = False,
) -> bytes:
    """Return the file of `old` with the values of `new`; only what differs changes.

    A part that comes from elsewhere keeps the lines in which it was `written`, with its YAML comments, and
    one whose lines before a comment changed them are known is written from those. With `keeps_comments` what
    would lose one is refused: a value that is written anew, a part that goes.
    """
    editor = Editor(document, keeps_comments)
    _update_headline(editor, document.root, _SECTION_KEYS, old, new)
    _update_list(editor, document.root, _SECTION_KEYS, "body", old.body, new.body, written)
    return editor.result()


def reworded(document: Document, old: Section, new: Section) -> bytes:
    """Return the file of a section with other words in the same parts, titles among them."""
    editor = Editor(document, keeps_comments=True)
    _reword(editor, document.root, old, new)
    return editor.result()


def reworded_draft(document: Document, old: Draft, new: Draft) -> bytes:
    """Return the file of a draft with other words in the same parts; pages and lines stay."""
    editor = Editor(document, keeps_comments=True)
    if old.title != new.title:
        editor.set_entry(document.root, _DRAFT_KEYS, "title", new.title)
    sections: Any = descend(document.root, ("sections",))
    for node, before, after in zip(sections.value, old.sections, new.sections, strict=True):
        _reword(editor, node, before, after)
    return editor.result()


def laid_out_draft(document: Document, old: Draft, new: Draft) -> bytes:
    """Return the file of a draft with other pages and lines; nothing else changes."""
    editor = Editor(document, keeps_comments=True)
    for (before, path), (after, _) in zip(_placed(old), _placed(new), strict=True):
        node = descend(document.root, path)
        if isinstance(before, TableRow) and isinstance(after, TableRow):
            set_row(editor, node, before, after)
            continue
        assert isinstance(before, Paragraph)
        assert isinstance(after, Paragraph)
        was, now = paragraph_entry(before), paragraph_entry(after)
        for key in ("page", "line", "layout"):
            if was[key] != now[key]:
                editor.set_entry(node, _PARAGRAPH_KEYS, key, now[key])
    return editor.result()


def _placed(draft: Draft) -> Iterator[tuple[Paragraph | TableRow, Path]]:
    """Yield the paragraphs and rows of a draft, each with the way to it in the file."""
    for number, section in enumerate(draft.sections):
        for at, part in enumerate(section.body):
            yield from _placed_in(part, ("sections", number, "body", at))


def _placed_in(part: Part | TableRow, path: Path) -> Iterator[tuple[Paragraph | TableRow, Path]]:
    if isinstance(part, Paragraph | TableRow):
        yield part, path
    for key, held in _lists_in(part):
        for position, item in enumerate(held):
            yield from _placed_in(item, (*path, key, position))


def _lists_in(part: Part | TableRow) -> Iterator[tuple[str, Sequence[Paragraph | TableRow]]]:
    """Yield the lists of a part that stand on the paper's lines, by their keys."""
    if isinstance(part, Column | Paragraph):
        yield "items", part.items
    if isinstance(part, Table):
        yield "rows", part.rows
        yield "notes", part.notes


def titled_draft(document: Document, title: str) -> bytes:
    """Return the file of a draft with the title of the plan that it had; nothing else changes."""
    editor = Editor(document, keeps_comments=True)
    editor.set_entry(document.root, _DRAFT_KEYS, "title", title)
    return editor.result()


def _update_headline(
    editor: Editor,
    node: Node,
    keys: Sequence[str],
    old: Section | Captioned,
    new: Section | Captioned,
) -> None:
    if old.number != new.number:
        editor.set_entry(node, keys, "number", new.number)
    if old.title != new.title:
        editor.set_entry(node, keys, "title", new.title or None)


def _reword(editor: Editor, node: Node, old: Section, new: Section) -> None:
    _update_headline(editor, node, _SECTION_KEYS, old, new)
    for at, (before, after) in enumerate(zip(old.body, new.body, strict=True)):
        part = descend(node, ("body", at))
        if before != after:
            _update_part(editor, part, before, after, NOWHERE)


def parts_written(document: Document, section: Section) -> dict[str, tuple[Part, list[str]]]:
    """Return the paragraphs of a section with their lines; what is written in brackets is left out."""
    editor = Editor(document)
    found: dict[str, tuple[Part, list[str]]] = {}
    lists: list[tuple[Node, str, Sequence[Part]]] = [(document.root, "body", section.body)]
    while lists:
        owner, key, parts = lists.pop()
        sequence = dict_of(owner).get(key) if isinstance(owner, MappingNode) else None
        if not isinstance(sequence, SequenceNode) or sequence.flow_style:
            continue
        for position, (part, node) in enumerate(zip(parts, sequence.value, strict=True)):
            found[part_name(part)] = part, editor.item_lines(sequence, position)
            lists += [(node, "items", part.items)] if isinstance(part, Column | Paragraph) else []
            lists += [(node, "notes", part.notes)] if isinstance(part, Table | Paragraph) else []
    return found


def paragraph_entry(paragraph: Paragraph) -> dict[str, Any]:
    """Return a paragraph's keys and values in the order of its file."""
    return {
        "id": paragraph.id,
        "formula": paragraph.formula or None,
        "number": paragraph.number,
        "heading": paragraph.heading or None,
        "separator": paragraph.separator,
        "text": emit.running_text(paragraph.text) if paragraph.text else None,
        "notes": [_note_entry(note) for note in paragraph.notes] or None,
        "units": paragraph.units,
        "page": paragraph.page,
        "line": paragraph.line,
        "layout": paragraph.layout or None,
        "source": _source_entry(paragraph.source),
        "items": [paragraph_entry(item) for item in paragraph.items] or None,
    }


def _note_entry(note: Footnote) -> dict[str, Any]:
    """Return a footnote's keys and values in the order of its file."""
    return {
        "id": note.id,
        "after": note.after,
        "nth": note.nth,
        "text": emit.running_text(note.text) if note.text else None,
        "page": note.page,
        "line": note.line,
    }


def section_entry(section: Section) -> dict[str, Any]:
    """Return a section's keys and values in the order of its file."""
    return {
        "key": section.key,
        "number": section.number,
        "title": section.title,
        "parent": section.parent,
        "body": [_part_entry(part) for part in section.body] or None,
    }


def draft_entry(draft: Draft) -> dict[str, Any]:
    """Return a draft's keys and values in the order of its file."""
    return {
        "draft": draft.draft,
        "title": draft.title,
        "separator": draft.separator,
        "approval": list(draft.approval) or None,
        "sections": [section_entry(section) for section in draft.sections],
    }


def formatted(document: Document, section: Section) -> bytes:
    """Return the file with every text as a block of sentences; nothing else changes."""
    editor = Editor(document)
    for spot, path in spots_of(section):
        if spot.is_fixed:
            continue  # a cell stands in the line of its row, and what a figure says in one of its own
        sentences = emit.running_text(spot.paragraph.text)
        if isinstance(sentences, emit.Block):
            owner = descend(document.root, path)
            assert isinstance(owner, MappingNode)
            if owner.flow_style and path[-2] == "items":
                continue  # an entry of a list in one line, as a row of a table is
            editor.lay_out(owner, "text", sentences)
    return editor.result()


def _part_entry(part: Part) -> dict[str, Any]:
    if isinstance(part, Footnote):
        return _note_entry(part)
    if isinstance(part, Paragraph):
        return paragraph_entry(part)
    if isinstance(part, Table):
        notes = [paragraph_entry(note) for note in part.notes] or None
        return {**table_entry(part), "notes": notes}
    if isinstance(part, Figure):
        return figure_entry(part)
    items = [paragraph_entry(item) for item in part.items] or None
    return {
        "column": part.column,
        "number": part.number,
        "title": part.title or None,
        "items": items,
    }


def figure_entry(figure: Figure) -> dict[str, Any]:
    """Return the keys and values of a figure in the order of its file; its name only where it says more."""
    by_its_file = Figure(image=figure.image).figure == figure.figure
    return {
        "image": figure.image,
        "figure": None if by_its_file else figure.figure,
        "number": figure.number,
        "title": figure.title or None,
        "alt": figure.alt or None,
        "digest": figure.digest,
    }


def _update_figure(editor: Editor, node: Node, old: Figure, new: Figure) -> None:
    """Change what a figure says of itself; one that was called by its file keeps its name."""
    before, after = figure_entry(old), figure_entry(new)
    for key in _FIGURE_KEYS:
        if before[key] != after[key]:
            editor.set_entry(node, _FIGURE_KEYS, key, after[key])


def _source_entry(source: Source | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {"origin": str(source.origin), "comments": source.comments or None, "note": source.note}


def _update_list(
    editor: Editor,
    owner: Node,
    keys: Sequence[str],
    key: str,
    old: Sequence[Part],
    new: Sequence[Part],
    written: Written,
) -> None:
    """Change, remove, insert and move the elements of one list of a section, column or paragraph."""
    if old == new:
        return
    if not old or not new or _in_brackets(owner, key):
        editor.set_entry(owner, keys, key, [_part_entry(part) for part in new] or None)
        return
    _update_parts(editor, owner, key, old, new, written)


def _update_parts(
    editor: Editor,
    owner: Node,
    key: str,
    old: Sequence[Part],
    new: Sequence[Part],
    written: Written,
) -> None:
    """Change the elements of a list one by one: each keeps its lines, and the comments among them."""
    assert isinstance(owner, MappingNode)
    sequence = dict_of(owner)[key]
    assert isinstance(sequence, SequenceNode)
    names = [_name_and_kind(part) for part in old]
    kept = staying(names, [_name_and_kind(part) for part in new])
    behind: Node = editor.key_node(owner, key)
    for part in new:
        listed = _name_and_kind(part)
        if listed in kept:
            at = names.index(listed)
            behind = sequence.value[at]
            typed = as_typed(part, written.typed) if old[at] != part else None
            if typed and editor.holds_comments(sequence, at, typed[1]):
                editor.rewrite_item(sequence, at, _rewritten(editor, part, *typed, written))
            elif key in _MAY_BE_SPREAD and old[at] != part and _in_braces(behind):
                # an entry has no line for each of its keys there, and gets them
                editor.spread_item(sequence, at, _part_entry(part))
            else:
                _update_part(editor, behind, old[at], part, written)
        else:
            lines = _lines_of(editor, part, written)
            editor.insert_lines(behind, int(sequence.start_mark.column), lines)
    for position, listed in enumerate(names):
        if listed not in kept:
            # what stands elsewhere now took its comments there
            editor.remove_item(
                sequence, position, moved=part_name(old[position]) in written.elsewhere
            )


def _lines_of(editor: Editor, part: Part, written: Written) -> list[str]:
    """Return the lines of a part that comes: as it stands elsewhere, as it was typed, or as we write it."""
    typed, elsewhere = as_typed(part, written.typed), written.elsewhere.get(part_name(part))
    if elsewhere and type(elsewhere[0]) is type(part):
        # what somebody noted in the lines since they were typed is not lost
        noted = [line for line in elsewhere[1] if "#" in line]
        known = typed and all(line in typed[1] for line in noted)
        return _rewritten(editor, part, *(typed if typed and known else elsewhere), written)
    return _rewritten(editor, part, *typed, written) if typed else emit.item(_part_entry(part))


_MAY_BE_SPREAD = ("body", "items", "notes")
"""Lists whose entries people write in braces, as they are short."""


def _in_brackets(owner: Node, key: str) -> bool:
    """Whether a list that people write so has no lines: it gets them when it changes."""
    held = dict_of(owner).get(key) if isinstance(owner, MappingNode) else None
    return key in _MAY_BE_SPREAD and isinstance(held, SequenceNode) and bool(held.flow_style)


def _in_braces(node: Node) -> bool:
    return isinstance(node, MappingNode) and bool(node.flow_style)


def _rewritten(
    editor: Editor, new: Part, old: Part, lines: Sequence[str], written: Written
) -> list[str]:
    """Return the lines of a part that moves with what has changed in it, all others as they were written."""
    if old == new:
        return list(lines)
    text = "\n".join(["body:", *(f"  {line}" if line else "" for line in lines), ""])
    alone = Editor(parse(editor.document.file, text.encode()), editor.keeps_comments)
    node = descend(alone.document.root, ("body", 0))
    if _in_braces(node):
        return emit.item(_part_entry(new))
    _update_part(alone, node, old, new, written)
    again = Editor(parse(editor.document.file, alone.result()))
    sequence = descend(again.document.root, ("body",))
    assert isinstance(sequence, SequenceNode)
    return again.item_lines(sequence, 0)


def _name_and_kind(part: Part) -> str:
    """Return what tells a part from the others in its list; a column is never taken for a paragraph."""
    return f"{type(part).__name__} {part_name(part)}"


def _update_part(editor: Editor, node: Node, old: Part, new: Part, written: Written) -> None:
    if isinstance(old, Column) and isinstance(new, Column):
        _update_headline(editor, node, _COLUMN_KEYS, old, new)
        _update_list(editor, node, _COLUMN_KEYS, "items", old.items, new.items, written)
        return
    if isinstance(old, Table) and isinstance(new, Table):
        _update_headline(editor, node, TABLE_KEYS, old, new)
        update_table(editor, node, old, new)
        _update_list(editor, node, TABLE_KEYS, "notes", old.notes, new.notes, written)
        return
    if isinstance(old, Figure) and isinstance(new, Figure):
        _update_figure(editor, node, old, new)
        return
    assert isinstance(old, Paragraph)
    assert isinstance(new, Paragraph)
    if isinstance(old, Footnote) and isinstance(new, Footnote):
        _update_note(editor, node, old, new)
        return
    before, after = paragraph_entry(old), paragraph_entry(new)
    for key in ("formula", "number", "heading", "text", "layout"):
        if before[key] != after[key]:
            editor.set_entry(node, _PARAGRAPH_KEYS, key, after[key])
    if old.notes != new.notes:
        _update_notes(editor, node, old.notes, new.notes, written)
    if old.units != new.units:
        editor.set_names(node, _PARAGRAPH_KEYS, "units", new.units)
    _update_list(editor, node, _PARAGRAPH_KEYS, "items", old.items, new.items, written)


def _update_notes(
    editor: Editor,
    node: Node,
    old: Sequence[Footnote],
    new: Sequence[Footnote],
    written: Written,
) -> None:
    """Change the footnotes of a paragraph; one that is written in a word stays so as long as it can.

    A note without an id is called by its number, which others may change.
    """
    assert isinstance(node, MappingNode)
    if NOTE not in dict_of(node):
        _update_list(editor, node, _PARAGRAPH_KEYS, "notes", old, new, written)
        staying = {note.id for note in new}
        changed = new and staying != {note.id for note in old}
        for at, note in enumerate(old if changed else ()):
            own = descend(node, ("notes", at))
            if note.id in staying and isinstance(own, MappingNode) and "id" not in dict_of(own):
                editor.put_first(own, "id", note.id)
        return
    if len(new) == 1 and new[0].id == old[0].id and new[0].after is None:
        editor.set_entry(node, _PARAGRAPH_KEYS, NOTE, emit.running_text(new[0].text))
        return
    editor.set_entry(node, _PARAGRAPH_KEYS, NOTE, None)
    if new:
        editor.set_entry(node, _PARAGRAPH_KEYS, "notes", [_note_entry(note) for note in new])


def _update_note(editor: Editor, node: Node, old: Footnote, new: Footnote) -> None:
    before, after = _note_entry(old), _note_entry(new)
    for key in ("after", "nth", "text"):
        if before[key] != after[key]:
            editor.set_entry(node, _NOTE_KEYS, key, after[key])
