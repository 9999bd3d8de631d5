"""What changed between two states of the plan, paragraph by paragraph, ready to be read."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from plancli.core.diff import Op, Run, readable
from plancli.core.model import Section
from plancli.core.outline import Outline, Spot
from plancli.core.rebase import same_wording
from plancli.core.text import ends_sentence, sentences


class Kind(StrEnum):
    """What happened to a paragraph."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


class Rewording(NamedTuple):
    """A paragraph's change: runs of heading, text and units; a run is unchanged, removed or new."""

    kind: Kind
    section: str
    title: str
    paragraph: str
    heading: list[Run]
    text: list[Run]
    units: list[Run]


GAP = Run("=", " ⋯ ")
"""Stands for unchanged sentences that are left out."""


def rewordings(old: Iterable[Section], new: Iterable[Section], within: str | None = None) -> list[Rewording]:
    """Return the paragraphs that differ, in reading order of `new`, removed ones where they stood."""
    before, after = Outline(old), Outline(new)
    found: list[Rewording] = []
    for name in _in_reading_order(before, after):
        one, other = before.spots.get(name), after.spots.get(name)
        there = other or one
        outline = after if other else before
        if there is None or (within is not None and not outline.covers(within, there)):
            continue
        if not (one and other and same_wording(one.paragraph, other.paragraph)):
            found.append(_rewording(one, other, there))
    return found


def _in_reading_order(before: Outline, after: Outline) -> list[str]:
    names = list(after.spots)
    last = -1
    for name in before.spots:
        if name in after.spots:
            last = names.index(name)
        else:
            last += 1
            names.insert(last, name)
    return names


def _rewording(one: Spot | None, other: Spot | None, there: Spot) -> Rewording:
    kind = Kind.CHANGED if one and other else Kind.ADDED if other else Kind.REMOVED
    return Rewording(
        kind,
        there.container,
        there.column.title if there.column else there.section.title,
        there.paragraph.id,
        _runs(one.paragraph.heading if one else "", other.paragraph.heading if other else ""),
        _runs(one.paragraph.text if one else "", other.paragraph.text if other else ""),
        _unit_runs(one.paragraph.units if one else None, other.paragraph.units if other else None),
    )


def _runs(old: str, new: str) -> list[Run]:
    return [run for run in readable(old, new) if run.text]


def _unit_runs(old: tuple[str, ...] | None, new: tuple[str, ...] | None) -> list[Run]:
    """Mark whole names, not characters."""
    before, after = old or (), new or ()
    if before == after:
        return []
    marked: list[tuple[Op, str]] = [("=" if unit in after else "-", unit) for unit in before]
    marked += [("+", unit) for unit in after if unit not in before]
    return [run for op, unit in marked for run in (Run("=", "、"), Run(op, unit))][1:]


def focused(runs: list[Run]) -> list[Run]:
    """Leave out unchanged sentences, with a GAP in their place; keep the sentences that changes stand in."""
    kept: list[Run] = []
    for at, run in enumerate(runs):
        parts = sentences(run.text)
        if run.op != "=" or len(parts) < 2:
            kept.append(run)
            continue
        head = parts[0] if at and not ends_sentence(runs[at - 1].text) else ""
        tail = parts[-1] if at + 1 < len(runs) and not ends_sentence(parts[-1]) else ""
        kept += [piece for piece in (Run("=", head), GAP, Run("=", tail)) if piece.text]
    return kept


def abridged(runs: list[Run], around: int) -> list[Run]:
    """Keep of what is unchanged only so many characters before and behind each change."""
    kept: list[Run] = []
    for at, run in enumerate(runs):
        head = run.text[:around] if at else ""
        tail = run.text[-around:] if at + 1 < len(runs) else ""
        if run.op != "=" or len(run.text) <= len(head) + len(tail) + 1:
            kept.append(run)
        else:
            kept.append(Run("=", f"{head}…{tail}"))
    return kept
