"""Columns of tables that one author took out of a file: their heads and all their cells, marked as gone."""

from collections.abc import Iterator, Mapping, Sequence

from plancli.core.intake.matching import Match
from plancli.core.intake.originals import Original
from plancli.core.intake.wishes import Wish
from plancli.core.plan.cells import cells_of, columns_of
from plancli.core.plan.outline import Outline


def gone_columns(
    outline: Outline,
    originals: Sequence[Original],
    found: Mapping[int, Match],
    wished: Sequence[Wish],
    author: str,
) -> Iterator[tuple[str, list[int]]]:
    """Yield columns of which one author took out the head and every cell, each with the wishes that do so.

    Words that go alone do not make a cell go: the file marks it as gone, too.
    """
    emptied: dict[str, int] = {}
    for number, wish in enumerate(wished):
        first = wish.chain[0]
        is_out = originals[first].goes_with_cell(author) and _empties(originals, wish)
        if is_out and first in found:
            emptied[found[first].key] = number
    for table in _tables_of(outline, emptied):
        columns = columns_of(outline.tables[table])
        cells = [one for row in outline.tables[table].rows for one in cells_of(row, columns)]
        for column in columns:
            head = f"{table}/{column.key}"
            own = [one.id for one in cells if one.text and head in outline.ancestry(one.id)]
            if head in emptied and emptied.keys() >= set(own):
                yield head, [emptied[key] for key in (head, *own)]


def _tables_of(outline: Outline, keys: Mapping[str, int]) -> list[str]:
    """Return the tables of which heads are among some keys."""
    above = {one for key in keys if key in outline.heads for one in outline.ancestry(key)}
    return [table for table in outline.tables if table in above]


def _empties(originals: Sequence[Original], wish: Wish) -> bool:
    """Whether nothing stays of what stood in a cell, and nothing comes."""
    if wish.comes:
        return False
    return all(
        [(splice.start, splice.end, splice.text) for splice in one.splices]
        == [(0, len(originals[one.original].text), "")]
        for one in wish.stays
    )
