"""The drafting notes that say why the office changed something itself, and the changes without one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancli.core.plan.manifest import DraftingNote
from plancli.core.rounds.unexplained import OfficeChange


class Noted(NamedTuple):
    """A note to be written; `place` is that of the note in the file that it replaces, None: it is added."""

    note: DraftingNote
    place: int | None


def named(change: OfficeChange) -> str:
    """Return what a drafting note calls the place of a change: a paragraph, a section, or the plan."""
    return change.key or "plan"


def explains(note: DraftingNote, change: OfficeChange) -> bool:
    """Whether a note is about a change; one that does not say which is about any of its paragraph."""
    return note.paragraph == named(change) and note.change in (None, *change.names)


def explained(notes: Iterable[DraftingNote], change: OfficeChange) -> bool:
    """Whether some note says why a change was made."""
    return any(explains(note, change) for note in notes)


def without_note(
    notes: Sequence[DraftingNote], changes: Iterable[OfficeChange]
) -> list[OfficeChange]:
    """Return the changes that no note names exactly, each once.

    A note that would cover any change of its paragraph does not name this one.
    """
    exact = [note for note in notes if note.change is not None]
    found: dict[tuple[str, str], OfficeChange] = {}
    for change in changes:
        if not explained(exact, change):
            found.setdefault((named(change), change.change), change)
    return list(found.values())


def noted(
    notes: Sequence[DraftingNote],
    changes: Sequence[OfficeChange],
    change: OfficeChange,
    reason: str | None,
) -> Noted | None:
    """Return the note on a change of `changes`, with the reason given or else that of the note it replaces.

    A note on the same part that explains no change exactly is out of date, or was never exact: it is brought
    up to date instead of standing beside the new one. None where there is no reason at all.
    """
    for place, note in enumerate(notes):
        if note.paragraph != named(change) or _holds(note, changes):
            continue
        why = reason or note.reason
        return Noted(
            DraftingNote(paragraph=note.paragraph, reason=why, change=change.change), place
        )
    if reason is None:
        return None
    return Noted(DraftingNote(paragraph=named(change), reason=reason, change=change.change), None)


def idle(notes: Sequence[DraftingNote], changes: Sequence[OfficeChange], key: str) -> list[int]:
    """Return the places of the notes on a part that explain no change that is there."""
    found: list[int] = []
    for place, note in enumerate(notes):
        if note.paragraph == key and not any(explains(note, change) for change in changes):
            found.append(place)
    return found


def _holds(note: DraftingNote, changes: Iterable[OfficeChange]) -> bool:
    """Whether a note names exactly a change that is there."""
    if note.change is None:
        return False
    return any(explains(note, change) for change in changes)
