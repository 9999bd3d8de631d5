"""What changed between two states of the plan, paragraph by paragraph, ready to be read."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from plancli.core.evidence.pieces import Piece, relisted, runs
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline, Spot
from plancli.core.plan.tree import Tree, rearranged, same_wording
from plancli.core.text.diff import readable
from plancli.core.text.marked import Run


class RewordingKind(StrEnum):
    """What happened to a paragraph."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Rewording(NamedTuple):
    """A paragraph's change: runs of heading, text and units; a run is unchanged, removed or new.

    A section or column has one of its own only where it moved, without runs.
    """

    kind: RewordingKind
    section: str
    title: str
    paragraph: str
    heading: list[Run]
    text: list[Run]
    units: list[Run]


def rewordings(
    old: Iterable[Section],
    new: Iterable[Section],
    within: str | None = None,
    moved: Collection[str] = (),
) -> list[Rewording]:
    """Return what differs, in reading order of `new`, removed paragraphs where they stood.

    `moved` are parts known to have moved; of all others as few as possible count as moved.
    """
    before, after = Outline(old), Outline(new)
    parts = _moved(before, after, moved)
    found = [*_holders(after, parts), *_paragraphs(before, after, parts)]
    at = {key: place for place, key in enumerate(_in_reading_order(before, after))}
    above = {key: (after if after.knows(key) else before).ancestry(key) for key in at}
    wanted = [one for one in found if within is None or within in above[one.paragraph]]
    return sorted(wanted, key=lambda one: at[one.paragraph])


def _moved(before: Outline, after: Outline, known: Collection[str]) -> set[str]:
    """Return the parts that moved by themselves, not with what holds them."""
    found = rearranged(Tree(before), Tree(after), known)
    return {key for key in found if not _along(before, after, found, key)}


def _along(before: Outline, after: Outline, moved: Collection[str], key: str) -> bool:
    """Whether a section moved with one that holds it; all else stands in a list of its holder's own."""
    above = {*before.ancestry(key)[1:]} & {*after.ancestry(key)[1:]}
    return key in after.sections and not above.isdisjoint(moved)


def _holders(after: Outline, moved: Collection[str]) -> Iterator[Rewording]:
    """Yield the sections and columns that moved."""
    titles = {key: section.title for key, section in after.sections.items()}
    titles |= {key: column.title for key, column in after.columns.items()}
    yield from (
        Rewording(RewordingKind.MOVED, key, titles[key], key, [], [], [])
        for key in titles
        if key in moved
    )


def _paragraphs(before: Outline, after: Outline, moved: Collection[str]) -> Iterator[Rewording]:
    """Yield the paragraphs that moved or say something else."""
    for name in dict.fromkeys([*after.spots, *before.spots]):
        one, other = before.spots.get(name), after.spots.get(name)
        if name in moved or not (one and other and same_wording(one.paragraph, other.paragraph)):
            yield _rewording(one, other, name in moved)


def _in_reading_order(before: Outline, after: Outline) -> list[str]:
    names, known = _keys(after), set(_keys(after))
    last = -1
    for name in _keys(before):
        if name in known:
            last = names.index(name)
        else:
            last += 1
            names.insert(last, name)
    return names


def _keys(outline: Outline) -> list[str]:
    """Return sections, columns and paragraphs in reading order."""
    return [key for section in outline.sections for key in _below(outline, section)]


def _below(outline: Outline, key: str) -> Iterator[str]:
    yield key
    for child in outline.children(key):
        yield from _below(outline, child)


def _rewording(one: Spot | None, other: Spot | None, moved: bool) -> Rewording:
    there = other or one
    assert there is not None
    kind = (
        RewordingKind.MOVED
        if moved
        else RewordingKind.CHANGED
        if one and other
        else RewordingKind.ADDED
        if other
        else RewordingKind.REMOVED
    )
    return Rewording(
        kind,
        there.container,
        there.column.title if there.column else there.section.title,
        there.paragraph.id,
        _runs(one.paragraph.heading if one else "", other.paragraph.heading if other else ""),
        _runs(one.paragraph.text if one else "", other.paragraph.text if other else ""),
        _unit_runs(one, other, there.section.joints.comma),
    )


def _runs(old: str, new: str) -> list[Run]:
    return [run for run in readable(old, new) if run.text]


def _unit_runs(one: Spot | None, other: Spot | None, comma: str) -> list[Run]:
    """Mark whole names; one that stands elsewhere in the list goes there and comes here."""
    before, after = (spot.paragraph.units or () if spot else () for spot in (one, other))
    if before == after:
        return []
    names = relisted([Piece(unit) for unit in before], after, lambda _unit: (OFFICE,))
    found: list[Run] = []
    for name in names:
        found += [Run("=", comma), *runs([name])]
    return found[1:]
