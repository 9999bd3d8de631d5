"""The form on which units answer as a Word document: parts and units are chosen in dropdown controls."""

from collections.abc import Iterator, Sequence

from plancli.core.publish.opinion_form import FORM_COLUMNS, OpinionForm
from plancli.papers.word.document import (
    FANGSONG,
    HEI,
    LANDSCAPE,
    SONG,
    Font,
    Frame,
    attribute,
    document,
    page_number,
    paragraph,
    run,
    saved,
    title,
)

_ROWS = 15
"""Rows to be filled in; Word adds one behind the last with the tabulator."""
_MOST_CHOICES = 300
"""Longer lists nobody looks through, and each row has its own: then the part is typed."""
_SHARES = {
    "number": 5,
    "page": 6,
    "line": 6,
    "part": 16,
    "original": 24,
    "wording": 24,
    "opinion": 18,
    "reason": 15,
}
"""How wide the columns are, beside each other."""
_HEAD, _BODY, _NOTE = Font(HEI, 10.5), Font(FANGSONG, 10.5), Font(FANGSONG, 12)
_GREY = Font(FANGSONG, 10.5, colour="888888")
_CELL = Frame("left", spacing=15)
_CENTRED = Frame("center", spacing=15)
_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
"""Of a run, and of the mark of its paragraph: people do not see it."""


def docx(form: OpinionForm) -> bytes:
    """Return the bytes of the document."""
    words = form.words
    unit = run(words.unit, _NOTE._replace(family=HEI)) + _control(form.units, words.choose, _NOTE)
    until = run(f"    {words.until}", _NOTE) if words.until else ""
    mark = f"<w:r>{_HIDDEN}<w:t>{form.mark}</w:t></w:r>"
    body = [
        title(words.title, LANDSCAPE, spacing=30, after=8, level=1),
        paragraph(mark, Frame(spacing=1), _HIDDEN),
        paragraph(unit + until, Frame("left", spacing=24, after=4)),
        *(paragraph(run(text, _NOTE), Frame("both", spacing=18)) for text in words.how),
        "".join(_table(form)),
        paragraph("", Frame("left", spacing=10)),
    ]
    footer = [page_number(Font(SONG, 14))]
    return saved(document(words.title, body, LANDSCAPE, footer, language=form.language))


def _table(form: OpinionForm) -> Iterator[str]:
    widths = _widths(LANDSCAPE.measure)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    )
    yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
    heads = ""
    for head, width in zip(form.words.heads, widths, strict=True):
        heads += _cell(paragraph(_locked(run(head, _HEAD)), _CENTRED), width)
    yield f"</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
    for number in range(1, _ROWS + 1):
        yield f'<w:tr><w:trPr><w:trHeight w:val="560"/></w:trPr>{_row(form, number, widths)}</w:tr>'
    yield "</w:tbl>"


def _row(form: OpinionForm, number: int, widths: Sequence[int]) -> str:
    cells = ""
    for column, width in zip(FORM_COLUMNS, widths, strict=True):
        if column == "number":
            inside = paragraph(run(str(number), _BODY), _CENTRED)
        elif column == "part":
            inside = paragraph(_control(form.parts, form.words.choose, _BODY), _CELL)
        else:
            inside = paragraph("", _CELL, _BODY.xml)
        cells += _cell(inside, width)
    return cells


def _control(names: Sequence[str], prompt: str, font: Font) -> str:
    """Return a control in which a name is chosen or typed; what it shows till then is nobody's words."""
    if not names or len(names) > _MOST_CHOICES:
        return ""
    items = ""
    for name in dict.fromkeys(names):
        items += f"<w:listItem w:displayText={attribute(name)} w:value={attribute(name)}/>"
    shown = run(prompt, _GREY._replace(size=font.size))
    return (
        f"<w:sdt><w:sdtPr>{font.xml}<w:showingPlcHdr/><w:comboBox>{items}</w:comboBox></w:sdtPr>"
        f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )


def _locked(runs: str) -> str:
    """Return words that nobody can change or delete by mistake."""
    return (
        '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
        f"<w:sdtContent>{runs}</w:sdtContent></w:sdt>"
    )


def _cell(inside: str, width: int) -> str:
    place = f'<w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{place}</w:tcPr>{inside}</w:tc>"


def _widths(measure: int) -> list[int]:
    """Return the widths of the columns in twips; together they fill the line."""
    total = sum(_SHARES.values())
    widths = [measure * _SHARES[column] // total for column in FORM_COLUMNS]
    return [*widths[:-1], measure - sum(widths[:-1])]
