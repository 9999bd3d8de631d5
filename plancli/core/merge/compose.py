"""Draft and placed comments give a text: everything merged that is not in conflict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from plancli.core.merge.meeting import Level, Meeting, Side
from plancli.core.merge.placed import Placed, TextChange
from plancli.core.merge.structure import Structure, built, merge_structure
from plancli.core.merge.units import UnitList, UnitsChange, merge_units
from plancli.core.merge.wanted import Addition, Moving, Removal, Wanted
from plancli.core.merge.words import Change, Group, Merge, Ruling, merge, settled, side
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import TITLE, Outline
from plancli.core.plan.wording import wording
from plancli.core.text.diff import Splice

FieldKey = tuple[str, str]
"""Id of a paragraph and field name (heading or text), or key of a section or column and title."""


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
        found: list[Meeting] = []
        for key, merged in self.merges.items():
            for group in merged.conflicts:
                found.append(_meeting(key, merged, group, Level.HARD, self.order))
        found += [meeting for meeting in self.other if meeting.level is Level.HARD]
        return tuple(found)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Everywhere that comments meet: hard, same and soft."""
        found: list[Meeting] = []
        for key, merged in self.merges.items():
            found += _text_meetings(key, merged, self.order)
        return (*found, *self.other)


# --- how comments meet in running text ----------------------------------------------------------------------

_LEVELS = {Ruling.CONFLICT: Level.HARD, Ruling.AGREED: Level.SAME, Ruling.ORDERED: Level.SOFT}
"""What a ruling says of the comments; changes that are simply taken are one author's."""


def _text_meetings(key: FieldKey, merged: Merge, order: Sequence[str]) -> Iterator[Meeting]:
    """Yield the groups of several authors, and the sentences that several changed apart from each other.

    A conflict is a meeting even of one author, with himself.
    """
    for group in merged.groups:
        level = _LEVELS.get(group.verdict)
        if level is Level.HARD or (level and len(group.authors) > 1):
            yield _meeting(key, merged, group, level, order)
    for group in merged.shared:
        yield _meeting(key, merged, group, Level.SOFT, order)


def _meeting(
    key: FieldKey, merged: Merge, group: Group, level: Level, order: Sequence[str]
) -> Meeting:
    """Describe a group, its sides in the order of publication."""
    place, name = key
    base = merged.base[group.start : group.end]
    authors = sorted(group.authors, key=order.index)
    sides = tuple(Side(by, side(merged.base, group, by)) for by in authors)
    # of a conflict there is no wording in which all have what they want
    joint = "" if level is Level.HARD else settled(merged.base, group)
    around = merged.base[: group.start], merged.base[group.end :]
    return Meeting(place, _FIELDS[name], base, sides, level, joint, around)


_FIELDS: Mapping[str, Literal["heading", "text", "title"]] = {
    "heading": "heading",
    "text": "text",
    TITLE: "title",
}
"""The fields whose words are merged, by name."""


# --- composing ----------------------------------------------------------------------------------------------


Merged = dict[FieldKey, tuple[list[Change], Merge]]
"""What was merged of each text of one draft, and from which changes."""


def compose(
    outline: Outline, comments: Iterable[Placed], merged: Merged | None = None
) -> Composition:
    """Merge the placed comments, given in publication order, into the draft.

    Structure (whole paragraphs, columns, sections) and responsible units are judged beside the texts;
    whatever is in conflict is left as it stands in the draft. `merged` remembers the texts of this draft: of
    one trial and the next most have the same changes.
    """
    comments = list(comments)
    order = tuple(placed.by for placed in comments)
    texts: list[TextChange] = []
    of_units: list[UnitsChange] = []
    for placed in comments:
        texts += placed.texts
        of_units += placed.units
    merges = _merge_texts(outline, texts, merged)
    units, units_meetings = merge_units(outline, of_units)
    structure, structure_meetings = merge_structure(outline, _wanted(outline, comments))

    titles = {key: merged.text.strip() for (key, field), merged in merges.items() if field == TITLE}
    changed: dict[str, Paragraph] = {}
    for key in dict.fromkeys([*(key for key, _ in merges), *units]):
        if key not in titles:
            changed[key] = _changed(outline.spots[key].paragraph, merges, units)
    tree = built(outline, structure)
    tree.changed_by(_splices(merges))
    sections = tree.sections(changed, titles)
    other = (*units_meetings, *structure_meetings)
    agreed = frozenset(placed.by for placed in comments if _agreed(placed, merges, other))
    return Composition(outline, sections, merges, structure, other, agreed, order)


