"""What stands around a table and belongs to it: number and title, unit of measure, notes and source."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.intake.body import BlockKind, BodyBlock
from plancli.core.intake.draft.cells import TableCells, cells_of_table
from plancli.core.intake.draft.headings import is_title
from plancli.core.intake.draft.numbers import Begins, HeadNumber, head_number
from plancli.core.plan.model import Paragraph, Table, TableRow


class Framed(NamedTuple):
    """A table with what belongs to it; `blocks` are all of these in their order, `table` among them.

    `number` is "" where none is printed.
    """

    blocks: tuple[BodyBlock, ...]
    table: BodyBlock
    cells: TableCells
    number: str
    title: str
    unit: str
    notes: tuple[str, ...]


def framed(blocks: Sequence[BodyBlock]) -> Iterator[BodyBlock | Framed]:
    """Yield blocks in their order, a table whose cells are known as one with what belongs to it."""
    waiting: list[BodyBlock] = []
    done = 0
    for at, block in enumerate(blocks):
        if at < done:
            continue
        cells = cells_of_table(block) if block.kind is BlockKind.TABLE else None
        if cells is None:
            waiting.append(block)
            continue
        done = at + 1
        while done < len(blocks) and _is_note(blocks, at, done):
            done += 1
        head = _Head(waiting, block)
        yield from waiting
        waiting = []
        yield _framed(head, block, cells, blocks[at + 1 : done])
    yield from waiting


def _framed(
    head: "_Head", block: BodyBlock, cells: TableCells, below: Sequence[BodyBlock]
) -> Framed:
    """Return a table with what stands above and below it; notes may also be rows at its end."""
    rows = list(cells.rows)
    last = len(rows)
    while last > 1 and len(rows[last - 1]) == 1 and _NOTE.match(rows[last - 1][0]):
        last -= 1
    notes = [row[0] for row in rows[last:]] + [one.printed for one in below]
    return Framed(
        (*head.blocks, block, *below),
        block,
        cells._replace(rows=tuple(rows[:last])),
        head.number,
        head.title,
        head.unit,
        tuple(notes),
    )


def part_of(table: Framed, key: str, number: str, name: str) -> Table:
    """Return a table as a part of a section; rows and notes are called by `name`: 表1.1, 表1.注1."""
    rows = enumerate(table.cells.rows, 1)
    notes = enumerate(table.notes, 1)
    return Table(
        table=key,
        number=None if key == number else number,
        title=" ".join(table.title.split()),
        unit=table.unit,
        columns=table.cells.columns,
        rows=tuple(TableRow(id=f"{name}.{at}", cells=cells) for at, cells in rows),
        joined=table.cells.joined,
        notes=tuple(Paragraph(id=f"{name}.注{at}", text=words) for at, words in notes),
    )


class _Head:
    """What stands above a table: the last of some blocks, which are taken from them."""

    def __init__(self, before: list[BodyBlock], table: BodyBlock) -> None:
        self.blocks: list[BodyBlock] = []
        self.number = self.title = self.unit = ""
        while before and self._takes(before[-1], table):
            self.blocks.insert(0, before.pop())

    def _takes(self, block: BodyBlock, table: BodyBlock) -> bool:
        if block.kind is not BlockKind.TEXT or block.box not in (0, table.box):
            return False
        if self.number:
            return self._takes_unit(block)
        number = head_number(block)
        if not number.number:
            return self._takes_words(block)
        if number.begins is not Begins.CAPTION or (number.words and self.title):
            return False
        if number.words and not is_title(number.words):
            return False
        return self._takes_caption(number)

    def _takes_caption(self, number: HeadNumber) -> bool:
        """Take number and title, and the unit of measure where it stands in the same line."""
        self.number = number.bare
        beside = _UNIT_BESIDE.fullmatch(number.words)
        if beside and not self.unit:
            self.title, self.unit = beside[1], beside[2]
        else:
            self.title = self.title or number.words
        return True

    def _takes_words(self, block: BodyBlock) -> bool:
        """Take a unit of measure, or a title in the middle of its line."""
        if self._takes_unit(block):
            return True
        if not self.title and block.centred and is_title(block.words):
            self.title = block.words
            return True
        return False

    def _takes_unit(self, block: BodyBlock) -> bool:
        if self.unit or not _UNIT.fullmatch(block.words):
            return False
        self.unit = block.words
        return True


_UNIT_WORDS = r"(?:计量)?单位\s*[:：].{1,30}|[Uu]nits?(?: of measure)?\s*[:：].{1,30}"
_UNIT = re.compile(rf"[（(]?(?:{_UNIT_WORDS})[)）]?")
_UNIT_BESIDE = re.compile(rf"(.+?)\s*((?:(?<=\s)|[（(])(?:{_UNIT_WORDS})[)）]?)")


def _is_note(blocks: Sequence[BodyBlock], table: int, at: int) -> bool:
    """Whether a block behind a table is a note to it, or goes on counting what a note began with 1."""
    block = blocks[at]
    if block.kind is not BlockKind.TEXT or block.box not in (0, blocks[table].box):
        return False
    if _NOTE.match(block.printed):
        return True
    counted = _COUNTED.match(block.printed)
    before = _COUNTED.match(blocks[at - 1].printed) if at - 1 > table else None
    return bool(counted and before) and int(counted[1]) == int(before[1]) + 1  # type: ignore[index]


_NOTE = re.compile(r"(?:附?注|备注|(?:资料|数据)?来源|Notes?|Sources?)\s*\d{0,2}\s*[:：]")
_COUNTED = re.compile(r"(?:(?:附?注|备注|Notes?)\s*[:：]?\s*)?[（(]?(\d{1,2})\s*[.．、:：)）]")
