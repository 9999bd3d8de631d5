"""Footnotes that one author put into a paragraph of a file, or took out of it, as edits of the draft.

The place of a mark is one in the words that the author left, and is proved like these: what the edits come to
has the mark at just this place.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancli.core.comments.edits import Add, Edit, NewNote, Remove
from plancli.core.intake.grouping import MatchedText, line_with
from plancli.core.intake.matching import in_draft
from plancli.core.intake.originals import ChangedInset, Original
from plancli.core.intake.proving import NotedPlace
from plancli.core.intake.quotation import words_ahead
from plancli.core.intake.tracked import InsetKind, TrackedRun
from plancli.core.intake.wishes import Stays, wishes
from plancli.core.plan.footnotes import in_order
from plancli.core.text.diff import Splice
from plancli.core.text.matchkey import fold

_MARK = "\N{START OF HEADING}"
"""Stands for the mark of a new footnote; no file has this character as one of words."""


class NotesChanged(NamedTuple):
    """Edits of the footnotes of the paragraph `key`, and the places of those that come.

    These stand behind the part `behind`, the last of its notes, or itself where it has none.
    """

    key: str
    edits: tuple[Edit, ...]
    places: tuple[NotedPlace, ...]
    behind: str

    def becoming(
        self, becomes: Mapping[str, tuple[str, ...]], lines: Mapping[str, str]
    ) -> dict[str, tuple[str, ...]]:
        """Return what stands in the place of `lines` of the draft where `becomes` does without the notes."""
        found = dict(becomes)
        for edit in self.edits:
            if isinstance(edit, Remove):
                found[edit.remove] = ()
        if self.places:
            own = found.get(self.behind, (lines[self.behind],))
            found[self.behind] = (*own, *(one.words for one in self.places))
        return found


def notes_changed(
    text: MatchedText, at: int, changes: Sequence[ChangedInset], author: str
) -> NotesChanged | None:
    """Return the edits of what an author did with footnotes of a paragraph; None where one is not sure."""
    key = text.key(at)
    if any(one.in_others or one.inset.kind is not InsetKind.FOOTNOTE for one in changes):
        return None
    places = _places(text, at, changes, author)
    if key is None or places is None:
        return None
    edits: list[Edit] = []
    for change in changes:
        edit = _edit(text, at, change) if change.inset.authors <= {author} else None
        if edit is None:
            return None
        edits.append(edit)
    return NotesChanged(key, tuple(edits), tuple(places), [key, *text.notes(at)][-1])


def _edit(text: MatchedText, at: int, change: ChangedInset) -> Edit | None:
    """Return the edit of one footnote; None where its place, or which one it is, is not sure."""
    match = text.found[at]
    spot = text.corpus.outline.spots.get(match.key)
    if spot is None or spot.is_fixed:
        return None
    line = text.corpus.line(match.key)
    (there,) = in_draft(line, match, [Splice(change.at, change.at, "")])
    starts = [field.start for field in line.fields if field.name == "text"]
    words = spot.paragraph.text
    place = there.start - starts[0] if starts else -1
    if not change.comes:
        same = [
            note.id
            for where, note in in_order(spot.paragraph)
            if where == place and fold(note.text) == fold(change.inset.before)
        ]
        return Remove(remove=same[0]) if len(same) == 1 else None
    if not 0 < place <= len(words) or not change.inset.words:
        return None
    anchor = None if place == len(words) else words_ahead(words, place)
    if anchor == "":
        return None
    return Add(add=NewNote(note=change.inset.words, after=anchor), to=match.key)


def _places(
    text: MatchedText, at: int, changes: Sequence[ChangedInset], author: str
) -> list[NotedPlace] | None:
    """Return where new footnotes stand in what the author made of a paragraph.

    None where he parted it or joined it to another one.
    """
    coming = [change.inset for change in changes if change.comes]
    if not coming:
        return []
    numbers = {inset.number for inset in coming}
    original = text.originals[at]
    runs = [
        TrackedRun(_MARK, author) if run.inset and run.inset.number in numbers else run
        for run in original.runs
    ]
    wished = wishes([original._replace(runs=tuple(runs))], author)
    made = wished[0].becomes if len(wished) == 1 else ()
    if at not in text.found or original.joined == author or len(made) != 1:
        return None
    (one,) = made
    if not isinstance(one, Stays):
        return None
    ahead = line_with(text, at, one.splices).split(_MARK)[:-1]
    ranks = _ranks(original, author)
    found: list[NotedPlace] = []
    start = 0
    for words, inset in zip(ahead, coming, strict=True):
        start += len(words)
        found.append(NotedPlace(start, ranks[inset.number], inset.words))
    return found


def _ranks(original: Original, author: str) -> dict[int, int]:
    """Return how many footnotes stand ahead of each, by its number, in what an author made of a paragraph."""
    found: dict[int, int] = {}
    for run in original.runs:
        is_there = run.added in ("", author) and run.gone != author
        if is_there and run.inset is not None and run.inset.kind is InsetKind.FOOTNOTE:
            found[run.inset.number] = len(found)
    return found
