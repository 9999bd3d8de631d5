"""Marks of footnotes that stand in one state of a plan elsewhere than another one has them."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.plan.footnotes import mark_moved
from plancli.core.plan.model import Footnote
from plancli.core.plan.outline import Outline


class MovedMark(NamedTuple):
    """A note by its id, the words behind which its mark would stand, and those behind which it does.

    `is_said`: the note says where, and does not stand behind the whole text.
    """

    key: str
    old: str
    new: str
    is_said: bool


def moved_marks(before: Outline, now: Outline) -> Iterator[MovedMark]:
    """Yield the marks that did not go where their words went, of notes that stayed with their paragraph."""
    for key in now.spots:
        moved = moved_mark(before, now, key)
        if moved is not None:
            yield moved


def moved_mark(before: Outline, now: Outline, key: str) -> MovedMark | None:
    """Return how the mark of a note moved by itself; None where it did not, or there is none."""
    spot, other = now.spots.get(key), before.spots.get(key)
    if spot is None or other is None or other.paragraph is spot.paragraph:
        return None
    old, new = other.paragraph, spot.paragraph
    if not (isinstance(old, Footnote) and isinstance(new, Footnote)):
        return None
    if other.noted is None or spot.noted is None or other.noted.id != spot.noted.id:
        return None
    text = spot.noted.text
    places = mark_moved(old, new, other.noted.text, text)
    return None if places is None else MovedMark(key, *_told(text, *places), new.after is not None)


def _told(text: str, old: int, new: int) -> tuple[str, str]:
    """Return the words ahead of two places of a text, as many as tell them apart."""
    short = text[:old][-_AHEAD:], text[:new][-_AHEAD:]
    return short if short[0] != short[1] else (text[:old], text[:new])


_AHEAD = 12
"""So many characters ahead of a mark tell people where it stands."""
