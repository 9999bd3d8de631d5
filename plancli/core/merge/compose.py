"""Draft and placed comments give a text: everything merged that is not in conflict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from plancli.core.merge.meeting import Level, Meeting, Side
from plancli.core.merge.placed import Placed, TextChange
from plancli.core.merge.structure import Structure, Wanted, built, merge_structure
from plancli.core.merge.units import merge_units
from plancli.core.merge.words import Group, Merge, Ruling, merge, settled, side
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.tree import wording

FieldKey = tuple[str, str]
"""Paragraph id and field name (heading or text)."""


class Composition(NamedTuple):
    """The draft (`base`) with comments merged into it.

    `other` are the meetings outside running text; `agreed` the comments of which all was asked for twice;
    `order` the order of publication.
    """

    base: Outline
    sections: tuple[Section, ...]
    merges: dict[FieldKey, Merge]
    structure: Structure
    other: tuple[Meeting, ...]
    agreed: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()

    @property
    def conflicts(self) -> tuple[Meeting, ...]:
        """Where comments meet that cannot all stand."""
        hard = [
            _meeting(key, merged, group, Level.HARD, self.order)
            for key, merged in self.merges.items()
            for group in merged.conflicts
        ]
        return (*hard, *(meeting for meeting in self.other if meeting.level is Level.HARD))

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Everywhere that comments meet: hard, same and soft."""
        texts = (
            m
            for key, merged in self.merges.items()
            for m in _text_meetings(key, merged, self.order)
        )
        return (*texts, *self.other)


_LEVELS = {Ruling.CONFLICT: Level.HARD, Ruling.AGREED: Level.SAME, Ruling.ORDERED: Level.SOFT}


def _text_meetings(key: FieldKey, merged: Merge, order: Sequence[str]) -> Iterator[Meeting]:
    """Yield the groups of several authors, and the sentences that several changed apart from each other."""
    for group in merged.groups:
        if group.verdict in _LEVELS and (
            len(group.authors) > 1 or group.verdict is Ruling.CONFLICT
        ):
            yield _meeting(key, merged, group, _LEVELS[group.verdict], order)
    for group in merged.shared:
        yield _meeting(key, merged, group, Level.SOFT, order)


def _meeting(
    key: FieldKey, merged: Merge, group: Group, level: Level, order: Sequence[str]
) -> Meeting:
    authors = sorted(group.authors, key=order.index)
    sides = tuple(Side(by, side(merged.base, group, by)) for by in authors)
    joint = "" if level is Level.HARD else settled(merged.base, group)
    field: Literal["heading", "text"] = "heading" if key[1] == "heading" else "text"
    return Meeting(key[0], field, merged.base[group.start : group.end], sides, level, joint)


def compose(outline: Outline, comments: Iterable[Placed]) -> Composition:
    """Merge the placed comments, given in publication order, into the draft.

    Structure (whole paragraphs, columns, sections) and responsible units are judged beside the texts;
    whatever is in conflict is left as it stands in the draft.
    """
    comments = list(comments)
    merges = _merge_texts(outline, [change for placed in comments for change in placed.texts])
    units, units_conflicts = merge_units(
        outline, [change for placed in comments for change in placed.units]
    )
    structure, structure_meetings = merge_structure(outline, _wanted(outline, comments))
    changed = {
        key: _changed(outline.spots[key].paragraph, merges, units)
        for key in dict.fromkeys([*(paragraph for paragraph, _ in merges), *units])
    }
    sections = built(outline, structure).sections(changed)
    other = (*units_conflicts, *structure_meetings)
    agreed = frozenset(placed.by for placed in comments if _agreed(placed, merges, other))
    order = tuple(placed.by for placed in comments)
    return Composition(outline, sections, merges, structure, other, agreed, order)


def _agreed(placed: Placed, merges: dict[FieldKey, Merge], other: Iterable[Meeting]) -> bool:
    """Whether all that a comment changes was asked for by another comment too."""
    fields = {change[:2] for change in placed.texts}
    groups = [g for field in fields for g in merges[field].groups if placed.by in g.authors]
    elsewhere = {change.paragraph for change in placed.units}
    count = len(elsewhere) + len(placed.additions) + len(placed.removals) + len(placed.moves)
    same = [m for m in other if m.level is Level.SAME and placed.by in m.authors] if count else []
    alone = any(group.verdict is not Ruling.AGREED for group in groups) or len(same) < count
    return bool(groups or same) and not alone


def _wanted(outline: Outline, comments: list[Placed]) -> Wanted:
    touched: dict[str, list[str]] = defaultdict(list)
    for placed in comments:
        for key in sorted(placed.edited):
            touched[key].append(placed.by)
    return Wanted(
        [addition for placed in comments for addition in placed.additions],
        [removal for placed in comments for removal in placed.removals],
        [moving for placed in comments for moving in placed.moves],
        touched,
        lambda by, key: _alone(outline, [placed for placed in comments if placed.by == by], key),
    )


def _alone(outline: Outline, own: list[Placed], key: str) -> str:
    """Return the words of a part as one comment by itself wants them; where it goes, without a word."""
    wanted = Outline(compose(outline, own).sections)
    return wording(wanted, key) if wanted.knows(key) else ""


def _merge_texts(outline: Outline, changes: list[TextChange]) -> dict[FieldKey, Merge]:
    by_field: dict[FieldKey, list[TextChange]] = defaultdict(list)
    for change in changes:
        by_field[change.paragraph, change.field].append(change)
    return {
        key: merge(
            getattr(outline.spots[key[0]].paragraph, key[1]), [text.change for text in found]
        )
        for key, found in by_field.items()
    }


def _changed(
    paragraph: Paragraph, merges: dict[FieldKey, Merge], units: dict[str, tuple[str, ...]]
) -> Paragraph:
    update: dict[str, object] = {}
    for field in ("heading", "text"):
        if merged := merges.get((paragraph.id, field)):
            update[field] = merged.text.strip()
    if paragraph.id in units:
        update["units"] = units[paragraph.id]
    return paragraph.model_copy(update=update)
