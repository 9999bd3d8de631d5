"""Whether what a comment brought into the text is still there."""

from collections.abc import Sequence

from plancli.core.merge.compose import Composition
from plancli.core.merge.placed import Placed
from plancli.core.merge.structure import Moving
from plancli.core.merge.units import UnitsChange, new_lead
from plancli.core.merge.words import Taken
from plancli.core.plan.model import Paragraph
from plancli.core.plan.outline import Outline
from plancli.core.plan.tree import node_of, same_wording, words_inside
from plancli.core.text.diff import splices


def lost(placed: Placed, before: Composition, expected: Outline, plan: Outline) -> list[str]:
    """Return the paragraphs where the plan no longer holds what a recorded comment brought.

    `before` is draft and record together, `expected` its outline. The plan may differ elsewhere; it counts
    as lost when a change of the office overlaps the comment's own characters, takes away a unit or paragraph
    that it added, or brings back what it removed.
    """
    missing = [removal.key for removal in placed.removals if plan.knows(removal.key)]
    for addition in placed.additions:
        key = before.structure.same.get(addition.key, addition.key)
        if not plan.knows(key) or _inside(expected, key) not in _inside(plan, key):
            missing.append(key)
    for moving in placed.moves:
        if not (plan.knows(moving.key) and _stands_beside(moving, plan)):
            missing.append(moving.key)
    for name in sorted(name for name in placed.edited if name in expected.spots):
        spot = plan.spots.get(name)
        if spot is not None and same_wording(expected.spots[name].paragraph, spot.paragraph):
            continue
        if spot is None or not _kept(
            placed, before, expected.spots[name].paragraph, spot.paragraph
        ):
            missing.append(name)
    return missing


def _inside(outline: Outline, key: str) -> str:
    """Return the words of a part one below the other; what is printed between them is nobody's."""
    return "\n".join(words_inside(node_of(outline, key))) if outline.knows(key) else ""


def _stands_beside(moving: Moving, plan: Outline) -> bool:
    """Whether a part stands where a comment moved it, as far as its neighbour is still there."""
    listed = plan.children(moving.container)
    if moving.key not in listed:
        return False
    at, beside = listed.index(moving.key), moving.beside
    if beside not in listed:
        return True
    return at < listed.index(beside) if moving.before else listed.index(beside) < at


def _kept(placed: Placed, before: Composition, expected: Paragraph, actual: Paragraph) -> bool:
    spot = before.base.spots.get(actual.id)
    drafted = spot.paragraph.units if spot else None
    for change in placed.units:
        if change.paragraph == actual.id and not _listed(change, drafted or (), actual.units or ()):
            return False
    return not any(
        _touches(splice.start, splice.end, own)
        for field in ("heading", "text")
        for splice in splices(getattr(expected, field), getattr(actual, field))
        for own in _own(placed, before, actual.id, field)
    )


def _listed(change: UnitsChange, drafted: Sequence[str], units: Sequence[str]) -> bool:
    """Whether a list has the units that a comment wanted, in the order and under the lead that it wanted."""
    wanted = change.added if change.whole is None else change.whole
    if set(units) & set(change.removed) or not set(wanted) <= set(units):
        return False
    if change.whole is None:
        return True
    in_order = [unit for unit in units if unit in change.whole]
    lead = new_lead(drafted, change.whole)
    return in_order == list(change.whole) and (lead is None or units[0] == lead)


def _own(placed: Placed, before: Composition, paragraph: str, field: str) -> list[Taken]:
    merged = before.merges.get((paragraph, field))
    return [region for region in merged.regions if placed.by in region.by] if merged else []


def _touches(start: int, end: int, own: Taken) -> bool:
    if own.start == own.end:
        return start <= own.start <= end
    return start < own.end and own.start < end if start < end else own.start < start < own.end
