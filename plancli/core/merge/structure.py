"""The tree of sections, columns and paragraphs: what comments add, remove and move in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.merge.lists import goal_in_words, goals_of, holders, without_tangles
from plancli.core.merge.meeting import Level, Meeting, Side
from plancli.core.merge.tabular import crossings
from plancli.core.merge.wanted import Addition, Moving, Wanted
from plancli.core.plan.cells import in_a_line, naming_cell, row_of_cell
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Paragraph, Section, TableHead, TableRow
from plancli.core.plan.outline import Outline
from plancli.core.plan.tree import Tree
from plancli.core.plan.wording import heading_of, wording, words_inside, words_of


class Structure(NamedTuple):
    """What of the additions, removals and moves can stand."""

    additions: tuple[Addition, ...] = ()
    removed: frozenset[str] = frozenset()
    moves: tuple[Moving, ...] = ()
    same: Mapping[str, str] = MappingProxyType({})
    """Keys of additions that count once with another one, and the key that stands."""


def merge_structure(outline: Outline, wanted: Wanted) -> tuple[Structure, list[Meeting]]:
    """Keep what can stand together; the same thing twice counts once, and all meetings are reported."""
    removed, against_removals = _removals(outline, wanted)
    moves, against_moves = _moves(outline, wanted)
    additions, against_additions, same = _additions(outline, wanted.additions)
    moves, additions, against_lists = without_tangles(outline, moves, additions, wanted)
    beside = _neighbours(outline, additions, moves)
    crossing = crossings(outline, additions)
    meetings = [*against_removals, *against_moves, *against_additions, *against_lists, *beside]
    meetings += crossing
    for meeting, heads in list(_bare_tables(outline, wanted, removed)):
        meetings.append(meeting)
        removed -= set(heads)
    return Structure(tuple(additions), frozenset(removed), tuple(moves), same), meetings


# --- removals -----------------------------------------------------------------------------------------------


def _removals(outline: Outline, wanted: Wanted) -> tuple[set[str], list[Meeting]]:
    """Let a part go unless another comment changes, adds or moves something in it.

    Returns the keys of what goes, and the meetings.
    """
    removers: dict[str, list[str]] = defaultdict(list)
    for removal in wanted.removals:
        removers[removal.key].append(removal.by)
    inside = _at_work_inside(outline, wanted, removers)
    gone: set[str] = set()
    meetings: list[Meeting] = []
    for key, by in removers.items():
        words = wording(outline, key)
        sides = [Side(remover, "") for remover in by]
        rivals = [author for author in inside[key] if author not in by]
        if rivals:
            sides += [Side(rival, wanted.alone(rival, key)) for rival in rivals]
            meetings.append(Meeting(key, "whole", words, tuple(sides)))
            continue
        gone.add(key)
        if len(by) > 1:
            meetings.append(Meeting(key, "whole", words, tuple(sides), Level.SAME))
    return gone, meetings


def _bare_tables(
    outline: Outline, wanted: Wanted, removed: Set[str]
) -> Iterator[tuple[Meeting, list[str]]]:
    """Yield the tables that stay while all their columns go, as meetings, with the keys of these.

    Rows without a column would say nothing; who wants that wants the table to go. Columns that come do not
    help: a comment would be in the text only as long as another one is.
    """
    removers: dict[str, dict[str, None]] = defaultdict(dict)
    for removal in wanted.removals:
        if removal.key in outline.heads:
            removers[outline.container(removal.key)][removal.by] = None
    for listed, by in removers.items():
        heads = outline.children(listed)
        table = outline.ancestry(listed)[1]
        if table not in removed and removed >= set(heads):
            sides = tuple(Side(remover, "") for remover in by)
            yield Meeting(table, "whole", wording(outline, table), sides), heads


def _at_work_inside(
    outline: Outline, wanted: Wanted, keys: Iterable[str]
) -> dict[str, dict[str, None]]:
    """Return who changes, adds or moves something in each of some parts, in publication order.

    What goes into a part is in it, too: who changes a paragraph that another moves into what he removes would
    lose it.
    """
    inside: dict[str, dict[str, None]] = {key: {} for key in keys}
    goals = goals_of(wanted.moves)
    for key, authors in _reach(wanted):
        for above in inside.keys() & holders(outline, key, goals):
            inside[above].update(dict.fromkeys(authors))
    return inside


def _reach(wanted: Wanted) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield every key in which somebody changes, adds or moves something, with who does.

    A new section counts for the section that holds it, though the plan lists it.
    """
    yield from wanted.touched.items()
    for addition in wanted.additions:
        for above in addition.inside:
            yield above, [addition.by]
    for moving in wanted.moves:
        # it leaves one part and comes into another
        yield moving.key, [moving.by]
        yield moving.container, [moving.by]


