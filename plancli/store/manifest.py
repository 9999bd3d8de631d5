"""Changes of plan/plan.yaml."""

from ruamel.yaml.nodes import MappingNode, SequenceNode

from plancli.core.model import Manifest
from plancli.store.splice import Editor
from plancli.store.strict import Document, dict_of

_KEYS = ("title", "issuer", "language", "draft", "drafts", "deadline", "units", "notes", "sections")


def with_draft(document: Document, manifest: Manifest, name: str, digest: str) -> bytes:
    """Return the file with one more draft; the first one becomes the draft that comments cite."""
    editor = Editor(document)
    entry = {"name": name, "digest": digest}
    if manifest.draft is None:
        editor.set_entry(document.root, _KEYS, "draft", name)
    if not manifest.drafts:
        editor.set_entry(document.root, _KEYS, "drafts", [entry])
    else:
        root = document.root
        assert isinstance(root, MappingNode)
        sequence = dict_of(root)["drafts"]
        assert isinstance(sequence, SequenceNode)
        editor.insert_items(sequence.value[-1], sequence.start_mark.column, [entry])
    return editor.result()
