"""Whether what a comment brought into the text is still there."""

from collections.abc import Iterator, Sequence

from plancli.core.merge.compose import Composition
from plancli.core.merge.placed import Placed
from plancli.core.merge.structure import Moving
from plancli.core.merge.units import UnitsChange, new_lead
from plancli.core.merge.words import Taken
from plancli.core.plan.model import Paragraph
from plancli.core.plan.outline import Outline
from plancli.core.plan.tree import node_of, same_wording, words_inside
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
        if not plan.knows(key) or _inside(expected, key) not in _inside(plan, key):
            yield key


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
    """Yield the paragraphs that are gone, or in which the office touched what the comment brought.

    A paragraph that other comments removed is not expected, and nobody misses it.
    """
    for name in sorted(placed.edited & expected.spots.keys()):
        spot = plan.spots.get(name)
        if spot is None or not _kept(
            placed, before, expected.spots[name].paragraph, spot.paragraph
        ):
            yield name


def _kept(placed: Placed, before: Composition, expected: Paragraph, actual: Paragraph) -> bool:
    """Whether a paragraph of the plan has what the comment brought, whatever else the office changed."""
    if same_wording(expected, actual):
        return True
    spot = before.base.spots.get(actual.id)
    drafted = spot.paragraph.units if spot else None
    for change in placed.units:
        if change.paragraph != actual.id:
            continue
        if not _listed(change, drafted or (), actual.units or ()):
            return False
    return not (
        _field_touched("heading", placed, before, expected, actual)
        or _field_touched("text", placed, before, expected, actual)
    )


def _field_touched(
    field: str, placed: Placed, before: Composition, expected: Paragraph, actual: Paragraph
) -> bool:
    """Whether a change of the office in a heading or text overlaps the comment's own characters there."""
    own = _own(placed, before, actual.id, field)
    by_office = splices(getattr(expected, field), getattr(actual, field))
    for splice in by_office:
        for region in own:
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


def _own(placed: Placed, before: Composition, paragraph: str, field: str) -> list[Taken]:
    """Return where the words that a comment brought stand in the text of draft and record together.

    Nowhere, if it changed only units there, or if its change was not taken.
    """
    merged = before.merges.get((paragraph, field))
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
