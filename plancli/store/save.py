"""Write a revision back: checked against its own reading, then all files or none."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plancli.core.comments.edits import unbound_images
from plancli.core.comments.record import Patch, Record, TypedFile
from plancli.core.finding import Code, Place, Subject, refuse
from plancli.core.plan.model import Part, Section, without_cover
from plancli.core.plan.names import unstorable
from plancli.core.plan.outline import Outline, part_name, parts_of
from plancli.core.revision.revise import Revision
from plancli.core.text.order import by_number
from plancli.store import remarks
from plancli.store.comments import edit_entry
from plancli.store.files import MANIFEST, RECORD
from plancli.store.manifest import with_sections, with_title
from plancli.store.remembering import come_back, to_remember, typed_file
from plancli.store.repository import Repository
from plancli.store.sections import Written as WrittenLines
from plancli.store.sections import parts_written, section_entry, titled_draft, updated
from plancli.store.transaction import write_all
from plancli.store.unwritable import first_change
from plancli.store.yaml import emit
from plancli.store.yaml.strict import parse


def revised_files(repository: Repository, revision: Revision) -> dict[str, bytes | None]:
    """Return the files that a revision changes, with their new bytes (None: the file goes).

    What would be written is read back as a check.
    """
    before = repository.record
    paper = repository.workspace.printed(revision.sections)
    written = Written(paper, revision.record, before.renumbered, before.left)
    return written_files(repository, written)


class Written(NamedTuple):
    """What is written: the plan as it is printed, the patches in it, the numbers that parts were given.

    `left` are the words of references that were left then, by part.
    """

    sections: tuple[Section, ...]
    record: dict[str, Patch]
    renumbered: dict[str, str]
    left: dict[str, tuple[str, ...]]


def written_files(repository: Repository, written: Written) -> dict[str, bytes | None]:
    """Return the files in which a plan differs from the repository, with their new bytes."""
    sections = without_cover(written.sections)
    changed = _section_files(repository, sections)
    typed, files = to_remember(repository, sections, changed) if written.record else ({}, {})
    keys = [section.key for section in sections]
    if keys != [section.key for section in repository.sections]:
        document = repository.documents[Subject("plan", "plan")]
        changed[MANIFEST] = with_sections(document, repository.manifest, keys)
    changed |= _titled(repository, written, changed)
    before = repository.record
    record = Record(
        draft=repository.manifest.draft,
        comments=written.record,
        renumbered=written.renumbered,
        left=written.left,
        pictures=_pictures(repository, written.record),
        typed=typed,
        files=files,
        earlier=before.earlier,
    )
    if record != before.model_copy(update={"draft": record.draft}):
        language = repository.manifest.language
        changed[RECORD] = record_file(list(repository.comments), record, language)
    _read_back(repository, written, changed)
    return changed


def _pictures(repository: Repository, record: Mapping[str, Patch]) -> dict[str, str]:
    """Return the digest of each picture of a record that has none itself: that of when it was put there.

    One whose file is not there has none until it is; `check` says so (P137).
    """
    found: dict[str, str] = {}
    for patch in record.values():
        for name in unbound_images(patch.edits):
            digest = repository.record.pictures.get(name) or repository.picture_digest(name)
            if digest is not None:
                found[name] = digest
    return found


def _titled(
    repository: Repository, written: Written, changed: Mapping[str, bytes | None]
) -> dict[str, bytes]:
    """Return plan.yaml with another title of the plan, and each draft that did not say which it had."""
    title = Outline(written.sections).title
    if title in (None, repository.manifest.title):
        return {}
    document = repository.documents[Subject("plan", "plan")]
    before = changed.get(MANIFEST)
    if before is not None:
        document = parse(MANIFEST, before)
    files = {MANIFEST: with_title(document, title)}
    for frozen in repository.manifest.drafts:
        draft = repository.draft(frozen.name)
        if draft.title is None:
            subject = Subject("draft", frozen.name)
            was = repository.title_of(frozen.name)
            files[repository.documents[subject].file] = titled_draft(
                repository.documents[subject], was
            )
    return files


def _read_back(
    repository: Repository, written: Written, changed: Mapping[str, bytes | None]
) -> None:
    """Read what would be written; a file that does not say what was meant is refused, and none is written."""
    again = repository.changed(changed)
    wrong = [finding.place.file for finding in again.findings if finding.place]
    found = again.as_titled if Outline(written.sections).cover else again.sections
    if found != written.sections:
        wrong.append(_wrong_file(again, written))
    if wrong:
        raise refuse(Code.NOT_WRITABLE, first_change(repository, wrong[0], written.sections))
    record = again.record
    if (record.comments, record.renumbered, record.left) != written[1:]:
        raise refuse(Code.NOT_WRITABLE, Place(RECORD))


def _wrong_file(again: Repository, meant: Written) -> str:
    """Return the file of the first section that does not say what was meant."""
    written = {section.key: section for section in again.sections}
    sections = without_cover(meant.sections)
    wrong = [section.key for section in sections if written.get(section.key) != section]
    document = again.documents.get(Subject("section", wrong[0])) if wrong else None
    return document.file if document else MANIFEST


def save(root: Path, repository: Repository, revision: Revision) -> list[str]:
    """Write a revision into the repository's files; return the paths written."""
    files = revised_files(repository, revision)
    write_all(root, files, {path: repository.files.get(path) for path in files})
    return list(files)


