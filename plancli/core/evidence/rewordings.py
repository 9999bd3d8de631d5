"""What changed between two states of the plan, paragraph by paragraph, ready to be read."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import Edit
from plancli.core.comments.record import Patch
from plancli.core.evidence.pieces import Piece, relisted, runs
from plancli.core.merge.compose import Composition, compose
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.cells import row_name
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline, Spot
from plancli.core.plan.tree import Tree, rearranged
from plancli.core.plan.wording import same_wording
from plancli.core.revision.revise import Workspace
from plancli.core.text.diff import readable
from plancli.core.text.marked import Run, changed_whole


class RewordingKind(StrEnum):
    """What happened to a paragraph."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Rewording(NamedTuple):
    """A paragraph's change: runs of heading, text, units and number; a run is unchanged, removed or new.

    A section or column has one of its own where it moved or has another title, which is its heading, or
    another number. There are runs of a number only where it changed.
    """

    kind: RewordingKind
    section: str
    title: str
    paragraph: str
    heading: list[Run]
    text: list[Run]
    units: list[Run]
    number: list[Run]

    @property
    def is_cell(self) -> bool:
        """Whether it is of a cell of a table: its section is the row, by which its id begins."""
        return self.paragraph.startswith(f"{self.section}/") and not self.heading


def rewordings(
    old: Iterable[Section],
    new: Iterable[Section],
    within: str | None = None,
    moved: Collection[str] = (),
) -> list[Rewording]:
    """Return what differs, in reading order of `new`, removed paragraphs where they stood.

    `moved` are parts known to have moved; of all others as few as possible count as moved.
    """
    before, after = Outline(old), Outline(new)
    parts = _moved(before, after, moved)
    found = [*_holders(before, after, parts), *_paragraphs(before, after, parts)]
    found += _rows(after, parts)
    if within is not None:
        found = [one for one in found if within in _above(before, after, one.paragraph)]
    at = {key: place for place, key in enumerate(_in_reading_order(before, after))}
    for key in after.rows:
        at[key] = at[after.first_cell(key)]
    return sorted(found, key=lambda one: at[one.paragraph])


def rewordings_of(comment: Comment, workspace: Workspace, *, proposed: bool) -> list[Rewording]:
    """Compare the draft with what a comment makes of it alone: what is adopted or, where nothing is, asked.

    With `proposed`, compare what it asked with what is adopted of it.
    """
    adopted = comment.adopted_edits if comment.meaning.merges else ()
    if proposed:
        before, after = comment.edits, adopted
    elif comment.meaning.merges:
        before, after = (), adopted
    else:
        before, after = (), comment.edits
    old = _alone(comment, before, workspace)
    new = _alone(comment, after, workspace)
    moves = (*old.structure.moves, *new.structure.moves)
    return rewordings(old.sections, new.sections, moved={moving.key for moving in moves})


def _alone(comment: Comment, edits: tuple[Edit, ...], workspace: Workspace) -> Composition:
    placed = workspace.place(comment.id, Patch.of(comment.at, edits))
    return compose(workspace.draft, [placed])


def _above(before: Outline, after: Outline, key: str) -> list[str]:
    """Return a part and what holds it, as the new state has it or, where it is gone, the old one."""
    if after.knows(key):
        return after.ancestry(key)
    return before.ancestry(key)


def _moved(before: Outline, after: Outline, known: Collection[str]) -> set[str]:
    """Return the parts that moved by themselves, not with what holds them.

    `known` are parts that surely moved, as comments say.
    """
    found = rearranged(Tree(before), Tree(after), known)
    return {key for key in found if not _along(before, after, found, key)}


def _along(before: Outline, after: Outline, moved: Collection[str], key: str) -> bool:
    """Whether a section moved with one that holds it; all else stands in a list of its holder's own."""
    above = {*before.ancestry(key)[1:]} & {*after.ancestry(key)[1:]}
    return key in after.sections and not above.isdisjoint(moved)


