"""The plan as Markdown, clean or with its changes marked; and what is said of changes in a margin."""

import re
from collections.abc import Callable, Iterable
from itertools import groupby

from plancli.core.evidence.below import NoteLines, words_of_mark
from plancli.core.evidence.noted import NoteMark, with_marks
from plancli.core.evidence.pictured import Pictured, ShownPicture, pictured
from plancli.core.evidence.pieces import Piece
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.evidence.tabulated import Tabulated, tabulated
from plancli.core.plan.footnotes import NoteSeries
from plancli.core.text.characters import printable
from plancli.core.text.marked import TAGS, Run, as_markdown, op_of
from plancli.render.pages.markdown import cell


def _linked(_name: str) -> bool:
    """Say of each picture that it can be shown."""
    return True


def markdown(
    title: str,
    lines: Iterable[Line],
    stamp: str = "",
    shows: Callable[[str], object] = _linked,
) -> str:
    """Return the plan as Markdown: titles by level, columns as quotations, changes as <ins> and <del>.

    Lists in lists are bullets, their numbers the first words. Footnotes stand at the end of their section;
    Markdown numbers them itself.

    A picture is a link to its file; one that `shows` does not have stands there by its name alone, as in all
    papers. A `stamp` stands above all else. A title of the plan that changed stands among the lines.
    """
    head = [f"**{cell(stamp)}**"] if stamp else []
    lines = list(lines)
    if not any(line.kind is LineKind.PLAN for line in lines):
        head.append(f"# {cell(title)}")
    notes = _Notes(lines)
    text = "\n\n".join(head)
    for one in pictured(tabulated(lines)):
        if isinstance(one, Line) and one.kind is LineKind.FOOTNOTE:
            continue
        below = notes.below() if isinstance(one, Line) and one.kind is LineKind.SECTION else []
        text = "\n\n".join(filter(None, (text, *below)))
        joint = "\n>\n" if _goes_on(one) else "\n\n"
        text += joint * bool(text) + _part(one, notes, shows)
    return printable("\n\n".join([text, *notes.below()])) + "\n"


def _goes_on(one: Line | Tabulated | Pictured) -> bool:
    """Whether a line goes on with the quotation before it: in a list in a column bullets stand together."""
    return isinstance(one, Line) and one.kind is LineKind.ITEM and one.level > 0


class _Notes:
    """Footnotes whose marks were written, and whose words are to come at the end of the section."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = NoteLines(lines, NoteSeries())
        self._last = 0
        self._waiting: list[str] = []

    def mark(self, mark: NoteMark) -> str:
        """Return the mark of a note, and keep its words."""
        self._last += 1
        words = _words(words_of_mark(mark, self._lines.line(mark)))
        self._waiting.append(f"[^{self._last}]: {words}")
        before, behind = TAGS[op_of(mark.added, mark.gone)]
        return f"{before}[^{self._last}]{behind}"

    def below(self) -> list[str]:
        """Return the notes since the last section."""
        found, self._waiting = self._waiting, []
        return found

    def text(self, line: Line) -> str:
        """Return all words of a line with the marks between them."""
        found: list[str] = []
        pieces = [*line.headed, *with_marks(line.text, line.marks), *line.units]
        for is_mark, group in groupby(pieces, key=lambda one: isinstance(one, NoteMark)):
            if is_mark:
                found += [self.mark(one) for one in group if isinstance(one, NoteMark)]
            else:
                found.append(_words(one for one in group if isinstance(one, Piece)))
        return "".join(found)


def _part(part: Line | Tabulated | Pictured, notes: _Notes, shows: Callable[[str], object]) -> str:
    match part:
        case Tabulated():
            return _table(part)
        case Pictured():
            return _figure(part, shows)
        case _:
            return _line(part, notes)


def _figure(figure: Pictured, shows: Callable[[str], object]) -> str:
    """Return a figure: its picture by the name of the file, below plan/, and its title in bold below it."""
    drawn = "".join(_picture(one, bool(shows(one.image))) for one in figure.shown)
    title = figure.title
    return drawn if title is None else f"{drawn}\n\n**{_words(title.headed)}**"


_BRACKET = re.compile(r"(\\.)|\]")
"""A bracket that would end what a picture shows, if it is not escaped already."""


def _picture(picture: ShownPicture, can_be_shown: bool) -> str:
    alt = _BRACKET.sub(lambda found: found[1] or r"\]", cell(picture.alt))
    link = f"![{alt}](<plan/{picture.image}>)" if can_be_shown else cell(f"[{picture.image}]")
    if picture.added:
        return f"<ins>{link}</ins>"
    return f"<del>{link}</del>" if picture.gone else link


def _table(table: Tabulated) -> str:
    """Return a table: its title in bold, rows between pipes, its notes below.

    A row with one cell across all columns has that in the first of them.
    """
    width = max((len(row.cells) for row in table.rows), default=0) or len(table.heads)
    heads = [_in_cell(head) for head in table.heads] or [""] * width
    grid = [heads, ["---"] * len(heads)]
    for row in table.rows:
        cells = [_in_cell(cell) if cell else "" for cell in row.cells]
        grid.append([*cells, *[""] * (len(heads) - len(cells))])
    head = f"**{_words(table.title.headed)}**" if table.title.headed else ""
    above = [head, *(_words(line.pieces) for line in table.measure)]
    pipes = "\n".join(f"| {' | '.join(cells)} |" for cells in grid)
    notes = [_words(note.pieces) for note in table.notes]
    return "\n\n".join(filter(None, [*above, pipes, *notes]))


def _in_cell(line: Line) -> str:
    """Return the words of a cell or head; the mark between the levels of a head is no pipe of the table."""
    return _words(line.pieces)


def _line(line: Line, notes: _Notes) -> str:
    match line.kind:
        case LineKind.PLAN:
            return f"# {_words(line.headed)}"
        case LineKind.SECTION:
            return f"{'#' * min(line.level + 1, 6)} {_words(line.headed)}"
        case LineKind.COLUMN:
            return f"> **{_words(line.headed)}**"
        case LineKind.ITEM:
            return f"> {_bullet(line.level)}{notes.text(line)}"
        case _:
            return _bullet(line.level) + notes.text(line)


def _bullet(level: int) -> str:
    """Return what stands before a paragraph in the list of another one: a bullet, level by level."""
    return f"{'  ' * (level - 1)}- " if level else ""


def _words(pieces: Iterable[Piece]) -> str:
    return as_markdown(Run(op_of(piece.added, piece.gone), piece.text) for piece in pieces)
