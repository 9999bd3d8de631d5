"""Footnotes in lines of the plan: where their marks stand among what came and went, and their numbers."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.evidence.pieces import Authors, Piece, accepted, rejected
from plancli.core.plan.footnotes import in_order
from plancli.core.plan.model import Paragraph


class NoteMark(NamedTuple):
    """The mark of a footnote in a line: behind so many characters of all pieces of its text.

    One that stands elsewhere in the plan than in the draft goes at the one place and comes at the other.
    """

    note: str
    at: int
    added: Authors = ()
    gone: Authors = ()


def marks_in(
    pieces: Sequence[Piece],
    draft: Paragraph | None,
    plan: Paragraph | None,
    by: Authors,
    coming: dict[str, Authors],
) -> tuple[NoteMark, ...]:
    """Return the marks in the pieces of a text; the state that is None has none of it.

    `by` is who moves a mark from one place to another, `coming` who brings or takes a note, by its id.
    """
    words = _Words(pieces)
    before = words.places(draft, rejected(pieces), drafted=True)
    after = words.places(plan, accepted(pieces), drafted=False)
    found: list[NoteMark] = []
    for note in dict.fromkeys((*before, *after)):
        old, new = before.get(note), after.get(note)
        if old is not None and new is not None:
            at = words.one_place(old, new)
            if at is not None:
                found.append(NoteMark(note, at))
                continue
        cause = coming.get(note) or by
        if old is not None:
            found.append(NoteMark(note, old, gone=cause))
        if new is not None:
            found.append(NoteMark(note, new, added=cause))
    return tuple(sorted(found, key=lambda mark: mark.at))


def with_units_kept(
    pieces: Sequence[Piece], draft: Paragraph | None, plan: Paragraph | None
) -> tuple[Piece, ...]:
    """Return pieces in which the unit stays that stands behind a mark: 290①处 → 6653①处 changes 290.

    Numbers are shown changed as a whole; then a mark within them would go with the old one and come again.
    """
    if draft is None or plan is None or not (draft.notes and plan.notes):
        return tuple(pieces)
    words = _Words(pieces)
    before = words.places(draft, rejected(pieces), drafted=True)
    after = words.places(plan, accepted(pieces), drafted=False)
    both = [(old, after[note]) for note, old in before.items() if note in after]
    found: list[Piece] = []
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        last = found[-1] if found else Piece("")
        unit = _unit_kept(last, piece, [(start - old, end - new) for old, new in both])
        if unit:
            found[-1] = last._replace(text=last.text.removesuffix(unit))
            piece = piece._replace(text=piece.text.removesuffix(unit))  # noqa: PLW2901
        found += [piece, Piece(unit)] if unit else [piece]
        start = end
    return tuple(found)


def _unit_kept(gone: Piece, added: Piece, behind: Iterable[tuple[int, int]]) -> str:
    """Return the end of two pieces behind a mark that is in both; `behind`: how much each has there."""
    if not gone.gone or gone.added or not added.added or added.gone:
        return ""
    for old, new in behind:
        shared = old == new and 0 < old < min(len(gone.text), len(added.text))
        if shared and gone.text[-old:] == added.text[-old:]:
            return added.text[-old:]
    return ""


class _Words:
    """Pieces of a text, and where the characters of draft and plan stand in all of them together."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces

    def places(self, paragraph: Paragraph | None, words: str, drafted: bool) -> dict[str, int]:
        """Return where the marks of one state stand, by note; `words` are the pieces of that state.

        A number may stand before the text of the paragraph.
        """
        if paragraph is None:
            return {}
        ahead = len(words) - len(paragraph.text)
        return {note.id: self._at(ahead + place, drafted) for place, note in in_order(paragraph)}

    def _at(self, place: int, drafted: bool) -> int:
        """Return where a place is: right behind the character of its state that stands before it."""
        start = 0
        for piece in self._pieces:
            is_there = not (piece.added if drafted else piece.gone)
            if is_there and place <= len(piece.text):
                return start + place
            place -= len(piece.text) if is_there else 0
            start += len(piece.text)
        return start

    def one_place(self, old: int, new: int) -> int | None:
        """Return where one mark stands for both states; None where words that stay are between the two."""
        between = range(min(old, new), max(old, new))
        start = 0
        for piece in self._pieces:
            begin, start = start, start + len(piece.text)
            if not range(max(begin, between.start), min(start, between.stop)):
                continue
            hidden = piece.added if old < new else piece.gone
            if not hidden:
                return None
        return max(old, new)


def with_marks(pieces: Iterable[Piece], marks: Sequence[NoteMark]) -> Iterator[Piece | NoteMark]:
    """Yield the pieces of a text with the marks between them, cut where a mark stands inside one."""
    waiting, start = list(marks), 0
    for piece in pieces:
        end = start + len(piece.text)
        cut = start
        while waiting and waiting[0].at <= end:
            mark = waiting.pop(0)
            if mark.at > cut:
                yield piece._replace(text=piece.text[cut - start : mark.at - start])
                cut = mark.at
            yield mark
        if cut < end:
            yield piece._replace(text=piece.text[cut - start :])
        start = end
    yield from waiting
