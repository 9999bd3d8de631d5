"""Responsible units (责任单位) of a paragraph: merged as a set of names."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from plancli.core.merge.meeting import Level, Meeting, Side
from plancli.core.plan.outline import Outline


class UnitsChange(NamedTuple):
    """What a comment wants of the responsible units of a paragraph.

    `added` and `removed` name every unit that it wants in or out, whether or not it is there now; `whole`
    is the list where the comment gives one.
    """

    paragraph: str
    by: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    whole: tuple[str, ...] | None = None


def units_with(
    before: Iterable[str], added: Iterable[str], removed: Iterable[str]
) -> tuple[str, ...]:
    """Return the list without `removed`, and `added` at its end, each name once."""
    gone = set(removed)
    return tuple(dict.fromkeys(unit for unit in (*before, *added) if unit not in gone))


def units_after(before: tuple[str, ...], change: UnitsChange) -> tuple[str, ...]:
    """Return the list as one comment wants it."""
    return (
        units_with(before, change.added, change.removed) if change.whole is None else change.whole
    )


def merge_units(
    outline: Outline, changes: Iterable[UnitsChange]
) -> tuple[dict[str, tuple[str, ...]], list[Meeting]]:
    """Merge names as sets; a whole list stands only beside changes that agree with it."""
    result: dict[str, tuple[str, ...]] = {}
    meetings: list[Meeting] = []
    by_paragraph: dict[str, list[UnitsChange]] = defaultdict(list)
    for change in changes:
        by_paragraph[change.paragraph].append(change)
    for paragraph, all_changes in by_paragraph.items():
        found = _of_each(all_changes)
        before = outline.spots[paragraph].paragraph.units or ()
        sides = tuple(Side(change.by, "、".join(units_after(before, change))) for change in found)
        if any(_contradict(one, other) for one, other in combinations(found, 2)):
            meetings.append(Meeting(paragraph, "units", "、".join(before), sides))
            continue
        after = before
        for change in sorted(found, key=lambda change: change.whole is None):
            after = units_after(after, change)
        result[paragraph] = after
        if len({side.by for side in sides}) > 1:
            same = len({side.wording for side in sides}) == 1
            level = Level.SAME if same else Level.SOFT
            meetings.append(
                Meeting(paragraph, "units", "、".join(before), sides, level, "、".join(after))
            )
    return result, meetings


def _of_each(changes: Iterable[UnitsChange]) -> list[UnitsChange]:
    """Put together what one comment changes in several steps; the last step counts."""
    found: dict[str, UnitsChange] = {}
    for change in changes:
        before = found.get(change.by)
        found[change.by] = change if before is None else _after(before, change)
    return list(found.values())


def _after(one: UnitsChange, other: UnitsChange) -> UnitsChange:
    if other.whole is not None:
        return other
    added = units_with(one.added, other.added, other.removed)
    removed = units_with(one.removed, other.removed, other.added)
    whole = None if one.whole is None else units_with(one.whole, other.added, other.removed)
    return UnitsChange(one.paragraph, one.by, added, removed, whole)


def _contradict(one: UnitsChange, other: UnitsChange) -> bool:
    if one.by == other.by or one[2:] == other[2:]:
        return False
    if one.whole is not None and other.whole is not None:
        return one.whole != other.whole
    beyond = any(
        a.whole is not None and set(b.added) - set(a.whole) for a, b in ((one, other), (other, one))
    )
    return beyond or bool(
        set(one.added) & set(other.removed) or set(other.added) & set(one.removed)
    )
