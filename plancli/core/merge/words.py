"""The n-way merge of one text: changes of many authors, in the coordinates of the text they all saw.

Three steps: widen each change to whole atoms, group the changes that touch, and judge each group. What a
merge gives (its text, what was taken, where that stands) is read off the groups.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from plancli.core.text import diff
from plancli.core.text.atoms import atoms
from plancli.core.text.characters import boundaries, sentences
from plancli.core.text.order import by_number


class Change(NamedTuple):
    """One author's replacement of the characters `start:end` by `text`.

    `span` is the declared passage: what the author quoted as the words to be replaced. Changes collide
    where their spans touch. `order` places insertions of several authors at one point. A change that only
    `holds` its span changes nothing there: its author quoted the passage and wants it as it is.
    """

    by: str
    start: int
    end: int
    text: str
    span: tuple[int, int]
    order: int | None = None
    holds: bool = False


class Ruling(StrEnum):
    """What becomes of changes that touch each other."""

    TAKEN = "taken"
    AGREED = "agreed"
    ORDERED = "ordered"
    CONFLICT = "conflict"


class Group(NamedTuple):
    """Changes that touch, with the span of the base that they cover together."""

    start: int
    end: int
    changes: tuple[Change, ...]
    verdict: Ruling

    @property
    def authors(self) -> tuple[str, ...]:
        """Return everybody with a change in the group, once, by the place of the first one."""
        return tuple(dict.fromkeys(change.by for change in self.changes))


class Taken(NamedTuple):
    """A splice of the merged text and everybody who asked for it."""

    start: int
    end: int
    text: str
    by: tuple[str, ...]


@dataclass(frozen=True)
class Merge:
    """The groups found on one base text."""

    base: str
    groups: tuple[Group, ...]

    @property
    def conflicts(self) -> list[Group]:
        """The groups of which nothing is taken: their words stay as they stand in the base."""
        return [group for group in self.groups if group.verdict is Ruling.CONFLICT]

    @cached_property
    def taken(self) -> list[Taken]:
        """All that is taken, in the coordinates of the base, by place."""
        found: list[Taken] = []
        for group in self.groups:
            found += _taken_of(group)
        return found

    @cached_property
    def text(self) -> str:
        """The base with everything taken that is not in conflict."""
        return diff.apply(self.base, self.splices)

    @property
    def splices(self) -> list[diff.Splice]:
        """What makes the merged text of the base."""
        return _splices(self.taken)

    @property
    def regions(self) -> list[Taken]:
        """Where each splice stands in the merged text; of a deletion, the point where the words were.

        By these a later change of the office is told from one that overlaps the words of a comment.
        """
        found: list[Taken] = []
        shift = 0  # how much longer the merged text has become before this place
        for taken in self.taken:
            start = taken.start + shift
            found.append(taken._replace(start=start, end=start + len(taken.text)))
            shift += len(taken.text) - (taken.end - taken.start)
        return found

    @property
    def shared(self) -> Iterator[Group]:
        """Sentences of the base that several authors changed in different places, as groups that stand.

        These are no conflicts; but a sentence made by two authors who did not know of each other should be
        read once more by a person.
        """
        if len(self.taken) < 2:
            return
        edges = boundaries(sentences(self.base))
        for sentence, found in self._by_sentence(edges).items():
            groups = {number for number, _ in found}
            authors = {taken.by for _, taken in found}
            if len(groups) < 2 or len(authors) < 2:
                continue  # one change on which all agree, or one author's several changes
            end = edges[min(sentence + 1, len(edges) - 1)]
            yield _sentence_group(edges[sentence], end, [taken for _, taken in found])

    def _by_sentence(self, edges: Sequence[int]) -> dict[int, list[tuple[int, Taken]]]:
        """Return what is taken by the sentence in which it begins, each with the number of its group.

        `edges` are the places between the sentences of the base; an empty base is one empty sentence.
        """
        last = max(len(edges) - 2, 0)
        found: dict[int, list[tuple[int, Taken]]] = defaultdict(list)
        for number, group in enumerate(self.groups):
            for taken in _taken_of(group):
                # words put in at the very end of the base belong to its last sentence
                sentence = min(bisect_right(edges, taken.start) - 1, last)
                found[sentence].append((number, taken))
        return found


def merge(base: str, changes: Iterable[Change], as_one: bool = False) -> Merge:
    """Group what touches and judge each group; the order of `changes` of different authors is irrelevant.

    Changes are widened to whole atoms first, so two edits of one number always meet. Those that change
    nothing are left out, but for passages that are declared to stay: they are in the way of others. A base
    `as_one` is one atom: whoever changes something of a formula changes all of it.
    """
    if as_one:
        changes = _of_all(base, changes)
    edges = boundaries([base] if as_one else atoms(base))
    widened: list[Change] = []
    for change in changes:
        if change.holds:
            widened.append(change)  # it is declared as quoted, and has no text that could fuse
        elif base[change.start : change.end] != change.text:
            widened.append(_whole(base, edges, change))
    groups: list[Group] = []
    for touching in _touching(widened):
        # passages that are only quoted, with nobody's change in them, decide nothing
        if not all(change.holds for change in touching):
            groups.append(_judged(touching))
    return Merge(base, tuple(groups))


def _of_all(base: str, changes: Iterable[Change]) -> Iterator[Change]:
    """Yield one change of the whole base for each author; one whose changes meet contradicts himself."""
    by_author: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.holds:
            yield change
        else:
            by_author[change.by].append(change)
    for own in by_author.values():
        ordered = sorted(own, key=_place_and_order)
        if any(before.end > behind.start for before, behind in pairwise(ordered)):
            yield from ordered
            continue
        words = diff.apply(base, _splices(ordered))
        yield ordered[0]._replace(start=0, end=len(base), text=words, span=(0, len(base)))


def changes_between(by: str, old: str, new: str) -> list[Change]:
    """Return what `by` really changed when rewriting `old` as `new`.

    Only the characters that differ are declared, so a rewrite collides only where it changes something.
    """
    splices = diff.splices(old, new)
    return [Change(by, start, end, text, (start, end)) for start, end, text in splices]


def side(base: str, group: Group, by: str) -> str:
    """Return the wording that one author wants for the group's span of the base.

    Where the author does not change anything there, that is the wording of the base.
    """
    return _applied(base, group, _splices(_in_order(group, by)))


def settled(base: str, group: Group) -> str:
    """Return the wording of the group's span with the changes of all its authors, each once.

    Only for groups that stand: of a conflict it would be what nobody wants.
    """
    ordered = sorted(group.changes, key=_place_and_order)
    return _applied(base, group, dict.fromkeys(_splices(ordered)))


def _applied(base: str, group: Group, splices: Iterable[diff.Splice]) -> str:
    """Apply splices, given in the coordinates of the base, to the words that the group covers."""
    shift = group.start
    own = [diff.Splice(start - shift, end - shift, text) for start, end, text in splices]
    return diff.apply(base[group.start : group.end], own)


# --- step one: whole atoms ----------------------------------------------------------------------------------


def _whole(base: str, edges: list[int], change: Change) -> Change:
    """Widen a change to whole atoms of the base, and to the neighbour with which its text would fuse.

    `edges` are the places between the atoms of the base. 2万 → 2.5万 becomes a change of the whole number,
    and so does 5 put in before 0个: otherwise two edits of one number could both be taken and give a third.
    """
    low = bisect_right(edges, change.start) - 1
    high = bisect_left(edges, change.end)
    start, end = edges[low], edges[high]
    text = base[start : change.start] + change.text + base[change.end : end]

    # the atoms beside the change; nothing at the ends of the text
    left = base[edges[low - 1] : start] if low > 0 else ""
    right = base[end : edges[high + 1]] if high + 1 < len(edges) else ""
    kept = boundaries(atoms(left + text + right))
    fuses_left = len(left) not in kept
    fuses_right = len(left + text) not in kept
    if fuses_left:
        start, text = start - len(left), left + text
    if fuses_right:
        end, text = end + len(right), text + right

    span = min(start, change.span[0]), max(end, change.span[1])
    return change._replace(start=start, end=end, text=text, span=span)


# --- step two: what touches ---------------------------------------------------------------------------------


def _touching(changes: list[Change]) -> Iterator[list[Change]]:
    """Yield the changes whose declared spans overlap or meet at one point, directly or by way of others.

    Spans that end and begin at one point count as touching: what one puts in there stands right beside what
    the other changes, and one of them may have meant to join the two.
    """
    group: list[Change] = []
    reach = -1
    for change in sorted(changes, key=_span_and_author):
        start, end = change.span
        if group and start > reach:
            yield group
            group = []
        group.append(change)
        reach = max(reach, end)
    if group:
        yield group


def _span_and_author(change: Change) -> tuple[tuple[int, int], str]:
    """Return by what changes are sorted so that those that touch are neighbours, however they come in."""
    return change.span, change.by


# --- step three: the ruling ---------------------------------------------------------------------------------


def _judged(changes: list[Change]) -> Group:
    """Return changes that touch as a group with its ruling."""
    start = min(change.span[0] for change in changes)
    end = max(change.span[1] for change in changes)
    group = Group(start, end, tuple(changes), Ruling.TAKEN)
    return group._replace(verdict=_verdict(group))


def _verdict(group: Group) -> Ruling:
    """Decide what becomes of changes that touch.

    One author's changes are taken, and so are those in which all authors agree to the letter. Different
    insertions at one point can stand one behind the other, but only where every one of them was given its
    place. All else is a conflict: nobody but a person can say what several authors want together.
    """
    by_author = [_in_order(group, by) for by in group.authors]
    if any(_overlap(own) for own in by_author):
        return (
            Ruling.CONFLICT
        )  # one author who contradicts himself, or says one thing twice in two ways
    if len(by_author) == 1:
        return Ruling.TAKEN
    first = _splices(by_author[0])
    if all(_splices(own) == first for own in by_author):
        return Ruling.AGREED
    if _at_one_point(group) and _all_placed(by_author) and _stand_apart(group):
        return Ruling.ORDERED
    return Ruling.CONFLICT


def _in_order(group: Group, by: str) -> list[Change]:
    """One author's changes by place; those at one point in the order in which they were given."""
    own = [change for change in group.changes if change.by == by and not change.holds]
    return sorted(dict.fromkeys(own), key=lambda change: (change.start, change.end))


