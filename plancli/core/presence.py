"""Whether what a comment brought into the text is still there."""

from collections.abc import Iterator

from plancli.core.diff import splices
from plancli.core.merge import Taken
from plancli.core.model import Paragraph
from plancli.core.outline import Outline
from plancli.core.place import Placed
from plancli.core.revise import Workspace


def lost(workspace: Workspace, name: str, expected: Outline, plan: Outline) -> list[str]:
    """Return the paragraphs where the plan no longer holds what the recorded comment `name` brought.

    `expected` is what draft and record give. The plan may differ elsewhere; it counts as lost when a change of the office overlaps the comment's own
    characters, takes away a unit or paragraph that it added, or brings back what it removed.
    """
    placed = workspace.place(name, workspace.recorded[name])
    missing = [removal.paragraph for removal in placed.removals if removal.paragraph in plan.spots]
    for addition in placed.additions:
        spot = plan.spots.get(addition.new.id)
        if spot is None or (spot.paragraph.heading, spot.paragraph.text) != (
            addition.new.heading,
            addition.new.text,
        ):
            missing.append(addition.new.id)
    for paragraph in sorted(placed.edited & set(expected.spots)):
        spot = plan.spots.get(paragraph)
        if spot is None or not _kept(workspace, placed, expected.spots[paragraph].paragraph, spot.paragraph):
            missing.append(paragraph)
    return missing


def _kept(workspace: Workspace, placed: Placed, expected: Paragraph, actual: Paragraph) -> bool:
    units = set(actual.units or ())
    for change in placed.units:
        if change.paragraph == actual.id and (units & set(change.removed) or set(change.added) - units):
            return False
    return not any(
        _touches(splice.start, splice.end, own)
        for field in ("heading", "text")
        for splice in splices(getattr(expected, field), getattr(actual, field))
        for own in _own(workspace, placed.by, actual.id, field)
    )


def _own(workspace: Workspace, by: str, paragraph: str, field: str) -> Iterator[Taken]:
    if merged := workspace.before.merges.get((paragraph, field)):
        yield from (region for region in merged.regions if by in region.by)


def _touches(start: int, end: int, own: Taken) -> bool:
    if own.start == own.end:
        return start <= own.start <= end
    return start < own.end and own.start < end if start < end else own.start < start < own.end
