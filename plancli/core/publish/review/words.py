"""The words of a line as the page shows them: what changed together, and the numbers of footnotes between."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from plancli.core.evidence.below import NoteLines
from plancli.core.evidence.noted import NoteMark, with_marks
from plancli.core.evidence.pieces import Authors, Piece
from plancli.core.evidence.redline import Line
from plancli.core.plan.footnotes import NoteSeries
from plancli.core.publish.review.values import Mark, PageChange, PageWords


class PageNotes:
    """The numbers of footnotes on the page, and the addresses of their words."""

    def __init__(self, lines: Sequence[Line], places: Sequence[str], counted: NoteSeries) -> None:
        self._lines = NoteLines(lines, counted)
        self.label_of = self._lines.label_of
        self._places = {id(line): place for line, place in zip(lines, places, strict=True)}

    def number(self, mark: NoteMark, known: Mapping[str, str]) -> PageChange:
        """Return the number of a note as it stands in the text, with a way to its words and back."""
        line = self._lines.line(mark)
        place = self._places[id(line)] if line else ""
        words = PageWords(self._lines.label(mark), _mark(mark))
        # of a mark that moved only the place where it came has the address
        back = self.back(place) if line and bool(line.gone) is bool(mark.gone) else ""
        return PageChange((words,), addressed((*mark.added, *mark.gone), known), place, back)

    def back(self, place: str) -> str:
        """Return the address of the number of a note, by that of its words."""
        return f"part-{place}"


def text_with_notes(line: Line, notes: PageNotes, known: Mapping[str, str]) -> Iterator[PageChange]:
    """Yield the text of a line, the numbers of its footnotes between the words."""
    pieces = with_marks(line.text, line.marks)
    for is_mark, group in groupby(pieces, lambda one: isinstance(one, NoteMark)):
        found = list(group)
        if is_mark:
            yield from (notes.number(one, known) for one in found if isinstance(one, NoteMark))
        else:
            yield from page_changes((one for one in found if isinstance(one, Piece)), known)


def page_changes(pieces: Iterable[Piece], known: Mapping[str, str]) -> Iterator[PageChange]:
    """Join what changed together: neighbours with the same authors."""
    for by, found in groupby(pieces, lambda piece: (*piece.added, *piece.gone)):
        yield PageChange(tuple(PageWords(p.text, _mark(p)) for p in found), addressed(by, known))


def _mark(piece: Piece | NoteMark) -> Mark:
    """Return what became of words; what one author brought and another took out came and went again."""
    if piece.added:
        return Mark.UNDONE if piece.gone else Mark.ADDED
    return Mark.GONE if piece.gone else Mark.KEPT


def addressed(by: Authors, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the addresses of authors; one whose file is gone has none."""
    return tuple(dict.fromkeys(known[name] for name in by if known.get(name)))
