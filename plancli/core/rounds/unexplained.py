"""The drafting office's own changes: where the plan differs from what draft and record give."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from plancli.core.finding import Extent
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Paragraph
from plancli.core.plan.moved_marks import moved_marks
from plancli.core.plan.outline import NUMBER, Outline
from plancli.core.plan.printed import fields_of
from plancli.core.plan.wording import node_of
from plancli.core.text.characters import sentences
from plancli.core.text.diff import Splice, readable, smooth, splices
from plancli.core.text.marked import Run, changed_whole, marked

TEXT, HEADING, SEPARATOR, UNITS = "text", "heading", "separator", "units"
FORMULA = "formula"
TITLE, PARENT, ORDER, AFTER = "title", "parent", "order", "after"


class OfficeChange(NamedTuple):
    """A change of one part: words or units, title or number, what holds a section, an order, where a mark is.

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
        if self.as_before:
            return self.change, self.as_before
        return (self.change,)


def office_changes(expected: Outline, plan: Outline) -> list[OfficeChange]:
    """Return what the office changed, paragraphs first, in reading order."""
    return [
        *_paragraphs(expected, plan),
        *_note_places(expected, plan),
        *_titles(expected, plan),
        *_numbers(expected, plan),
        *_formulas(expected, plan),
        *_parents(expected, plan),
        *_orders(expected, plan),
    ]


# --- paragraphs ---------------------------------------------------------------------------------------------


