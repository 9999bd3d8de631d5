"""References of a text rewritten: from the numbers in which they are meant to those that are wanted.

One that would not be read as the same part is left as it stands, with the reason.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from plancli.core.plan.bindings import Bound, PartNumbers, Unbound, bound, spelled_like
from plancli.core.plan.mention import Mention, MentionStep
from plancli.core.plan.references import references
from plancli.core.text.diff import Splice


class Left(StrEnum):
    """Unbound a reference is left as it stands."""

    GONE = "gone"
    """The part that it means went."""
    NOTHING = "nothing"
    """No part has its number."""
    SEVERAL = "several"
    """Several parts have it."""
    MOVED = "moved"
    """From where it stands now it would be read as another part, or as none."""
    UNREAD = "unread"
    """An earlier renumbering left it: whoever wrote it meant none of the numbers of today."""


class LeftReference(NamedTuple):
    """A reference that is left: its characters, its words, why, and the parts that it means or may mean."""

    start: int
    end: int
    words: str
    why: Left
    parts: tuple[str, ...] = ()
    is_bound: bool = False
    """Whether it means one part, whose number could be written."""


class Rewriting(NamedTuple):
    """What is written into a text, in its order, and which of its references are left."""

    splices: list[Splice]
    left: list[LeftReference]


def rewritten(
    text: str, at: str, meant: PartNumbers, wanted: PartNumbers, is_left: Callable[[Mention], bool]
) -> list[Splice]:
    """Return what turns the numbers in the references of a text into those that are wanted.

    The text stands in the part `at`, and its references mean what they do in `meant`. Nothing is written into
    those that are left, or that mean no one part.
    """
    found: dict[Splice, None] = {}
    for mention in references(text):
        if not is_left(mention):
            found |= dict.fromkeys(_carried(mention, at, meant, wanted).splices)
    return sorted(found)


def rewritten_to_be_read(
    text: str, at: str, meant: PartNumbers, wanted: PartNumbers, is_left: Callable[[Mention], bool]
) -> Rewriting:
    """Return what `rewritten` does where the outcome is read as the same parts, and what is left."""
    found: dict[Splice, None] = {}
    left: list[LeftReference] = []
    for group in _groups(references(text)):
        carried = [_read_again(one, at, meant, wanted, is_left) for one in group]
        torn = [one._replace(why=Left.MOVED) for one in _torn(carried, meant, wanted)]
        failed = [one for one in carried if one.why] or torn
        # what is read together is written together: of 第四章第3项、第5项 both have the number of the chapter
        if failed:
            left += [one.left for one in carried if one.why or one.meant.key]
        else:
            for one in carried:
                found |= dict.fromkeys(one.splices)
    return Rewriting(sorted(found), left)


class _Carried(NamedTuple):
    """A reference with what it means, its steps with the wanted numbers, and why it is left if it is."""

    mention: Mention
    meant: Bound
    rungs: tuple[MentionStep, ...] = ()
    why: Left | None = None

    @property
    def splices(self) -> list[Splice]:
        """What is written into the steps of the reference; nothing where it cannot be."""
        found: list[Splice] = []
        for old, new in zip(self.mention.rungs, self.rungs, strict=False):
            if old.numeral != new.numeral:
                found.append(Splice(old.start, old.end, new.numeral))
        return found

    @property
    def left(self) -> LeftReference:
        """The reference as one that is left, also where that is for the sake of one beside it."""
        one, key = self.mention, self.meant.key
        parts = (key,) if key else self.meant.several
        why = self.why or Left.MOVED
        return LeftReference(one.start, one.end, one.words, why, parts, key is not None)


def _groups(mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """Yield the references that share a number, or are the ends of a range, together."""
    group: list[Mention] = []
    seen: set[MentionStep] = set()
    for mention in mentions:
        if group and not mention.through and seen.isdisjoint(mention.rungs):
            yield group
            group, seen = [], set()
        group.append(mention)
        seen.update(mention.rungs)
    if group:
        yield group


def _carried(mention: Mention, at: str, meant: PartNumbers, wanted: PartNumbers) -> _Carried:
    """Return one reference with the wanted numbers, or why nothing is written into it."""
    found = bound(mention, at, meant)
    if found.key is None:
        return _Carried(mention, found, why=_unbound(mention, found, meant))
    rungs: list[MentionStep] = []
    for rung, key in zip(mention.rungs, found.path, strict=True):
        again = _numbered(rung, key, wanted)
        if again is None:
            return _Carried(mention, found, why=Left.GONE)
        rungs.append(again)
    return _Carried(mention, found, tuple(rungs))


def _unbound(mention: Mention, found: Bound, meant: PartNumbers) -> Left | None:
    """Return why a reference is left that means no one part; None where it is nothing to look at.

    Of a kind of which the plan has none, such as the tables of another paper, nothing is said.
    """
    if found.why is Unbound.SEVERAL:
        return Left.SEVERAL
    known = all(meant.has(rung.kind) for rung in mention.rungs)
    return Left.NOTHING if found.why is Unbound.NOTHING and known else None


def _numbered(rung: MentionStep, key: str, wanted: PartNumbers) -> MentionStep | None:
    """Return a step with the wanted number of its part; None where it has none that can stand there."""
    if rung.value is None:
        return rung
    value = wanted.value(key)
    if value is None or value == rung.value:
        return rung if value else None
    numeral = spelled_like(rung.numeral, value)
    return rung._replace(value=value, numeral=numeral) if numeral else None


def _read_again(
    mention: Mention,
    at: str,
    meant: PartNumbers,
    wanted: PartNumbers,
    is_left: Callable[[Mention], bool],
) -> _Carried:
    """Return one reference with the wanted numbers if these are read as the same part."""
    one = _carried(mention, at, meant, wanted)
    if is_left(mention):
        return one._replace(rungs=(), why=Left.UNREAD)
    if one.why or one.meant.key is None:
        return one
    if not wanted.knows(one.meant.key):
        return one._replace(why=Left.GONE)
    read = bound(mention._replace(rungs=one.rungs), at, wanted)
    if read.key != one.meant.key:
        return one._replace(why=Left.SEVERAL if read.several else Left.MOVED)
    return one


def _torn(carried: Sequence[_Carried], meant: PartNumbers, wanted: PartNumbers) -> list[_Carried]:
    """Return both ends of a range that would no longer be that of the same parts."""
    found: list[_Carried] = []
    for first, last in pairwise(carried):
        if last.mention.through and not _is_same_range(first, last, meant, wanted):
            found += [first, last]
    return found


def _is_same_range(
    first: _Carried, last: _Carried, meant: PartNumbers, wanted: PartNumbers
) -> bool:
    """Whether of the parts that were there before the same stand between two; others may come and go."""
    one, other = first.meant.key, last.meant.key
    if one is None or other is None:
        return True
    before = {key for key in meant.between(one, other) if wanted.knows(key)}
    after = {key for key in wanted.between(one, other) if meant.knows(key)}
    return before == after
