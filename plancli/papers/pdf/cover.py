"""The cover sheet as PDF, set by typst, on one page."""

from plancli.core.publish.cover_sheet import CoverSheet, DecisionBar
from plancli.core.publish.look import BAR_COLOUR
from plancli.core.publish.sheet import Sheet
from plancli.papers.pdf.table import table
from plancli.papers.pdf.typeset import compiled, headed, plain, stamped, string, titled

_MEASURE = 162 / 25.4 * 72
"""Width of the text in points."""
_SIZE, _SMALL = 10, 9
"""Points of the type, and of that of tables."""
_HEADINGS = (
    "#show heading: it => block(above: 8pt, below: 4pt, sticky: true, text(11pt, strong(it.body)))"
)
_LONGEST = 260
"""Points of the longest bar."""


def pdf(cover: CoverSheet) -> bytes:
    """Return the bytes of the document; ImportError where typst is not installed."""
    return compiled(source(cover))


def source(cover: CoverSheet) -> str:
    """Return the page in typst's language."""
    by_decision, by_unit, unresolved, largest = cover.heads
    return "\n\n".join(
        [
            '#set page("a4", margin: (x: 24mm, top: 20mm, bottom: 18mm))',
            headed(cover.title, _SIZE, cover.language),
            _HEADINGS,
            "#set par(leading: 5pt, spacing: 6pt)\n#set table(inset: 3pt)",
            stamped(cover.stamp),
            f"#align(center, {titled(cover.title, _MEASURE, 18)})",
            f"#par({plain(cover.lead, _MEASURE / _SIZE)})",
            *([_head(by_decision), _bars(cover.decision_bars)] if cover.decision_bars else []),
            _head(by_unit),
            _small(cover.units, cover.no_units),
            _head(unresolved),
            *(f"#par({plain(text, _MEASURE / _SIZE)})" for text in cover.unresolved),
            _head(largest),
            _small(cover.changes, cover.no_changes),
        ]
    )


def _head(words: str) -> str:
    return f"#heading(level: 1, text({string(words)}))"


def _bars(bars: tuple[DecisionBar, ...]) -> str:
    """Return a line for each bar: its label, the bar, what is counted."""
    lines = "".join(
        f"[#text({string(bar.label)})], box(stack(dir: ltr, spacing: 4pt, "
        f'rect(width: {bar.length * _LONGEST:.1f}pt, height: 8pt, fill: rgb("#{BAR_COLOUR}")), '
        f"text({string(bar.told)}))),\n"
        for bar in bars
    )
    return f"#grid(columns: (auto, 1fr), column-gutter: 10pt, row-gutter: 5pt, {lines})"


def _small(sheet: Sheet, none: str) -> str:
    """Return a table; of one without rows the sentence that says so."""
    if not sheet.blocks:
        return f"#par({plain(none, _MEASURE / _SIZE)})"
    return f"#{{ set text({_SMALL}pt); [{table(sheet, _MEASURE, _SMALL)}] }}"
