"""The numbers that the parts of a plan ought to have after some came, went or moved.

A draft may leave numbers out (a record that begins at project 7): they stay left out where they were. Behind
a part that goes the numbers close up, behind one that comes they go on, and nothing else changes. A series
that is declared leaves nothing out: it counts from 1.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from plancli.core.plan.newcomers import like_their_own
from plancli.core.plan.numbered import (
    NumberedParts,
    PartGroup,
    above,
    as_above,
    declared_depth,
    holder_at,
    parts_with_numbers,
)
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.outline import Outline
from plancli.core.text.order import staying


class _Run(NamedTuple):
    """What is counted together: parts of a kind in the plan, or in the part in which they begin anew."""

    group: PartGroup
    holder: str


def counted(draft: Outline, plan: Outline, numbering: Numbering) -> dict[str, str]:
    """Return the number that each part of a plan ought to have, by key.

    A part that came with a key that says no number is counted as its siblings are, or as it is declared.
    Parts that have no number, and whose siblings have none, are left out.
    """
    drafted = parts_with_numbers(draft, numbering)
    now = NumberedParts(plan, like_their_own(drafted, plan, numbering))
    scopes = _scopes(drafted)
    before = _runs(drafted, scopes)
    counts: dict[str, int] = {}
    for run, keys in _runs(now, scopes).items():
        leaving_out = before.get(run, [])
        if now.is_declared(keys[0]):
            leaving_out = []
        counts.update(_followed(leaving_out, drafted, keys))
    apart = _apart_from_above(drafted)
    found: dict[str, str] = {}
    for key, count in counts.items():
        part = now.reads[key].part
        within = part.within
        if now.groups[key] not in apart:
            within = as_above(within, list(map(counts.get, above(plan, key))))
        found[key] = part.like(count, within)
    return found


# --- what is counted together -------------------------------------------------------------------------------

_BEHIND = -2
"""Stands for the part of another kind behind which a paragraph stands in its list: 1. below （一）."""

_Scopes = dict[PartGroup, int]
"""How deep the part stands in which a kind begins anew: 0 is the plan, 1 a chapter."""


def _scopes(drafted: NumberedParts) -> _Scopes:
    """Return where each kind begins anew.

    Where that is not declared it is the widest in which the numbers of the draft rise, as people number:
    through the whole plan, or anew in each chapter, or in each section. Paragraphs that have numbers in one
    list alone show nothing of this: they begin anew in each list, as paragraphs do. Those whose numbers rise
    in no list are counted behind the part of another kind below which they stand, or not at all.
    """
    found: _Scopes = {}
    by_group = drafted.by_group()
    for group, keys in by_group.items():
        depths = _depths(drafted, keys)
        rising = [depth for depth in depths if _rise(drafted, keys, depth, found)]
        if rising:
            found[group] = rising[0]
        elif not group.is_paragraph or drafted.reads[keys[0]].of:
            found[group] = depths[-1]
    for group, keys in by_group.items():
        if group not in found and _rise(drafted, keys, _BEHIND, found):
            found[group] = _BEHIND
    return found


def _is_one_list(drafted: NumberedParts, keys: Sequence[str]) -> bool:
    """Whether parts of a kind are paragraphs, and stand in one list alone."""
    lists = set(map(drafted.outline.container, keys))
    return drafted.groups[keys[0]].is_paragraph and len(lists) == 1


def _depths(drafted: NumberedParts, keys: Sequence[str]) -> list[int]:
    """Return the depths in which a kind may begin anew: the one that is declared, or all that there are.

    Of paragraphs in one list alone it is that of this list.
    """
    read = drafted.reads[keys[0]]
    if read.of and (read.of.per or read.part.within):
        return [declared_depth(read.of)]
    deepest = max(len(above(drafted.outline, key)) for key in keys)
    widest = deepest * _is_one_list(drafted, keys)
    return list(range(widest, deepest + 1))


def _rise(parts: NumberedParts, keys: Iterable[str], depth: int, scopes: _Scopes) -> bool:
    """Whether the numbers of some parts rise in each part of a depth that holds them."""
    last: dict[str, int] = {}
    for key in keys:
        holder = _holder(parts, key, depth, scopes)
        if parts.count(key) <= last.get(holder, 0):
            return False
        last[holder] = parts.count(key)
    return True


def _runs(parts: NumberedParts, scopes: _Scopes) -> dict[_Run, list[str]]:
    """Return what is counted together, in reading order."""
    found: dict[_Run, list[str]] = {}
    for key, group in parts.groups.items():
        depth = scopes.get(group)
        if depth is None:
            depth = _of_new(parts, key)
        if depth is not None:
            holder = _holder(parts, key, depth, scopes)
            found.setdefault(_Run(group, holder), []).append(key)
    return found


def _of_new(parts: NumberedParts, key: str) -> int | None:
    """Return where numbers begin anew of which the draft does not show it; None where none is counted."""
    series = parts.reads[key].of
    if series is not None:
        return declared_depth(series)
    return None if parts.groups[key].is_paragraph else 0


def _holder(parts: NumberedParts, key: str, depth: int, scopes: _Scopes) -> str:
    """Return what a part is counted in where its kind begins anew in parts of a depth."""
    if depth != _BEHIND:
        return holder_at(parts.outline, key, depth)
    # the nearest part before it in its list that is of a kind which rises in lists by itself
    outer = {group for group, scope in scopes.items() if scope != _BEHIND}
    container = parts.outline.container(key)
    before = takewhile(lambda name: name != key, parts.outline.children(container))
    ahead = [name for name in before if parts.groups.get(name) in outer]
    return ahead[-1] if ahead else container


def _apart_from_above(drafted: NumberedParts) -> set[PartGroup]:
    """Return the kinds of which some number does not begin with that of its chapter: they keep theirs."""
    found: set[PartGroup] = set()
    for key, group in drafted.groups.items():
        if drafted.reads[key].of is None and not drafted.begins_with_above(key):
            found.add(group)
    return found


# --- counting -----------------------------------------------------------------------------------------------


def _followed(
    drafted: Sequence[str], parts: NumberedParts, keys: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """Yield the parts of a run with their numbers, one behind the other but for what the draft left out.

    What it left out behind a part stays behind it, or where that went or moved, behind the one before.
    """
    kept = staying(drafted, keys)
    left_out = {"": 0}
    behind, last = "", 0
    for key in drafted:
        left_out[behind] += max(parts.count(key) - last - 1, 0)
        if key in kept:
            behind = key
            left_out[behind] = 0
        last = parts.count(key)
    count = left_out[""]
    for key in keys:
        count += 1
        yield key, count
        count += left_out.get(key, 0)
