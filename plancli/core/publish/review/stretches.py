"""The plan on the page in stretches: a title with what stands below it as far as the next one."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plancli.core.evidence.redline import LineKind
from plancli.core.publish.review.values import (
    Card,
    PageFigure,
    PageRow,
    PageTable,
    Remark,
)

Part = PageRow | PageTable | PageFigure


class Stretch(NamedTuple):
    """Parts of the page under one title; `path` leads from the chapter to that title, by addresses.

    What stands before the first title has none.
    """

    path: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """Characters of the text, roughly as much room as they take."""
        return sum(_size(part) for part in self.parts)


def stretches(parts: Iterable[Part]) -> Iterator[Stretch]:
    """Yield the parts of a page title by title, in reading order."""
    path: list[tuple[int, str]] = []
    found: list[Part] = []
    for part in parts:
        if isinstance(part, PageRow) and part.kind is LineKind.SECTION:
            if found:
                yield Stretch(tuple(address for _, address in path), tuple(found))
            while path and path[-1][0] >= part.level:
                path.pop()
            path.append((part.level, part.address))
            found = []
        found.append(part)
    if found:
        yield Stretch(tuple(address for _, address in path), tuple(found))


def paths(found: Iterable[Stretch]) -> dict[str, tuple[str, ...]]:
    """Return the addresses of the titles above each title, and its own, by its address."""
    return {stretch.path[-1]: stretch.path for stretch in found if stretch.path}


def title_of(part: Part) -> PageRow:
    """Return the row that stands for a part: of a table or a figure that of its title."""
    return part if isinstance(part, PageRow) else part.title


def titles_of(
    card: Card | Remark, section_of: Mapping[str, str], above: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the addresses of all titles below which the rows of a card stand."""
    found: dict[str, None] = {}
    for row in card.rows if isinstance(card, Card) else (card.row,):
        found.update(dict.fromkeys(above.get(section_of[row], ())))
    return tuple(found)


def _size(part: Part) -> int:
    match part:
        case PageTable():
            cells = [cell for row in part.rows for cell in row.cells if cell is not None]
            return sum(map(_size, (part.title, *cells)))
        case PageFigure():
            return _size(part.title)
    changes = (*part.heading, *part.text, *part.units)
    return sum(len(words.text) for change in changes for words in change.words)
