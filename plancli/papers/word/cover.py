"""The cover sheet as a Word document of one page, with bars drawn as Word's own shapes."""

from plancli.core.publish.cover_sheet import CoverSheet, DecisionBar
from plancli.papers.word.document import (
    FANGSONG,
    HEI,
    PORTRAIT,
    Font,
    Frame,
    attribute,
    document,
    paragraph,
    paragraphs,
    run,
    saved,
    stamped,
    title,
)
from plancli.papers.word.table import Type, table

_PAGE = PORTRAIT._replace(top=18, bottom=15, left=24, right=24)
_TYPE = Type(8.5, 11)
_TEXT, _HEAD = Font(FANGSONG, 10.5), Font(HEI, 11)
_LINE = Frame("both", spacing=15)
_OVER = Frame("left", spacing=16, before=6, after=2, keep=True)

_EMU = 12_700
"""English metric units, in which shapes are measured, in a point."""
_BAR, _LONGEST = 8, 260
"""Points: how high a bar is, and how long the longest."""
_COLOUR = "2F5D8A"


def docx(cover: CoverSheet) -> bytes:
    """Return the bytes of the document."""
    by_decision, by_unit, unresolved, largest = cover.heads
    body = [
        *stamped(cover.stamp),
        title(cover.title, _PAGE, spacing=28, after=6, level=1),
        paragraphs(cover.lead, _TEXT, _LINE),
        _head(by_decision),
        *(_bar(bar, number) for number, bar in enumerate(cover.decision_bars, 1)),
        _head(by_unit),
        table(cover.units, _PAGE.measure, _TYPE),
        _head(unresolved),
        *(paragraphs(text, _TEXT, _LINE) for text in cover.unresolved),
        _head(largest),
        table(cover.changes, _PAGE.measure, _TYPE),
        paragraph("", Frame("left", spacing=1)),
    ]
    # one page: the stamp is on it, and there is no other to number
    return saved(document(cover.title, body, _PAGE, [], language=cover.language))


def _head(words: str) -> str:
    return paragraph(run(words, _HEAD), _OVER)


def _bar(bar: DecisionBar, number: int) -> str:
    """Return a line with a bar, its label before it and its count behind it."""
    words = run(f"{bar.label}\t", _TEXT)
    told = f"{bar.label} {bar.number}"
    shape = _shape(round(max(bar.share * _LONGEST, 1)), number, told)
    tab = '<w:tabs><w:tab w:val="left" w:pos="2000"/></w:tabs>'
    frame = '<w:spacing w:before="0" w:after="0" w:line="250" w:lineRule="exact"/>'
    behind = run(f" {bar.number}", _TEXT)
    return f"<w:p><w:pPr>{tab}{frame}</w:pPr>{words}{shape}{behind}</w:p>"


def _shape(width: int, number: int, told: str) -> str:
    """Return a rectangle in the line; `told` is read to those who cannot see it."""
    size = f'cx="{width * _EMU}" cy="{_BAR * _EMU}"'
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="{number}" descr={attribute(told)}/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{shape}">'
        f'<wps:wsp xmlns:wps="{shape}"><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{_COLOUR}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
