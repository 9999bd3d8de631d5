"""The tree of sections, columns and paragraphs: what comments add, remove and move in it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.merge.meeting import Level, Meeting, Side
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Column, Paragraph, Part, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.tree import Node, Tree, wording, words_inside, words_of


class Addition(NamedTuple):
    """A new paragraph, column or section for a section, column or ("") the plan."""

    key: str
    container: str
    by: str
    new: Node
    after: str | None
    order: int | None

    @property
    def holds(self) -> list[str]:
        """Ids of the paragraphs inside."""
        if isinstance(self.new, Paragraph):
            return []
        parts: Sequence[Part] = self.new.items if isinstance(self.new, Column) else self.new.body
        return [part.id for part in parts if isinstance(part, Paragraph)]


class Removal(NamedTuple):
    """A paragraph, column or section that goes, with all that it holds."""

    key: str
    by: str


class Moving(NamedTuple):
    """A paragraph, column or section that goes behind `after`, or before `before`, or comes first."""

    key: str
    by: str
    container: str
    after: str | None
    before: str | None = None

    @property
    def beside(self) -> str | None:
        """The part that the comment names as its neighbour."""
        return self.before or self.after


class Structure(NamedTuple):
    """What of the additions, removals and moves can stand."""

    additions: tuple[Addition, ...] = ()
    removed: frozenset[str] = frozenset()
    moves: tuple[Moving, ...] = ()
    same: Mapping[str, str] = MappingProxyType({})
    """Keys of additions that count once with another one, and the key that stands."""


class Wanted(NamedTuple):
    """What all comments together want, in publication order; `touched` maps keys to who edits there."""

    additions: Sequence[Addition]
    removals: Sequence[Removal]
    moves: Sequence[Moving]
    touched: Mapping[str, Sequence[str]]
    alone: Callable[[str, str], str]
    """What one comment by itself makes of a part: by its id and the part's key."""


def merge_structure(outline: Outline, wanted: Wanted) -> tuple[Structure, list[Meeting]]:
    """Keep what can stand together; the same thing twice counts once, and all meetings are reported."""
    removed, against_removals = _removals(outline, wanted)
    moves, against_moves = _moves(outline, wanted)
    additions, meetings, same = _additions(wanted.additions, outline.joints)
    beside = _neighbours(outline, additions, moves)
    conflicts = [*against_removals, *against_moves, *meetings, *beside]
    return Structure(tuple(additions), frozenset(removed), tuple(moves), same), conflicts


def _removals(outline: Outline, wanted: Wanted) -> tuple[set[str], list[Meeting]]:
    """Let a part go unless another comment changes, adds or moves something in it."""
    removers: dict[str, list[str]] = defaultdict(list)
    for removal in wanted.removals:
        removers[removal.key].append(removal.by)
    inside: dict[str, dict[str, None]] = {key: {} for key in removers}
    for key, authors in _reach(wanted):
        for above in outline.ancestry(key):
            if above in inside:
                inside[above].update(dict.fromkeys(authors))
    conflicts = []
    for key, by in removers.items():
        words = wording(outline, key)
        if rivals := [author for author in inside[key] if author not in by]:
            sides = [Side(remover, "") for remover in by]
            sides += [Side(rival, wanted.alone(rival, key)) for rival in rivals]
            conflicts.append(Meeting(key, "whole", words, tuple(sides)))
        elif len(by) > 1:
            conflicts.append(
                Meeting(key, "whole", words, tuple(Side(name, "") for name in by), Level.SAME)
            )
    hard = {conflict.place for conflict in conflicts if conflict.level is Level.HARD}
    return set(removers) - hard, conflicts


