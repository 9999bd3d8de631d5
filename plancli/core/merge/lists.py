"""Lists in lists under the edits of many: no part into itself, none deeper than lists go.

Each comment by itself moves a paragraph to where it can stand. Two together may not: one moves (1) below (2)
and the other (2) below (1), or one puts a list where another puts a level more. Then all of them wait.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.merge.meeting import Meeting, Side
from plancli.core.merge.wanted import Addition, Moving, Wanted
from plancli.core.plan.model import LEVELS_BELOW, Footnote, Paragraph, levels_in
from plancli.core.plan.outline import Outline
from plancli.core.plan.wording import wording, words_of


def is_shallow(outline: Outline, container: str, held: Sequence[Paragraph]) -> bool:
    """Whether a paragraph that holds a list can go into that of a part: lists in lists go only so deep."""
    level = outline.level(container) + 1 if container in outline.spots else 0
    return level + levels_in(held) <= LEVELS_BELOW


def goes_into(outline: Outline, container: str, key: str) -> bool:
    """Whether a part can go into a list: into that of a paragraph no other part, and none into itself."""
    if container not in outline.spots:
        return True
    if key not in outline.spots or key in outline.ancestry(container):
        return False
    held = outline.itemized[key].items if key in outline.itemized else ()
    return is_shallow(outline, container, held)


Goals = Mapping[str, Sequence[str]]
"""Into which lists comments move a part, by its key."""


def goals_of(moves: Iterable[Moving]) -> Goals:
    """Return into which lists parts are to go."""
    found: dict[str, list[str]] = defaultdict(list)
    for moving in moves:
        found[moving.key].append(moving.container)
    return found


def holders(outline: Outline, key: str, goals: Goals) -> set[str]:
    """Return `key` and all that holds it in the draft, or would where it is to go."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        for above in outline.ancestry(waiting.pop()):
            if above not in found:
                found.add(above)
                waiting += goals.get(above, ())
    return found


def goal_in_words(moving: Moving) -> str:
    """Return where a part goes as a side of a meeting says it: → 第二章 2.1 ↑ is behind 2.1."""
    words = f"→ {moving.container}"
    if moving.before:
        words += f" {moving.before} ↓"
    elif moving.after:
        words += f" {moving.after} ↑"
    return words.rstrip()


def without_tangles(
    outline: Outline, moves: list[Moving], additions: list[Addition], wanted: Wanted
) -> tuple[list[Moving], list[Addition], list[Meeting]]:
    """Leave out what moves and comes that cannot stand together in lists, and say who meets there."""
    meetings: list[Meeting] = []
    while tangles := _tangles(_Lists(outline, moves, additions)):
        # all of them at once: which is found first depends on the order of the comments
        meetings += [_meeting(outline, wanted, keys) for keys in sorted(tangles, key=sorted)]
        out = frozenset().union(*tangles)
        moves = [moving for moving in moves if moving.key not in out]
        additions = [addition for addition in additions if addition.key not in out]
    return moves, additions, meetings


class _Lists(NamedTuple):
    """A draft with what moves and comes in it."""

    outline: Outline
    moves: Sequence[Moving]
    additions: Sequence[Addition]

    @property
    def into_paragraphs(self) -> bool:
        """Whether anything moves below a paragraph: else every list is as one comment has it."""
        return any(moving.container in self.outline.spots for moving in self.moves)

    @property
    def homes(self) -> dict[str, str]:
        """The new list of each part that moves or comes."""
        found = {addition.key: addition.container for addition in self.additions}
        found |= {moving.key: moving.container for moving in self.moves}
        return found

    def tips(self) -> Iterator[tuple[str, int]]:
        """Yield each paragraph in a list, and each that comes, with the levels that it brings below."""
        for holder in self.outline.itemized.values():
            for item in holder.items:
                yield item.id, 0
        for moving in self.moves:
            yield moving.key, 0
        for addition in self.additions:
            if isinstance(addition.new, Paragraph) and not isinstance(addition.new, Footnote):
                yield addition.key, levels_in(addition.new.items)


def _tangles(lists: _Lists) -> set[frozenset[str]]:
    """Return the parts that move or come and cannot all stand where they are to go, as they meet.

    While some go round in a circle, nobody can say how deep anything stands. What goes into a section or
    column makes no list deeper.
    """
    if not lists.into_paragraphs:
        return set()
    outline, homes = lists.outline, lists.homes
    deeper = {key for key, container in homes.items() if container in outline.spots}
    circles: set[frozenset[str]] = set()
    deep: set[frozenset[str]] = set()
    for tip, below in lists.tips():
        chain = _upwards(outline, tip, homes)
        first = chain.index(chain[-1])
        levels = sum(name in outline.spots for name in chain[1:]) + below
        if first < len(chain) - 1:
            circles.add(frozenset(deeper.intersection(chain[first:])))
        elif levels > LEVELS_BELOW:
            deep.add(frozenset(deeper.intersection(chain)))
    return circles or deep


def _upwards(outline: Outline, key: str, homes: Mapping[str, str]) -> list[str]:
    """Return a part and what would hold it, nearest first; in a circle the walk ends where it closes."""
    found = [key]
    while True:
        above = homes.get(found[-1]) or outline.container(found[-1])
        if not above:
            return found
        if above in found:
            return [*found, above]
        found.append(above)


def _meeting(outline: Outline, wanted: Wanted, keys: Collection[str]) -> Meeting:
    """Return where those meet who move and add some parts."""
    sides: list[Side] = []
    for moving in wanted.moves:
        if moving.key in keys:
            sides.append(Side(moving.by, goal_in_words(moving)))
    for addition in wanted.additions:
        if addition.key in keys:
            sides.append(Side(addition.by, words_of(addition.new, outline.joints)))
    place = min(filter(outline.knows, keys))
    return Meeting(place, "whole", wording(outline, place), tuple(sides))
