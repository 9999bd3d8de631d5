"""Write a revision back: checked against its own reading, then all files or none."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plancli.core.finding import Subject
from plancli.core.model import Patch, Section
from plancli.core.revise import Revision
from plancli.store import emit
from plancli.store.repository import RECORD, Repository, load
from plancli.store.sections import updated
from plancli.store.transaction import write_all

_HEAD = "Written by plancli apply and revert: the edits that are in the text. Do not edit."


def revised_files(repository: Repository, revision: Revision) -> dict[str, bytes]:
    """Return the files that a revision changes, with their new bytes, after reading them back as a check."""
    changed = _section_files(repository, revision.sections)
    if revision.record != repository.record.comments:
        changed[RECORD] = _record_file(repository, revision.record)
    again = load({**repository.files, **changed})
    if again.sections != revision.sections or again.record.comments != revision.record:
        raise AssertionError("what was written does not read back as what was meant")
    return changed


def save(root: Path, repository: Repository, revision: Revision) -> list[str]:
    """Write a revision into the repository's files; return the paths written."""
    files = revised_files(repository, revision)
    write_all(root, files, {path: repository.files.get(path) for path in files})
    return list(files)


def _section_files(repository: Repository, sections: Sequence[Section]) -> dict[str, bytes]:
    changed: dict[str, bytes] = {}
    for old, new in zip(repository.sections, sections, strict=True):
        if old != new:
            document = repository.documents[Subject("section", old.key)]
            changed[document.file] = updated(document, old, new)
    return changed


def _record_file(repository: Repository, record: Mapping[str, Patch]) -> bytes:
    order = {name: at for at, name in enumerate(repository.comments)}
    names = sorted(record, key=lambda name: (order.get(name, len(order)), name))
    values = {
        "draft": repository.manifest.draft,
        "comments": {name: _patch_entry(record[name]) for name in names},
    }
    return emit.document(values, _HEAD).encode()


def _patch_entry(patch: Patch) -> dict[str, Any]:
    at = patch.at.model_dump(exclude_none=True)
    edits = [edit.model_dump(exclude_none=True, exclude_defaults=True, by_alias=True) for edit in patch.edits]
    return {"at": at or None, "edits": edits}
