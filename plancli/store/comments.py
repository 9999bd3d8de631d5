"""Changes of comment files: single keys are set, the words of the unit are never touched."""

from typing import Any

from plancli.core.comment import Carried, Cited
from plancli.store.splice import Editor
from plancli.store.strict import Document

_KEYS = ("unit", "draft", "at", "opinion", "edits", "decision", "carried", "note")


def on_draft(document: Document, draft: str) -> bytes:
    """Return the file of a comment that says on which draft it was made."""
    editor = Editor(document)
    editor.set_entry(document.root, _KEYS, "draft", draft)
    return editor.result()


def carried_over(document: Document, draft: str, at: Cited, before: tuple[Carried, ...]) -> bytes:
    """Return the file of a comment on another draft, with its new place, and the old ones kept."""
    editor = Editor(document)
    editor.set_entry(document.root, _KEYS, "draft", draft)
    editor.set_entry(document.root, _KEYS, "at", _cited_entry(at))
    entries = [{"draft": carried.draft, "at": _cited_entry(carried.at)} for carried in before]
    editor.set_entry(document.root, _KEYS, "carried", entries)
    return editor.result()


def _cited_entry(at: Cited) -> dict[str, Any] | None:
    return at.model_dump(exclude_none=True) or None
