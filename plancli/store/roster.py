"""Changes of the roster in plan/plan.yaml, and a unit's new name in every file that names it as a unit."""

from collections.abc import Iterator, Mapping
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plancli.core.comments.approval import given_approvals, rebound
from plancli.core.comments.record import Patch, Record
from plancli.core.plan.arrival import Arrival
from plancli.core.plan.manifest import Manifest, Unit
from plancli.store.comments import arrival_entry
from plancli.store.files import DRAFTS, MANIFEST, RECORD
from plancli.store.manifest import DRAFT_KEYS, MANIFEST_KEYS
from plancli.store.repository import Repository
from plancli.store.save import record_file
from plancli.store.yaml.nodes import descend, dict_of
from plancli.store.yaml.splice import Editor
from plancli.store.yaml.strict import Document, parse

_UNIT_KEYS = ("name", "kind", "reply", "channel", "source")


def with_unit(document: Document, unit: Unit) -> bytes:
    """Return plan.yaml with one more unit at the end of the roster."""
    editor = Editor(document, keeps_comments=True)
    entry = unit.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    present = _of(document.root, "units")
    if isinstance(present, SequenceNode) and present.value:
        editor.insert_items(present.value[-1], present.start_mark.column, [entry])
    else:
        editor.set_entry(document.root, MANIFEST_KEYS, "units", [entry])
    return editor.result()


def with_reply(
    document: Document, manifest: Manifest, name: str, reply: str | None, draft: str | None = None
) -> bytes:
    """Return plan.yaml with what a unit answered in the open round, or on the `draft` of an earlier one.

    None takes out what was said, so that its comments speak for it.
    """
    editor = Editor(document, keeps_comments=True)
    if draft is None:
        place = [unit.name for unit in manifest.units].index(name)
        roster: Any = _of(document.root, "units")
        editor.set_word(roster.value[place], _UNIT_KEYS, "reply", reply)
        if manifest.units[place].source is not None:
            # what somebody says now does not come from that file
            editor.drop_entry(roster.value[place], "source")
        return editor.result()
    place = [frozen.name for frozen in manifest.drafts].index(draft)
    drafts: Any = _of(document.root, "drafts")
    entry = drafts.value[place]
    present = _of(entry, "replies")
    if reply is None and isinstance(present, MappingNode) and len(present.value) == 1:
        editor.set_entry(entry, DRAFT_KEYS, "replies", None)
    elif isinstance(present, MappingNode) and present.value:
        editor.set_word(present, _behind(present, name), name, reply)
    elif reply is not None:
        editor.set_entry(entry, DRAFT_KEYS, "replies", {name: reply})
    return editor.result()


def with_answers(
    document: Document, manifest: Manifest, answers: Mapping[str, tuple[str, Arrival] | None]
) -> bytes:
    """Return plan.yaml with what units answered in the open round, and from which file it was taken in.

    None takes out both. A unit that stands in braces is written anew in lines.
    """
    editor = Editor(document, keeps_comments=True)
    roster: Any = _of(document.root, "units")
    for place, unit in enumerate(manifest.units):
        if unit.name not in answers:
            continue
        answer = answers[unit.name]
        reply, source = answer or (None, None)
        node = roster.value[place]
        if node.flow_style:
            entry = unit.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
            entry |= {"reply": reply, "source": arrival_entry(source)}
            ordered = {key: entry[key] for key in _UNIT_KEYS if entry.get(key) is not None}
            editor.spread_item(roster, place, ordered)
        else:
            editor.set_entry(node, _UNIT_KEYS, "reply", reply)
            editor.set_entry(node, _UNIT_KEYS, "source", arrival_entry(source))
    return editor.result()


def with_alias(document: Document, short: str, name: str) -> bytes:
    """Return plan.yaml with one more short name of a unit."""
    return _with_names(document, "aliases", {short: name})


def with_authors(document: Document, authors: Mapping[str, str]) -> bytes:
    """Return plan.yaml with the units for which authors of returned files stand."""
    return _with_names(document, "authors", authors)


def _with_names(document: Document, table: str, names: Mapping[str, str]) -> bytes:
    """Return plan.yaml with names that stand for units in one of its tables, those that are new behind."""
    editor = Editor(document, keeps_comments=True)
    present = _of(document.root, table)
    if isinstance(present, MappingNode) and present.value:
        keys = tuple(dict.fromkeys([*(str(name.value) for name, _ in present.value), *names]))
        for name, unit in names.items():
            editor.set_word(present, keys, name, unit)
    else:
        editor.set_entry(document.root, MANIFEST_KEYS, table, dict(names))
    return editor.result()


def _behind(mapping: MappingNode, key: str) -> tuple[str, ...]:
    """Return the keys of a mapping in their order, with another one behind them."""
    present = [str(name.value) for name, _ in mapping.value]
    return (*dict.fromkeys([*present, key]),)


# --- another name -------------------------------------------------------------------------------------------


def renamed(repository: Repository, old: str, new: str) -> dict[str, bytes | None]:
    """Return the files that change when a unit gets another name: roster, comments, record, and pointers.

    The folder of its comments moves, and with it their ids, which decisions, sources of wordings and the
    record name. The words of plan and comments, and responsible units, are text and stay.
    """
    ids = new_ids(repository, old, new)
    words = {_A_UNIT: {old: new}, _A_COMMENT: ids}
    files: dict[str, bytes | None] = {}
    for path, raw in repository.files.items():
        document = _document(repository, path)
        changed = raw if document is None else _with_words(document, words)
        target = _moved(path, old, new)
        if target != path:
            files[path] = None
        if target != path or changed != raw:
            files[target] = changed
    again = repository.changed(files)
    for path, raw in _signed_anew(repository, again, ids).items():
        files[path] = raw
    record = _record(repository.record, ids)
    if record != repository.record:
        order = [ids.get(name, name) for name in repository.comments]
        files[RECORD] = record_file(order, record, repository.manifest.language)
    return files


