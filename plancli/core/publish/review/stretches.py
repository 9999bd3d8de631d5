"""The plan on the page in stretches: a title with what stands below it as far as the next one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import NamedTuple

from plancli.core.evidence.redline import LineKind
from plancli.core.publish.review.values import (
    Card,
    PageFigure,
    PageRow,
    PageTable,
    PageTableRow,
    Remark,
)

PagePart = PageRow | PageTable | PageFigure


class PageStretch(NamedTuple):
    """Parts of the page under one title; `path` leads from the chapter to that title, by addresses.

    What stands before the first title has none.
    """

    path: tuple[str, ...]
    parts: tuple[PagePart, ...]

    @property
    def size(self) -> int:
        """Characters of the text, roughly as much room as they take."""
        return sum(_size(part) for part in self.parts)


def page_stretches(parts: Iterable[PagePart]) -> Iterator[PageStretch]:
    """Yield the parts of a page title by title, in reading order."""
    titles: dict[int, str] = {}
    for section, found in groupby(parts, lambda part: page_row_of(part).section):
        own = tuple(found)
        first = page_row_of(own[0])
        if first.kind is LineKind.SECTION:
            titles = _below(titles, first.level)
            titles[first.level] = section
        yield PageStretch(tuple(titles.values()), own)


def _below(titles: Mapping[int, str], level: int) -> dict[int, str]:
    """Return the titles, by level, below which one of this level stands.

    A plan may leave a level out: what is higher in rank stands above, however far.
    """
    found = dict(titles)
    for each in titles:
        if each >= level:
            del found[each]
    return found


def title_paths(found: Iterable[PageStretch]) -> dict[str, tuple[str, ...]]:
    """Return the addresses of the titles above each title, and its own, by its address."""
    above: dict[str, tuple[str, ...]] = {}
    for stretch in found:
        title = page_row_of(stretch.parts[0])
        above[title.section] = stretch.path
    return above


def page_row_of(part: PagePart) -> PageRow:
    """Return the row that stands for a part: of a table or a figure that of its title."""
    match part:
        case PageTable() | PageFigure():
            return part.title
    return part


def titles_above(
    card: Card | Remark, section_of: Mapping[str, str], above: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the addresses of all titles below which the rows of a card stand."""
    rows = card.rows if isinstance(card, Card) else (card.row,)
    found: dict[str, None] = {}
    for row in rows:
        found.update(dict.fromkeys(above.get(section_of[row], ())))
    return tuple(found)


def _size(part: PagePart) -> int:
    """Return how many characters a part shows, of a table those of its title and its rows."""
    match part:
        case PageTable():
            return _size(part.title) + sum(map(_size_of_row, part.rows))
        case PageFigure():
            return _size(part.title)
    texts = chain.from_iterable(change.texts for change in (*part.heading, *part.text, *part.units))
    return sum(map(len, texts))


def _size_of_row(row: PageTableRow) -> int:
    """Return how many characters stand in a row of a table, above all in its longest cell."""
    cells = filter(None, row.cells)
    return max(map(_size, cells), default=0)
