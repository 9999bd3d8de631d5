"""The numbers of pages as people cite them: those that are printed, and those of the pages between."""

from collections import Counter
from collections.abc import Sequence

from plancli.core.plan.span import Span, page_span


def labels_of(printed: Sequence[str]) -> list[str]:
    """Return the page number of each sheet from what is printed on it ("" where nothing is).

    Where no sheet has a number, sheets are counted. Else a sheet without one has that which the sheets
    around it leave for it: the first page of a chapter often has none. A cover before page 1 gets "".
    """
    if not any(printed):
        return [str(sheet) for sheet in range(1, len(printed) + 1)]
    spans = _in_series([page_span(label) if label else None for label in printed])
    found: list[str] = []
    for at, span in enumerate(spans):
        counted = span or _between(spans, at)
        found.append(str(counted) if counted else "")
    return found


def _in_series(spans: list[Span | None]) -> list[Span | None]:
    """Return the numbers without those that do not count with any other: the last figure of a table."""
    offsets: Counter[tuple[str, int]] = Counter()
    for sheet, span in enumerate(spans):
        if span:
            offsets[span.series, span.first - sheet] += 1
    if max(offsets.values()) == 1:
        return spans
    kept: list[Span | None] = []
    for sheet, span in enumerate(spans):
        counts = span is not None and offsets[span.series, span.first - sheet] > 1
        kept.append(span if counts else None)
    return kept


def _between(spans: Sequence[Span | None], at: int) -> Span | None:
    """Return the number that the sheets around one leave for it; None where they leave none, or differ."""
    before = _counted(spans, at, range(at - 1, -1, -1))
    behind = _counted(spans, at, range(at + 1, len(spans)))
    if before and behind and before.series == behind.series:
        return before if before == behind else None
    return behind or before


def _counted(spans: Sequence[Span | None], at: int, sheets: range) -> Span | None:
    """Return the number of a sheet, counted from the nearest of some sheets that has one."""
    for sheet in sheets:
        span = spans[sheet]
        if span:
            number = span.first + at - sheet
            return Span(number, number, span.series) if number > 0 else None
    return None
