"""The drafting office's own changes: where the plan differs from what draft and record give."""

from collections.abc import Container, Iterator
from itertools import accumulate
from typing import NamedTuple

from plancli.core.finding import Extent
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Paragraph
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import fields_of
from plancli.core.text.characters import sentences
from plancli.core.text.diff import Splice, readable, smooth, splices
from plancli.core.text.marked import Run, marked

TEXT, HEADING, SEPARATOR, UNITS = "text", "heading", "separator", "units"
TITLE, PARENT, ORDER = "title", "parent", "order"


class OfficeChange(NamedTuple):
    """A change of one part: a paragraph's words or units, a title, what holds a section, or an order.

    `change` marks exactly what is gone and what is new; `field` and `offset` say where it begins.
    `extents` are what was written, by paths inside the part; nothing stands for whole sentences that are
    gone, nor for an order. `as_before` is the change as earlier versions marked it, where that differs.
    """

    key: str
    field: str
    change: str
    offset: int | None = None
    extents: tuple[Extent, ...] = ()
    as_before: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """What a note may call it: as it is shown, or as earlier versions did, whose marks cut words."""
        return (self.change, self.as_before) if self.as_before else (self.change,)


def office_changes(expected: Outline, plan: Outline) -> list[OfficeChange]:
    """Return what the office changed, paragraphs first, in reading order."""
    found = (_paragraphs, _titles, _parents, _orders)
    return [change for changes in found for change in changes(expected, plan)]


def _paragraphs(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    for name in dict.fromkeys([*expected.spots, *plan.spots]):
        one, other = expected.spots.get(name), plan.spots.get(name)
        before, after = (spot.paragraph if spot else None for spot in (one, other))
        if before is not after and (found := _first_difference(before, after)):
            old, new = (_printed(paragraph, plan.joints) for paragraph in (before, after))
            written = tuple(_written(before, after)) if after else ()
            shown = _marked(old, new), found[1], written, _as_before(old, new)
            yield OfficeChange(name, found[0], *shown)


def _printed(paragraph: Paragraph | None, joints: Joints) -> str:
    """Return a paragraph as the plan prints it; what is printed everywhere otherwise is no change of it."""
    return "".join(fields_of(paragraph, joints)) if paragraph else ""


def _first_difference(
    one: Paragraph | None, other: Paragraph | None
) -> tuple[str, int | None] | None:
    """Return the first field that differs, and from which character on."""
    if one is None or other is None:
        return TEXT, None
    for field in (HEADING, TEXT):
        old, new = str(getattr(one, field)), str(getattr(other, field))
        if old != new:
            return field, _offset(old, new)
    if one.separator != other.separator:
        return SEPARATOR, None
    return (UNITS, None) if one.units != other.units else None


def _offset(old: str, new: str) -> int | None:
    """Return the first character of `new` that differs, at most its last one."""
    start = splices(old, new)[0].start
    return min(start, len(new) - 1) if new else None


def _written(before: Paragraph | None, after: Paragraph) -> Iterator[Extent]:
    """Yield what is new in a paragraph, and beside what words are gone."""
    old = before or Paragraph(id="-")
    for field in ("id", HEADING, TEXT):
        yield from _in_text(field, getattr(old, field), getattr(after, field))
    if after.separator is not None and old.separator != after.separator:
        yield Extent((SEPARATOR,))
    if old.units != after.units and after.units:
        new = [at for at, unit in enumerate(after.units) if unit not in (old.units or ())]
        yield from (Extent((UNITS, at)) for at in new)
        if not new:
            yield Extent((UNITS,))


def _in_text(field: str, old: str, new: str) -> Iterator[Extent]:
    edges = {0, *accumulate(map(len, sentences(old)))}
    grown = 0
    for change in splices(old, new):
        start = change.start + grown
        grown += len(change.text) - (change.end - change.start)
        if change.text:
            yield Extent((field,), start, start + len(change.text))
        elif rest := _rest(change, edges):
            yield Extent((field,), start + rest[0], start + rest[1])


def _rest(gone: Splice, edges: Container[int]) -> tuple[int, int] | None:
    """Return which character beside deleted words is left of their sentence; None where it is gone whole."""
    if gone.start not in edges:
        return -1, 0
    return None if gone.end in edges else (0, 1)


def _titles(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    before, after = _titled(expected), _titled(plan)
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        if old != new:
            written = (Extent((TITLE,)),) if new else ()
            titles = old or "", new or ""
            shown = _marked(*titles), None, written, _as_before(*titles)
            yield OfficeChange(key, TITLE, *shown)


def _parents(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    """Yield the sections that stand below another one."""
    for key, section in plan.sections.items():
        before = expected.sections.get(key)
        if before and before.above != section.above:
            change = _marked(before.above or "", section.above or "")
            yield OfficeChange(key, PARENT, change, extents=(Extent((PARENT,)),))


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
            gone = marked(Run("-", key) for key in left)
            yield OfficeChange(container, ORDER, gone or _marked("、".join(old), "、".join(new)))


def _marked(old: str, new: str) -> str:
    """Return a change in plain marks, without what stays between."""
    return marked(run for run in readable(old, new) if run.op != "=")


def _as_before(old: str, new: str) -> str:
    """Return a change as earlier versions showed it, where that differs: notes in files still name it so."""
    narrow = marked(run for run in smooth(old, new) if run.op != "=")
    return "" if narrow == _marked(old, new) else narrow
