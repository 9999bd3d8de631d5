"""The files with which a plan of one's own begins: its manifest, and an empty file for each chapter."""

from collections.abc import Sequence

from plancli.core.plan.manifest import FORMAT
from plancli.core.plan.model import Section
from plancli.core.text.numerals import chinese
from plancli.store.files import MANIFEST
from plancli.store.remarks import of_manifest, of_section
from plancli.store.save import section_file
from plancli.store.sections import section_entry
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
    # a list with a line for each, so that chapters can be added one by one
    listed = "".join(f"  - {emit.scalar(key)}\n" for key in keys)
    text = emit.document(manifest, of_manifest(language)) + f"sections:\n{listed}"
    files = {MANIFEST: text.encode()}
    for key, called in zip(keys, titles, strict=True):
        section = Section(key=key, title=called)
        written = emit.document(section_entry(section), of_section(language, key))
        files[section_file(section)] = written.encode()
    return files


def _key(number: int, language: str) -> str:
    """Return the permanent key of a chapter: 第一章, in other languages its number."""
    return f"第{chinese(number)}章" if language.startswith("zh") else str(number)
