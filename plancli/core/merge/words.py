"""The n-way merge of one text: changes of many authors, in the coordinates of the text they all saw."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from plancli.core.text import diff
from plancli.core.text.characters import atoms, boundaries, sentences


class Change(NamedTuple):
    """One author's replacement of the characters `start:end` by `text`.

    `span` is the declared passage: what the author quoted as the words to be replaced. Changes collide
    where their spans touch. `order` places insertions of several authors at one point. A change that only
    `holds` its span changes nothing there: its author quoted the passage and wants it as it is.
    """

    by: str
    start: int
    end: int
    text: str
    span: tuple[int, int]
    order: int | None = None
    holds: bool = False


class Ruling(StrEnum):
    """What becomes of changes that touch each other."""

    TAKEN = "taken"
    AGREED = "agreed"
    ORDERED = "ordered"
    CONFLICT = "conflict"


class Group(NamedTuple):
    """Changes that touch, with the span of the base that they cover together."""

    start: int
    end: int
    changes: tuple[Change, ...]
    verdict: Ruling

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(change.by for change in self.changes))


class Taken(NamedTuple):
    """A splice of the merged text and everybody who asked for it."""

    start: int
    end: int
    text: str
    by: tuple[str, ...]


@dataclass(frozen=True)
class Merge:
    """The groups found on one base text."""

    base: str
    groups: tuple[Group, ...]

    @property
    def conflicts(self) -> list[Group]:
        return [group for group in self.groups if group.verdict is Ruling.CONFLICT]

    @cached_property
    def taken(self) -> list[Taken]:
        return [taken for group in self.groups for taken in _settle(group)]

    @property
    def regions(self) -> list[Taken]:
        """Where each splice stands in the merged text; of a deletion, the point where the words were."""
        shift, found = 0, []
        for taken in self.taken:
            start = taken.start + shift
            found.append(taken._replace(start=start, end=start + len(taken.text)))
            shift += len(taken.text) - (taken.end - taken.start)
        return found

    @property
    def shared(self) -> Iterator[Group]:
        """Sentences of the base that several authors changed in different places, as groups that stand."""
        if len(self.taken) < 2:
            return
        edges = boundaries(sentences(self.base))
        found: dict[int, list[tuple[Group, Taken]]] = {}
        for group in self.groups:
            for taken in _settle(group):
                at = min(bisect_right(edges, taken.start), max(len(edges) - 1, 1))
                found.setdefault(at, []).append((group, taken))
        for at, there in found.items():
            if (
                len({id(group) for group, _ in there}) > 1
                and len({taken.by for _, taken in there}) > 1
            ):
                changes = tuple(
                    Change(by, *taken[:3], taken[:2]) for _, taken in there for by in taken.by
                )
                end = max(edges[min(at, len(edges) - 1)], *(taken.end for _, taken in there))
                yield Group(edges[at - 1], end, changes, Ruling.TAKEN)

    @cached_property
    def text(self) -> str:
        """The base with everything taken that is not in conflict."""
        return diff.apply(self.base, [diff.Splice(t.start, t.end, t.text) for t in self.taken])


def merge(base: str, changes: Iterable[Change]) -> Merge:
    """Group what touches and judge each group; the order of `changes` of different authors is irrelevant.

    Changes are widened to whole atoms first, so two edits of one number always meet.
    """
    edges = boundaries(atoms(base))
    real = [c for c in changes if c.holds or base[c.start : c.end] != c.text]
    whole = [change if change.holds else _whole(base, edges, change) for change in real]
    groups = (group for group in _touching(whole) if not all(change.holds for change in group))
    return Merge(base, tuple(map(_judged, groups)))


def changes_between(by: str, old: str, new: str) -> list[Change]:
    """Return what `by` really changed when rewriting `old` as `new`."""
    return [
        Change(by, start, end, text, (start, end)) for start, end, text in diff.splices(old, new)
    ]


def side(base: str, group: Group, by: str) -> str:
    """Return the wording that one author wants for the group's span of the base."""
    own = [
        diff.Splice(c.start - group.start, c.end - group.start, c.text)
        for c in _in_order(group, by)
    ]
    return diff.apply(base[group.start : group.end], own)


def settled(base: str, group: Group) -> str:
    """Return the wording of the group's span with the changes of all its authors, each once."""
    ordered = sorted(
        group.changes, key=lambda change: (change.start, change.end, change.order or 0)
    )
    shift = group.start
    unique = dict.fromkeys(diff.Splice(c.start - shift, c.end - shift, c.text) for c in ordered)
    return diff.apply(base[group.start : group.end], unique)


