"""Where the mark of a footnote stands in the words of its paragraph, and where when these change."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from plancli.core.plan.model import Footnote, Paragraph
from plancli.core.plan.series import Series, numbered
from plancli.core.text.atoms import atoms, number_with_unit
from plancli.core.text.characters import boundaries, sentences
from plancli.core.text.diff import Splice, exact, smooth, splices
from plancli.core.text.marked import Run
from plancli.core.text.number_changes import inside_numbers
from plancli.core.text.numerals import is_number

_Any = TypeVar("_Any", bound=Paragraph)


def places_of(text: str, words: str) -> list[int]:
    """Return where words end in a text, each time that they are there; of no words that is 0."""
    if not words:
        return [0]
    found: list[int] = []
    at = text.find(words)
    while at >= 0:
        found.append(at + len(words))
        at = text.find(words, at + 1)
    return found


def mark(note: Footnote) -> tuple[str | None, int | None]:
    """Return what says where the mark of a note stands."""
    return note.after, note.nth


def place_said(text: str, note: Footnote) -> int | None:
    """Return behind how many characters the mark stands; None where `after` does not say one place."""
    if note.after is None:
        return len(text)
    places = places_of(text, note.after)
    if note.nth is not None:
        return places[note.nth - 1] if note.nth <= len(places) else None
    return places[0] if len(places) == 1 else None


def place_printed(text: str, note: Footnote) -> int:
    """Return where the mark is printed; where `after` says no one place, at the first, or behind all."""
    said = place_said(text, note)
    if said is not None:
        return said
    return next(iter(places_of(text, note.after or "")), len(text))


def in_order(paragraph: Paragraph) -> list[tuple[int, Footnote]]:
    """Return the notes of a paragraph with the places of their marks, as the marks are read."""
    placed = [(place_printed(paragraph.text, note), note) for note in paragraph.notes]
    return sorted(placed, key=lambda one: one[0])


def place_following(place: int, old: str, new: str, changes: Iterable[Splice] | None = None) -> int:
    """Return where a place of the old text is in the new one: behind the character that it stood behind.

    Where that character went, it is behind what came in its stead: at the joint, where nothing did. `changes`
    are those that were asked for; without them they are read off the two texts.
    """
    shift = 0
    for start, end, text in _stretches(splices(old, new) if changes is None else changes, old):
        if start >= place:
            break
        if end >= place:  # the character ahead of the place went
            return start + shift + len(text)
        shift += len(text) - (end - start)
    return place + shift


def _stretches(changes: Iterable[Splice], old: str) -> list[Splice]:
    """Return changes of a text with those as one that touch, and of numbers without what stays of these.

    So a mark may stand before the unit of a number; and it does not matter how many edits changed a stretch.
    """
    found: list[Splice] = []
    for change in changes:
        for one in inside_numbers(change, old):
            if found and found[-1].end == one.start:
                before = found.pop()
                one = Splice(before.start, one.end, before.text + one.text)  # noqa: PLW2901
            found.append(one)
    return found


def bound_at(note: Footnote, text: str, place: int) -> Footnote:
    """Return a note whose mark stands at a place of a text.

    It is behind as much as is left of its own words, else behind the fewest atoms that say where it is. Where
    even all words ahead of it stand again further on, they are the first of them.
    """
    edges = [edge for edge in boundaries(atoms(text)) if edge < place]
    own = [edge for edge in edges if (note.after or "").endswith(text[edge:place])]
    for start in (*own, *reversed(edges)):
        if places_of(text, text[start:place]) == [place]:
            return note.model_copy(update={"after": text[start:place], "nth": None})
    again = None if place == 0 else 1
    return note.model_copy(update={"after": text[:place], "nth": again})


def note_following(
    note: Footnote, old: str, new: str, changes: Iterable[Splice] | None = None
) -> Footnote:
    """Return a note of the old text as a note of the new one, its mark behind the character as before.

    `after` is kept while it says that place; one that said no place in the old text says none in the new.
    `changes` are those of `place_following`.
    """
    place = place_said(old, note)
    if old == new or note.after is None or place is None:
        return note
    goal = place_following(place, old, new, changes)
    return note if place_said(new, note) == goal else bound_at(note, new, goal)


def mark_moved(note: Footnote, changed: Footnote, old: str, new: str) -> tuple[int, int] | None:
    """Return where the mark of a note would stand in the new text by itself, and where it does stand.

    None where that is one place, and where nothing says where it stands.
    """
    place = place_said(new, changed)
    if mark(note) == mark(changed) or place is None:
        return None
    wanted = place_printed(new, note_following(note, old, new))
    return None if place == wanted else (wanted, place)


def all_following(notes: Iterable[Footnote], old: str, new: str) -> tuple[Footnote, ...]:
    """Return the notes of the old text as those of the new one."""
    return tuple(note_following(note, old, new) for note in notes)


def with_notes_following(paragraph: _Any, changed: _Any) -> _Any:
    """Return a changed paragraph with its notes where the words went to which they are bound."""
    if not changed.notes or paragraph.text == changed.text:
        return changed
    notes = all_following(changed.notes, paragraph.text, changed.text)
    return changed.model_copy(update={"notes": notes})


def gone_words(note: Footnote, old: str, new: str) -> str:
    """Return the words behind which the mark stood where nothing came in their stead; else ""."""
    place = place_said(old, note)
    if not note.after or place is None:
        return ""
    start = place - len(note.after)
    for first, last, text in splices(old, new):
        if first <= start and place <= last and not text:
            return note.after
    return ""


def lost_words(note: Footnote, old: str, new: str) -> str:
    """Return the words behind which the mark stood where nothing is left of all that is ahead of it; else "".

    That is all of its sentence; and of a mark behind the whole text, all of this. What stays is what a reader
    sees to stay. That a figure is another one now is what happens to figures: then a single letter that stays
    is enough, and a figure that stands alone is the same one.
    """
    place = place_said(old, note)
    if not place:
        return ""
    start = 0 if note.after is None else _sentence_before(place, old)
    ahead, now = old[start:place], new[: place_following(place, old, new)]
    of_figures = _ends_in_figure(ahead) and _ends_in_figure(now)
    if of_figures and len(_said(ahead)) == 1:
        return ""
    script = exact(old, new) if of_figures else smooth(old, new)
    return "" if _is_left(start, place, script) else note.after or ahead


def _sentence_before(place: int, text: str) -> int:
    """Return where the sentence begins whose characters stand before a place."""
    return max(edge for edge in boundaries(sentences(text)) if edge < place)


def _is_left(start: int, end: int, script: Iterable[Run]) -> bool:
    """Whether letters of a stretch of the old text stay."""
    at = 0
    for op, text in script:
        if op == "+":
            continue
        stays = text[max(start - at, 0) : max(end - at, 0)] if op == "=" else ""
        if any(map(str.isalnum, stays)):
            return True
        at += len(text)
    return False


def _said(words: str) -> list[str]:
    """Return the atoms of words without marks and blanks."""
    return [atom for atom in atoms(words) if any(map(str.isalnum, atom))]


def _ends_in_figure(words: str) -> bool:
    """Whether a number is the last that words say, with what it counts or without."""
    last = atoms(words)[-1:]
    return any(number_with_unit(atom) or is_number(atom) for atom in last)


# --- numbers ------------------------------------------------------------------------------------------------

_DIGITS = Series("{1}")


class NoteSeries(NamedTuple):
    """How footnotes are numbered; with a `level` they begin anew behind each title of it: 1 a chapter."""

    series: Series = Series("{①}")
    level: int = 0

    def counter(self) -> "NoteCounter":
        """Return what counts from the first note on."""
        return NoteCounter(self)


class NoteCounter:
    """Gives footnotes their numbers as they are read; none is stored."""

    def __init__(self, counted: NoteSeries) -> None:
        self._counted = counted
        self._last = 0

    def title(self, level: int) -> None:
        """Begin anew behind a title where the numbers do."""
        if 0 < level <= self._counted.level:
            self._last = 0

    def next(self) -> str:
        """Return the number of the next note; beyond the last that the series has, in digits."""
        self._last += 1
        series = self._counted.series
        return numbered(series if self._last <= series.last else _DIGITS, self._last)
