"""What a comment changed in one place and the plan still says elsewhere in its old form."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from plancli.core.locate.ladder import Corpus
from plancli.core.merge.placed import Placed
from plancli.core.plan.outline import Outline
from plancli.core.text.characters import boundaries, sentences
from plancli.core.text.matchkey import fold
from plancli.core.text.occurrences import EVERY, Occurrences
from plancli.core.text.words import words

_NEAR = 4
"""Changes with fewer unchanged characters between them change one term."""
_LONG = 20
"""Of more than so many characters each clause is a term."""
_SHORT = 4
"""A term with fewer characters is looked for together with the word beside it."""
_MARKS = "、，。；：,.;:()（）“”\"' "


class Form(NamedTuple):
    """The old form of a term that a comment changed in `paragraph`, and what stands there now."""

    comment: str
    paragraph: str
    old: str
    new: str


class Ripple(NamedTuple):
    """An old form that still stands somewhere, with its places in the match key."""

    form: Form
    there: Occurrences


class Region(NamedTuple):
    """A stretch of a text that one comment changes, with its new words."""

    start: int
    end: int
    new: str


def ripples(
    draft: Outline, comments: Iterable[Placed], text: Corpus, most: int = EVERY
) -> list[Ripple]:
    """Return for each comment the old forms that `text`, with all comments in it, still holds.

    Of each form up to `most` places are looked for.
    """
    forms = [form for placed in comments for form in _forms(draft, placed)]
    there = text.standing((form.old for form in forms), most)
    found = [
        Ripple(form, there[form.old])
        for form in forms
        if form.old in there and there[form.old].starts
    ]
    by_comment = groupby(found, key=lambda ripple: ripple.form.comment)
    return [ripple for _, own in by_comment for ripple in _widest(own)]


def _forms(draft: Outline, placed: Placed) -> Iterator[Form]:
    changes = sorted(placed.texts, key=lambda change: change[:2])
    for (paragraph, field), own in groupby(changes, key=lambda change: change[:2]):
        base = str(getattr(draft.spots[paragraph].paragraph, field))
        splices = [
            Region(change.change.start, change.change.end, change.change.text) for change in own
        ]
        yield from (Form(placed.by, paragraph, *term) for term in _terms(base, sorted(splices)))


def _widest(own: Iterable[Ripple]) -> Iterator[Ripple]:
    """Leave out a term of a comment that is part of a longer one of it and stands nowhere else."""
    kept: list[Ripple] = []
    for ripple in sorted(own, key=lambda ripple: -len(ripple.form.old)):
        if not any(_covers(wide, ripple) for wide in kept):
            kept.append(ripple)
            yield ripple


def _covers(wide: Ripple, narrow: Ripple) -> bool:
    within = fold(wide.form.old).find(fold(narrow.form.old))
    return within >= 0 and set(narrow.there.starts) <= {at + within for at in wide.there.starts}


def _terms(base: str, changes: list[Region]) -> Iterator[tuple[str, str]]:
    """Yield the old forms that go, each with the words in its place."""
    for region in _regions(base, changes):
        if region.start == region.end:
            continue  # something is added, no form goes
        edges = _edges(base, region)
        start = max(edge for edge in edges if edge <= region.start)
        end = min(edge for edge in edges if edge >= region.end)
        old = base[start:end].strip(_MARKS)
        new = base[start : region.start] + region.new + base[region.end : end]
        new = new.strip(_MARKS)
        if not old:
            continue
        for term in (
            _clauses(old) if len(old) > _LONG else _with_neighbours(base, edges, start, end)
        ):
            changed = term.replace(old, new, 1) if old in term else new
            if fold(term) not in fold(changed):
                yield term, changed


def _edges(base: str, region: Region) -> list[int]:
    """Return where words begin and end in the sentences that a region touches."""
    ends = boundaries(sentences(base))
    low, high = ends[bisect_right(ends, region.start) - 1], ends[bisect_left(ends, region.end)]
    return [low + edge for edge in boundaries(words(base[low:high]))]


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
    yield from (
        clause.strip(_MARKS) for clause in old.split(",") if len(clause.strip(_MARKS)) > _SHORT + 1
    )


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