def _signed_anew(before: Repository, after: Repository, ids: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of comments that are signed off, bound to what they are called now.

    Nothing of what was decided has changed; an approval that held nothing before holds nothing now.
    """
    files: dict[str, bytes] = {}
    for name, comment in before.comments.items():
        now = after.comments.get(ids.get(name, name))
        if not given_approvals(comment) or now is None:
            continue
        bound = rebound(comment, now)
        document, inside = after.home(now.id)
        if document.file in files:
            document = parse(document.file, files[document.file])
        editor = Editor(document)
        for at, (old, new) in enumerate(
            zip(given_approvals(now), given_approvals(bound), strict=True)
        ):
            if old.digest != new.digest:
                path = (*inside, "decision", "approved", at, "digest")
                editor.rename(descend(document.root, path), new.digest or "")
        files[document.file] = editor.result()
    return files


def _with_words(document: Document, words: Mapping[str, Mapping[str, str]]) -> bytes:
    """Return a file with other names of units and comments, where it names them as such."""
    editor = Editor(document)
    for node, means in _named(document.root, document.file):
        if node.value in words[means]:
            editor.rename(node, words[means][node.value])
    return editor.result()


def new_ids(repository: Repository, old: str, new: str) -> dict[str, str]:
    """Return the ids that change with the name of a unit: of comments, of their points, and in the record."""
    known = [*repository.comments, *repository.compounds, *repository.record.comments]
    for closed in repository.record.earlier:
        known += closed.comments
    return {name: f"{new}{name.removeprefix(old)}" for name in known if _is_of(old, name)}


def _is_of(unit: str, name: str) -> bool:
    return name.rpartition("-")[0] == unit


def _document(repository: Repository, path: str) -> Document | None:
    """Return the document of a file in which a unit or a comment may be named; the record is written anew."""
    if path == RECORD:
        return None
    for document in repository.documents.values():
        if document.file == path:
            return document
    return None


def _moved(path: str, old: str, new: str) -> str:
    folder = f"comments/{old}/"
    return f"comments/{new}/{path.removeprefix(folder)}" if path.startswith(folder) else path


_A_UNIT, _A_COMMENT = "unit", "comment"


def _named(root: Node, path: str) -> Iterator[tuple[Any, str]]:
    """Yield the scalars of a file that name a unit as such, or a comment, each with which of the two."""
    if path == MANIFEST:
        yield from _in_manifest(root)
    elif path.startswith("comments/"):
        yield from _in_comment(root)
    elif path.startswith(DRAFTS):
        for section in _elements(_of(root, "sections")):
            yield from _in_body(section)
    else:
        yield from _in_body(root)


def _in_manifest(root: Node) -> Iterator[tuple[Any, str]]:
    for unit in _elements(_of(root, "units")):
        yield from _scalars(_of(unit, "name"), _A_UNIT)
    for frozen in _elements(_of(root, "drafts")):
        replies = _of(frozen, "replies")
        if isinstance(replies, MappingNode):
            for key, _ in replies.value:
                yield key, _A_UNIT
    for table in ("aliases", "authors"):
        names = _of(root, table)
        if isinstance(names, MappingNode):
            for _, name in names.value:
                yield name, _A_UNIT


def _in_comment(root: Node) -> Iterator[tuple[Any, str]]:
    yield from _scalars(_of(root, "unit"), _A_UNIT)
    yield from _scalars(_of(root, "units"), _A_UNIT)
    for part in [root, *_elements(_of(root, "items"))]:
        decision = _of(part, "decision")
        yield from _scalars(_of(decision, "into"), _A_COMMENT)
        yield from _scalars(_of(decision, "settles"), _A_COMMENT)


def _in_body(section: Node) -> Iterator[tuple[Any, str]]:
    for part in _elements(_of(section, "body")):
        for paragraph in [part, *_elements(_of(part, "items"))]:
            yield from _scalars(_of(_of(paragraph, "source"), "comments"), _A_COMMENT)


def _of(node: Node | None, key: str) -> Node | None:
    """Return what stands behind a key, None where there is none."""
    return dict_of(node).get(key) if isinstance(node, MappingNode) else None


def _elements(node: Node | None) -> list[Node]:
    return list(node.value) if isinstance(node, SequenceNode) else []


def _scalars(node: Node | None, means: str) -> Iterator[tuple[Any, str]]:
    """Yield a scalar, or those of a list, with what they name."""
    for each in [node, *_elements(node)]:
        if isinstance(each, ScalarNode):
            yield each, means


def _record(record: Record, ids: Mapping[str, str]) -> Record:
    """Return the record with other ids."""
    earlier = [
        closed.model_copy(update={"comments": _with_ids(closed.comments, ids)})
        for closed in record.earlier
    ]
    comments = _with_ids(record.comments, ids)
    return record.model_copy(update={"comments": comments, "earlier": tuple(earlier)})


def _with_ids(patches: Mapping[str, Patch], ids: Mapping[str, str]) -> dict[str, Patch]:
    return {ids.get(name, name): patch for name, patch in patches.items()}
