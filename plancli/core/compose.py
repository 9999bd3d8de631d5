"""Draft and placed comments give a text: everything merged that is not in conflict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from plancli.core.merge import Group, Merge, Verdict, merge, side
from plancli.core.model import Column, Paragraph, Part, Section
from plancli.core.outline import Outline, column_key
from plancli.core.place import Addition, Placed, TextChange, UnitsChange, units_after

FieldKey = tuple[str, str]
"""Paragraph id and field name (heading or text)."""

OFFICE = "编制单位"
"""The author of changes that no comment asks for: the drafting office."""


class Side(NamedTuple):
    """What one author wants at a place; an empty wording is a deletion."""

    by: str
    wording: str


class Conflict(NamedTuple):
    """Edits that cannot all stand: the place in the draft, its words and what each side wants."""

    paragraph: str
    field: Literal["heading", "text", "units", "whole"]
    base: str
    sides: tuple[Side, ...]

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(side.by for side in self.sides)


class Composition(NamedTuple):
    """The draft with comments merged into it."""

    sections: tuple[Section, ...]
    merges: dict[FieldKey, Merge]
    conflicts: tuple[Conflict, ...]

    @property
    def agreed(self) -> set[str]:
        """Comments of which every text change was asked for by another comment too."""
        alone: set[str] = set()
        shared: set[str] = set()
        for merged in self.merges.values():
            for group in merged.groups:
                (shared if group.verdict is Verdict.AGREED else alone).update(group.authors)
        return shared - alone


def compose(outline: Outline, comments: Iterable[Placed]) -> Composition:
    """Merge the placed comments, given in publication order, into the draft.

    Structural changes (whole paragraphs, responsible units) are judged beside the texts; whatever is in
    conflict is left as it stands in the draft.
    """
    comments = list(comments)
    merges = _merge_texts(outline, [change for placed in comments for change in placed.texts])
    units, units_conflicts = _merge_units(outline, [change for placed in comments for change in placed.units])
    additions, additions_conflicts = _merge_additions([a for placed in comments for a in placed.additions])
    removed, removal_conflicts = _merge_removals(outline, comments)
    sections = _rebuild(outline, merges, units, additions, removed)
    conflicts = [
        Conflict(key[0], "heading" if key[1] == "heading" else "text", *_sides(merged.base, group))
        for key, merged in merges.items()
        for group in merged.conflicts
    ]
    return Composition(
        sections, merges, (*conflicts, *units_conflicts, *additions_conflicts, *removal_conflicts)
    )


def _sides(base: str, group: Group) -> tuple[str, tuple[Side, ...]]:
    words = base[group.start : group.end]
    return words, tuple(Side(by, side(base, group, by)) for by in group.authors)


def _merge_texts(outline: Outline, changes: list[TextChange]) -> dict[FieldKey, Merge]:
    by_field: dict[FieldKey, list[TextChange]] = defaultdict(list)
    for change in changes:
        by_field[change.paragraph, change.field].append(change)
    return {
        key: merge(getattr(outline.spots[key[0]].paragraph, key[1]), [text.change for text in found])
        for key, found in by_field.items()
    }


def _merge_units(
    outline: Outline, changes: list[UnitsChange]
) -> tuple[dict[str, tuple[str, ...]], list[Conflict]]:
    """Merge names as sets; a whole list stands only beside changes that agree with it."""
    result: dict[str, tuple[str, ...]] = {}
    conflicts: list[Conflict] = []
    by_paragraph: dict[str, list[UnitsChange]] = defaultdict(list)
    for change in changes:
        by_paragraph[change.paragraph].append(change)
    for paragraph, found in by_paragraph.items():
        before = outline.spots[paragraph].paragraph.units or ()
        if any(_contradict(one, other) for one, other in combinations(found, 2)):
            sides = tuple(Side(change.by, "、".join(units_after(before, change))) for change in found)
            conflicts.append(Conflict(paragraph, "units", "、".join(before), sides))
        else:
            for change in sorted(found, key=lambda change: change.whole is None):
                before = units_after(before, change)
            result[paragraph] = before
    return result, conflicts


def _contradict(one: UnitsChange, other: UnitsChange) -> bool:
    if one.by == other.by:
        return False
    if one.whole is not None and other.whole is not None:
        return one.whole != other.whole
    beyond = any(a.whole is not None and set(b.added) - set(a.whole) for a, b in ((one, other), (other, one)))
    return beyond or bool(set(one.added) & set(other.removed) or set(other.added) & set(one.removed))


def _merge_additions(additions: list[Addition]) -> tuple[list[Addition], list[Conflict]]:
    """Keep additions in publication or stated order; the same id or heading twice collides."""
    conflicts: list[Conflict] = []
    kept: list[Addition] = []
    ordered = sorted(additions, key=lambda addition: addition.order or 0)
    for addition in ordered:
        rivals = [other for other in ordered if _same_place(addition, other)]
        if all(other.new == addition.new for other in rivals):
            if addition is rivals[0]:
                kept.append(addition)
        elif addition is rivals[0]:
            sides = tuple(Side(other.by, other.new.text) for other in rivals)
            conflicts.append(Conflict(addition.new.id, "whole", "", sides))
    return kept, conflicts


def _same_place(one: Addition, other: Addition) -> bool:
    same_heading = one.new.heading and one.new.heading == other.new.heading
    return one.new.id == other.new.id or bool(same_heading and one.container == other.container)


def _merge_removals(outline: Outline, comments: list[Placed]) -> tuple[set[str], list[Conflict]]:
    """Let a paragraph go unless another comment changes something in it."""
    removers: dict[str, list[str]] = defaultdict(list)
    editors: dict[str, list[str]] = defaultdict(list)
    for placed in comments:
        for removal in placed.removals:
            removers[removal.paragraph].append(placed.by)
        for paragraph in placed.edited:
            editors[paragraph].append(placed.by)
    conflicts = []
    for paragraph, by in removers.items():
        if rivals := [editor for editor in editors[paragraph] if editor not in by]:
            text = outline.spots[paragraph].paragraph.text
            sides = [Side(remover, "") for remover in by] + [Side(rival, text) for rival in rivals]
            conflicts.append(Conflict(paragraph, "whole", text, tuple(sides)))
    return set(removers) - {conflict.paragraph for conflict in conflicts}, conflicts


def _rebuild(
    outline: Outline,
    merges: dict[FieldKey, Merge],
    units: dict[str, tuple[str, ...]],
    additions: list[Addition],
    removed: set[str],
) -> tuple[Section, ...]:
    def changed(paragraph: Paragraph) -> Paragraph:
        update: dict[str, object] = {"page": None, "line": None}
        for field in ("heading", "text"):
            if merged := merges.get((paragraph.id, field)):
                update[field] = merged.text.strip()
        if paragraph.id in units:
            update["units"] = units[paragraph.id]
        return paragraph.model_copy(update=update)

    def listed(key: str, children: Iterable[Part]) -> Iterator[Part]:
        yield from _with_additions(children, [a for a in additions if a.container == key], removed)

    def rebuilt(section: Section) -> Iterator[Part]:
        for part in listed(section.key, section.body):
            if isinstance(part, Column):
                items = listed(column_key(section, part), part.items)
                yield part.model_copy(update={"items": tuple(changed(i) for i in items)})  # type: ignore[arg-type]
            else:
                yield changed(part)

    sections = outline.sections.values()
    return tuple(section.model_copy(update={"body": tuple(rebuilt(section))}) for section in sections)


def _with_additions(children: Iterable[Part], additions: list[Addition], removed: set[str]) -> Iterator[Part]:
    """Yield a list's parts with additions behind their `after`, by default behind the last paragraph."""
    children = list(children)
    paragraphs = [child.id for child in children if isinstance(child, Paragraph)]
    behind: dict[str | None, list[Paragraph]] = defaultdict(list)
    for addition in additions:
        behind[addition.after or (paragraphs[-1] if paragraphs else None)].append(addition.new)
    yield from behind[None]
    for child in children:
        if isinstance(child, Column):
            yield child
            continue
        if child.id not in removed:
            yield child
        yield from behind[child.id]