def _paragraphs(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    """Yield the paragraphs that differ, come or go; only the first field that differs is named."""
    for name in dict.fromkeys([*expected.spots, *plan.spots]):
        before, after = _paragraph(expected, name), _paragraph(plan, name)
        if before is after:
            continue  # nobody touched it: most paragraphs, and told in no time
        found = _first_difference(before, after)
        if found is None:
            continue
        field, offset = found
        old, new = _printed(before, plan.joints), _printed(after, plan.joints)
        written = tuple(_written(before, after)) if after else ()
        change = _marked(old, new)
        yield OfficeChange(name, field, change, offset, written, _as_before(old, new))


def _paragraph(outline: Outline, name: str) -> Paragraph | None:
    """Return a paragraph by its id, None where an outline does not have it."""
    spot = outline.spots.get(name)
    if spot is None:
        return None
    return spot.paragraph


def _printed(paragraph: Paragraph | None, joints: Joints) -> str:
    """Return a paragraph as the plan prints it, "" where there is none.

    Both sides are printed with the joints of the plan: what is printed everywhere otherwise is no change of
    a paragraph. Its number is told of by itself.
    """
    if paragraph is None:
        return ""
    return "".join(fields_of(paragraph, joints)._replace(number=""))


def _first_difference(
    one: Paragraph | None, other: Paragraph | None
) -> tuple[str, int | None] | None:
    """Return the first field that differs, and from which character on; None where none is printed otherwise.

    A paragraph that comes or goes differs in its text. No character is named in what is no running text.
    """
    if one is None or other is None:
        return TEXT, None
    if one.heading != other.heading:
        return HEADING, _offset(one.heading, other.heading)
    if one.text != other.text:
        return TEXT, _offset(one.text, other.text)
    if one.separator != other.separator:
        return SEPARATOR, None
    if one.units != other.units:
        return UNITS, None
    return None  # they differ in what belongs to a draft alone, such as its page


def _offset(old: str, new: str) -> int | None:
    """Return the first character of `new` that differs, at most its last one; None where nothing is left."""
    if not new:
        return None
    start = splices(old, new)[0].start
    # where its end is gone, the first difference lies behind it
    return min(start, len(new) - 1)


def _written(before: Paragraph | None, after: Paragraph) -> Iterator[Extent]:
    """Yield what is new in a paragraph, and beside what words are gone."""
    if before is None:
        # an id that no paragraph has, so that the new one's is new
        before = Paragraph(id="-")
    yield from _in_text("id", before.id, after.id)
    yield from _in_text(HEADING, before.heading, after.heading)
    yield from _in_text(TEXT, before.text, after.text)
    # a separator that is gone leaves nothing in the file to point at
    if after.separator is not None and after.separator != before.separator:
        yield Extent((SEPARATOR,))
    yield from _in_units(before.units or (), after.units or ())


def _in_text(field: str, old: str, new: str) -> Iterator[Extent]:
    """Yield the new words of a heading or text, and what stands beside those that are gone."""
    edges = {0, *accumulate(map(len, sentences(old)))}
    grown = 0  # how much longer the text has become before this place
    for change in splices(old, new):
        start = change.start + grown
        grown += len(change.text) - (change.end - change.start)
        if change.text:
            yield Extent((field,), start, start + len(change.text))
            continue
        rest = _rest(change, edges)
        if rest is not None:
            low, high = rest
            yield Extent((field,), start + low, start + high)


def _rest(gone: Splice, edges: Container[int]) -> tuple[int, int] | None:
    """Return which character beside deleted words is left of their sentence; None where it is gone whole.

    The character before them, or at the beginning of a sentence the one behind, as (start, end) from where
    the words stood. `edges` are the places between the sentences of the old text.
    """
    if gone.start not in edges:
        return -1, 0
    if gone.end not in edges:
        return 0, 1
    return None


def _in_units(old: Sequence[str], new: Sequence[str]) -> Iterator[Extent]:
    """Yield the new names of a list; the list itself where it has none and still differs.

    It differs so where names are gone or stand in another order. Of a list that is empty nothing is
    written: its file has no place for it.
    """
    if old == new or not new:
        return
    added: list[Extent] = []
    for at, unit in enumerate(new):
        if unit not in old:
            added.append(Extent((UNITS, at)))
    yield from added or [Extent((UNITS,))]


# --- marks of footnotes -------------------------------------------------------------------------------------


def _note_places(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    """Yield the footnotes whose marks stand elsewhere than where their words went."""
    for moved in moved_marks(expected, plan):
        # a mark behind the whole text leaves nothing in the file to point at
        written = (Extent((AFTER,)),) if moved.is_said else ()
        change = marked(changed_whole(moved.old, moved.new))
        yield OfficeChange(moved.key, AFTER, change, extents=written)


# --- titles, places and orders ------------------------------------------------------------------------------


def _titles(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    """Yield the sections and columns that have another title, come or go."""
    before, after = expected.titles, plan.titles
    for key in dict.fromkeys([*before, *after]):
        if before.get(key) == after.get(key):
            continue
        old, new = before.get(key, ""), after.get(key, "")
        yield OfficeChange(
            key,
            TITLE,
            _marked(old, new),
            extents=(Extent((TITLE,)),) if new else (),
            as_before=_as_before(old, new),
        )


def _numbers(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    """Yield the parts that have another number; of what comes or goes its words are told of."""
    before, after = _written_numbers(expected), _written_numbers(plan)
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key, ""), after.get(key, "")
        if old == new or not (expected.knows(key) and plan.knows(key)):
            continue
        # a number that is gone leaves nothing in the file to point at
        written = (Extent((NUMBER,)),) if _writes_number(plan, key) else ()
        yield OfficeChange(key, NUMBER, marked(changed_whole(old, new)), extents=written)


def _written_numbers(outline: Outline) -> dict[str, str]:
    """Return the numbers of all parts, those of formulas too, which count in no series."""
    found = dict(outline.numbers)
    for key in _formulas_of(outline):
        found[key] = outline.spots[key].paragraph.number or ""
    return found


def _formulas_of(outline: Outline) -> set[str]:
    return {key for key, spot in outline.spots.items() if spot.paragraph.formula}


def _formulas(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    """Yield the paragraphs that became a formula, or are none any more.

    They are printed alike, and not merged alike: nobody changes a part of a formula.
    """
    before, after = _formulas_of(expected), _formulas_of(plan)
    both = expected.spots.keys() & plan.spots.keys()
    for key in sorted((before ^ after) & both):
        old, new = (FORMULA if key in one else "" for one in (before, after))
        yield OfficeChange(key, FORMULA, marked(changed_whole(old, new)))


def _writes_number(plan: Outline, key: str) -> bool:
    """Whether the file of a part says which number it has."""
    return node_of(plan, key).number is not None


def _parents(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    """Yield the sections that stand below another one.

    A section that is new is told of by its title: where it stands is no change of it.
    """
    for key, section in plan.sections.items():
        before = expected.sections.get(key)
        if before is None or before.above == section.above:
            continue
        yield OfficeChange(
            key,
            PARENT,
            _marked(before.above or "", section.above or ""),
            extents=(Extent((PARENT,)),),
        )


def _orders(expected: Outline, plan: Outline) -> Iterator[OfficeChange]:
    """Yield the lists in which the same parts stand in another order, and parts that changed their list.

    What came or went altogether is told of by itself, and leaves the order of the others as it was.
    """
    for container in ("", *expected.sections, *expected.lists):
        before, after = expected.children(container), plan.children(container)
        left = _left(before, set(after), plan)
        if left:
            # where parts left a list, the order of those that stayed is not told apart
            yield OfficeChange(container, ORDER, marked(Run("-", key) for key in left))
            continue
        old, new = _of(before, set(after)), _of(after, set(before))
        if old != new:
            yield OfficeChange(container, ORDER, _marked("、".join(old), "、".join(new)))


def _left(before: Sequence[str], after: Container[str], plan: Outline) -> list[str]:
    """Return what stood in a list and stands elsewhere in the plan now."""
    return [key for key in before if key not in after and plan.knows(key)]


def _of(one: Sequence[str], other: Container[str]) -> list[str]:
    """Return what of a list is in another list, too, in the order of the first."""
    return [key for key in one if key in other]


# --- marks --------------------------------------------------------------------------------------------------


def _marked(old: str, new: str) -> str:
    """Return a change in plain marks, without what stays between."""
    return _only_changed(readable(old, new))


def _as_before(old: str, new: str) -> str:
    """Return a change as earlier versions showed it, where that differs; "" where it does not.

    Notes in files still name it so: they were written when the marks were not yet widened to whole words.
    """
    narrow = _only_changed(smooth(old, new))
    if narrow == _marked(old, new):
        return ""
    return narrow


def _only_changed(runs: Iterable[Run]) -> str:
    """Return runs in plain marks, without those that stayed."""
    return marked(run for run in runs if run.op != "=")