# --- moves --------------------------------------------------------------------------------------------------


def _moves(outline: Outline, wanted: Wanted) -> tuple[list[Moving], list[Meeting]]:
    """Keep moves where no other comment moves the same part, or the part beside which it goes."""
    by_key: dict[str, list[Moving]] = defaultdict(list)
    for moving in wanted.moves:
        by_key[moving.key].append(moving)
    kept: list[Moving] = []
    meetings: list[Meeting] = []
    for key, found in by_key.items():
        others = _moving_neighbours(found, by_key)
        goals = {(moving.container, moving.after, moving.before) for moving in found}
        sides = tuple(Side(moving.by, goal_in_words(moving)) for moving in (*found, *others))
        words = wording(outline, key)
        if others or len(goals) > 1:
            meetings.append(Meeting(key, "whole", words, sides))
            continue
        kept.append(found[0])
        if len(found) > 1:
            meetings.append(Meeting(key, "whole", words, sides, Level.SAME))
    return kept, meetings


def _moving_neighbours(
    found: Sequence[Moving], by_key: Mapping[str, Sequence[Moving]]
) -> list[Moving]:
    """Return how other comments move the parts beside which a part is to go.

    Nobody can say then whether it is to go where its neighbour was, or where that goes.
    """
    authors = {moving.by for moving in found}
    others: list[Moving] = []
    for moving in found:
        if moving.beside:
            for other in by_key.get(moving.beside, ()):
                if other.by not in authors:
                    others.append(other)
    return others


# --- additions ----------------------------------------------------------------------------------------------


def _additions(
    outline: Outline, additions: Sequence[Addition]
) -> tuple[list[Addition], list[Meeting], dict[str, str]]:
    """Keep additions in stated or publication order; the same id, name or wording twice meets.

    Returns what stands, the meetings, and which key stands for that of an addition that counts with another.
    """
    ordered = sorted(additions, key=_stated_order)
    kept: list[Addition] = []
    meetings: list[Meeting] = []
    same: dict[str, str] = {}
    for alike in _same_things(outline, ordered):
        first = alike[0]
        sides = tuple(Side(other.by, _in_words(other, outline.joints)) for other in alike)
        if any(_says(other) != _says(first) for other in alike):
            meetings.append(Meeting(first.key, "whole", "", sides))
            continue
        kept.append(first)
        for other in alike:
            if other.key != first.key:
                same[other.key] = first.key
        if len({other.by for other in alike}) > 1:
            meeting = Meeting(first.key, "whole", "", sides, Level.SAME, sides[0].wording)
            meetings.append(meeting)
    return kept, meetings, same


def _stated_order(addition: Addition) -> int:
    """Return the place that a comment states; without one it comes first, in publication order.

    Sorting keeps the order in which the comments came in where they state none, or the same.
    """
    return addition.order or 0


def _same_things(outline: Outline, ordered: Sequence[Addition]) -> Iterator[list[Addition]]:
    """Yield each addition that is not the same thing as one before it, with all that are the same thing.

    Only those that share a mark are compared: with many additions, each with each would take too long.
    """
    named = [_Named(_name(outline, addition), addition) for addition in ordered]
    by_mark: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(named):
        for mark in _marks(one):
            by_mark[mark].append(at)
    for at, one in enumerate(named):
        candidates: set[int] = set()
        for mark in _marks(one):
            candidates.update(by_mark[mark])
        alike = [other for other in sorted(candidates) if _same_thing(one, named[other])]
        if alike[0] == at:
            yield [ordered[other] for other in alike]


