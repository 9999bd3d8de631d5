"""The plan as a Word document as GB/T 9704-2012 sets it, clean or with its changes tracked."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from typing import NamedTuple

from plancli.core.evidence.below import NoteLines, words_of_mark
from plancli.core.evidence.noted import NoteMark, with_marks
from plancli.core.evidence.pictured import Pictured, ShownPicture, pictured
from plancli.core.evidence.pieces import Authors, Piece, each_once, rejected
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.evidence.retitled import with_title
from plancli.core.evidence.tabulated import Tabulated, tabulated
from plancli.core.intake.circulated import Circulated
from plancli.core.intake.origin import FileOrigin, MarkedPart, words_digest
from plancli.core.plan.footnotes import NoteSeries
from plancli.core.text.characters import LIST_MARK
from plancli.papers.word.document import (
    PORTRAIT,
    Own,
    Remark,
    attribute,
    document,
    page_number,
    paragraph,
    run,
    saved,
    stamped,
    title,
)
from plancli.papers.word.drawing import Drawn, Shows, nothing_shown
from plancli.papers.word.footnotes import Footnotes
from plancli.papers.word.grid import Drawing, grid
from plancli.papers.word.marks import bookmarked, carry
from plancli.papers.word.moves import Moved, Place, moves
from plancli.papers.word.styles import (
    BEHIND_TABLE,
    COLUMN,
    COLUMN_TITLE,
    FORMULA,
    MEASURE,
    PAGE_NUMBER_EVEN,
    PAGE_NUMBER_ODD,
    PICTURE,
    PICTURE_TITLE,
    RUN_IN,
    SPACER,
    TABLE_NOTE,
    TABLE_TITLE,
    TEXT,
    TITLE,
    TITLES,
    USUAL,
    Style,
    WordStyle,
)

_NUMBERED_LINES = '<w:lnNumType w:countBy="1" w:restart="newPage"/>'
_GRID = '<w:docGrid w:type="lines" w:linePitch="579"/>'
"""22 lines on a page of 225 mm."""
_FIRST_CHANGE = 9000
"""Remarks in the margin are numbered below."""
_INSET = 1
"""By so many characters a list in a list is set in, level by level."""


class Tracking(NamedTuple):
    """Whose changes are tracked: by comment id the names of its units, its date, and what is noted beside it.

    `numbers` are what is noted beside the number of a part, by its key, where that is another one.
    """

    names: Mapping[str, Sequence[str]]
    dates: Mapping[str, str]
    remarks: Mapping[str, Remark]
    numbers: Mapping[str, Remark] = {}


def docx(
    name: str,
    lines: Sequence[Line],
    line_numbers: bool = False,
    tracking: Tracking | None = None,
    language: str = "zh",
    stamp: str = "",
    draft: Circulated | None = None,
    shows: Shows = nothing_shown,
    counted: NoteSeries = NoteSeries(),  # noqa: B008 (immutable)
    issue: str = "",
) -> bytes:
    """Return the bytes of the document; without `tracking` the lines are as they stand.

    It has `name` for its title, unless a title of the plan that changed stands among the lines; behind that
    of the draft its `issue` was printed, (征求意见稿), which is tracked, too. With the
    `draft` of which it is it is marked, so that it is known again when it comes back. `shows` gives the
    pictures of figures. Footnotes are numbered as `counted` says.
    """
    if tracking is not None:
        lines = with_title(name, issue, lines)
    notes, drawn = NoteLines(lines, counted), Drawn(shows, PORTRAIT.measure)
    writer = _Writer(tracking, draft is not None, Footnotes(counted), notes, drawn, moves(lines))
    body = stamped(stamp)
    if not any(line.kind is LineKind.PLAN for line in lines):
        body.append(title(name, PORTRAIT))
    # Word wants a paragraph behind a table: one as high as a line could be all that the last page has
    body += [*map(writer.part, pictured(tabulated(lines))), paragraph("", SPACER)]
    footers = [page_number(PAGE_NUMBER_ODD), page_number(PAGE_NUMBER_EVEN)]
    more = (_NUMBERED_LINES if line_numbers else "") + _GRID
    word = document(name, body, PORTRAIT, footers, more, writer.remarks, language, stamp, True)
    writer.drawn.carry(word)
    writer.footnotes.put_into(word)
    if draft is not None:
        carry(word, FileOrigin(draft, writer.marked))
    return saved(word)


class _Writer:
    """Writes lines, numbering changes, remarks and, where it marks them, lines as they come."""

    def __init__(
        self,
        tracking: Tracking | None,
        marks: bool,
        footnotes: Footnotes,
        notes: NoteLines,
        drawn: Drawn,
        moving: Mapping[Place, Moved],
    ) -> None:
        self.tracking = tracking
        self.footnotes = footnotes
        self.drawn = drawn
        self._notes = notes
        self._moving = moving
        self._ranges: dict[Place, int] = {}
        self.remarks: list[Remark] = []
        self.marked: dict[int, MarkedPart] = {}
        self._marks = marks
        self._numbers = count(1)
        self._noted: set[str] = set()
        self._boxes: dict[str, int] = {}

    def part(self, part: Line | Tabulated | Pictured) -> str:
        """Return a line as a paragraph, a table as title, rows and notes, a figure over its title.

        A footnote stands below the page.
        """
        match part:
            case Tabulated():
                return self._table(part)
            case Pictured():
                return self._figure(part)
            case Line(kind=LineKind.FOOTNOTE):
                return ""
            case _:
                listed = part.kind in (LineKind.ITEM, LineKind.PARAGRAPH)
                inset = _INSET * part.level if listed else 0
                return self._line(part, _style(part), Own(box=self._box(part), inset=inset))

    def _figure(self, figure: Pictured) -> str:
        """Return the picture of a figure, and its title below; one that was replaced before the new one."""
        pictures = "".join(map(self._picture, figure.shown))
        drawn = paragraph(pictures, PICTURE, mark=self._mark(figure.picture))
        return drawn + (self._line(figure.title, PICTURE_TITLE) if figure.title else "")

    def _picture(self, picture: ShownPicture) -> str:
        """Return the run of a picture, tracked; where there is none the name of its file stands for it."""
        named = Piece(f"[{picture.image}]", picture.added, picture.gone)
        drawn = self.drawn.run(picture.image, picture.alt)
        if drawn is None:
            drawn = run(named.text, word="delText" if picture.gone else "t")
        change = "ins" if picture.added else "del" if picture.gone else ""
        if self.tracking is None or not change:
            return drawn
        return f"<w:{change} {self._by(named.authors)}>{drawn}</w:{change}>"

    def _table(self, part: Tabulated) -> str:
        drawing = Drawing(
            head=lambda line: self._line(line, USUAL.head),
            cell=lambda line: self._line(line, USUAL.centred),
            level=self._shared,
            change=self._change,
            measure=PORTRAIT.measure,
            empty=paragraph("", USUAL.centred),
        )
        above = [self._line(part.title, TABLE_TITLE)] if part.title.headed else []
        above += [self._line(line, MEASURE) for line in part.measure]
        notes = [self._line(note, TABLE_NOTE) for note in part.notes]
        behind = notes or [paragraph("", BEHIND_TABLE)]
        return "".join([*above, grid(part, drawing), *behind])

    def _shared(self, words: Piece) -> str:
        """Return what stands over several columns of a table: it is no line, and has no mark."""
        runs = self._written(words, None) if self.tracking is None else self._tracked(words, None)
        return paragraph(runs, USUAL.head, mark=self._mark(words))

    def _change(self, name: str, by: Authors) -> str:
        """Return the element that tracks a row or cell; nothing where nothing is tracked."""
        if self.tracking is None or not by:
            return ""
        return f"<w:{name} {self._by(by)}/>"

    def _line(self, line: Line, style: Style, own: Own = Own()) -> str:  # noqa: B008 (immutable)
        heading = RUN_IN if style in _RUN_IN else None
        shown: list[tuple[Piece | NoteMark, WordStyle | None]] = []
        shown += ((piece, heading) for piece in line.headed)
        shown += ((piece, None) for piece in with_marks(line.text, line.marks))
        shown += ((piece, None) for piece in line.units)
        moved = self._moved(line)
        mark = self._mark(line, moved)
        runs = "".join(self._runs(line, shown, moved))
        # what came since is no part of what was there before
        if self._marks and not line.added:
            number = len(self.marked) + 1
            self.marked[number] = MarkedPart(line.key, words_digest(rejected(line.pieces)))
            runs = bookmarked(number, runs)
        if moved is None:
            return paragraph(runs, style, own, mark)
        return paragraph(self._begun(moved) + runs, style, own, mark) + self._ended(moved)

    def _moved(self, line: Line) -> Moved | None:
        """Return how a line moves, where that is tracked."""
        if self.tracking is None or not (line.added or line.gone):
            return None
        return self._moving.get((line.key, bool(line.added)))

    def _begun(self, moved: Moved) -> str:
        """Return the mark at which a move begins, at one of its places."""
        if not moved.begins:
            return ""
        number = next(self._numbers) + _FIRST_CHANGE
        self._ranges[moved.name, moved.comes] = number
        by = self._author(moved.by)
        return f'<w:{moved.change}RangeStart w:id="{number}" w:name="{moved.name}" {by}/>'

    def _ended(self, moved: Moved) -> str:
        """Return the mark at which a move ends; it is behind the paragraph, and so is its end in it."""
        if not moved.ends:
            return ""
        number = self._ranges[moved.name, moved.comes]
        return f'<w:{moved.change}RangeEnd w:id="{number}"/>'

    def _box(self, line: Line) -> int:
        """Return the number of the box in which a line stands: every column has one of its own."""
        if line.kind not in (LineKind.COLUMN, LineKind.ITEM):
            return 0
        column = line.key if line.kind is LineKind.COLUMN else line.container
        box = self._boxes.setdefault(column, len(self._boxes) + 1)
        # what stands in the list of an item stands in its box
        self._boxes[line.key] = box
        return box

    def _mark(self, line: Line | Piece, moved: Moved | None = None) -> str:
        """Return the properties of the mark of a paragraph that comes or goes as a whole."""
        if self.tracking is None or not (line.added or line.gone):
            return ""
        kind, by = ("ins", line.added) if line.added else ("del", line.gone)
        kind = moved.change if moved else kind
        return f"<w:rPr><w:{kind} {self._by(by)}/></w:rPr>"

    def _runs(
        self,
        line: Line,
        shown: Sequence[tuple[Piece | NoteMark, WordStyle | None]],
        moved: Moved | None,
    ) -> Iterator[str]:
        if self.tracking is None:
            yield from (self._written(piece, look) for piece, look in shown)
            return
        opened = self._opened(line, [piece for piece, _ in shown])
        for at, (piece, look) in enumerate(shown):
            first = [number for number, (begin, _) in opened.items() if begin == at]
            last = [number for number, (_, end) in opened.items() if end == at]
            yield from (f'<w:commentRangeStart w:id="{number}"/>' for number in first)
            yield self._tracked(piece, look, moved)
            yield from map(_closed, last)

    def _opened(self, line: Line, pieces: Sequence[Piece | NoteMark]) -> dict[int, tuple[int, int]]:
        """Note the comments that change a line for the first time; of each the first and last piece.

        Of one that moved a line in which others changed every word since, it is all of the line. What is said
        of a footnote stands at its mark: below the page there is no margin.
        """
        assert self.tracking is not None
        found: dict[int, tuple[int, int]] = {}
        if not pieces:
            return found  # an empty cell: the words stand in another one of its row or column
        changed = [self._authors(piece) for piece in pieces]
        for by in each_once((*line.authors, *chain.from_iterable(changed))):
            if by in self.tracking.remarks and by not in self._noted:
                self._noted.add(by)
                places = [at for at, authors in enumerate(changed) if by in authors]
                places = places or list(range(len(pieces)))
                found[len(self.remarks)] = places[0], places[-1]
                self.remarks.append(self.tracking.remarks[by])
        if line.key in self.tracking.numbers and not line.gone:
            # the number stands first: what goes, and behind it what comes
            last = 1 if len(pieces) > 1 and pieces[0].gone and pieces[1].added else 0
            found[len(self.remarks)] = 0, last
            self.remarks.append(self.tracking.numbers[line.key])
        return found

    def _authors(self, piece: Piece | NoteMark) -> Authors:
        """Return who changed words, or the mark or the words of a footnote."""
        note = self._notes.line(piece) if isinstance(piece, NoteMark) else None
        return (*piece.added, *piece.gone, *(note.authors if note else ()))

    def _written(self, piece: Piece | NoteMark, look: WordStyle | None) -> str:
        """Return words, or the reference of a footnote, whoever they are by."""
        if isinstance(piece, Piece):
            return run(piece.text, look, "delText" if piece.gone else "t")
        words = words_of_mark(piece, self._notes.line(piece))
        written = self._written if self.tracking is None else self._tracked
        runs = "".join(written(one, None) for one in words)
        return self.footnotes.reference(runs, self._notes.label(piece))

    def _tracked(
        self, piece: Piece | NoteMark, look: WordStyle | None, moved: Moved | None = None
    ) -> str:
        """Return words with who brought and took them; of a part that moved those of nobody else move."""
        if moved and (piece.added, piece.gone) in ((moved.by, ()), ((), moved.by)):
            same = piece._replace(added=(), gone=()) if isinstance(piece, Piece) else piece
            inside = self._written(same, look)
            change = f"w:{moved.change}"
            return f"<{change} {self._by(moved.by)}>{inside}</{change}>" if inside else ""
        inside = self._written(piece, look)
        if piece.gone and inside:
            inside = f"<w:del {self._by(piece.gone)}>{inside}</w:del>"
        if piece.added and inside:
            inside = f"<w:ins {self._by(piece.added)}>{inside}</w:ins>"
        return inside

    def _by(self, authors: Authors) -> str:
        """Return the attributes of a change: its number, author and date."""
        return f'w:id="{next(self._numbers) + _FIRST_CHANGE}" {self._author(authors)}'

    def _author(self, authors: Authors) -> str:
        """Return the attributes that say who made a change, and when."""
        assert self.tracking is not None
        names: dict[str, None] = {}
        for by in authors:
            names.update(dict.fromkeys(self.tracking.names.get(by, (by,))))
        date = next((self.tracking.dates[by] for by in authors if by in self.tracking.dates), "")
        when = f' w:date="{date}"' if date else ""
        return f"w:author={attribute(LIST_MARK.join(names))}{when}"


def _closed(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


_RUN_IN = (TEXT, COLUMN, FORMULA)
"""Styles in which the heading of a paragraph is set in another type than its text."""


def _style(line: Line) -> Style:
    """Return the style of a line of running text."""
    match line.kind:
        case LineKind.PLAN:
            return TITLE
        case LineKind.SECTION:
            return TITLES[min(line.level, len(TITLES)) - 1]
        case LineKind.COLUMN:
            return COLUMN_TITLE
        case LineKind.FORMULA:
            return FORMULA
        case LineKind.ITEM:
            return COLUMN
        case _:
            return TEXT