def _section_files(repository: Repository, sections: Sequence[Section]) -> dict[str, bytes | None]:
    before = {section.key: section for section in repository.sections}
    differing = [section for section in sections if before.get(section.key) != section]
    gone = before.keys() - {section.key for section in sections}
    everywhere = {name for section in sections for name in _names(section)}
    elsewhere = {
        name: found for name, found in _written(repository, differing).items() if name in everywhere
    }
    written = WrittenLines(elsewhere, repository.record.typed)
    changed: dict[str, bytes | None] = {repository.file(key): None for key in before if key in gone}
    for new in differing:
        if old := before.get(new.key):
            document = repository.documents[Subject("section", new.key)]
            typed = typed_file(repository, document.file, document.raw, new)
            changed[document.file] = typed or updated(
                document, old, new, written, keeps_comments=True
            )
        else:
            path, content = come_back(repository, new) or (
                _new_file(repository, new),
                emit.document(section_entry(new)).encode(),
            )
            changed[path] = content
    return changed


def _written(
    repository: Repository, differing: Sequence[Section]
) -> dict[str, tuple[Part, list[str]]]:
    """Return the lines of parts that stand elsewhere now than in their new section."""
    before = {section.key: _names(section) for section in repository.sections}
    rearranged = [
        name for new in differing if (names := _names(new)) != before.get(new.key) for name in names
    ]
    homes = {name: key for key, names in before.items() for name in names} if rearranged else {}
    wanted = {homes[name] for name in rearranged if name in homes}
    lines: dict[str, tuple[Part, list[str]]] = {}
    for section in repository.sections:
        if section.key in wanted:
            lines |= parts_written(repository.documents[Subject("section", section.key)], section)
    return lines


def _names(section: Section) -> list[str]:
    return [part_name(part) for part in parts_of(section)]


def _new_file(repository: Repository, section: Section) -> str:
    """Return a free path for a new section, beside those of its chapter."""
    path = section_file(section)
    for part in path.split("/"):
        if reason := unstorable(part):
            raise refuse(Code.UNFIT_NAME, Place(path), name=section.key, reason=reason)
    if path in repository.files or ".." in path.split("/"):
        raise refuse(Code.EXISTS, Place(path))
    return path


_ENOUGH = 40
"""Characters of a title by which people find its file."""


def section_file(section: Section) -> str:
    """Return the path that a new section gets: its number and title, in the folder of its chapter."""
    chapter, _, tail = section.key.rpartition("/")
    called = tail if section.title == tail else f"{tail}-{section.title[:_ENOUGH]}"
    name = re.sub(r'[\s/\\:*?"<>|]+', "-", called).strip("-.")
    folder = f"plan/{chapter}/" if chapter else "plan/"
    return f"{folder}{name}.yaml"


def record_file(order: Sequence[str], record: Record, language: str) -> bytes:
    """Return the bytes of plan/applied.yaml, comments in the order of publication.

    What its head says to people is in the `language` of the plan.
    """
    rank = {name: at for at, name in enumerate(order)}
    values = {
        "draft": record.draft,
        "comments": _patches(rank, record.comments),
        "renumbered": record.renumbered or None,
        "left": _left(record.left),
        "pictures": record.pictures or None,
        "typed": {key: emit.words(lines) for key, lines in record.typed.items()} or None,
        "files": {path: _file_entry(file) for path, file in record.files.items()} or None,
        "earlier": [
            {
                "draft": closed.draft,
                "comments": _patches(rank, closed.comments),
                "renumbered": closed.renumbered or None,
                "left": _left(closed.left),
            }
            for closed in record.earlier
        ]
        or None,
    }
    return emit.document(values, remarks.of_record(language)).encode()


def _file_entry(file: TypedFile) -> dict[str, Any]:
    return {"text": emit.words(file.text), "now": file.now}


def _left(left: Mapping[str, Sequence[str]]) -> dict[str, list[str]] | None:
    """Return the words of references that were left, as they are written; nothing where there are none."""
    return {key: list(words) for key, words in left.items()} or None


def _patches(rank: Mapping[str, int], patches: Mapping[str, Patch]) -> dict[str, Any]:
    names = sorted(patches, key=lambda name: (rank.get(name, len(rank)), by_number(name)))
    return {name: _patch_entry(patches[name]) for name in names}


def _patch_entry(patch: Patch) -> dict[str, Any]:
    at = patch.at.model_dump(exclude_none=True)
    edits = [edit_entry(edit) for edit in patch.edits]
    return {"at": at or None, "edits": edits}
