"""What a comment changed in one place and the plan still says elsewhere in its old form."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from plancli.core.diff import words
from plancli.core.locate import Candidate, Corpus
from plancli.core.outline import Outline
from plancli.core.place import Placed
from plancli.core.text import boundaries, fold

_NEAR = 4
"""Changes with fewer unchanged characters between them change one term."""
_LONG = 20
"""Of more than so many characters each clause is a term."""
_SHORT = 4
"""A term with fewer characters is looked for together with the word beside it."""
_MARKS = "、，。；：,.;:()（）“”\"' "


class Ripple(NamedTuple):
    """The old form of a term that comments changed in `paragraph`, and where it still stands."""

    comment: str
    paragraph: str
    old: str
    new: str
    places: tuple[Candidate, ...]


class Region(NamedTuple):
    """A stretch of a text that one comment changes, with its new words."""

    start: int
    end: int
    new: str


def ripples(draft: Outline, comments: Iterable[Placed], text: Corpus) -> list[Ripple]:
    """Return for each comment the old forms that `text`, with all comments in it, still holds."""
    found: list[Ripple] = []
    for placed in comments:
        changes = sorted(placed.texts, key=lambda change: change[:2])
        for (paragraph, field), own in groupby(changes, key=lambda change: change[:2]):
            base = str(getattr(draft.spots[paragraph].paragraph, field))
            splices = [Region(change.change.start, change.change.end, change.change.text) for change in own]
            for old, new in _terms(base, sorted(splices)):
                if places := tuple(text.occurrences(old)):
                    found.append(Ripple(placed.by, paragraph, old, new, places))
    return list(_widest(found))


def _widest(found: list[Ripple]) -> Iterator[Ripple]:
    """Leave out a term that is part of a longer one of the same comment and stands nowhere else."""
    kept: list[Ripple] = []
    for ripple in sorted(found, key=lambda ripple: -len(ripple.old)):
        if not any(_covers(wide, ripple) for wide in kept):
            kept.append(ripple)
            yield ripple


def _covers(wide: Ripple, narrow: Ripple) -> bool:
    there = {place.words for place in narrow.places} <= {place.words for place in wide.places}
    return there and wide.comment == narrow.comment and fold(narrow.old) in fold(wide.old)


def _terms(base: str, changes: list[Region]) -> Iterator[tuple[str, str]]:
    """Yield the old forms that go, each with the words in its place."""
    pieces = words(base)
    edges = boundaries(pieces)
    for region in _regions(base, changes):
        start = max(edge for edge in edges if edge <= region.start)
        end = min(edge for edge in edges if edge >= region.end)
        old = base[start:end].strip(_MARKS)
        new = base[start : region.start] + region.new + base[region.end : end]
        if region.start == region.end or not old:
            continue  # something is added, no form goes
        new = new.strip(_MARKS)
        for term in _clauses(old) if len(old) > _LONG else _with_neighbours(base, edges, start, end):
            changed = term.replace(old, new, 1) if old in term else new
            if fold(term) not in fold(changed):
                yield term, changed


def _regions(base: str, changes: list[Region]) -> list[Region]:
    """Join changes that stand so near that they change one term."""
    found: list[Region] = []
    for change in changes:
        between = base[found[-1].end : change.start] if found else ""
        if found and len(between) < _NEAR and not set(between) & set("，。；"):
            last = found.pop()
            found.append(Region(last.start, change.end, last.new + between + change.new))
        else:
            found.append(change)
    return found


def _clauses(old: str) -> Iterator[str]:
    for mark in "，。；：":
        old = old.replace(mark, ",")
    yield from (clause.strip(_MARKS) for clause in old.split(",") if len(clause.strip(_MARKS)) > _SHORT + 1)


def _with_neighbours(base: str, edges: list[int], start: int, end: int) -> Iterator[str]:
    """Yield the term, a short one or a number together with the word before it and behind it."""
    old = base[start:end].strip(_MARKS)
    if len(old) >= _SHORT and not old[0].isdigit():
        yield old
        return
    left = max((edge for edge in edges if edge < start), default=start)
    right = min((edge for edge in edges if edge > end), default=end)
    for term in (base[left:end], base[start:right]):
        if term.strip(_MARKS) == term and len(term) > len(old):
            yield term
