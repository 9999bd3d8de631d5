"""Write a revision back: checked against its own reading, then all files or none."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plancli.core.finding import Code, Place, Subject, refuse
from plancli.core.model import Patch, Section
from plancli.core.revise import Revision
from plancli.store import emit
from plancli.store.repository import RECORD, Repository
from plancli.store.sections import updated
from plancli.store.transaction import write_all

_HEAD = "Written by plancli apply and revert: the edits that are in the text. Do not edit."


def revised_files(repository: Repository, revision: Revision) -> dict[str, bytes]:
    """Return the files that a revision changes, with their new bytes, after reading them back as a check."""
    changed = _section_files(repository, revision.sections)
    if revision.record != repository.record.comments:
        changed[RECORD] = _record_file(repository, revision.record)
    _read_back(repository, revision, changed)
    return changed


def _read_back(repository: Repository, revision: Revision, changed: Mapping[str, bytes]) -> None:
    """Read what would be written; a file that does not say what was meant is refused, and none is written."""
    again = Repository({**repository.files, **changed})
    unreadable = [finding.place.file for finding in again.findings if finding.place]
    written = {section.key: section for section in again.sections}
    wrong = [
        repository.documents[Subject("section", section.key)].file
        for section in revision.sections
        if written.get(section.key) != section
    ]
    if unreadable or wrong:
        raise refuse(Code.NOT_WRITABLE, Place((unreadable + wrong)[0]))
    if again.record.comments != revision.record:
        raise refuse(Code.NOT_WRITABLE, Place(RECORD))


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