def between(old: Merge, new: Merge) -> list[diff.Splice]:
    """Return what turns the text of one merge into that of another of the same base, in `old`'s coordinates.

    Made from what each merge took, so that a passage that stands twice is never mistaken for its twin.
    """
    before, after = ([diff.Splice(*taken[:3]) for taken in merged.taken] for merged in (old, new))
    both = set(before) & set(after)
    found: list[diff.Splice] = []
    shift = 0
    for start, end in _hulls([*before, *after]):
        one, other = (_within(old.base, taken, start, end) for taken in (before, after))
        inside = [taken for taken in (*before, *after) if start <= taken.start and taken.end <= end]
        if one != other and not both.issuperset(inside):
            found.append(diff.Splice(start + shift, start + shift + len(one), other))
        shift += len(one) - (end - start)
    return found


def _hulls(taken: Iterable[diff.Splice]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the base that splices cover, those that touch together."""
    start, end = -1, -1
    for splice in sorted(taken):
        if start >= 0 and splice.start > end:
            yield start, end
            start = -1
        start, end = (splice.start, splice.end) if start < 0 else (start, max(end, splice.end))
    if start >= 0:
        yield start, end


def _within(base: str, taken: Iterable[diff.Splice], start: int, end: int) -> str:
    own = [t for t in taken if start <= t.start and t.end <= end]
    return diff.apply(
        base[start:end], [diff.Splice(t.start - start, t.end - start, t.text) for t in own]
    )


def _whole(base: str, edges: list[int], change: Change) -> Change:
    """Widen a change to whole atoms of the base, and to the neighbour with which its text would fuse."""
    low = bisect_right(edges, change.start) - 1
    high = bisect_left(edges, change.end)
    start, end = edges[low], edges[high]
    text = base[start : change.start] + change.text + base[change.end : end]
    left = base[edges[low - 1] : start] if low > 0 else ""
    right = base[end : edges[high + 1]] if high + 1 < len(edges) else ""
    kept = boundaries(atoms(left + text + right))
    fused_left, fused_right = len(left) not in kept, len(left + text) not in kept
    if fused_left:
        start, text = start - len(left), left + text
    if fused_right:
        end, text = end + len(right), text + right
    span = min(start, change.span[0]), max(end, change.span[1])
    return change._replace(start=start, end=end, text=text, span=span)


def _touching(changes: list[Change]) -> Iterator[list[Change]]:
    group: list[Change] = []
    reach = -1
    for change in sorted(changes, key=lambda c: (c.span, c.by)):
        if group and change.span[0] > reach:
            yield group
            group = []
        group.append(change)
        reach = max(reach, change.span[1])
    if group:
        yield group


def _judged(changes: list[Change]) -> Group:
    start = min(change.span[0] for change in changes)
    end = max(change.span[1] for change in changes)
    group = Group(start, end, tuple(changes), Ruling.TAKEN)
    return group._replace(verdict=_verdict(group))


def _verdict(group: Group) -> Ruling:
    wanted = [_in_order(group, by) for by in group.authors]
    if any(_overlap(own) for own in wanted):
        return Ruling.CONFLICT
    if len(wanted) == 1:
        return Ruling.TAKEN
    if all([c[1:4] for c in own] == [c[1:4] for c in wanted[0]] for own in wanted):
        return Ruling.AGREED
    places = {(change.start, change.end) for change in group.changes}
    orders = [{change.order for change in own} for own in wanted]
    if len(places) == 1 and group.start == group.end and None not in set().union(*orders):
        return (
            Ruling.ORDERED
            if len(set().union(*orders)) == sum(map(len, orders))
            else Ruling.CONFLICT
        )
    return Ruling.CONFLICT


def _in_order(group: Group, by: str) -> list[Change]:
    """One author's changes by place; those at one point in the order in which they were given."""
    own = dict.fromkeys(change for change in group.changes if change.by == by and not change.holds)
    return sorted(own, key=lambda change: (change.start, change.end))


def _overlap(own: list[Change]) -> bool:
    return any(first.end > second.start for first, second in pairwise(own))


def _settle(group: Group) -> list[Taken]:
    if group.verdict is Ruling.CONFLICT:
        return []
    if group.verdict is Ruling.ORDERED:
        ordered = sorted(group.changes, key=lambda change: change.order or 0)
        return [Taken(c.start, c.end, c.text, (c.by,)) for c in ordered]
    authors = tuple(sorted(group.authors))
    return [Taken(c.start, c.end, c.text, authors) for c in _in_order(group, group.authors[0])]
