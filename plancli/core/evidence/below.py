"""What stands below the text: the lines of footnotes, which of them belongs to a mark, and their numbers."""

from collections.abc import Iterable, Iterator

from plancli.core.evidence.noted import NoteMark
from plancli.core.evidence.pieces import Piece
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.plan.footnotes import NoteSeries


class NoteLines:
    """The lines of footnotes by their marks, which get their numbers as they are read."""

    def __init__(self, lines: Iterable[Line], counted: NoteSeries) -> None:
        self._lines: dict[tuple[str, bool], Line] = {}
        self._labels: dict[tuple[str, bool], str] = {}
        planned, drafted = counted.counter(), counted.counter()
        for line in lines:
            if line.kind is LineKind.FOOTNOTE:
                self._lines[line.key, bool(line.gone)] = line
            if line.kind is LineKind.SECTION:
                planned.title(line.level)
                drafted.title(line.level)
            for mark in line.marks:
                old = "" if mark.added else drafted.next()
                new = "" if mark.gone else planned.next()
                # what stands in the plan has the number that it has there
                self._labels[_name(mark)] = new or old

    def line(self, mark: NoteMark) -> Line | None:
        """Return the line of the note to a mark; where only the mark moved one line is for both places."""
        own = self._lines.get(_name(mark))
        return own or self._lines.get((mark.note, not mark.gone))

    def label(self, mark: NoteMark) -> str:
        """Return the number of a mark: in the plan, and of one that went in the draft."""
        return self._labels[_name(mark)]

    def label_of(self, line: Line) -> str:
        """Return the number of the note that a line is; "" of one whose mark is in none of the lines."""
        own = self._labels.get((line.key, bool(line.gone)))
        return own or self._labels.get((line.key, not line.gone), "")


def _name(mark: NoteMark) -> tuple[str, bool]:
    return mark.note, bool(mark.gone)


def words_of_mark(mark: NoteMark, line: Line | None) -> Iterator[Piece]:
    """Yield the words of a note as they go or come with its mark: those of the draft, or of the plan."""
    for piece in line.pieces if line else ():
        if mark.gone and not piece.added:
            yield Piece(piece.text, gone=piece.gone or mark.gone)
        elif mark.added and not piece.gone:
            yield Piece(piece.text, added=piece.added or mark.added)
        elif not (mark.added or mark.gone):
            yield piece
