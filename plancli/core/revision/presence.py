"""Whether what a comment brought into the text is still there."""

from collections.abc import Iterable, Iterator, Sequence

from plancli.core.merge.compose import Composition
from plancli.core.merge.placed import Placed
from plancli.core.merge.units import UnitsChange, new_lead
from plancli.core.merge.wanted import Moving
from plancli.core.merge.words import Taken
from plancli.core.plan.moved_marks import moved_mark
from plancli.core.plan.outline import TITLE, Outline
from plancli.core.plan.wording import node_of, words_inside
from plancli.core.text.atoms import holds_whole
from plancli.core.text.diff import Splice, splices


def lost(placed: Placed, before: Composition, expected: Outline, plan: Outline) -> list[str]:
    """Return the paragraphs where the plan no longer holds what a recorded comment brought.

    `before` is draft and record together, `expected` its outline. The plan may differ elsewhere; it counts
    as lost when a change of the office overlaps the comment's own characters, takes away a unit or paragraph
    that it added, or brings back what it removed.
    """
    brought_back = [removal.key for removal in placed.removals if plan.knows(removal.key)]
    return [
        *brought_back,
        *_additions_gone(placed, before, expected, plan),
        *_moves_undone(placed, plan),
        *_words_undone(placed, before, expected, plan),
    ]


# --- whole parts --------------------------------------------------------------------------------------------


def _additions_gone(
    placed: Placed, before: Composition, expected: Outline, plan: Outline
) -> Iterator[str]:
    """Yield the parts that a comment added and that are gone, or no longer hold its words."""
    for addition in placed.additions:
        # what two comments add alike stands once, under the key of one of them
        key = before.structure.same.get(addition.key, addition.key)
        parts = addition.parts_under(key)
        if not plan.knows(key) or not all(_stays(one, expected, plan) for one in parts):
            yield key


def _stays(key: str, expected: Outline, plan: Outline) -> bool:
    """Whether a part says in the plan what was expected of it, if anything was, its mark where it was put."""
    says = holds_whole(_inside(plan, key), _inside(expected, key))
    return says and moved_mark(expected, plan, key) is None


def _inside(outline: Outline, key: str) -> str:
    """Return the words of a part one below the other; what is printed between them is nobody's."""
    if not outline.knows(key):
        return ""
    return "\n".join(words_inside(node_of(outline, key)))


def _moves_undone(placed: Placed, plan: Outline) -> Iterator[str]:
    """Yield the parts that a comment moved and that are gone, or stand elsewhere.

    One that the office took out whole is undone like one that it moved back.
    """
    for moving in placed.moves:
        if not _stands_beside(moving, plan):
            yield moving.key


def _stands_beside(moving: Moving, plan: Outline) -> bool:
    """Whether a part stands where a comment moved it, as far as its neighbour is still there.

    Others may have come between: it is on the right side of its neighbour, and that is what was asked.
    """
    listed = plan.children(moving.container)
    beside = moving.beside
    if moving.key not in listed:
        return False
    if beside not in listed:
        return True
    at, neighbour = listed.index(moving.key), listed.index(beside)
    return at < neighbour if moving.before else neighbour < at


# --- words and units ----------------------------------------------------------------------------------------


def _words_undone(
    placed: Placed, before: Composition, expected: Outline, plan: Outline
) -> Iterator[str]:
    """Yield the titles and paragraphs that are gone, or in which the office touched what the comment brought.

    A part that other comments removed is not expected, and nobody misses it.
    """
    for key in sorted(filter(expected.knows, placed.edited)):
        if not plan.knows(key) or not _kept(key, placed, before, expected, plan):
            yield key


def _kept(key: str, placed: Placed, before: Composition, expected: Outline, plan: Outline) -> bool:
    """Whether a part of the plan has what the comment brought, whatever else the office changed.

    Title, heading and text are asked each by itself, of units each change of the list.
    """
    for field in _WORDED:
        own = _own(placed, before, key, field)
        if _undone(expected.words(key, field), plan.words(key, field), own):
            return False
    for change in placed.units:
        drafted, listed = before.base.units(key), plan.units(key)
        if change.paragraph == key and not _listed(change, drafted, listed):
            return False
    return True


_WORDED = (TITLE, "heading", "text")
"""The fields that have words; a part that does not have one has no words there."""


def _undone(expected: str, actual: str, own: Iterable[Taken]) -> bool:
    """Whether a change of the office in some words overlaps what a comment took there."""
    regions = list(own)
    for splice in splices(expected, actual):
        for region in regions:
            if _touches(splice, region):
                return True
    return False


def _listed(change: UnitsChange, drafted: Sequence[str], units: Sequence[str]) -> bool:
    """Whether a list has the units that a comment wanted, in the order and under the lead that it wanted.

    Units that the office put between them are no matter; one that it put ahead of a lead that the comment
    chose is. `drafted` is the list in the draft, by which a lead is one that was chosen.
    """
    wanted = change.added if change.whole is None else change.whole
    brought_back = set(units) & set(change.removed)
    taken_out = set(wanted) - set(units)
    if brought_back or taken_out:
        return False
    if change.whole is None:
        return True
    in_order = [unit for unit in units if unit in change.whole]
    if in_order != list(change.whole):
        return False
    lead = new_lead(drafted, change.whole)
    return lead is None or units[0] == lead


def _own(placed: Placed, before: Composition, key: str, field: str) -> list[Taken]:
    """Return where the words that a comment brought stand in the text of draft and record together.

    Nowhere, if it changed only units there, or if its change was not taken.
    """
    merged = before.merges.get((key, field))
    if merged is None:
        return []
    return [region for region in merged.regions if placed.by in region.by]


def _touches(splice: Splice, own: Taken) -> bool:
    """Whether a change of the office touches the words that a comment brought.

    Where the comment deleted, its region is a point, and whatever is put in or changed there may bring the
    words back. Where the comment wrote, words put in count only in the middle of its own: at their edges they
    leave them as they are.
    """
    start, end = splice.start, splice.end
    if own.start == own.end:
        return start <= own.start <= end
    if start == end:
        return own.start < start < own.end
    return start < own.end and own.start < end
