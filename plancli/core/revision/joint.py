"""Whether a joint wording covers what the comments that it settles want."""

from collections.abc import Sequence

from plancli.core.merge.placed import Placed, TextChange


def uncovered(joint: Placed, settled: Placed) -> list[str]:
    """Return the places that a settled comment changes and the joint wording does not touch.

    Words are covered where the joint wording changes something that touches them, units where it changes the
    list, additions where it adds something to the same section or column, a part that goes or moves where
    the joint wording removes or moves it: what it makes of them is the office's decision.
    """
    open_places: dict[str, None] = {}
    for change in settled.texts:
        if not _is_met(change, joint.texts):
            open_places[change.paragraph] = None
    left = [
        *_without(_units(settled), _units(joint)),
        *_without(_containers(settled), _containers(joint)),
        *_without(_arranged(settled), _arranged(joint)),
    ]
    return list(open_places | dict.fromkeys(left))


def _units(placed: Placed) -> list[str]:
    """Return the paragraphs of which a comment changes the units."""
    return [change.paragraph for change in placed.units]


def _containers(placed: Placed) -> list[str]:
    """Return the sections and columns to which a comment adds something."""
    return [addition.container for addition in placed.additions]


def _arranged(placed: Placed) -> list[str]:
    """Return the parts that a comment removes, then those that it moves.

    One may answer the other: a part that the joint wording removes need not be moved any more.
    """
    removed = [removal.key for removal in placed.removals]
    moved = [moving.key for moving in placed.moves]
    return [*removed, *moved]


def _without(places: Sequence[str], covered: Sequence[str]) -> list[str]:
    """Return the places that are not covered, in their order."""
    return [place for place in places if place not in covered]


def _is_met(change: TextChange, others: Sequence[TextChange]) -> bool:
    """Whether one of several changes touches the declared span of another one in the same field.

    Spans that end and begin at one point touch, as they do where comments are merged.
    """
    start, end = change.change.span
    for other in others:
        if (other.paragraph, other.field) != (change.paragraph, change.field):
            continue
        its_start, its_end = other.change.span
        if its_start <= end and start <= its_end:
            return True
    return False
