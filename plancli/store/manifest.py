"""Changes of plan/plan.yaml."""

from collections.abc import Sequence

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from plancli.core.plan.manifest import DraftingNote, Frozen, Manifest, Mended
from plancli.core.text.order import staying
from plancli.store.yaml import emit
from plancli.store.yaml.nodes import dict_of
from plancli.store.yaml.splice import Editor
from plancli.store.yaml.strict import Document

MANIFEST_KEYS = (
    "format",
    "title",
    "issuer",
    "language",
    "separator",
    "punctuation",
    "draft",
    "drafts",
    "deadline",
    "units",
    "notes",
    "totals",
    "rules",
    "aliases",
    "authors",
    "tables",
    "numbering",
    "approval",
    "sections",
)
DRAFT_KEYS = ("name", "digest", "date", "deadline", "replies", "mended")
_NOTE_KEYS = ("paragraph", "reason", "change")


def with_sections(document: Document, manifest: Manifest, keys: Sequence[str]) -> bytes:
    """Return the file with these sections in this order; lines of sections that stay are not touched."""
    editor = Editor(document, keeps_comments=True)
    root = document.root
    assert isinstance(root, MappingNode)
    sequence = dict_of(root)["sections"]
    if (
        not isinstance(sequence, SequenceNode)
        or sequence.flow_style
        or not manifest.sections
        or not keys
    ):
        editor.set_entry(root, MANIFEST_KEYS, "sections", list(keys) or None)
        return editor.result()
    old = list(manifest.sections)
    kept = staying(old, keys)
    behind: Node = editor.key_node(root, "sections")
    for key in keys:
        if key in kept:
            behind = sequence.value[old.index(key)]
        elif key in old:  # with the comment behind it
            lines = editor.item_lines(sequence, old.index(key))
            editor.insert_lines(behind, int(sequence.start_mark.column), lines)
        else:
            editor.insert_lines(behind, int(sequence.start_mark.column), [f"- {emit.scalar(key)}"])
    for position, key in enumerate(old):
        if key not in kept:
            editor.remove_item(sequence, position, moved=key in keys)
    return editor.result()


def with_format(document: Document, number: int) -> bytes:
    """Return the file that says which form the files of the plan have, as the first of its keys."""
    editor = Editor(document, keeps_comments=True)
    editor.set_entry(document.root, MANIFEST_KEYS, "format", number)
    return editor.result()


def with_title(document: Document, title: str) -> bytes:
    """Return the file with another title of the plan."""
    editor = Editor(document, keeps_comments=True)
    editor.set_entry(document.root, MANIFEST_KEYS, "title", title)
    return editor.result()


def with_draft(
    document: Document, manifest: Manifest, name: str, digest: str, circulate: bool = False
) -> bytes:
    """Return the file with one more draft; the first one, or one to `circulate`, is what comments cite.

    What units replied in the round that ends, and its deadline, stay with its draft.
    """
    editor = Editor(document, keeps_comments=True)
    if circulate:
        _keep_round(editor, manifest)
    entry = {"name": name, "digest": digest}
    if manifest.draft is None or circulate:
        editor.set_entry(document.root, MANIFEST_KEYS, "draft", name)
    if name in {frozen.name for frozen in manifest.drafts}:
        return editor.result()
    if not manifest.drafts:
        editor.set_entry(document.root, MANIFEST_KEYS, "drafts", [entry])
    else:
        root = document.root
        assert isinstance(root, MappingNode)
        sequence = dict_of(root)["drafts"]
        assert isinstance(sequence, SequenceNode)
        editor.insert_items(sequence.value[-1], sequence.start_mark.column, [entry])
    return editor.result()


def with_note(document: Document, note: DraftingNote, place: int | None) -> bytes:
    """Return the file with one more drafting note, or with it at the `place` of another one."""
    editor = Editor(document, keeps_comments=True)
    entry = {"paragraph": note.paragraph, "reason": note.reason, "change": note.change}
    present = _listed(document, "notes")
    if present is None:
        editor.set_entry(document.root, MANIFEST_KEYS, "notes", [entry])
    elif place is None:
        editor.insert_items(present.value[-1], present.start_mark.column, [entry])
    else:
        for key in ("reason", "change"):
            editor.set_entry(present.value[place], _NOTE_KEYS, key, entry[key])
    return editor.result()


def without_notes(document: Document, places: Sequence[int]) -> bytes:
    """Return the file without the drafting notes at some places."""
    editor = Editor(document, keeps_comments=True)
    present = _listed(document, "notes")
    assert present is not None
    if len(places) == len(present.value):
        editor.set_entry(document.root, MANIFEST_KEYS, "notes", None)
        return editor.result()
    for place in places:
        editor.remove_item(present, place)
    return editor.result()


def with_mend(
    document: Document, manifest: Manifest, name: str, digest: str, mend: Mended
) -> bytes:
    """Return the file with the digest of a draft whose copy was mended, and what was mended."""
    editor = Editor(document, keeps_comments=True)
    place = [frozen.name for frozen in manifest.drafts].index(name)
    root = document.root
    assert isinstance(root, MappingNode)
    draft = dict_of(root)["drafts"].value[place]
    editor.set_entry(draft, DRAFT_KEYS, "digest", digest)
    entry = mend.model_dump()
    present = dict_of(draft).get("mended")
    if isinstance(present, SequenceNode) and present.value:
        editor.insert_items(present.value[-1], present.start_mark.column, [entry])
    else:
        editor.set_entry(draft, DRAFT_KEYS, "mended", [entry])
    return editor.result()


def _listed(document: Document, key: str) -> SequenceNode | None:
    """Return a list of the file that has elements; None where there is none yet."""
    root = document.root
    assert isinstance(root, MappingNode)
    found = dict_of(root).get(key)
    return found if isinstance(found, SequenceNode) and found.value else None


def _keep_round(editor: Editor, manifest: Manifest) -> None:
    """Move the deadline, and what units replied, to the draft that was circulated last."""
    root = editor.document.root
    assert isinstance(root, MappingNode)
    nodes = dict_of(root)
    at, ended = next(
        (at, each) for at, each in enumerate(manifest.drafts) if each.name == manifest.draft
    )
    entry = nodes["drafts"].value[at]
    if manifest.deadline:
        editor.drop_entry(root, "deadline")
        editor.set_entry(entry, DRAFT_KEYS, "deadline", manifest.deadline)
    _keep_replies(editor, manifest, nodes["units"], entry, ended)


def _keep_replies(
    editor: Editor, manifest: Manifest, roster: Node, entry: Node, ended: Frozen
) -> None:
    """Move what units replied from the roster to the entry of a draft."""
    replies = {unit.name: str(unit.reply) for unit in manifest.units if unit.reply}
    for position, unit in enumerate(manifest.units):
        if unit.reply:
            editor.drop_entry(roster.value[position], "reply")
        if unit.source:
            editor.drop_entry(roster.value[position], "source")
    if replies:
        kept = {name: str(reply) for name, reply in ended.replies.items()}
        editor.set_entry(entry, DRAFT_KEYS, "replies", {**kept, **replies})
