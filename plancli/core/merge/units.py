"""Responsible units (责任单位) of a paragraph: an ordered list of names, of which the first leads (牵头)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from plancli.core.merge.meeting import Level, Meeting, Side
from plancli.core.plan.outline import Outline

UnitList = tuple[str, ...]


class UnitsChange(NamedTuple):
    """What a comment wants of the responsible units of a paragraph.

    `added` and `removed` name every unit that it wants in or out, whether or not it is there now; `whole`
    is the list where the comment gives one, and then its order is wanted, too. A unit that is `renamed`, from
    one name to another, is removed and added, and its new name stands where the old one stood.
    """

    paragraph: str
    by: str
    added: UnitList
    removed: UnitList
    whole: UnitList | None = None
    renamed: tuple[tuple[str, str], ...] = ()


def units_with(before: Iterable[str], added: Iterable[str], removed: Iterable[str]) -> UnitList:
    """Return the list without `removed`, and `added` at its end, each name once."""
    gone = set(removed)
    names = dict.fromkeys((*before, *added))
    return tuple(unit for unit in names if unit not in gone)


def units_after(before: UnitList, change: UnitsChange) -> UnitList:
    """Return the list as one comment wants it.

    A whole list is taken as it is, whatever stood before.
    """
    if change.whole is not None:
        return change.whole
    names = dict(change.renamed)
    called = [names.get(unit, unit) for unit in before]
    return units_with(called, change.added, change.removed)


def new_lead(before: Sequence[str], after: Sequence[str]) -> str | None:
    """Return the unit that is put first; None where the lead stays, or only moves up as others leave."""
    if not after:
        return None
    first = after[0]
    left = (unit for unit in before if unit in after)
    return None if next(left, None) == first else first


# --- what several comments want --------------------------------------------------------------------------


def merge_units(
    outline: Outline, changes: Iterable[UnitsChange]
) -> tuple[dict[str, UnitList], list[Meeting]]:
    """Return the new lists by paragraph, and where comments meet.

    A whole list stands only beside changes that agree with it; two whole lists agree if they are equal,
    in order too. Names that are added go to the end, so that the lead changes only where a list says so.
    """
    by_paragraph: dict[str, list[UnitsChange]] = defaultdict(list)
    for change in changes:
        by_paragraph[change.paragraph].append(change)
    result: dict[str, UnitList] = {}
    meetings: list[Meeting] = []
    comma = outline.joints.comma
    for paragraph, all_changes in by_paragraph.items():
        before = outline.units(paragraph)
        wanted = _of_each(all_changes)
        if any(_contradict(one, other) for one, other in combinations(wanted, 2)):
            meetings.append(_meeting(paragraph, before, wanted, None, comma))
            continue
        result[paragraph] = _all_of(before, wanted)
        if len(wanted) > 1:
            meetings.append(_meeting(paragraph, before, wanted, result[paragraph], comma))
    return result, meetings


def _all_of(before: UnitList, wanted: Sequence[UnitsChange]) -> UnitList:
    """Return the list with changes in it that agree: whole lists first, since names come behind them."""
    after = before
    for change in sorted(wanted, key=lambda change: change.whole is None):
        after = units_after(after, change)
    return after


def _meeting(
    paragraph: str,
    before: UnitList,
    wanted: Sequence[UnitsChange],
    after: UnitList | None,
    comma: str,
) -> Meeting:
    """Describe how several comments meet; `after` is what comes of it, None where they contradict.

    They agree where each alone would give the same list. Between two names stands the plan's own `comma`.
    """
    sides = tuple(Side(change.by, comma.join(units_after(before, change))) for change in wanted)
    base = comma.join(before)
    if after is None:
        return Meeting(paragraph, "units", base, sides)
    wordings = {side.wording for side in sides}
    level = Level.SAME if len(wordings) == 1 else Level.SOFT
    return Meeting(paragraph, "units", base, sides, level, comma.join(after))


def _of_each(changes: Iterable[UnitsChange]) -> list[UnitsChange]:
    """Put together what one comment changes in several steps."""
    found: dict[str, UnitsChange] = {}
    for change in changes:
        before = found.get(change.by)
        found[change.by] = _after(before, change) if before else change
    return list(found.values())


def _after(one: UnitsChange, other: UnitsChange) -> UnitsChange:
    """Return two steps of one comment as one.

    The last step counts: a whole list replaces all before it, a name that comes back no longer goes.
    """
    if other.whole is not None:
        return other
    whole = one.whole
    if whole is not None:
        whole = units_with(whole, other.added, other.removed)
    return UnitsChange(
        paragraph=one.paragraph,
        by=one.by,
        added=units_with(one.added, other.added, other.removed),
        removed=units_with(one.removed, other.removed, other.added),
        whole=whole,
        renamed=(*one.renamed, *other.renamed),
    )


def _contradict(one: UnitsChange, other: UnitsChange) -> bool:
    """Whether two comments cannot both have what they want.

    Two whole lists are two orders, and only equal ones stand together; beside a whole list stands what is in
    it already. Names that are only added or removed contradict where one adds what the other removes.
    """
    if one[2:] == other[2:]:
        return False  # two that want the same agree, whatever it is
    if one.whole is not None and other.whole is not None:
        return one.whole != other.whole
    for first, second in ((one, other), (other, one)):
        if set(first.added) & set(second.removed):
            return True
        if first.whole is not None and not set(second.added) <= set(first.whole):
            return True
        if _renames_against(first, second):
            return True
    return False


def _renames_against(one: UnitsChange, other: UnitsChange) -> bool:
    """Whether one comment gives a unit another name that the other takes out, or calls something else."""
    if other.whole is not None:
        return False  # what a whole list has decides, and that is asked by names
    differing = [renamed for renamed in one.renamed if renamed not in other.renamed]
    return any(old in other.removed for old, _ in differing)


# --- what comments want beside what the office made of the list ------------------------------------


class JoinedUnits(NamedTuple):
    """A list in which two sides made their changes; `clash` where both cannot stand, and `units` is ours."""

    units: UnitList | None
    clash: bool = False


def join_units(
    draft: UnitList | None,
    old: UnitList | None,
    ours: UnitList | None,
    new: UnitList | None,
) -> JoinedUnits:
    """Bring what turns `old` into `new` into `ours`, which the office made from `old`.

    Names that the office added or took out stay so. Both sides may order the list anew, and each may put a
    unit first, but not otherwise than the other. A name that comes back takes its place in the `draft`.
    """
    if new in (old, ours):
        return JoinedUnits(ours)
    if old == ours:
        return JoinedUnits(new)
    before, here, after = _once(old), _once(ours), _once(new)
    gone = set(before) - set(after)
    names = _reordered(before, [unit for unit in here if unit not in gone], after)
    if names is None:
        return JoinedUnits(ours, clash=True)
    _insert(names, before, after, draft or ())
    if _leads(names, before, after) and _leads(names, before, here):
        return JoinedUnits(tuple(names))
    return JoinedUnits(ours, clash=True)


def _insert(names: list[str], before: UnitList, after: UnitList, draft: UnitList) -> None:
    """Put into `names` what one side brought into the list."""
    for at, unit in enumerate(after):
        if unit not in before and unit not in names:
            names.insert(_position(unit, draft, after[at:], names), unit)


def _leads(names: Sequence[str], before: UnitList, side: UnitList) -> bool:
    """Whether the unit that one side put first is first in `names`, or that side put none first.

    Only one can lead, so that of two sides which put different units first one would lose.
    """
    lead = new_lead(before, side)
    return lead is None or list(names[:1]) == [lead]


def _once(units: UnitList | None) -> UnitList:
    """Return a list with each name once: one that is written by hand may name a unit twice."""
    return tuple(dict.fromkeys(units or ()))


def _reordered(before: UnitList, names: list[str], after: UnitList) -> list[str] | None:
    """Return `names` in the order in which one side put them; None where both put them in different ones.

    Only what all three lists have is in an order that somebody changed or left as it was; all else keeps
    its place in `names`.
    """
    common = set(before) & set(names) & set(after)
    was = _only(before, common)
    here = _only(names, common)
    wanted = _only(after, common)
    if wanted in (was, here):
        return names
    if here != was:
        return None
    others = iter(wanted)
    return [next(others) if unit in common else unit for unit in names]


def _only(units: Iterable[str], kept: Collection[str]) -> list[str]:
    """Return the names that are among `kept`, in their order."""
    return [unit for unit in units if unit in kept]


def _position(unit: str, draft: UnitList, following: UnitList, names: list[str]) -> int:
    """Return where a name goes: behind its neighbours in the draft, else before the one that follows it.

    A name that is new comes where it was put; at the end where all that follows it is gone.
    """
    if unit in draft:
        ahead = _only(draft[: draft.index(unit)], names)
        return max((names.index(other) + 1 for other in ahead), default=0)
    behind = _only(following, names)
    return min((names.index(other) for other in behind), default=len(names))
