"""What a comment asked for beside what was adopted, field by field: headings, texts, units and places."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.evidence.pieces import Piece, relisted, runs, separated
from plancli.core.merge.meeting import OFFICE
from plancli.core.merge.placed import Placed
from plancli.core.merge.units import units_after
from plancli.core.merge.wanted import Addition, Moving
from plancli.core.merge.words import Change, merge
from plancli.core.plan.cells import row_of_cell
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Paragraph, Section, Table, TableHead, TableRow
from plancli.core.plan.outline import TITLE, Outline
from plancli.core.plan.printed import fields_of
from plancli.core.plan.throughout import paragraphs_in
from plancli.core.text.diff import readable
from plancli.core.text.marked import Run

PLACE = "place"
"""The field of a wording that says where a part stands: in what, and (↑) behind what."""
UNIT_LIST = "units"

FieldName = tuple[str, str]
"""Id of a paragraph, or key of a part, and the field: heading, text, units or place."""


class Wording(NamedTuple):
    """One field as the draft has it, as a comment asked for it, and as it was adopted; empty where absent.

    Of a part that is to be new, `container` is the section, column, table or list of one into which it goes;
    `new_row`: it is a cell of a new row of a table.
    """

    paragraph: str
    field: str
    draft: str
    asked: str
    adopted: str
    comma: str = "、"
    """What the plan prints between two units."""
    container: str = ""
    new_row: bool = False

    @property
    def runs(self) -> list[Run]:
        """What was asked against what was adopted."""
        return _runs(self.field, self.asked, self.adopted, self.comma)

    def changed_to(self, new: str) -> list[Run]:
        """Return what turns the draft into what was asked, or into what was adopted."""
        return _runs(self.field, self.draft, new, self.comma)


def _runs(field: str, old: str, new: str, comma: str) -> list[Run]:
    """Compare two values of a field: a place as a whole, units name by name, all else word by word.

    What is the same in both is one run, whatever field it is of.
    """
    if old != new and field == PLACE:
        return [Run("-", old), Run("+", new)]
    if old != new and field == UNIT_LIST:
        return _name_by_name(old, new, comma)
    return readable(old, new)


def _name_by_name(old: str, new: str, comma: str) -> list[Run]:
    """Compare two lists of units as they are printed; spelled out, the runs give both."""
    before = [Piece(name) for name in _names(old, comma)]
    after = _names(new, comma)
    return runs(separated(relisted(before, after, lambda _name: (OFFICE,)), comma))


def _names(listed: str, comma: str) -> list[str]:
    """Return the names of a list as it is printed; none of an empty one."""
    if not listed:
        return []
    return listed.split(comma)


def wordings(draft: Outline, asked: Placed, adopted: Placed) -> Iterator[Wording]:
    """Yield every field that was asked to change or was changed, as the draft has it and in both forms.

    The changes are given at their places in the draft.
    """
    wanted = dict(_changed(draft, asked))
    done = dict(_changed(draft, adopted))
    coming = dict([*_coming(asked), *_coming(adopted)])
    for key in dict.fromkeys([*wanted, *done]):
        before = _before(draft, key)
        words = before, wanted.get(key, before), done.get(key, before)
        found = Wording(*key, *words, draft.joints.comma)
        addition = coming.get(found.paragraph)
        if addition is not None:
            new_row = is_in_new_row(addition, found.paragraph)
            found = found._replace(container=addition.container, new_row=new_row)
        yield found


def is_in_new_row(addition: Addition, key: str) -> bool:
    """Whether something that comes is a new row of a table, or a cell of one."""
    if isinstance(addition.new, Table):
        return any(row_of_cell(key) == row.id for row in addition.new.rows)
    return isinstance(addition.new, TableRow)


def _coming(placed: Placed) -> Iterator[tuple[str, Addition]]:
    """Yield each part that is to be new, and all that comes with it, by key."""
    for addition in placed.additions:
        for key in (addition.key, *addition.holds):
            yield key, addition


def _changed(draft: Outline, placed: Placed) -> Iterator[tuple[FieldName, str]]:
    """Yield every field that a comment changes, with its new words.

    Of a list of units that it changes twice the later change counts.
    """
    for removal in placed.removals:
        yield from _removed(draft, removal.key)
    for addition in placed.additions:
        yield from _added(addition, draft.joints)
    changes: dict[FieldName, list[Change]] = {}
    for text in placed.texts:
        # a title is the heading of its section or column
        field = "heading" if text.field == TITLE else text.field
        changes.setdefault((text.paragraph, field), []).append(text.change)
    for key, own in changes.items():
        yield key, merge(_before(draft, key), own, draft.is_formula(key[0])).text
    for change in placed.units:
        names = draft.units(change.paragraph)
        new = draft.joints.comma.join(units_after(names, change))
        yield (change.paragraph, UNIT_LIST), new
    for moving in placed.moves:
        yield (moving.key, PLACE), place_words(*goal(draft, moving))


def _removed(draft: Outline, key: str) -> Iterator[tuple[FieldName, str]]:
    """Yield the headings and texts of a part, and of all that it holds, without a word."""
    for name, spot in draft.spots.items():
        if draft.covers(key, spot):
            yield (name, "heading"), ""
            yield (name, "text"), ""


def _added(addition: Addition, joints: Joints) -> Iterator[tuple[FieldName, str]]:
    """Yield the fields of a new part, and of all that it holds."""
    new = addition.new
    if not isinstance(new, Paragraph | TableRow):
        yield (addition.key, "heading"), new.title
    for part in _paragraphs(addition):
        yield (part.id, "heading"), part.heading
        yield (part.id, "text"), part.text
        if part.units:
            yield (part.id, UNIT_LIST), joints.comma.join(part.units)


def _paragraphs(addition: Addition) -> list[Paragraph]:
    """Return the paragraphs of a new part: itself, or all that it holds.

    In reading order.
    """
    new = addition.new
    if isinstance(new, TableRow | TableHead):
        return list(addition.cells)
    parts = new.body if isinstance(new, Section) else (new,)
    found: list[Paragraph] = []
    for part in parts:
        found += paragraphs_in(part)
    return found


def _before(draft: Outline, key: FieldName) -> str:
    """Return a field as the draft has it; nothing where the paragraph is new."""
    name, field = key
    if field == PLACE:
        return place_words(draft.container(name), _ahead(draft.siblings(name), name))
    if name in draft.titles:
        return draft.titles[name]
    spot = draft.spots.get(name)
    if spot is None:
        return ""
    return str(getattr(fields_of(spot.paragraph, draft.joints), field))


# --- places of parts --------------------------------------------------------------------------------------


def place_words(container: str, after: str | None) -> str:
    """Return a place in a list as words: what holds it, and (↑) what stands before it.

    The first place of the plan itself, which nothing holds, is the arrow alone.
    """
    if after:
        return f"{container} {after} ↑".strip()
    return container or "↑"


def keys_of_place(words: str, draft: Outline) -> tuple[str, str | None]:
    """Return what holds a place in a list, and what stands before it; the other way from `place_words`.

    Keys may have blanks in them, so the one blank between two keys is where the draft knows both.
    """
    keys = words.removesuffix("↑").rstrip()
    if keys == words:
        return words, None
    at = keys.find(" ")
    while at >= 0:
        container, after = keys[:at], keys[at + 1 :]
        if draft.knows(container) and draft.knows(after):
            return container, after
        at = keys.find(" ", at + 1)
    return "", keys or None


def goal(draft: Outline, moving: Moving) -> tuple[str, str | None]:
    """Return where a part is to go: the list, and behind which part of it.

    What stands before another part stands behind the one that is ahead of that now.
    """
    if not moving.before:
        return moving.container, moving.after
    listed = [key for key in draft.siblings(moving.before) if key != moving.key]
    return moving.container, _ahead(listed, moving.before)


def _ahead(listed: list[str], key: str) -> str | None:
    """Return what stands before `key` in a list; None where it is the first."""
    at = listed.index(key)
    if at == 0:
        return None
    return listed[at - 1]
