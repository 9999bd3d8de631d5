"""Where the parts of a plan stand in the files of their sections."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.plan.cells import head_key, heads_list, notes_list
from plancli.core.plan.model import Column, Paragraph, Section, Table
from plancli.core.plan.outline import Outline, part_key


class InFile(NamedTuple):
    """A section, and the path in its file to a part or a list of it; () is the section itself."""

    section: str
    path: tuple[str | int, ...]


def in_files(outline: Outline) -> dict[str, InFile]:
    """Return where every section, part and list stands, by key: of two with one key the first."""
    found: dict[str, InFile] = {}
    for section in outline.sections.values():
        for key, path in _in_section(section):
            found.setdefault(key, InFile(section.key, path))
    for spot, path in outline.places():
        found.setdefault(spot.paragraph.id, InFile(spot.section.key, path))
        if spot.paragraph.notes:
            notes = notes_list(spot.paragraph.id)
            found.setdefault(notes, InFile(spot.section.key, (*path, "notes")))
    return found


def _in_section(section: Section) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield a section, its captioned parts, and columns, rows and lists of tables, with their paths."""
    yield section.key, ()
    for at, part in enumerate(section.body):
        if isinstance(part, Paragraph):
            continue  # paragraphs are found wherever they stand
        key = part_key(section, part)
        yield key, ("body", at)
        if not isinstance(part, Table):
            continue
        yield heads_list(key), ("body", at, "columns")
        yield notes_list(key), ("body", at, "notes")
        for number, column in enumerate(part.columns):
            yield head_key(key, column), ("body", at, "columns", number)
        for number, row in enumerate(part.rows):
            yield row.id, ("body", at, "rows", number)


def listed_in(outline: Outline, key: str) -> tuple[str, ...]:
    """Return the path from a part to the list that it holds; () of one that is a list itself."""
    if key in outline.sections:
        return ("body",)
    match outline.captioned.get(key):
        case Table():
            return ("rows",)
        case Column():
            return ("items",)
    return ("items",) if key in outline.itemized else ()
