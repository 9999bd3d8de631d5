"""The files with which a plan of one's own begins: its manifest, and a file for each section."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plancli.core.plan.digest import draft_digest, unprinted
from plancli.core.plan.manifest import FORMAT
from plancli.core.plan.model import Draft, Section
from plancli.core.text.numerals import chinese
from plancli.store.files import DRAFTS, MANIFEST
from plancli.store.remarks import of_draft, of_manifest, of_section
from plancli.store.save import section_file
from plancli.store.sections import draft_entry, section_entry
from plancli.store.yaml import emit


def new_plan(
    title: str, issuer: str, units: Sequence[str], chapters: Sequence[str], language: str
) -> dict[str, bytes]:
    """Return the files of a plan without text; where no `chapters` are named it has one."""
    keys = [_key(number, language) for number in range(1, max(len(chapters), 1) + 1)]
    titles = list(chapters) or keys
    manifest = {
        "format": FORMAT,
        "title": title,
        "issuer": issuer,
        "language": language,
        "units": [{"name": unit} for unit in units] or None,
    }
    files = {MANIFEST: _manifest(manifest, keys, language)}
    for key, called in zip(keys, titles, strict=True):
        section = Section(key=key, title=called)
        written = emit.document(section_entry(section), of_section(language, key))
        files[section_file(section)] = written.encode()
    return files


def drafted_plan(
    draft: Draft, date: str | None, issuer: str, units: Sequence[str], language: str
) -> dict[str, bytes]:
    """Return the files of a plan whose text is a draft that is frozen as it stands."""
    frozen = {"name": draft.draft, "digest": draft_digest(draft), "date": date}
    manifest = {
        "format": FORMAT,
        "title": draft.title,
        "issuer": issuer,
        "language": language,
        "separator": draft.separator,
        "draft": draft.draft,
        "drafts": [frozen],
        "units": [{"name": unit} for unit in units] or None,
    }
    keys = [section.key for section in draft.sections]
    files = {MANIFEST: _manifest(manifest, keys, language)}
    written = emit.document(draft_entry(draft), of_draft(language))
    files[f"{DRAFTS}{draft.draft}.yaml"] = written.encode()
    for section in unprinted(draft.sections):
        path = _free(section_file(section), files)
        files[path] = emit.document(section_entry(section)).encode()
    return files


def _free(path: str, files: Mapping[str, bytes]) -> str:
    """Return a path that no file has: titles may differ only in what no name of a file can hold."""
    found, count = path, 1
    taken = {name.casefold() for name in files}
    while found.casefold() in taken:
        count += 1
        found = f"{path.removesuffix('.yaml')}-{count}.yaml"
    return found


def _manifest(values: Mapping[str, Any], keys: Iterable[str], language: str) -> bytes:
    """Return plan.yaml; its list of sections has a line for each, so that they can be added one by one."""
    listed = "".join(f"  - {emit.scalar(key)}\n" for key in keys)
    text = emit.document(values, of_manifest(language)) + f"sections:\n{listed}"
    return text.encode()


def _key(number: int, language: str) -> str:
    """Return the permanent key of a chapter: 第一章, in other languages its number."""
    return f"第{chinese(number)}章" if language.startswith("zh") else str(number)