def _overlap(own: list[Change]) -> bool:
    """Whether of changes in order one begins before the one ahead of it has ended."""
    return any(first.end > second.start for first, second in pairwise(own))


def _splices(own: Iterable[Change | Taken]) -> list[diff.Splice]:
    """Return what changes put where, whoever wants it and whatever they declared."""
    return [diff.Splice(change.start, change.end, change.text) for change in own]


def _at_one_point(group: Group) -> bool:
    """Whether all changes put words in at one and the same point, and nobody declared more than that."""
    places = {(change.start, change.end) for change in group.changes}
    return len(places) == 1 and group.start == group.end


def _all_placed(by_author: list[list[Change]]) -> bool:
    """Whether every insertion has a number that says which comes first, and no two authors the same."""
    numbers: set[int] = set()
    for own in by_author:
        for order in {change.order for change in own}:
            if order is None or order in numbers:
                return False
            numbers.add(order)
    return True


def _stand_apart(group: Group) -> bool:
    """Whether insertions at one point stay what they are side by side: 1 and 2 would give 12."""
    texts = [change.text for change in sorted(group.changes, key=_given_order)]
    ends = boundaries(atoms("".join(texts)))
    return set(boundaries(texts)) <= set(ends)


# --- what a group gives -------------------------------------------------------------------------------------


