"""The cover sheet as a page, with bars drawn as SVG, and as Markdown."""

from collections.abc import Iterator

from plancli.core.publish.cover_sheet import CoverSheet
from plancli.core.publish.sheet import Sheet
from plancli.core.text.characters import printable
from plancli.messages import in_language, language_tag
from plancli.render.pages.markdown import cell, paragraph, words
from plancli.render.pages.templates import BUILT_IN, rendered, with_stamp
from plancli.render.tables.sheets import clean

_LONGEST = 400
"""Pixels of the longest bar."""


def html(cover: CoverSheet) -> str:
    """Return the page."""
    bars = [(bar.label, bar.told, round(bar.length * _LONGEST, 1)) for bar in cover.decision_bars]
    values = {
        "cover": _cleaned(cover),
        "bars": bars,
        "longest": _LONGEST,
        "language": language_tag(cover.language),
    }
    return with_stamp(rendered("cover.html", BUILT_IN, values), cover.stamp, "html")


def markdown(cover: CoverSheet) -> str:
    """Return the sheet as Markdown; bars are a table of counts."""
    return "\n\n".join(_passages(_cleaned(cover))) + "\n"


def _passages(cover: CoverSheet) -> Iterator[str]:
    by_decision, by_unit, unresolved, largest = map(cell, cover.heads)
    if cover.stamp:
        yield f"**{paragraph(cover.stamp)}**"
    yield f"# {cell(cover.title)}"
    yield paragraph(cover.lead)
    behind = in_language(cover.language).gettext(": ")
    if cover.decision_bars:
        yield f"## {by_decision}"
        yield "\n".join(f"- {cell(bar.label)}{behind}{bar.told}" for bar in cover.decision_bars)
    yield f"## {by_unit}"
    yield _table(cover.units, cover.no_units)
    yield f"## {unresolved}"
    yield "\n".join(f"- {cell(text)}" for text in cover.unresolved)
    yield f"## {largest}"
    yield _table(cover.changes, cover.no_changes)


def _table(sheet: Sheet, none: str) -> str:
    """Return a table; of one without rows the sentence that says so."""
    if not sheet.blocks:
        return paragraph(none)
    lines = [
        _line(cell(head.label) for head in sheet.heads),
        _line("---" for _head in sheet.heads),
    ]
    for block in sheet.blocks:
        lines += [_line(map(words, row)) for row in block.rows]
    return "\n".join(lines)


def _line(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cleaned(cover: CoverSheet) -> CoverSheet:
    """Return the sheet without what no format can hold."""
    return cover._replace(
        title=printable(cover.title),
        lead=printable(cover.lead),
        units=clean(cover.units),
        unresolved=tuple(map(printable, cover.unresolved)),
        changes=clean(cover.changes),
    )
