"""What has to be remembered of files that comments change, so that taking them back gives every byte again.

Most of what was typed is: where what comes back would be written just so, nothing is. What would be written
otherwise (other quotes, a list in brackets, a blank line) is kept in the record: the lines of the parts that
differ, and the file where that is not all.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from plancli.core.comments.record import TypedFile
from plancli.core.finding import Subject
from plancli.core.plan.model import Column, Paragraph, Part, Section
from plancli.core.plan.outline import part_name, parts_of
from plancli.store.repository import Repository
from plancli.store.sections import Written, parts_written, updated
from plancli.store.validate import validate
from plancli.store.yaml.scan import LONGEST
from plancli.store.yaml.strict import Document, parse

Lines = Mapping[str, tuple[Part, list[str]]]


def typed_file(repository: Repository, path: str, now: bytes, section: Section) -> bytes | None:
    """Return a file as it was typed before comments changed it, where that says what is meant now."""
    typed = _kept(repository.record.files, path, now)
    if typed is None:
        return None
    said = validate(Section, typed).printed_with(repository.manifest.joints)
    return typed.raw if said == section else None


def come_back(repository: Repository, section: Section) -> tuple[str, bytes] | None:
    """Return the path and the bytes of a section that a comment took out, where it says the same again."""
    for path in repository.record.files:
        if path in repository.files:
            continue
        if typed := typed_file(repository, path, b"", section):
            return path, typed
    return None


def to_remember(
    repository: Repository, sections: Sequence[Section], changed: Mapping[str, bytes | None]
) -> tuple[dict[str, str], dict[str, TypedFile]]:
    """Return how parts and files were typed that would not be written so again; what stands so now goes."""
    typed, files = dict(repository.record.typed), dict(repository.record.files)
    written = {section.key: section for section in sections}
    for old in repository.sections:
        document = repository.documents[Subject("section", old.key)]
        if document.file not in changed:
            continue
        after, new = changed[document.file], written.get(old.key)
        exact = False
        if after is not None and new is not None:
            lines, exact = _lines_to_keep(document, old, after, new, typed)
            typed = {**lines, **typed}
            # most files have no part that is typed otherwise, and are not read for it
            there = parts_written(parse(document.file, after), new) if typed else {}
            for name, (_, now) in there.items():
                if typed.get(name) == "\n".join(now):
                    del typed[name]
        _remember_file(files, document, after, exact)
    return typed, files


def _remember_file(
    files: dict[str, TypedFile], document: Document, after: bytes | None, exact: bool
) -> None:
    """Keep a file as it was typed where it would not be written so again; one that stands so now goes."""
    path = document.file
    before = _kept(files, path, document.raw)
    files.pop(path, None)
    if before is None and exact:
        return
    typed = before or document
    too_long = len(typed.text) > LONGEST or typed.bom
    if not too_long and typed.raw != after:
        files[path] = TypedFile(text=typed.text, now=_digest(after or b""))


def _kept(files: Mapping[str, TypedFile], path: str, now: bytes) -> Document | None:
    """Return a file as it was typed; None where none is kept, or somebody else wrote in it since."""
    kept = files.get(path)
    if kept is None or kept.now != _digest(now):
        return None
    return parse(path, kept.text.encode())


def _digest(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _lines_to_keep(
    document: Document, old: Section, after: bytes, new: Section, typed: Mapping[str, str]
) -> tuple[dict[str, str], bool]:
    """Return the lines of parts without which `old` would be written otherwise over `after`.

    With them whether it is written byte for byte then; where it is not, the file has to be kept.
    """
    changed = parse(document.file, after)
    again = updated(changed, new, old, Written(typed=typed))
    if again == document.raw:
        return {}, True
    before, written = parts_written(document, old), parts_written(parse(document.file, again), old)
    there = {part_name(part) for part in parts_of(new)}
    kept = {
        part_name(part): "\n".join(before[part_name(part)][1])
        for part in _differing(old.body, before, written, there)
    }
    again = updated(changed, new, old, Written(typed={**kept, **typed}))
    return kept, again == document.raw


def _differing(
    parts: Sequence[Part], before: Lines, written: Lines, there: set[str]
) -> Iterator[Part]:
    """Yield the smallest parts that would be written otherwise; one that is gone with all that it holds."""
    for part in parts:
        name = part_name(part)
        if name not in before or name not in written or before[name][1] == written[name][1]:
            continue
        held: Sequence[Part] = ()
        if name in there and isinstance(part, Column | Paragraph):
            held = part.items
        inside = list(_differing(held, before, written, there))
        yield from inside or [part]
