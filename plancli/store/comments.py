"""Comment files: new ones, and changes of single keys; the words of the unit are never touched."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.nodes import MappingNode, SequenceNode

from plancli.core.comments.attachment import Attachment
from plancli.core.comments.comment import Carried, Cited, Comment, Decision, Item, ReadAs
from plancli.core.comments.edits import Edit
from plancli.core.comments.record import Patch
from plancli.core.finding import Path
from plancli.core.plan.arrival import Arrival
from plancli.core.plan.model import alone
from plancli.store.validate import validate
from plancli.store.yaml import emit
from plancli.store.yaml.nodes import descend, dict_of
from plancli.store.yaml.splice import Editor
from plancli.store.yaml.strict import Document, parse

_KEYS = (
    "unit",
    "units",
    "draft",
    "received",
    "letter",
    "at",
    "opinion",
    "read",
    "edits",
    "decision",
    "carried",
    "waivers",
    "topic",
    "handler",
    "note",
    "blacken",
    "attachments",
    "source",
    "items",
)
_DECISION_KEYS = ("status", "reply", "reason", "edits", "already", "settles", "into", "approved")


def comment_entry(comment: Comment) -> dict[str, Any]:
    """Return a new comment's keys and values in the order of its file."""
    return {
        "unit": comment.unit,
        "units": comment.units,
        "draft": comment.draft,
        "received": comment.received,
        "letter": comment.letter,
        "at": _cited_entry(comment.at),
        "opinion": emit.words(comment.opinion),
        "read": comment.read,
        "edits": [edit_entry(edit) for edit in comment.edits] or None,
        "decision": _decision_entry(comment.decision) if comment.decision != Decision() else None,
        "topic": alone(comment.topic),
        "handler": comment.handler,
        "note": comment.note,
        "blacken": list(comment.blacken) or None,
        "attachments": [_attachment_entry(one) for one in comment.attached] or None,
        "source": arrival_entry(comment.source),
        "items": [_item_entry(item) for item in comment.items] or None,
    }


def _attachment_entry(attachment: Attachment) -> dict[str, str] | str:
    """Return a file as a comment notes it: by its name alone where nothing else is known of it."""
    if attachment.digest is None:
        return attachment.file
    return {"file": attachment.file, "digest": attachment.digest}


def with_lists(document: Document, lists: Mapping[str, Sequence[Any]]) -> bytes:
    """Return a comment's file with other lists: who signs it, its topics, its files, by their keys.

    One that says nothing that is not said already goes: of units the unit alone.
    """
    editor = Editor(document, keeps_comments=True)
    for key, listed in lists.items():
        editor.set_entry(document.root, _KEYS, key, _list_entry(key, tuple(listed)))
    return editor.result()


def _list_entry(key: str, listed: tuple[Any, ...]) -> Any:
    """Return the value of a key that lists something; None where there is nothing to say."""
    match key:
        case "units":
            return list(listed) if len(listed) > 1 else None
        case "topic":
            return alone(listed)
        case _:
            return [_attachment_entry(one) for one in listed] or None


def taken_digest(comment: Comment) -> str:
    """Return the digest of all that a comment says but its units, whose names may change, and its source."""
    said = comment.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude={"id", "unit", "units", "source"}
    )
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:_DIGITS]


_DIGITS = 16
"""Hexadecimal digits that tell one state of a comment from another: nobody makes them agree by chance."""


def arrival_entry(source: Arrival | None) -> dict[str, Any] | None:
    """Return the keys and values that say from where something came."""
    return None if source is None else source.model_dump(mode="json", exclude_none=True)


def _item_entry(item: Item) -> dict[str, Any]:
    """Return the keys and values of a new point of a compound comment."""
    decided_already = item.decision != Decision()
    return {
        "opinion": emit.words(item.opinion),
        "at": _cited_entry(item.at) if item.at else None,
        "read": item.read,
        "edits": [edit_entry(edit) for edit in item.edits] or None,
        "decision": _decision_entry(item.decision) if decided_already else None,
    }


def decided(
    document: Document, inside: Path, decision: Decision, changed: Mapping[str, Any]
) -> bytes:
    """Return the file of a comment with another decision; only the `changed` keys are written.

    `inside` leads to the item of a compound comment. A decision on one line is written anew; a
    YAML comment inside what is written anew is refused.
    """
    editor = Editor(document, keeps_comments=True)
    owner = descend(document.root, inside)
    present = dict_of(owner).get("decision") if isinstance(owner, MappingNode) else None
    entries = _decision_entry(decision)
    if isinstance(present, MappingNode) and not present.flow_style:
        for key in _DECISION_KEYS:
            if key in changed:
                editor.set_entry(present, _DECISION_KEYS, key, entries.get(key))
    else:
        editor.set_entry(owner, _KEYS, "decision", entries)
    return editor.result()


