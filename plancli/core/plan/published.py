"""A draft as it is on the paper that was sent out: its words with marks in the width of what is published.

Who answers quotes that paper. Every character stays where it is, so that places in the one are those in the
other.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import TypeVar

from plancli.core.plan.footnotes import place_said
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import (
    Column,
    Figure,
    Footnote,
    Paragraph,
    Part,
    Section,
    Table,
    TableHead,
    TableRow,
)
from plancli.core.plan.printed import Fields, fields_of, headline
from plancli.core.text.characters import boundaries

_Titled = TypeVar("_Titled", Section, Column, Table, Figure)
_Words = TypeVar("_Words", bound=Paragraph)


def as_published(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return sections with their words as they are published; as they are where the plan does not say how."""
    return tuple(_section(section) for section in sections)


def _section(section: Section) -> Section:
    joints = section.joints
    if joints.punctuation is None:
        return section
    body = tuple(_part(part, joints) for part in section.body)
    return _titled(section, joints).model_copy(update={"body": body})


def _titled(part: _Titled, joints: Joints) -> _Titled:
    """Return a part with its number and title as they are published, one behind the other."""
    words = joints.published(headline(part))
    title = words[len(words) - len(part.title) :]
    return part.model_copy(update={"number": _number(part.number, words), "title": title})


def _number(written: str | None, words: str) -> str | None:
    """Return the number with which published words begin; None where none is written."""
    return None if written is None else words[: len(written)]


def _part(part: Part, joints: Joints) -> Part:
    match part:
        case Column():
            items = tuple(_paragraph(item, joints) for item in part.items)
            return _titled(part, joints).model_copy(update={"items": items})
        case Table():
            return _table(part, joints)
        case Figure():
            alt = joints.published(part.alt)
            return _titled(part, joints).model_copy(update={"alt": alt})
        case _:
            return _paragraph(part, joints)


def _table(table: Table, joints: Joints) -> Table:
    columns: list[TableHead] = []
    for column in table.columns:
        columns.append(column.with_title(joints.published(column.title)))
    rows: list[TableRow] = []
    for row in table.rows:
        cells = tuple(joints.published(cell) for cell in row.cells)
        rows.append(row.model_copy(update={"cells": cells}))
    notes = tuple(_paragraph(note, joints) for note in table.notes)
    unit = joints.published(table.unit)
    own = {"unit": unit, "columns": tuple(columns), "rows": tuple(rows), "notes": notes}
    return _titled(table, joints).model_copy(update=own)


def _paragraph(paragraph: _Words, joints: Joints) -> _Words:
    """Return a paragraph with its words as they are published: each mark beside those of all fields."""
    fields = fields_of(paragraph, joints)
    words = joints.published("".join(fields))
    edges = boundaries(fields)
    printed = Fields(*(words[start:end] for start, end in pairwise(edges)))
    separator = paragraph.separator
    if printed.separator != fields.separator:
        separator = printed.separator
    own = {
        "number": paragraph.number if paragraph.formula else _number(paragraph.number, words),
        "heading": printed.heading,
        "separator": separator,
        "text": printed.text,
        "units": _units(paragraph, printed, joints),
        "notes": tuple(_note(note, paragraph, printed.text, joints) for note in paragraph.notes),
        "items": tuple(_paragraph(item, joints) for item in paragraph.items),
    }
    return paragraph.model_copy(update=own)


def _units(paragraph: Paragraph, printed: Fields, joints: Joints) -> tuple[str, ...] | None:
    """Return the names of the responsible units as they are printed one behind the other."""
    if not paragraph.units:
        return paragraph.units
    names: list[str] = []
    at = 0
    for name in paragraph.units:
        names.append(printed.units[at : at + len(name)])
        at += len(name) + len(joints.comma)
    return tuple(names)


def _note(note: Footnote, paragraph: Paragraph, text: str, joints: Joints) -> Footnote:
    """Return a footnote; the words behind which its mark stands are those of the text that is published."""
    published = _paragraph(note, joints)
    place = place_said(paragraph.text, note)
    if place is None or note.after is None:
        return published
    return published.model_copy(update={"after": text[place - len(note.after) : place]})
