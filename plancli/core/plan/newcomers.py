"""How the parts of a plan that came since its draft are numbered: as those beside them, or as declared."""

from collections.abc import Iterable, Mapping, Sequence

from plancli.core.plan.numbered import NumberedParts, paragraphs_beside
from plancli.core.plan.numbering import Declared, Numbering, Read, declared, read_numbers
from plancli.core.plan.outline import Outline
from plancli.core.plan.series import Numbered

_Reads = Mapping[str, Read]
"""The numbers of parts, read, by key."""


def like_their_own(drafted: NumberedParts, plan: Outline, numbering: Numbering) -> dict[str, Read]:
    """Return for each part a number as its own is written: that of the draft, its own, or one beside it.

    A part of the draft that has no number there gets none. What came is numbered as it is declared.
    """
    found = dict(read_numbers(numbering, plan))
    for key, read in drafted.reads.items():
        if plan.has_part(key):
            found[key] = read
    for key in _came(drafted.outline, plan):
        series = declared(numbering, plan, key)
        like = _as_declared(plan, key, found, series) if series else _as_found(plan, key, found)
        if like is not None:
            found[key] = like
    return found


def _came(draft: Outline, plan: Outline) -> Iterable[str]:
    """Return the parts that the draft does not have, in reading order."""
    keys = filter(plan.is_counted, filter(plan.has_part, plan.in_reading_order))
    return [key for key in keys if not draft.has_part(key)]


# --- where nothing is declared ------------------------------------------------------------------------------


def _as_found(plan: Outline, key: str, reads: _Reads) -> Read | None:
    """Return the number of a part, or one like those beside it; None where these are not alike."""
    if key in reads:
        return reads[key]
    if key in plan.spots:
        return _as_paragraphs(plan, key, reads)
    return _alike(reads, _beside(plan, key))


def _as_paragraphs(plan: Outline, key: str, reads: _Reads) -> Read | None:
    """Return how the paragraphs beside one are numbered.

    In a list of several series those right before and behind it tell. Paragraphs without numbers stand
    between numbered ones, and what came may be one more of them.
    """
    beside = paragraphs_beside(plan, key)
    like = _alike(reads, beside)
    if like is not None and _all_numbered(reads, beside):
        return like
    listed = plan.children(plan.container(key))
    at = listed.index(key)
    around = [*listed[max(at - 1, 0) : at], *listed[at + 1 : at + 2]]
    is_between = len(around) == len({*around} & {*beside}) == 2
    if is_between and _all_numbered(reads, around):
        return _alike(reads, around)
    return None


def _alike(reads: _Reads, keys: Iterable[str]) -> Read | None:
    """Return the number of the first of some parts that have one; None where not all count in one series."""
    known = [reads[key] for key in keys if key in reads]
    series = {read.part.series.alike for read in known}
    if len(series) != 1:
        return None
    return known[0]


def _all_numbered(reads: _Reads, keys: Iterable[str]) -> bool:
    return all(map(reads.__contains__, keys))


# --- where series are declared ------------------------------------------------------------------------------


def _as_declared(plan: Outline, key: str, reads: _Reads, series: Sequence[Declared]) -> Read | None:
    """Return how a part is numbered for which series are declared: as it is itself, or the nearest beside it.

    Where none beside it is numbered it is of the first one. A paragraph is numbered only where all others
    of its list are.
    """
    if key in reads and reads[key].of is not None:
        return reads[key]
    beside = _beside(plan, key)
    near = _in_series(reads, beside, series)
    captions = set(_in_series(reads, beside)) - set(near)
    if key in plan.spots and not 0 < len(near) == len(beside) - len(captions):
        return None
    if near:
        return reads[_nearest(plan, key, near)]
    first = series[0]
    ones = (1,) * len(first.series.slots)
    return Read(Numbered(key, first.series.bare, ones), first)


def _in_series(reads: _Reads, keys: Iterable[str], series: Sequence[Declared] = ()) -> list[str]:
    """Return which of some parts count in a declared series: one of these, or any where none are named."""
    found: list[str] = []
    for key in keys:
        own = reads[key].of if key in reads else None
        if own is not None and (own in series or not series):
            found.append(key)
    return found


def _nearest(plan: Outline, key: str, keys: Iterable[str]) -> str:
    """Return the one of some parts that stands nearest to a part."""
    places = {name: at for at, name in enumerate(plan.in_reading_order)}
    return min(keys, key=lambda name: abs(places[name] - places[key]))


def _beside(plan: Outline, key: str) -> list[str]:
    """Return the other sections below the same one, columns of the plan, or paragraphs of its like."""
    if key in plan.spots:
        return paragraphs_beside(plan, key)
    beside = list(plan.captioned) if key in plan.captioned else plan.siblings(key)
    return [name for name in beside if name != key]