def edit_given(name: str, words: str) -> Edit:
    """Read one edit, written as in a file in braces or as a block; `name` says where it was given."""
    document = parse(name, words.encode())
    decision = validate(Decision, document, {"edits": [document.data]}, ("edits", 0))
    (edit,) = decision.edits or ()
    return edit


def edits_given(name: str, words: str) -> tuple[Edit, ...]:
    """Read edits written as in a file, below the key `edits`; `name` says where they were given."""
    return validate(Patch, parse(name, words.encode())).edits


def edits_as_text(edits: Sequence[Edit]) -> str:
    """Return edits as they stand in a file, below their key; nothing where there are none."""
    return emit.document({"edits": [edit_entry(edit) for edit in edits]}) if edits else ""


def item_given(name: str, words: str) -> dict[str, Any]:
    """Read one point of a compound comment, written as in a file; `name` says where it was given."""
    document = parse(name, words.encode())
    item = validate(Item, document)
    return {key: value for key, value in _item_entry(item).items() if value is not None}


def edits_read(
    document: Document, inside: Path, edits: Sequence[Edit], read: ReadAs | None
) -> bytes:
    """Return the file of a comment with the edits that it asks for, and who found them out.

    `inside` leads to the item of a compound comment. A YAML comment inside what is written anew is refused.
    """
    editor = Editor(document, keeps_comments=True)
    owner = descend(document.root, inside)
    editor.set_entry(owner, _KEYS, "read", read)
    editor.set_entry(owner, _KEYS, "edits", [edit_entry(edit) for edit in edits] or None)
    return editor.result()


def on_draft(document: Document, draft: str) -> bytes:
    """Return the file of a comment that says on which draft it was made."""
    editor = Editor(document, keeps_comments=True)
    editor.set_entry(document.root, _KEYS, "draft", draft)
    return editor.result()


def handled(document: Document, handler: str) -> bytes:
    """Return the file of a comment that says who works on it."""
    editor = Editor(document, keeps_comments=True)
    editor.set_entry(document.root, _KEYS, "handler", handler or None)
    return editor.result()


def blackening(document: Document, words: tuple[str, ...]) -> bytes:
    """Return the file of a comment with other words that are blacked out in public."""
    editor = Editor(document, keeps_comments=True)
    editor.set_entry(document.root, _KEYS, "blacken", list(words) or None)
    return editor.result()


def carried_over(document: Document, draft: str, at: Cited, before: tuple[Carried, ...]) -> bytes:
    """Return the file of a comment on another draft, with its new place, and the old ones kept."""
    editor = Editor(document, keeps_comments=True)
    editor.set_entry(document.root, _KEYS, "draft", draft)
    editor.set_entry(document.root, _KEYS, "at", _cited_entry(at))
    entries = [{"draft": carried.draft, "at": _cited_entry(carried.at)} for carried in before]
    editor.set_entry(document.root, _KEYS, "carried", entries)
    return editor.result()


def _decision_entry(decision: Decision) -> dict[str, Any]:
    """Return the keys that a decision really has; an empty list of edits is one."""
    entries = {
        "status": str(decision.status),
        "reply": _words(decision.reply),
        "reason": _words(decision.reason),
        "edits": None if decision.edits is None else [edit_entry(edit) for edit in decision.edits],
        "already": [
            passage.model_dump(exclude_none=True, by_alias=True) for passage in decision.already
        ]
        or None,
        "settles": decision.settles or None,
        "into": decision.into,
        # a line for each: a reviewer reads who signed
        "approved": [emit.Row(one.model_dump(exclude_none=True)) for one in decision.approved or ()]
        or None,
    }
    return {key: value for key, value in entries.items() if value is not None}


def _words(text: str | None) -> Any:
    """Return a text for a file: of several lines as a block."""
    return emit.words(text) if text and "\n" in text else text


def edit_entry(edit: Edit) -> dict[str, Any]:
    """Return an edit's keys and values in the order of its file."""
    entry: dict[str, Any] = edit.model_dump(exclude_none=True, exclude_defaults=True, by_alias=True)
    if "places" in entry:
        # there may be hundreds: a line for each
        entry["places"] = [emit.Row(place) for place in entry["places"]]
    return entry


def with_places(document: Document, inside: Path, edits: Mapping[int, Edit]) -> bytes:
    """Return a comment's file with the places of some edits of the list to which `inside` leads.

    An edit that is written in braces is written anew in lines; all other bytes stay.
    """
    editor = Editor(document, keeps_comments=True)
    sequence = descend(document.root, inside)
    assert isinstance(sequence, SequenceNode)
    for position, edit in edits.items():
        entry = edit_entry(edit)
        node = sequence.value[position]
        if node.flow_style:
            editor.spread_item(sequence, position, entry)
        else:
            editor.set_entry(node, _REPLACE_KEYS, "places", entry["places"])
    return editor.result()


_REPLACE_KEYS = ("replace", "with", "everywhere", "places")


def _cited_entry(at: Cited) -> dict[str, Any] | None:
    return {key: value for key, value in at if value is not None} or None
