"""A table as a Word document: A4 landscape, the head on each page, shared cells merged."""

from collections.abc import Iterator, Sequence

from plancli.core.sheet import Block, Cell, Head, Sheet, runs_of, text_of
from plancli.office.word import (
    FANGSONG,
    HEI,
    LANDSCAPE,
    SONG,
    TITLE,
    Font,
    Frame,
    document,
    page_number,
    paragraph,
    run,
    saved,
)

_BODY, _HEAD = Font(FANGSONG, 12), Font(HEI, 12)
_GONE = Font(FANGSONG, 12, struck=True, colour="990000")
_COME = Font(HEI, 12, bold=True, underlined=True)
_FONTS = {"=": _BODY, "-": _GONE, "+": _COME}
"""What goes is struck, what comes is bold and underlined: both can be told apart in black and white."""
_CELL, _CENTRED = Frame("left", spacing=20), Frame("center", spacing=20)


def docx(sheet: Sheet) -> bytes:
    """Return the bytes of the document."""
    title = paragraph(run(sheet.title, Font(TITLE, 22)), Frame("center", spacing=34, after=12, level=1))
    lead = (paragraph(run(text, Font(FANGSONG, 14)), Frame("both", 2, 26)) for text in sheet.lead)
    foot = (paragraph(run(text, Font(FANGSONG, 12)), Frame("left", spacing=22)) for text in sheet.foot)
    body = [title, *lead, "".join(_table(sheet)), *foot, paragraph("", Frame("left", spacing=10))]
    return saved(document(sheet.title, body, LANDSCAPE, [page_number(Font(SONG, 14))]))


def _table(sheet: Sheet) -> Iterator[str]:
    widths = _widths(sheet.heads, LANDSCAPE.measure)
    margins = "".join(f'<w:{side} w:w="85" w:type="dxa"/>' for side in ("left", "right"))
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        "</w:tblPr><w:tblGrid>"
    )
    yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        _cell(paragraph(run(head.label, _HEAD), _CENTRED), width)
        for head, width in zip(sheet.heads, widths, strict=True)
    )
    yield f"</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
    for block in sheet.blocks:
        yield from _block(block, sheet.heads, widths)
    yield "</w:tbl>"


def _block(block: Block, heads: Sequence[Head], widths: Sequence[int]) -> Iterator[str]:
    if block.banner:
        words = paragraph(run(block.banner, _HEAD), Frame("left", spacing=20, keep=True))
        span = f'<w:gridSpan w:val="{len(widths)}"/>'
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(words, sum(widths), span)}</w:tr>"
    for at, row in enumerate(block.rows):
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if _fits(row, widths) else ""
        cells = zip(row, heads, widths, strict=True)
        inside = "".join(_drawn(words, head, width, at, len(block.rows)) for words, head, width in cells)
        yield f"<w:tr>{whole}{inside}</w:tr>"


def _drawn(words: Cell, head: Head, width: int, at: int, rows: int) -> str:
    """Return one cell; a shared one begins with the first row of its block and goes on in the others."""
    frame = _CENTRED if head.centred else _CELL
    if not head.shared or rows == 1:
        return _cell(_words(words, frame), width)
    merged = '<w:vMerge w:val="restart"/>' if at == 0 else "<w:vMerge/>"
    return _cell(_words(words, frame) if at == 0 else paragraph("", frame), width, merged)


def _words(words: Cell, frame: Frame) -> str:
    """Return the paragraphs of a cell, one a line."""
    if isinstance(words, str):
        return "".join(paragraph(run(line, _BODY), frame) for line in words.split("\n"))
    return paragraph("".join(run(part.text, _FONTS[part.op]) for part in runs_of(words)), frame)


def _cell(inside: str, width: int, merge: str = "") -> str:
    place = f'<w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{place}</w:tcPr>{inside}</w:tc>"


def _fits(row: Sequence[Cell], widths: Sequence[int]) -> bool:
    """Whether a row is so low that it need not break over a page."""
    return all(_lines(text_of(words), width) <= _MOST for words, width in zip(row, widths, strict=True))


_MOST = 15
"""Lines of 20 points: three quarters of a page."""


def _lines(text: str, width: int) -> int:
    """Return about how many lines a text of 12 points takes in a cell."""
    room = max((width - 170) // 240, 1)
    return sum(len(line) // room + 1 for line in text.split("\n"))


def _widths(heads: Sequence[Head], measure: int) -> list[int]:
    """Return the widths of the columns in twips; together they fill the line."""
    total = sum(head.share for head in heads)
    widths = [measure * head.share // total for head in heads]
    return [*widths[:-1], measure - sum(widths[:-1])]