def _holders(before: Outline, after: Outline, moved: Collection[str]) -> Iterator[Rewording]:
    """Yield the parts that hold others and moved, or have another title or number; so may heads of tables.

    Those that come or go are told by what they hold.
    """
    for key, title in after.titles.items():
        old = before.titles.get(key, title)
        heading = readable(old, title) if old != title else []
        number = _number_runs(before, after, key)
        kind = RewordingKind.MOVED if key in moved else RewordingKind.CHANGED
        changed = Rewording(kind, key, title, key, heading, [], [], number)
        if key in moved or heading or number:
            yield changed


def _rows(after: Outline, moved: Collection[str]) -> Iterator[Rewording]:
    """Yield the rows of tables that moved; those that come or go are told by their cells."""
    for key in after.rows.keys() & set(moved):
        table = after.tables[after.container(key)]
        name = row_name(table, after.rows[key])
        yield Rewording(RewordingKind.MOVED, key, name, key, [], [], [], [])


def _paragraphs(before: Outline, after: Outline, moved: Collection[str]) -> Iterator[Rewording]:
    """Yield the paragraphs that moved or say something else.

    Those of the new state first; the order is made later.
    """
    for name in dict.fromkeys([*after.spots, *before.spots]):
        one, other = before.spots.get(name), after.spots.get(name)
        number = _number_runs(before, after, name)
        if name in moved or number or not _same(one, other):
            yield _rewording(one, other, name in moved)._replace(number=number)


def _same(one: Spot | None, other: Spot | None) -> bool:
    """Whether two states say the same of a paragraph.

    Words that nobody wrote for a figure neither come nor go with it.
    """
    if one is not None and other is not None:
        return same_wording(one.paragraph, other.paragraph)
    there = other or one
    assert there is not None
    return there.is_silent


def _number_runs(before: Outline, after: Outline, key: str) -> list[Run]:
    """Return the change of a number, as a whole; nothing where a part comes or goes with its own."""
    old, new = before.numbers.get(key, ""), after.numbers.get(key, "")
    if old == new or not (before.knows(key) and after.knows(key)):
        return []
    return list(changed_whole(old, new))


def _in_reading_order(before: Outline, after: Outline) -> list[str]:
    """Return all parts in the order of the new state; what is gone behind what it stood behind."""
    names = list(after.in_reading_order)
    known = set(names)
    last = -1
    for name in before.in_reading_order:
        if name in known:
            last = names.index(name)
        else:
            last += 1
            names.insert(last, name)
    return names


def _rewording(one: Spot | None, other: Spot | None, moved: bool) -> Rewording:
    """Return how a paragraph changed; at least one of both states has it."""
    there = other or one
    assert there is not None
    old, new = _said(one, there), _said(other, there)
    return Rewording(
        kind=_kind(one, other, moved),
        section=there.printed_in,
        title=_title_above(there),
        paragraph=there.paragraph.id,
        heading=readable(old.heading, new.heading),
        text=readable(old.text, new.text),
        units=_unit_runs(old.units or (), new.units or (), there.section.joints.comma),
        number=[],
    )


def _said(state: Spot | None, there: Spot) -> Paragraph:
    """Return a paragraph as one state has it; without a word where it does not have it."""
    if state is None:
        return Paragraph(id=there.paragraph.id)
    return state.paragraph


def _title_above(spot: Spot) -> str:
    """Return the title under which a paragraph stands: of its column or table, else of its section."""
    if spot.column is None:
        return spot.section.title
    return spot.column.title


def _kind(one: Spot | None, other: Spot | None, moved: bool) -> RewordingKind:
    """Return what happened to a paragraph that differs in two states.

    One that moved may have other words, too; that it moved is told first.
    """
    if moved:
        return RewordingKind.MOVED
    if one is None:
        return RewordingKind.ADDED
    return RewordingKind.CHANGED if other else RewordingKind.REMOVED


def _unit_runs(before: tuple[str, ...], after: tuple[str, ...], comma: str) -> list[Run]:
    """Mark whole names; one that stands elsewhere in the list goes there and comes here.

    Here a list is read, and never put together again: the commas stand between all names alike.
    """
    if before == after:
        return []
    found: list[Run] = []
    for name in relisted([Piece(unit) for unit in before], after, lambda _unit: (OFFICE,)):
        found += [Run("=", comma), *runs([name])]
    return found[1:]
