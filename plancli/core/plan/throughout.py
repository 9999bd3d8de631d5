"""One change made to every paragraph of a section, items, cells and notes among them."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from plancli.core.plan.cells import cells_of, columns_of, unit_of
from plancli.core.plan.footnotes import with_notes_following
from plancli.core.plan.model import Column, Figure, Paragraph, Part, Section, Table, TableRow
from plancli.core.plan.pictures import alt_of, image_of, told_by

ParagraphChange = Callable[[Paragraph], Paragraph]
_Any = TypeVar("_Any", Section, Column, Table, TableRow, Paragraph, Figure)


def throughout(section: Section, change: ParagraphChange) -> Section:
    """Return a section with every paragraph changed; one in which nothing changes is the very value."""
    body = tuple(part_with(part, change) for part in section.body)
    return _updated(section, {"body": body})


def part_with(part: Part, change: ParagraphChange) -> Part:
    """Return a part with every paragraph in it changed, itself where it is one.

    Of a cell its words count, and the page and line of the first one are those of its row.
    """
    match part:
        case Column():
            return _updated(part, {"items": _each(part.items, change)})
        case Table():
            return _updated(part, _of_table(part, change))
        case Figure():
            says = {"image": change(image_of(part)).text, "alt": change(alt_of(part)).text}
            return _updated(part, says)
        case _:
            return _paragraph(part, change)


def paragraphs_in(part: Part) -> Iterator[Paragraph]:
    """Yield every paragraph of a part, itself where it is one, in reading order, without their lists."""
    match part:
        case Column():
            for item in part.items:
                yield from paragraphs_in(item)
        case Table():
            if part.unit:
                yield unit_of(part)
            columns = columns_of(part)
            for row in part.rows:
                yield from cells_of(row, columns)
            yield from part.notes
        case Figure():
            yield from told_by(part)
        case _:
            yield part.alone
            yield from part.notes
            for item in part.items:
                yield from paragraphs_in(item)


def _paragraph(paragraph: Paragraph, change: ParagraphChange) -> Paragraph:
    """Return a paragraph changed, its footnotes as well, and all that stands in the list that it holds.

    The marks of the footnotes go where its words went.
    """
    changed = with_notes_following(paragraph, change(paragraph))
    if not paragraph.items and not changed.notes:
        return changed
    notes = tuple(map(change, changed.notes))
    return _updated(changed, {"notes": notes, "items": _each(paragraph.items, change)})


def _each(items: tuple[Paragraph, ...], change: ParagraphChange) -> tuple[Paragraph, ...]:
    return tuple(_paragraph(item, change) for item in items)


def _of_table(table: Table, change: ParagraphChange) -> dict[str, Any]:
    columns = columns_of(table)

    def changed(row: TableRow) -> TableRow:
        cells = [change(cell) for cell in cells_of(row, columns)]
        first = cells[0]
        texts = tuple(cell.text for cell in cells)
        return _updated(row, {"cells": texts, "page": first.page, "line": first.line})

    return {
        "unit": change(unit_of(table)).text if table.unit else "",
        "rows": tuple(map(changed, table.rows)),
        "notes": tuple(map(change, table.notes)),
    }


def _updated(value: _Any, update: dict[str, Any]) -> _Any:
    """Return a value with other attributes; the value itself where they are what it has."""
    if all(getattr(value, name) == new for name, new in update.items()):
        return value
    return value.model_copy(update=update)
