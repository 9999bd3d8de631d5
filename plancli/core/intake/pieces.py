"""Words of a paragraph that a box, a table or a neighbouring cell interrupts on paper: put together again."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from plancli.core.intake.stream import Stream, StreamCell


class PaperPiece(NamedTuple):
    """The words of a paragraph from `at` on are the words `start:end` of a paper."""

    at: int
    start: int
    end: int


Free = Callable[[int, int], bool]
"""Whether words of the paper belong to no paragraph yet."""

_NEAR = 80
"""Cells after which the words go on at the latest: a box or a table of a page and a half."""
_BACK = 12
"""Cells back: of two cells side by side each has several lines, and the second begins beside the first."""
_STEPS = 20_000
"""Cells that are looked at for one paragraph."""


def pieced(key: str, stream: Stream, free: Free) -> list[PaperPiece]:
    """Return the whole cells of a paper that say these words, one after the other.

    Nothing, where there is no way to put them together, or more than one.
    """
    cells = [cell for cell in stream.cells if free(cell.start, cell.end)]
    search = _Search(key, stream, cells)
    found: list[tuple[int, ...]] = []
    for at, cell in enumerate(cells):
        if key.startswith(stream.text(cell)):
            for way in search.ways((at,), cell.end - cell.start):
                found.append(way)
                if len(found) > 1:
                    return []
    if not found or search.steps > _STEPS:
        return []
    pieces: list[PaperPiece] = []
    done = 0
    for cell in [cells[at] for at in found[0]]:
        pieces.append(PaperPiece(done, cell.start, cell.end))
        done += cell.end - cell.start
    return pieces


class _Search:
    """Looks for ways through the cells of a paper, the nearest cell first."""

    def __init__(self, key: str, stream: Stream, cells: list[StreamCell]) -> None:
        self._key = key
        self._stream = stream
        self._cells = cells
        self.steps = 0

    def ways(self, way: tuple[int, ...], done: int) -> Iterator[tuple[int, ...]]:
        """Yield the ways that begin with some cells, which say the first `done` words."""
        if done == len(self._key):
            yield way
            return
        last = way[-1]
        for at in range(max(last - _BACK, 0), min(last + _NEAR, len(self._cells))):
            self.steps += 1
            if self.steps > _STEPS:
                return
            if at in way:
                continue
            words = self._stream.text(self._cells[at])
            if self._key.startswith(words, done):
                yield from self.ways((*way, at), done + len(words))
