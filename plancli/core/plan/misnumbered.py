"""What is wrong with the numbers of a plan: gaps, doubles, disorder, and what fits no declared series."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.plan.numbered import (
    NumberedParts,
    declared_depth,
    holder_at,
    paragraphs_beside,
    parts_with_numbers,
)
from plancli.core.plan.numbering import Declared, Numbering, declared
from plancli.core.plan.outline import Outline
from plancli.core.plan.series import Fault, Numbered, Scope, faults

_ByHolder = dict[str, list[Numbered]]
"""The numbers of one series by what holds their parts."""


def misnumbered(outline: Outline, numbering: Numbering) -> Iterator[Fault]:
    """Yield the gaps, doubles and disorder of every series."""
    parts = parts_with_numbers(outline, numbering)
    as_found: list[str] = []
    for key, read in parts.reads.items():
        # what fits no series of those that are declared for it is named as such, and counts in none
        if read.of is None and not declared(numbering, outline, key):
            as_found.append(key)
    yield from _of_columns(parts, as_found)
    yield from _of_sections(parts, as_found)
    yield from _of_paragraphs(parts, as_found)
    yield from _as_declared(parts)


# --- series as the plan shows them --------------------------------------------------------------------------


def _of_columns(parts: NumberedParts, keys: list[str]) -> Iterator[Fault]:
    """Yield the faults of columns, which run through the plan, or the chapter whose number they have."""
    found: dict[tuple[str, tuple[int, ...]], list[Numbered]] = {}
    for key in keys:
        if key in parts.outline.captioned:
            part = parts.reads[key].part
            found.setdefault((part.series.alike, part.within), []).append(part)
    for run in found.values():
        yield from faults([run], Scope.THROUGH)


def _of_sections(parts: NumberedParts, keys: list[str]) -> Iterator[Fault]:
    """Yield the faults of sections of each depth, each counted below what is above them."""
    found: dict[tuple[int, str], _ByHolder] = {}
    for key in keys:
        if key in parts.outline.sections:
            part = parts.reads[key].part
            runs = found.setdefault((key.count("/"), part.series.alike), {})
            runs.setdefault(key.rpartition("/")[0], []).append(part)
    for runs in found.values():
        yield from faults(runs.values())


def _of_paragraphs(parts: NumberedParts, keys: list[str]) -> Iterator[Fault]:
    """Yield the faults of paragraphs, which count anew in each list."""
    found: dict[tuple[str, str], list[Numbered]] = {}
    for key in keys:
        if key in parts.outline.spots:
            part = parts.reads[key].part
            holder = parts.outline.container(key)
            found.setdefault((holder, part.series.alike), []).append(part)
    for run in found.values():
        yield from faults([run])


# --- series that are declared -------------------------------------------------------------------------------


def _as_declared(parts: NumberedParts) -> Iterator[Fault]:
    """Yield the faults of declared series, counted in what they are declared to count in."""
    found: dict[Declared, _ByHolder] = {}
    for key, read in parts.reads.items():
        if read.of is not None:
            holder = holder_at(parts.outline, key, declared_depth(read.of))
            found.setdefault(read.of, {}).setdefault(holder, []).append(read.part)
    for series, runs in found.items():
        yield from faults(runs.values(), _scope(series))


def _scope(series: Declared) -> Scope:
    """Return how the runs of a declared series begin: anew, or as the plan has it where that is not said."""
    if series.per or len(series.series.slots) > 1:
        return Scope.ANEW
    return Scope.THROUGH if declared_depth(series) == 0 else Scope.EITHER


class Misfit(NamedTuple):
    """A part whose number fits none of the series that are declared for it, as it is printed."""

    key: str
    label: str
    series: tuple[str, ...]


def misfits(outline: Outline, numbering: Numbering) -> Iterator[Misfit]:
    """Yield the parts that are declared to be numbered and fit none of their series, in reading order.

    A number that cannot be read is words: 前言 is no chapter. A heading without one is named where all the
    other headings of its list are numbered.
    """
    if numbering.says_nothing:
        return
    parts = parts_with_numbers(outline, numbering)
    for key in filter(outline.has_part, outline.in_reading_order):
        series = declared(numbering, outline, key)
        if not series:
            continue
        label = _unfit(parts, key)
        if label:
            patterns = [one.series.pattern for one in series]
            yield Misfit(key, label, tuple(patterns))


def _unfit(parts: NumberedParts, key: str) -> str:
    """Return what is printed of a part that fits no series; "" where it does, or is not numbered."""
    read = parts.reads.get(key)
    if read is None:
        return _unnumbered(parts, key)
    if read.of is None or not parts.begins_with_above(key):
        return parts.outline.all_numbers[key]
    return ""


def _unnumbered(parts: NumberedParts, key: str) -> str:
    """Return the heading of a paragraph beside which all others are numbered; "" of any other part."""
    if key not in parts.outline.spots:
        return ""
    beside = paragraphs_beside(parts.outline, key)
    known = [name for name in beside if parts.is_declared(name)]
    # one other may be numbered for a reason of its own
    if len(known) == len(beside) > 1:
        return parts.outline.words(key, "heading")
    return ""
