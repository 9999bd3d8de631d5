"""Rows of tables that one author put in or took out of a file, as edits and as what they are to come to."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from plancli.core.comments.edits import Add, Edit, NewRow, Remove
from plancli.core.intake.grouping import MatchedText
from plancli.core.intake.originals import Original, made_of


class ChangedRows(NamedTuple):
    """Rows that come, or go, one behind the other: of each the places of its paragraphs in the file."""

    rows: tuple[tuple[int, ...], ...]
    comes: bool

    @property
    def places(self) -> list[int]:
        return [at for row in self.rows for at in row]


def changed_rows(originals: Sequence[Original], author: str) -> Iterator[ChangedRows]:
    """Yield the rows that an author put in or took out; one that he put in and took out is neither."""

    def of_author(at: int) -> tuple[bool, bool]:
        return originals[at].comes_with_row(author), originals[at].goes_with_row(author)

    for (comes, goes), held in groupby(range(len(originals)), of_author):
        if comes != goes:
            rows = groupby(held, lambda at: originals[at].row_number)
            yield ChangedRows(tuple(tuple(row) for _, row in rows), comes)


def new_cells(originals: Sequence[Original], row: Sequence[int], author: str) -> tuple[str, ...]:
    """Return the words of a new row, cell by cell; paragraphs of one cell run together as lines."""
    cells: dict[str, list[str]] = {}
    for at in row:
        words = [made.text.strip() for made in made_of(originals, [at], author)]
        cells.setdefault(originals[at].place, []).extend(words)
    return tuple("\n".join(words) for words in cells.values())


def row_edits(text: MatchedText, changed: ChangedRows, author: str) -> list[Edit]:
    """Return the edits of rows; none where it is not known of which table, or behind which row."""
    if changed.comes:
        return _coming(text, changed, author)
    found: list[Edit] = []
    for row in changed.rows:
        held = {_row_of(text, at) for at in row if not text.is_blank(at)}
        key = held.pop() if len(held) == 1 else None
        if key is None:
            return []
        found.append(Remove(remove=key))
    return found


def _coming(text: MatchedText, changed: ChangedRows, author: str) -> list[Edit]:
    above = _row_above(text, changed)
    if above is None:
        return []
    table = text.corpus.outline.container(above)
    found: list[Edit] = []
    for row in changed.rows:
        cells = new_cells(text.originals, row, author)
        if not any(cells):
            return []
        found.append(Add(add=NewRow(cells=cells), to=table, after=above))
    return found


def rows_becoming(
    text: MatchedText, changed: ChangedRows, author: str, lines: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return what stands in the place of cells of the draft: nothing, or the last cell and the new ones."""
    if not changed.comes:
        keys = [text.key(at) for at in changed.places]
        return {key: () for key in keys if key is not None}
    above = _row_above(text, changed)
    if above is None:
        return {}
    last = [key for key in lines if text.corpus.outline.container(key) == above][-1]
    words = [cell for row in changed.rows for cell in new_cells(text.originals, row, author)]
    return {last: (lines[last], *words)}


def _row_above(text: MatchedText, changed: ChangedRows) -> str | None:
    """Return the row of the draft behind which rows come; None where a head stands there, or no table."""
    first = changed.places[0]
    for at in range(first - 1, -1, -1):
        original = text.originals[at]
        if not original.is_in_cell:
            return None
        if text.key(at) is not None:
            return _row_of(text, at)
        if original.text.strip():
            return None
    return None


def _row_of(text: MatchedText, at: int) -> str | None:
    """Return the row of the draft in which a paragraph of the file is a cell."""
    spot = text.corpus.outline.spots.get(text.key(at) or "")
    return None if spot is None or spot.row is None else spot.row.id
