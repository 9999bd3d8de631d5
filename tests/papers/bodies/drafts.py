"""A draft as an office writes it in Word, and what must come back of it."""

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from plancli.core.evidence.pieces import accepted
from plancli.core.evidence.redline import LineKind, plain
from plancli.core.evidence.tabulated import Tabulated, TabulatedRow, head_cells, tabulated
from plancli.core.plan.model import Column, Figure, Paragraph, Section, Table
from plancli.core.plan.outline import Outline, number_in_heading
from plancli.core.plan.series import split_number
from plancli.store.repository import Repository

FIRST = "征求意见稿"
NOT_WRITTEN = (LineKind.PICTURE, LineKind.FIGURE, LineKind.ALT, LineKind.FOOTNOTE)
"""Lines of figures, and footnotes: they are not written here, and so not read."""


def written(repository: Repository, styled: bool) -> bytes:
    """Return a draft as an office writes it in Word: with styles, or all of it body text."""
    outline = Outline(repository.with_cover(FIRST))
    word = Document()
    title = word.add_paragraph(outline.title or "", style="Title" if styled else None)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    box = None
    for line in tabulated(plain(outline)):
        if isinstance(line, Tabulated):
            _write_table(word, line)
            continue
        words = accepted(line.pieces)
        if line.kind is LineKind.SECTION and styled:
            word.add_heading(words, line.level)
            continue
        if line.kind is LineKind.COLUMN:
            # a box is a table of one cell, as it mostly is
            box = word.add_table(1, 1).cell(0, 0)
            box.paragraphs[0].add_run(words)
            continue
        if line.kind in NOT_WRITTEN:
            continue
        inside = box if line.kind is LineKind.ITEM and box is not None else word
        paragraph = inside.add_paragraph()
        head = accepted(line.headed) if line.kind is not LineKind.SECTION else words
        paragraph.add_run(head).bold = True
        paragraph.add_run(words[len(head) :])
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _write_table(word: WordDocument, table: Tabulated) -> None:
    """Write a table: its title above, the unit of measure at the right, merged heads, notes below."""
    word.add_paragraph(accepted(table.title.pieces)).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for measure in table.measure:
        word.add_paragraph(accepted(measure.pieces)).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    boxes = list(head_cells(table.heads))
    depth = max(box.level + box.height for box in boxes)
    grid = word.add_table(depth + len(table.rows), len(table.heads))
    for box in boxes:
        first = grid.cell(box.level, box.column)
        last = grid.cell(box.level + box.height - 1, box.column + box.width - 1)
        first.merge(last).text = box.words
    for at, row in enumerate(table.rows, depth):
        cells = _words(row)
        if row.across:
            grid.cell(at, 0).merge(grid.cell(at, len(table.heads) - 1)).text = cells[0]
            continue
        for column, words in enumerate(cells):
            grid.cell(at, column).text = words
    for note in table.notes:
        word.add_paragraph(accepted(note.pieces))


def _words(row: TabulatedRow) -> list[str]:
    return [accepted(cell.pieces) if cell is not None else "" for cell in row.cells]


def parts(sections: tuple[Section, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield every part with all that is its own; a number is the same written in a heading or beside it."""
    for section in sections:
        yield section.key, section.title, section.above
        for part in section.body:
            if isinstance(part, Table):
                # a draft has no page and line of rows yet, as what is read has none
                rows = [(row.id, row.cells) for row in part.rows]
                notes = [(note.id, note.text) for note in part.notes]
                yield section.key, part.table, part.title, part.unit, part.columns, rows, notes
                continue
            if isinstance(part, Figure):
                continue
            if isinstance(part, Column):
                yield section.key, part.column, part.title
            for item in part.items if isinstance(part, Column) else with_entries(part):
                number = item.number or number_in_heading(item)
                heading = item.heading if item.number else split_number(item.heading)[1]
                yield section.key, item.id, number, heading, item.text, item.units


def with_entries(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph and the entries of the lists in it: on paper each is a paragraph of its own."""
    yield paragraph
    for entry in paragraph.items:
        yield from with_entries(entry)