class _Named(NamedTuple):
    """An addition, and what it is called: "" where only its words tell it from others."""

    name: str
    what: Addition


def _name(outline: Outline, addition: Addition) -> str:
    """Return what an addition is called: by its heading or title; a row of a table as people call it."""
    row = addition.new
    if isinstance(row, TableRow):
        at = naming_cell(outline.tables[addition.container], row)
        # the same words in another column call it something else
        return f"{at} {row.cells[at]}"
    return heading_of(row)


def _marks(one: _Named) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what two additions of the same thing share: the key, or the place with name or words.

    Two that share one need not be the same thing, but two that share none are not.
    """
    name = one.name or "\n".join(words_inside(one.what.new))
    return (one.what.key,), (one.what.container, name)


def _same_thing(one: _Named, other: _Named) -> bool:
    """Whether two additions are one and the same part: by id, by name, or by all their words."""
    this, that = one.what, other.what
    if this is that or this.key == that.key:
        return True
    if this.container != that.container or one.name != other.name:
        return False
    if this.by == that.by and isinstance(this.new, TableRow):
        return False  # one comment may call two of its rows alike
    # without a name only the words tell; and one comment that says a thing twice wants it twice
    return one.name != "" or (this.by != that.by and _says(this) == _says(that))


def _says(
    addition: Addition,
) -> tuple[str | None, tuple[str, ...], tuple[str, ...] | None]:
    """Return what an addition puts where, whatever ids it gives.

    That is what behind, all its words, those of the cells of a column among them, and the units of a
    paragraph; what a paragraph inside a column or section has as units does not tell two of them apart.
    """
    units = addition.new.units if isinstance(addition.new, Paragraph) else None
    cells = [cell.text for cell in addition.cells]
    return addition.after, (*words_inside(addition.new), *cells), units


def _in_words(addition: Addition, joints: Joints) -> str:
    """Return what an addition says; a column of a table from its head down, as a row from left to right."""
    words = words_of(addition.new, joints)
    if isinstance(addition.new, TableHead):
        return in_a_line((words, *(cell.text for cell in addition.cells)))
    return words


# --- all together -------------------------------------------------------------------------------------------


def _neighbours(
    outline: Outline, additions: Sequence[Addition], moves: Sequence[Moving]
) -> Iterator[Meeting]:
    """Yield what several comments put at one place: all of it stays, in order, to be read once more.

    A place is a list and what comes before in it; what goes before a part goes behind the one ahead of that.
    """
    places: dict[tuple[str, str | None], list[Side]] = defaultdict(list)
    for addition in additions:
        side = Side(addition.by, _in_words(addition, outline.joints))
        places[addition.container, addition.after].append(side)
    for moving in moves:
        after = moving.after
        if moving.before:
            after = outline.previous(moving.before, moving.key)
        places[moving.container, after].append(Side(moving.by, wording(outline, moving.key)))
    for (container, after), sides in places.items():
        if len({side.by for side in sides}) > 1:
            joint = "\n".join(side.wording for side in sides)
            yield Meeting(after or container, "whole", "", tuple(sides), Level.SOFT, joint)


def built(outline: Outline, structure: Structure) -> Tree:
    """Return the tree of the draft with everything added, moved and removed.

    What comes to one place stands there in the order of the structure: each behind the one before it.
    """
    tree = Tree(outline)
    behind: dict[tuple[str, str | None, str | None], str] = {}
    for addition in structure.additions:
        container = addition.container
        above = addition.new.above if isinstance(addition.new, Section) else None
        place = container, addition.after, above
        tree.insert(addition.key, addition.new, container, behind.get(place, addition.after))
        behind[place] = addition.key
        for cell in addition.cells:
            tree.insert(cell.id, cell, row_of_cell(cell.id), None)
    last: dict[tuple[str, str | None], str] = {}
    for moving in structure.moves:
        goal = moving.container, moving.after
        tree.move(moving.key, moving.container, last.get(goal, moving.after), moving.before)
        if moving.before is None:
            last[goal] = moving.key
    # last of all: what goes may have been the neighbour of what came
    for key in structure.removed:
        tree.remove(key)
    return tree
