"""The cover sheet as a Word document of one page, with bars drawn as Word's own shapes."""

from plancli.core.publish.cover_sheet import CoverSheet, DecisionBar
from plancli.core.publish.look import BAR_COLOUR
from plancli.core.publish.sheet import Sheet
from plancli.papers.word.document import (
    PORTRAIT,
    attribute,
    document,
    paragraph,
    paragraphs,
    run,
    saved,
    stamped,
    title,
)
from plancli.papers.word.styles import (
    COVER_BAR,
    COVER_HEADING,
    COVER_TEXT,
    COVER_TITLE,
    SPACER,
    TINY,
)
from plancli.papers.word.table import table

_PAGE = PORTRAIT._replace(top=18, bottom=15, left=24, right=24)

_EMU = 12_700
"""English metric units, in which shapes are measured, in a point."""
_BAR, _LONGEST = 8, 260
"""Points: how high a bar is, and how long the longest."""


def docx(cover: CoverSheet) -> bytes:
    """Return the bytes of the document."""
    by_decision, by_unit, unresolved, largest = cover.heads
    body = [
        *stamped(cover.stamp),
        title(cover.title, _PAGE, COVER_TITLE),
        paragraphs(cover.lead, COVER_TEXT),
        _head(by_decision) if cover.decision_bars else "",
        *(_bar(bar, number) for number, bar in enumerate(cover.decision_bars, 1)),
        _head(by_unit),
        _small(cover.units, cover.no_units),
        _head(unresolved),
        *(paragraphs(text, COVER_TEXT) for text in cover.unresolved),
        _head(largest),
        _small(cover.changes, cover.no_changes),
        paragraph("", SPACER),
    ]
    # one page: the stamp is on it, and there is no other to number
    return saved(document(cover.title, body, _PAGE, [], language=cover.language))


def _small(sheet: Sheet, none: str) -> str:
    """Return a table; of one without rows the sentence that says so."""
    return table(sheet, _PAGE, TINY) if sheet.blocks else paragraphs(none, COVER_TEXT)


def _head(words: str) -> str:
    return paragraph(run(words), COVER_HEADING)


def _bar(bar: DecisionBar, number: int) -> str:
    """Return a line with a bar, its label before it and what is counted behind it."""
    words = run(f"{bar.label}\t")
    told = f"{bar.label} {bar.told}"
    shape = _shape(round(max(bar.length * _LONGEST, 1)), number, told)
    return paragraph(f"{words}{shape}{run(f' {bar.told}')}", COVER_BAR)


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
        f'<a:solidFill><a:srgbClr val="{BAR_COLOUR}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
