"""A table as a Word document: A4 landscape, the head on each page, shared cells merged."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.sheet import Block, Cell, Head, Sheet, runs_of, text_of
from plancli.core.text.marked import Op, Run
from plancli.papers.word.document import (
    FANGSONG,
    HEI,
    LANDSCAPE,
    SONG,
    Font,
    Frame,
    document,
    marked_fonts,
    page_number,
    paragraph,
    paragraphs,
    run,
    saved,
    stamped,
    title,
)
from plancli.papers.word.lines import lines, portions
from plancli.papers.word.nested import nested


class Type(NamedTuple):
    """The type of a table in points: its size, and from line to line."""

    size: float
    spacing: float

    @property
    def body(self) -> Font:
        return Font(FANGSONG, self.size)

    @property
    def head(self) -> Font:
        return Font(HEI, self.size)

    @property
    def fonts(self) -> Mapping[Op, Font]:
        return marked_fonts(self.body)

    def frame(self, centred: bool) -> Frame:
        return Frame("center" if centred else "left", spacing=self.spacing)

    def room(self, width: int) -> int:
        """Return how many characters stand in a line of a cell."""
        return max((width - 170) // round(self.size * 20), 1)


_USUAL, _SMALL = Type(12, 20), Type(9, 14)
_FEW = 6
"""Tables with more columns are set in small type (小五): their columns would hold a few characters each."""


def docx(sheet: Sheet) -> bytes:
    """Return the bytes of the document."""
    head = title(sheet.title, LANDSCAPE, spacing=34, after=12, level=1)
    lead = (paragraphs(text, Font(FANGSONG, 14), Frame("both", 2, 26)) for text in sheet.lead)
    foot = (paragraphs(text, Font(FANGSONG, 12), Frame("left", spacing=22)) for text in sheet.foot)
    body = [
        *stamped(sheet.stamp),
        head,
        *lead,
        _table(sheet),
        *foot,
        paragraph("", Frame("left", spacing=10)),
    ]
    return saved(
        document(
            sheet.title,
            body,
            LANDSCAPE,
            [page_number(Font(SONG, 14))],
            language=sheet.language,
            stamp=sheet.stamp,
        )
    )


def _table(sheet: Sheet) -> str:
    look = _USUAL if len(sheet.heads) <= _FEW else _SMALL
    return table(sheet, LANDSCAPE.measure, look)


def table(sheet: Sheet, measure: int, look: Type) -> str:
    """Return the rows of a table below its head, as wide as `measure` says, in twips."""
    return "".join(_parts(sheet, measure, look))


def _parts(sheet: Sheet, measure: int, look: Type) -> Iterator[str]:
    widths = _widths(sheet.heads, measure)
    margins = "".join(f'<w:{side} w:w="{_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        "</w:tblPr><w:tblGrid>"
    )
    yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        _cell(paragraph(run(head.label, look.head), look.frame(centred=True)), width)
        for head, width in zip(sheet.heads, widths, strict=True)
    )
    yield f"</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
    for block in sheet.blocks:
        yield from _block(block, sheet.heads, widths, look)
    yield "</w:tbl>"


def _block(block: Block, heads: Sequence[Head], widths: Sequence[int], look: Type) -> Iterator[str]:
    if block.banner:
        words = paragraph(
            run(block.banner, look.head), look.frame(centred=False)._replace(keep=True)
        )
        span = f'<w:gridSpan w:val="{len(widths)}"/>'
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(words, sum(widths), span)}</w:tr>"
    for at, row in enumerate(block.rows):
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if _fits(row, widths, look) else ""
        cells = zip(row, heads, widths, strict=True)
        inside = "".join(
            _drawn(words, head, width, at, len(block.rows), look) for words, head, width in cells
        )
        yield f"<w:tr>{whole}{inside}</w:tr>"


def _drawn(words: Cell, head: Head, width: int, at: int, rows: int, look: Type) -> str:
    """Return one cell; a shared one begins with the first row of its block and goes on in the others."""
    frame = look.frame(head.centred)
    if isinstance(words, DrawnTable):
        return _cell(nested(words, width - 2 * _MARGIN), width, across="top")
    if not head.shared or rows == 1:
        return _cell(_words(words, frame, look, width), width)
    merged = '<w:vMerge w:val="restart"/>' if at == 0 else "<w:vMerge/>"
    return _cell(
        _words(words, frame, look, width) if at == 0 else paragraph("", frame), width, merged
    )


def _words(words: Cell, frame: Frame, look: Type, width: int) -> str:
    """Return the paragraphs of a cell, one a line; one that goes over pages is several."""
    most = _TALLEST * look.room(width)
    shown = (portion for line in lines(runs_of(words)) for portion in portions(line, most))
    return "".join(paragraph(_runs(portion, look), frame) for portion in shown)


def _runs(runs: Sequence[Run], look: Type) -> str:
    return "".join(run(part.text, look.fonts[part.op]) for part in runs)


def _cell(inside: str, width: int, merge: str = "", across: str = "center") -> str:
    place = f'<w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="{across}"/>'
    return f"<w:tc><w:tcPr>{place}</w:tcPr>{inside}</w:tc>"


def _fits(row: Sequence[Cell], widths: Sequence[int], look: Type) -> bool:
    """Whether a row is so low that it need not break over a page."""
    most = _MOST // look.spacing
    return all(
        _lines(text_of(words), look.room(width)) <= most
        for words, width in zip(row, widths, strict=True)
    )


_MARGIN = 85
"""Twips at either side of the words of a cell."""
_MOST = 300
"""Points: three quarters of a page."""
_TALLEST = 100
"""Lines of a paragraph: LibreOffice needs minutes to break longer ones over pages."""


def _lines(text: str, room: int) -> int:
    """Return about how many lines a text takes in a cell."""
    return sum(len(line) // room + 1 for line in text.split("\n"))


def _widths(heads: Sequence[Head], measure: int) -> list[int]:
    """Return the widths of the columns in twips; together they fill the line."""
    total = sum(head.share for head in heads)
    widths = [measure * head.share // total for head in heads]
    return [*widths[:-1], measure - sum(widths[:-1])]
