"""The numbers that the parts of a plan ought to have after some came, went or moved.

A draft may leave numbers out (a record that begins at project 7): they stay left out where they were. Behind
a part that goes the numbers close up, behind one that comes they go on, and nothing else changes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.plan.outline import Outline
from plancli.core.plan.series import Numbered, numbered_part
from plancli.core.text.order import staying


class _Kind(NamedTuple):
    """Parts of one series at one depth, paragraphs apart from sections; columns count as one anywhere."""

    series: str
    depth: int
    is_paragraph: bool


class _Run(NamedTuple):
    """What is counted together: the parts of a kind in the plan, or in the part in which they begin anew."""

    kind: _Kind
    holder: str


def counted(draft: Outline, plan: Outline) -> dict[str, str]:
    """Return the number that each part of a plan ought to have, by key.

    A part that came with a key that says no number is counted as its siblings are. Parts that have no
    number, and whose siblings have none, are left out.
    """
    known = _numbered(draft)
    scopes = _scopes(draft, known)
    before = _runs(draft, known, scopes)
    found: dict[str, str] = {}
    parts = _like(draft, plan, known)
    for run, keys in _runs(plan, parts, scopes).items():
        for key, value in _followed(before.get(run, []), known, keys):
            found[key] = parts[key].like(value)
    return found


def _numbered(outline: Outline) -> dict[str, Numbered]:
    """Return the parts that have a number, read."""
    found: dict[str, Numbered] = {}
    for key, number in outline.numbers.items():
        part = numbered_part(key, number)
        if part is not None:
            found[key] = part
    return found


def _like(draft: Outline, plan: Outline, known: Mapping[str, Numbered]) -> dict[str, Numbered]:
    """Return for each part a number as its own is written: that of the draft, its own, or of a sibling.

    A part of the draft that has no number there gets none.
    """
    found = {**_numbered(plan), **{key: known[key] for key in plan.numbers if key in known}}
    for key in plan.numbers:
        siblings = [found[sibling] for sibling in _siblings(plan, key) if sibling in found]
        alike = {sibling.series.alike for sibling in siblings}
        if key not in found and key not in draft.numbers and len(alike) == 1:
            found[key] = siblings[0]
    return found


def _siblings(plan: Outline, key: str) -> Iterable[str]:
    """Return the sections below the same one, or all columns of the plan."""
    if key in plan.columns:
        return plan.columns
    return plan.siblings(key)


# --- what is counted together -------------------------------------------------------------------------------


def _scopes(draft: Outline, parts: Mapping[str, Numbered]) -> dict[_Kind, int]:
    """Return how deep the parts stand in which each kind begins anew: 0 is the plan, 1 a chapter.

    It is the widest in which the numbers of the draft rise, as people number: through the whole plan, or
    anew in each chapter, or in each section.
    """
    kinds = dict.fromkeys(_kind(draft, key, parts) for key in _counted(draft, parts))
    found: dict[_Kind, int] = {}
    for kind in kinds:
        keys = [key for key in _counted(draft, parts) if _kind(draft, key, parts) == kind]
        deepest = max(len(_above(draft, key)) for key in keys)
        for depth in range(deepest + 1):
            found[kind] = depth
            if _rise(draft, keys, parts, depth):
                break
    return found


def _rise(draft: Outline, keys: Iterable[str], parts: Mapping[str, Numbered], depth: int) -> bool:
    """Whether the numbers of some parts rise in each part of a depth that holds them."""
    last: dict[str, int] = {}
    for key in keys:
        holder = _holder(draft, key, depth)
        if parts[key].counted <= last.get(holder, 0):
            return False
        last[holder] = parts[key].counted
    return True


def _runs(
    outline: Outline, parts: Mapping[str, Numbered], scopes: Mapping[_Kind, int]
) -> dict[_Run, list[str]]:
    """Return what is counted together, in reading order."""
    found: dict[_Run, list[str]] = {}
    for key in _counted(outline, parts):
        kind = _kind(outline, key, parts)
        holder = _holder(outline, key, scopes.get(kind, 0))
        found.setdefault(_Run(kind, holder), []).append(key)
    return found


def _counted(outline: Outline, parts: Mapping[str, Numbered]) -> Iterator[str]:
    """Yield the parts that are counted, in reading order."""
    return filter(parts.__contains__, outline.in_reading_order)


def _kind(outline: Outline, key: str, parts: Mapping[str, Numbered]) -> _Kind:
    depth = 0 if key in outline.columns else len(_above(outline, key)) + 1
    return _Kind(parts[key].series.alike, depth, key in outline.spots)


def _holder(outline: Outline, key: str, depth: int) -> str:
    """Return the part of a depth that holds another one; "" for the plan, and where none does."""
    above = _above(outline, key)
    return above[-depth] if 0 < depth <= len(above) else ""


def _above(outline: Outline, key: str) -> list[str]:
    """Return what holds a part, nearest first."""
    return outline.ancestry(key)[1:]


# --- counting -----------------------------------------------------------------------------------------------


def _followed(
    drafted: Sequence[str], parts: Mapping[str, Numbered], keys: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """Yield the parts of a run with their numbers, one behind the other but for what the draft left out.

    What it left out behind a part stays behind it, or where that went or moved, behind the one before.
    """
    kept = staying(drafted, keys)
    left_out = {"": 0}
    behind, last = "", 0
    for key in drafted:
        left_out[behind] += max(parts[key].counted - last - 1, 0)
        if key in kept:
            behind = key
            left_out[behind] = 0
        last = parts[key].counted
    count = left_out[""]
    for key in keys:
        count += 1
        yield key, count
        count += left_out.get(key, 0)
