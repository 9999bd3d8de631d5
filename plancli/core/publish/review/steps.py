"""What one round made of a part: its words with their marks, where it moved with the place that it left."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from operator import attrgetter

from plancli.core.evidence.pieces import Authors, Piece, each_once, rejected
from plancli.core.publish.naming import Paper
from plancli.core.publish.review.told import Told
from plancli.core.publish.review.values import PageChange, RoundStep, StepCell
from plancli.core.publish.review.words import page_changes


def shown(parts: Iterable[Told], changed: AbstractSet[str]) -> list[Told]:
    """Return a part with those of its cells that some round changed; all, where it came or went whole."""
    found: list[Told] = []
    for part in parts:
        all_cells = part.line.key in changed
        cells = [cell for cell in part.cells if all_cells or cell.line.key in changed]
        found.append(part._replace(cells=tuple(cells)))
    return found


def first_words(parts: Iterable[Told]) -> str:
    """Return the words that the first draft has; of a part that moves those of the place that it left."""
    return "".join(rejected(part.line.pieces) for part in parts if not part.line.added)


def first_cells(parts: Iterable[Told]) -> Iterator[tuple[str, str]]:
    """Yield the cells that the first draft has, with their names."""
    for part in parts:
        for name, line in part.cells:
            words = rejected(line.pieces)
            if words and not (line.added or part.line.added):
                yield name, words


def step(outcome: str, parts: Sequence[Told], paper: Paper) -> RoundStep:
    """Return what one round made of a part; one that moved shows where it came."""
    # of two the one that comes, of one that, though it goes
    moved = len(parts) > 1
    changes: list[PageChange] = []
    cells: list[StepCell] = []
    for part in sorted(parts, key=lambda part: bool(part.line.gone))[:1]:
        changes += _words(part, part.line.pieces, moved)
        cells += _cells(part, moved)
    left = paper if moved else None
    return RoundStep(outcome, tuple(changes), _by(parts), left, tuple(cells), is_there=bool(parts))


def _by(parts: Sequence[Told]) -> Authors:
    """Return everybody who changed something in a part, or in the cells that are told with it."""
    cells = chain.from_iterable(map(attrgetter("cells"), parts))
    lines = chain(map(attrgetter("line"), parts), map(attrgetter("line"), cells))
    return each_once(chain.from_iterable(map(attrgetter("authors"), lines)))


def _words(part: Told, pieces: Iterable[Piece], moved: bool) -> tuple[PageChange, ...]:
    """Return words with their marks; those that only came with what moved have none."""
    if moved:
        pieces = _as_it_was(pieces, part.line.added)
    return tuple(page_changes(pieces, {}))


def _as_it_was(pieces: Iterable[Piece], by: Authors) -> Iterator[Piece]:
    for piece in pieces:
        yield piece._replace(added=()) if piece.added == by and not piece.gone else piece


def _cells(part: Told, moved: bool) -> Iterator[StepCell]:
    """Yield the cells that a round changed; all of a part that came, went or moved, those with words."""
    whole = bool(part.line.authors)
    for name, line in part.cells:
        if line.pieces and (whole or line.authors):
            yield StepCell(name, _words(part, line.pieces, moved))