def _splices(merges: Mapping[FieldKey, Merge]) -> dict[str, list[Splice]]:
    """Return what was changed in the text of each paragraph."""
    return {key: merged.splices for (key, field), merged in merges.items() if field == "text"}


def _agreed(placed: Placed, merges: dict[FieldKey, Merge], other: Sequence[Meeting]) -> bool:
    """Whether all that a comment changes was asked for by another comment too."""
    in_words = False
    for paragraph, field in {(change.paragraph, change.field) for change in placed.texts}:
        for group in merges[paragraph, field].groups:
            if placed.by not in group.authors:
                continue
            if group.verdict is not Ruling.AGREED:
                return False
            in_words = True
    # of units and whole parts each is a meeting of its own, so that counting tells whether it was all
    changes = len({change.paragraph for change in placed.units})
    changes += len(placed.additions) + len(placed.removals) + len(placed.moves)
    if changes == 0:
        return in_words
    same = [meeting for meeting in other if _agrees_in(placed.by, meeting)]
    return len(same) >= changes


def _agrees_in(by: str, meeting: Meeting) -> bool:
    """Whether an author asks in a meeting for what the others ask for."""
    return meeting.level is Level.SAME and by in meeting.authors


def _wanted(outline: Outline, comments: Sequence[Placed]) -> Wanted:
    """Put together what all comments want of whole parts, and where else they are at work."""
    additions: list[Addition] = []
    removals: list[Removal] = []
    moves: list[Moving] = []
    touched: dict[str, list[str]] = defaultdict(list)
    for placed in comments:
        additions += placed.additions
        removals += placed.removals
        moves += placed.moves
        for key in sorted(placed.edited):
            touched[key].append(placed.by)

    def alone(by: str, key: str) -> str:
        return _alone(outline, [placed for placed in comments if placed.by == by], key)

    return Wanted(additions, removals, moves, touched, alone)


def _alone(outline: Outline, own: Sequence[Placed], key: str) -> str:
    """Return the words of a part as one comment by itself wants them; where it goes, without a word."""
    wanted = Outline(compose(outline, own).sections)
    return wording(wanted, key) if wanted.knows(key) else ""


def _merge_texts(
    outline: Outline, changes: Iterable[TextChange], merged: Merged | None
) -> dict[FieldKey, Merge]:
    """Merge the changes of each heading, text and title that is changed, where they are not merged yet."""
    by_field: dict[FieldKey, list[Change]] = defaultdict(list)
    for change in changes:
        by_field[change.paragraph, change.field].append(change.change)
    merged = {} if merged is None else merged
    found: dict[FieldKey, Merge] = {}
    for (key, field), of_field in by_field.items():
        known = merged.get((key, field))
        if known is None or known[0] != of_field:
            known = of_field, merge(outline.words(key, field), of_field, outline.is_formula(key))
            merged.setdefault((key, field), known)
        found[key, field] = known[1]
    return found


def _changed(
    paragraph: Paragraph, merges: dict[FieldKey, Merge], units: dict[str, UnitList]
) -> Paragraph:
    """Return a paragraph of the draft with what was merged in it."""
    update: dict[str, object] = {}
    for field in ("heading", "text"):
        merged = merges.get((paragraph.id, field))
        if merged is not None:
            update[field] = merged.text.strip()
    if paragraph.id in units:
        update["units"] = units[paragraph.id]
    return paragraph.model_copy(update=update)
