"""The form on which units answer as a Word document: parts and units are chosen in dropdown controls."""

from collections.abc import Iterator, Sequence

from plancli.core.publish.look import HEAD_GROUND
from plancli.core.publish.opinion_form import FORM_COLUMNS, OpinionForm
from plancli.papers.word.document import (
    LANDSCAPE,
    attribute,
    document,
    page_number,
    paragraph,
    run,
    saved,
    title,
    worn,
)
from plancli.papers.word.rows import cell, grid_of, row, widths_of
from plancli.papers.word.styles import (
    BEHIND_TABLE,
    FORM_CELL,
    FORM_HEAD,
    FORM_HOW,
    FORM_NUMBER,
    FORM_TITLE,
    FORM_UNIT,
    HINT,
    LABEL,
    SPACER,
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
_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
"""Of a run, and of the mark of its paragraph: people do not see it."""


def docx(form: OpinionForm) -> bytes:
    """Return the bytes of the document."""
    words = form.words
    unit = run(words.unit, LABEL) + _control(form.units, words.choose)
    until = run(f"    {words.until}") if words.until else ""
    mark = f"<w:r>{_HIDDEN}<w:t>{form.mark}</w:t></w:r>"
    body = [
        title(words.title, LANDSCAPE, FORM_TITLE),
        paragraph(mark, SPACER, mark=_HIDDEN),
        paragraph(unit + until, FORM_UNIT),
        *(paragraph(run(text), FORM_HOW) for text in words.how),
        _table(form),
        paragraph("", BEHIND_TABLE),
    ]
    footer = [page_number()]
    return saved(document(words.title, body, LANDSCAPE, footer, language=form.language))


def _table(form: OpinionForm) -> str:
    widths = widths_of([_SHARES[column] for column in FORM_COLUMNS], LANDSCAPE.measure)
    heads: list[str] = []
    for head, width in zip(form.words.heads, widths, strict=True):
        heads.append(cell(paragraph(_locked(run(head)), FORM_HEAD), width, ground=HEAD_GROUND))
    rows = [row(heads, head=True)]
    for number in range(1, _ROWS + 1):
        rows.append(row(_cells(form, number, widths), whole=False, more=_HEIGHT))
    return grid_of(widths, rows)


_HEIGHT = '<w:trHeight w:val="560"/>'
"""Twips of an empty row, two lines."""


def _cells(form: OpinionForm, number: int, widths: Sequence[int]) -> Iterator[str]:
    for column, width in zip(FORM_COLUMNS, widths, strict=True):
        if column == "number":
            inside = paragraph(run(str(number)), FORM_NUMBER)
        elif column == "part":
            inside = paragraph(_control(form.parts, form.words.choose), FORM_CELL)
        else:
            inside = paragraph("", FORM_CELL)
        yield cell(inside, width)


def _control(names: Sequence[str], prompt: str) -> str:
    """Return a control in which a name is chosen or typed; what it shows till then is nobody's words."""
    if not names or len(names) > _MOST_CHOICES:
        return ""
    items = ""
    for name in dict.fromkeys(names):
        items += f"<w:listItem w:displayText={attribute(name)} w:value={attribute(name)}/>"
    shown = run(prompt, HINT)
    return (
        f"<w:sdt><w:sdtPr>{worn()}<w:showingPlcHdr/><w:comboBox>{items}</w:comboBox></w:sdtPr>"
        f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )


def _locked(runs: str) -> str:
    """Return words that nobody can change or delete by mistake."""
    return (
        '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
        f"<w:sdtContent>{runs}</w:sdtContent></w:sdt>"
    )
