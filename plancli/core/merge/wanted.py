"""What comments want of whole parts: that they come, go and move."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from plancli.core.plan.cells import cell_id, column_of_cell, row_of_cell
from plancli.core.plan.model import Column, Figure, Paragraph, Section, Table, TableHead, TableRow
from plancli.core.plan.outline import keys_within, part_key
from plancli.core.plan.wording import Node


class Addition(NamedTuple):
    """A new paragraph, column, table or section for a section, column, paragraph or ("") the plan.

    Of a table a row or column can come, with its `cells`: those that stand in no list of their own.
    """

    key: str
    container: str
    by: str
    new: Node
    after: str | None
    order: int | None
    cells: tuple[Paragraph, ...] = ()

    @property
    def holds(self) -> list[str]:
        """Ids of what is inside."""
        match self.new:
            case Section():
                inside = (keys_within(part_key(self.new, part), part) for part in self.new.body)
                return list(chain.from_iterable(inside))
            case Column() | Table() | Figure() | Paragraph():
                return list(keys_within(self.key, self.new))[1:]
            case _:
                return [cell.id for cell in self.cells]

    def parts_under(self, key: str) -> list[str]:
        """Return itself and what is inside, where it stands under a key; of a row only its cells.

        What comes between the cells of a row changes none of them.
        """
        cells = [cell.id for cell in self.cells]
        match self.new:
            case TableRow():
                return [cell_id(key, column_of_cell(cell)) for cell in cells]
            case TableHead():
                # the last part of the key of a column is its name, as in the ids of its cells
                return [key, *(cell_id(row_of_cell(cell), column_of_cell(key)) for cell in cells)]
            case _:
                return [key, *self.holds]

    @property
    def inside(self) -> list[str]:
        """Keys of what it comes into: of a row of a table also the columns for which it has words.

        A column comes into rows likewise: its words would be lost with these.
        """
        match self.new:
            case Section():
                return [self.new.above or ""]
            case TableRow():
                columns = [column_of_cell(cell.id) for cell in self.cells if cell.text]
                return [self.container, *(f"{self.container}/{column}" for column in columns)]
            case TableHead():
                rows = [row_of_cell(cell.id) for cell in self.cells if cell.text]
                return [self.container, *rows]
            case _:
                return [self.container]


class Removal(NamedTuple):
    """A paragraph, column or section that goes, with all that it holds."""

    key: str
    by: str


class Moving(NamedTuple):
    """A paragraph, column or section that goes behind `after`, or before `before`, or comes first."""

    key: str
    by: str
    container: str
    after: str | None
    before: str | None = None

    @property
    def beside(self) -> str | None:
        """The part that the comment names as its neighbour; None where it goes to an empty list."""
        return self.before or self.after


class Wanted(NamedTuple):
    """What all comments together want, in publication order; `touched` maps keys to who edits there."""

    additions: Sequence[Addition]
    removals: Sequence[Removal]
    moves: Sequence[Moving]
    touched: Mapping[str, Sequence[str]]
    alone: Callable[[str, str], str]
    """What one comment by itself makes of a part: by its id and the part's key."""
