"""Freeze the working plan as a draft, and tell whether a frozen draft was changed."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plancli.core.plan.model import (
    Column,
    Draft,
    Figure,
    Paragraph,
    Part,
    Section,
    Table,
    without_cover,
)
from plancli.core.plan.outline import NUMBER
from plancli.core.plan.pictures import with_digests
from plancli.core.plan.throughout import throughout


def digest(
    sections: Iterable[Section],
    separator: str | None = None,
    title: str | None = None,
    approval: Sequence[str] = (),
) -> str:
    """Return the SHA-256 of a draft's wording and structure, pages and lines apart.

    The title of the plan, and what is printed behind its headings, are in it as far as they are written: in
    the draft (`title`, `separator`), or in a paragraph; and so are numbers, the levels of approval, and what
    tables declare. A draft that says nothing of them has the digest that it always had.
    """
    values: list[Any] = []
    for section in without_cover(sections):
        body = [_wording(part) for part in section.body]
        values.append([section.key, section.title, section.above, body, *_numbered(section)])
    if separator is not None:
        values = [separator, values]
    if title is not None:
        values = [{"title": title}, values]
    if approval:
        values = [{"approval": list(approval)}, values]
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _wording(part: Part) -> list[Any]:
    if isinstance(part, Column):
        items = [_wording(item) for item in part.items]
        return [part.column, part.title, items, *_numbered(part)]
    if isinstance(part, Table):
        return _of_table(part)
    if isinstance(part, Figure):
        shown = {"image": part.image, "digest": part.digest, "alt": part.alt}
        return [part.figure, part.title, shown, *_numbered(part)]
    paragraph: Paragraph = part
    written = [] if paragraph.separator is None else [paragraph.separator]
    fields = [paragraph.id, paragraph.heading, paragraph.text, paragraph.units]
    notes: list[Any] = []
    for note in paragraph.notes:
        notes.append([note.id, note.text, note.after, note.nth])
    held = [*_named("notes", notes), *_named("items", list(map(_wording, paragraph.items)))]
    kind = [{"formula": True}] if paragraph.formula else []
    return [*fields, *written, *kind, *_numbered(paragraph), *held]


def _named(name: str, values: list[Any]) -> list[dict[str, Any]]:
    """Return what a paragraph holds under its name; a paragraph that holds nothing says nothing of it."""
    return [{name: values}] if values else []


def _of_table(table: Table) -> list[Any]:
    """Return all that a table says; it is told from other parts by the names of what it has."""
    says: dict[str, Any] = {"unit": table.unit, "columns": [], "rows": []}
    for column in table.columns:
        says["columns"].append([column.key, column.title])
    for row in table.rows:
        says["rows"].append([row.id, row.cells])
    says["notes"] = list(map(_wording, table.notes))
    if declared := _declarations(table):
        says["declared"] = declared
    return [table.table, table.title, says, *_numbered(table)]


def _declarations(table: Table) -> list[Any]:
    """Return what a table declares, and is printed nowhere; one that declares nothing says nothing of it."""
    said: list[Any] = []
    for one in (*table.sums, *table.shares):
        said.append([type(one).__name__, one.model_dump(mode="json", exclude_defaults=True)])
    if table.joined:
        said.append(["joined", list(table.joined)])
    return said


def _numbered(part: Section | Part) -> list[dict[str, str]]:
    """Return the number of a part as far as it is written, told from a separator by its name."""
    return [] if part.number is None else [{NUMBER: part.number}]


def as_recorded(draft: Draft, recorded: str) -> bool:
    """Whether a draft is the one whose digest was recorded when it was frozen.

    As pages and lines are, the title and what is printed behind headings may be added where nothing was said
    of them when the draft was frozen; what was frozen with them stays. So may what tables declare, to a draft
    that was frozen without any declaration.
    """
    for sections in (draft.sections, without_declarations(draft.sections)):
        bare = _without_separators(sections)
        for title in {draft.title, None}:
            written = digest(sections, draft.separator, title, draft.approval)
            if recorded in (written, digest(bare, title=title, approval=draft.approval)):
                return True
    return False


def without_declarations(sections: Iterable[Section]) -> list[Section]:
    """Return the sections without what their tables declare to be counted, or joined."""
    found: list[Section] = []
    for section in sections:
        body = tuple(_declaring_nothing(part) for part in section.body)
        found.append(section.model_copy(update={"body": body}))
    return found


def _declaring_nothing(part: Part) -> Part:
    if isinstance(part, Table):
        return part.model_copy(update={"sums": (), "shares": (), "joined": ()})
    return part


def draft_digest(draft: Draft) -> str:
    """Return the digest of a draft as it is written."""
    return digest(draft.sections, draft.separator, draft.title, draft.approval)


def _without_separators(sections: Iterable[Section]) -> list[Section]:
    return [_each_paragraph(section, {"separator": None}) for section in sections]


def unprinted(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections without pages, lines and digests of pictures, which belong to a draft alone."""
    nowhere: dict[str, Any] = {"page": None, "line": None, "layout": ()}
    found = (_each_paragraph(section, nowhere) for section in sections)
    return tuple(with_digests(section, {}) for section in found)


def _each_paragraph(section: Section, update: Mapping[str, Any]) -> Section:
    """Return a section with the same keys changed in every paragraph."""
    return throughout(section, lambda paragraph: paragraph.model_copy(update=update))
