"""The drafting office's own changes: where the plan differs from what draft and record give."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.diff import marked, readable, splices
from plancli.core.model import Paragraph
from plancli.core.outline import Outline
from plancli.core.printed import printed

TEXT, HEADING, UNITS, TITLE, ORDER = "text", "heading", "units", "title", "order"


class OfficeChange(NamedTuple):
    """A change of one part: a paragraph's words or units, a title, or the order in a list.

    `change` marks exactly what is gone and what is new; `field` and `offset` say where it begins.
    """

    key: str
    field: str
    change: str
    offset: int | None = None


def office_changes(expected: Outline, plan: Outline) -> list[OfficeChange]:
    """Return what the office changed, paragraphs first, in reading order."""
    return [*_paragraphs(expected, plan), *_titles(expected, plan), *_orders(expected, plan)]


def _paragraphs(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    for name in dict.fromkeys([*expected.spots, *plan.spots]):
        one, other = expected.spots.get(name), plan.spots.get(name)
        before, after = (spot.paragraph if spot else None for spot in (one, other))
        if before is not after and (found := _first_difference(before, after)):
            old, new = (printed(spot).text if spot else "" for spot in (one, other))
            yield OfficeChange(name, found[0], _marked(old, new), found[1])


def _first_difference(one: Paragraph | None, other: Paragraph | None) -> tuple[str, int | None] | None:
    """Return the first field that differs, and from which character on."""
    if one is None or other is None:
        return TEXT, None
    for field in (HEADING, TEXT):
        old, new = str(getattr(one, field)), str(getattr(other, field))
        if old != new:
            return field, _offset(old, new)
    return (UNITS, None) if one.units != other.units else None


def _offset(old: str, new: str) -> int | None:
    """Return the first character of `new` that differs, at most its last one."""
    start = splices(old, new)[0].start
    return min(start, len(new) - 1) if new else None


def _titles(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    before, after = _titled(expected), _titled(plan)
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        if old != new:
            yield OfficeChange(key, TITLE, _marked(old or "", new or ""))


def _titled(outline: Outline) -> dict[str, str]:
    titles = {key: section.title for key, section in outline.sections.items()}
    return titles | {key: column.title for key, column in outline.columns.items()}


def _orders(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    """Yield the lists in which the same parts stand in another order, and parts that changed their list."""
    for container in ("", *expected.sections, *expected.columns):
        before, after = expected.children(container), plan.children(container)
        common = set(before) & set(after)
        old, new = ([key for key in keys if key in common] for keys in (before, after))
        left = [key for key in before if key not in common and plan.knows(key)]
        if old != new or left:
            gone = "".join(f"[-{key}-]" for key in left)
            yield OfficeChange(container, ORDER, gone or _marked("、".join(old), "、".join(new)))


def _marked(old: str, new: str) -> str:
    """Return a change in plain marks, without what stays between."""
    return marked(run for run in readable(old, new) if run.op != "=")