def _taken_of(group: Group) -> list[Taken]:
    """Return what is taken of a group: nothing of a conflict, else every splice with its authors."""
    match group.verdict:
        case Ruling.CONFLICT:
            return []
        case Ruling.ORDERED:
            # each stands for itself, in the order that was given
            ordered = sorted(group.changes, key=_given_order)
            return [Taken(c.start, c.end, c.text, (c.by,)) for c in ordered]
        case Ruling.TAKEN | Ruling.AGREED:
            # everybody wants the same, so that any one author's changes say it all
            authors = tuple(sorted(group.authors, key=by_number))
            own = _in_order(group, group.authors[0])
            return [Taken(c.start, c.end, c.text, authors) for c in own]


def _sentence_group(start: int, end: int, taken: Sequence[Taken]) -> Group:
    """Return what stands in one sentence as a group of single changes, one for each author of each splice."""
    changes: list[Change] = []
    for splice in taken:
        span = splice.start, splice.end
        changes += [Change(by, *span, splice.text, span) for by in splice.by]
        end = max(end, splice.end)  # a splice may run into the next sentence
    return Group(start, end, tuple(changes), Ruling.TAKEN)


def _given_order(change: Change) -> int:
    """Return the place that an insertion was given among those at one point; without a number it is first."""
    return change.order or 0


def _place_and_order(change: Change) -> tuple[int, int, int]:
    """Return by what changes of several authors are sorted so that they can be applied."""
    return change.start, change.end, _given_order(change)