def _reach(wanted: Wanted) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield every key in which somebody changes, adds or moves something, with who does."""
    yield from wanted.touched.items()
    for addition in wanted.additions:
        above = addition.new.above if isinstance(addition.new, Section) else addition.container
        yield above or "", [addition.by]
    for moving in wanted.moves:
        yield moving.key, [moving.by]
        yield moving.container, [moving.by]


def _moves(outline: Outline, wanted: Wanted) -> tuple[list[Moving], list[Meeting]]:
    """Keep moves where no other comment moves the same part, or the part beside which it goes."""
    by_key: dict[str, list[Moving]] = defaultdict(list)
    for moving in wanted.moves:
        by_key[moving.key].append(moving)
    conflicts: list[Meeting] = []
    kept: list[Moving] = []
    for key, found in by_key.items():
        beside = [
            other for moving in found if moving.beside for other in by_key.get(moving.beside, ())
        ]
        rivals = [
            *found,
            *(other for other in beside if other.by not in {moving.by for moving in found}),
        ]
        sides = tuple(Side(moving.by, _where(moving)) for moving in rivals)
        if len({moving[2:] for moving in found}) > 1 or len(rivals) > len(found):
            conflicts.append(Meeting(key, "whole", wording(outline, key), sides))
            continue
        kept.append(found[0])
        if len(found) > 1:
            conflicts.append(Meeting(key, "whole", wording(outline, key), sides, Level.SAME))
    return kept, conflicts


def _where(moving: Moving) -> str:
    beside = f"{moving.before} ↓" if moving.before else f"{moving.after} ↑" if moving.after else ""
    return f"→ {moving.container} {beside}".rstrip()


def _additions(
    additions: Sequence[Addition], joints: Joints
) -> tuple[list[Addition], list[Meeting], dict[str, str]]:
    """Keep additions in stated or publication order; the same id, heading or wording twice meets.

    Returns what stands, the meetings, and which key stands for that of an addition that counts with another.
    """
    ordered = sorted(additions, key=lambda addition: addition.order or 0)
    alike: dict[tuple[str, ...], list[Addition]] = defaultdict(list)
    for addition in ordered:
        for mark in _marks(addition):
            alike[mark].append(addition)
    kept: list[Addition] = []
    meetings: list[Meeting] = []
    same: dict[str, str] = {}
    for addition in ordered:
        found = (other for mark in _marks(addition) for other in alike[mark])
        rivals = sorted(
            {id(o): o for o in found if _same_thing(addition, o)}.values(), key=ordered.index
        )
        if addition is not rivals[0]:
            continue
        sides = tuple(Side(other.by, words_of(other.new, joints)) for other in rivals)
        if any(_says(other) != _says(addition) for other in rivals):
            meetings.append(Meeting(addition.key, "whole", "", sides))
            continue
        kept.append(addition)
        same |= {other.key: addition.key for other in rivals if other.key != addition.key}
        if len({other.by for other in rivals}) > 1:
            meetings.append(Meeting(addition.key, "whole", "", sides, Level.SAME, sides[0].wording))
    return kept, meetings, same


def _marks(addition: Addition) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what two additions of the same thing share: the key, or the place with heading or words."""
    name = _title(addition.new) or "\n".join(words_inside(addition.new))
    return (addition.key,), (addition.container, name)


def _neighbours(
    outline: Outline, additions: Sequence[Addition], moves: Sequence[Moving]
) -> Iterator[Meeting]:
    """Yield what several comments put at one place: all of it stays, in order, to be read once more."""
    places: dict[tuple[str, str | None], list[Side]] = defaultdict(list)
    for addition in additions:
        side = Side(addition.by, words_of(addition.new, outline.joints))
        places[addition.container, addition.after].append(side)
    for moving in moves:
        after = outline.previous(moving.before, moving.key) if moving.before else moving.after
        places[moving.container, after].append(Side(moving.by, wording(outline, moving.key)))
    for (container, after), sides in places.items():
        if len({side.by for side in sides}) > 1:
            joint = "\n".join(side.wording for side in sides)
            yield Meeting(after or container, "whole", "", tuple(sides), Level.SOFT, joint)


def _same_thing(one: Addition, other: Addition) -> bool:
    """Whether two additions are one and the same part: by id, by heading, or by all their words."""
    if one is other or one.key == other.key:
        return True
    if one.container != other.container or _title(one.new) != _title(other.new):
        return False
    return bool(_title(one.new)) or (one.by != other.by and _says(one) == _says(other))


def _says(
    addition: Addition,
) -> tuple[str | None, tuple[str, ...], tuple[str, ...] | None]:
    """Return what an addition puts where, whatever ids it gives."""
    units = addition.new.units if isinstance(addition.new, Paragraph) else None
    return addition.after, tuple(words_inside(addition.new)), units


def _title(node: Node) -> str:
    return node.heading if isinstance(node, Paragraph) else node.title


def built(outline: Outline, structure: Structure) -> Tree:
    """Return the tree of the draft with everything added, moved and removed."""
    tree = Tree(outline)
    behind: dict[tuple[str, str | None, str | None], str] = {}
    for addition in structure.additions:
        above = addition.new.above if isinstance(addition.new, Section) else None
        place = addition.container, addition.after, above
        tree.insert(
            addition.key, addition.new, addition.container, behind.get(place) or addition.after
        )
        behind[place] = addition.key
    last: dict[tuple[str, str | None], str] = {}
    for moving in structure.moves:
        ahead = last.get((moving.container, moving.after), moving.after)
        tree.move(moving.key, moving.container, ahead, moving.before)
        if moving.before is None:
            last[moving.container, moving.after] = moving.key
    for key in structure.removed:
        tree.remove(key)
    return tree
