"""Where each paragraph of a draft stands on a paper: by its words alone, whole, and never by a guess."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from plancli.core.intake.pieces import PaperPiece, pieced
from plancli.core.intake.stream import Stream
from plancli.core.text.order import rising

_MANY = 200
"""Places of the same words that are looked at; of two characters a long paper has more."""
_LONG = 12
"""Words so long do not stand within those of another paragraph by chance."""


class Placings(NamedTuple):
    """The pieces in which paragraphs stand, by their number.

    `several` are those whose words stand in several places, of which none can be told to be theirs.
    """

    found: dict[int, list[PaperPiece]]
    several: frozenset[int]


def placings(keys: Sequence[str], stream: Stream) -> Placings:
    """Return where paragraphs stand that have these words.

    First those whose words stand in one place; between them, in the order of the draft, those whose words
    stand elsewhere, too; then, in what is left of the paper, those that a box, a table or a note interrupts.
    """
    places = {at: _places(key, stream) for at, key in enumerate(keys) if key}
    spans = _single(keys, places)
    spans |= _in_order(keys, places, spans)
    found = {at: [PaperPiece(0, start, start + len(keys[at]))] for at, start in spans.items()}
    taken = _Taken(found)
    several: set[int] = set()
    for at, each in places.items():
        if at in found:
            continue
        if each.own:
            several.add(at)
        elif pieces := pieced(keys[at], stream, taken.free):
            found[at] = pieces
            taken.add(pieces)
    return Placings(found, frozenset(several))


class _Places(NamedTuple):
    """Where words stand in one piece: as words of their own, and within longer ones."""

    own: list[int]
    within: list[int]


def _places(key: str, stream: Stream) -> _Places:
    """Return where words stand: those are words of their own that fill whole lines or cells.

    Where none do, long ones are of their own all the same: a draft may part what is one paragraph on paper.
    """
    starts = list(islice(stream.places(key), _MANY))
    whole = [at for at in starts if stream.begins(at) and stream.ends(at + len(key))]
    if whole or len(key) < _LONG:
        return _Places(whole, starts)
    return _Places([at for at in starts if stream.begins(at)] or starts, [])


def _single(keys: Sequence[str], places: Mapping[int, _Places]) -> dict[int, int]:
    """Return the paragraphs whose words have one place, which no other paragraph has for its own."""
    same = Counter(keys)
    found: dict[int, int] = {}
    for at, each in places.items():
        if len(each.own) == 1 and same[keys[at]] == 1:
            found[at] = each.own[0]
    return found


def _in_order(
    keys: Sequence[str], places: Mapping[int, _Places], single: Mapping[int, int]
) -> dict[int, int]:
    """Return places of paragraphs whose words stand in several, between those of their neighbours.

    As many paragraphs with the same words as there are places between two neighbours stand there in order.
    Short words within a line are a paragraph where they directly follow the one before.
    """
    anchors = rising(sorted(single.items()))
    before = [at for at, _ in anchors]
    groups: dict[tuple[int, str], list[int]] = {}
    for at in places:
        if at not in single:
            groups.setdefault((bisect_right(before, at), keys[at]), []).append(at)
    taken = _Taken(
        {at: [PaperPiece(0, start, start + len(keys[at]))] for at, start in single.items()}
    )
    found: dict[int, int] = {}
    for (behind, key), members in groups.items():
        gap = _gap(anchors, behind, keys)
        fitting = [start for start in places[members[0]].own if gap.holds(start, len(key))]
        if behind and not fitting:
            within = places[members[0]].within
            fitting = [start for start in within if start == gap.low and gap.holds(start, len(key))]
        free = [start for start in fitting if taken.free(start, start + len(key))]
        if len(free) == len(members):
            found |= dict(zip(members, free, strict=True))
    return found


class _Gap(NamedTuple):
    """The words of the paper between those of two neighbours."""

    low: int
    high: int

    def holds(self, start: int, length: int) -> bool:
        """Whether words stand in it whole."""
        return self.low <= start and start + length <= self.high


_BEYOND = 1 << 40


def _gap(anchors: Sequence[tuple[int, int]], behind: int, keys: Sequence[str]) -> _Gap:
    """Return the gap behind so many anchors: paragraphs with their places."""
    low, high = 0, _BEYOND
    if behind:
        at, start = anchors[behind - 1]
        low = start + len(keys[at])
    if behind < len(anchors):
        high = anchors[behind][1]
    return _Gap(low, high)


class _Taken:
    """The words of the paper that belong to paragraphs already."""

    def __init__(self, found: Mapping[int, Iterable[PaperPiece]]) -> None:
        self._spans: list[tuple[int, int]] = []
        for pieces in found.values():
            self.add(pieces)

    def add(self, pieces: Iterable[PaperPiece]) -> None:
        """Take the words of some pieces."""
        self._spans += [(piece.start, piece.end) for piece in pieces]
        self._spans.sort()

    def free(self, start: int, end: int) -> bool:
        """Whether nobody has any of the words `start:end`."""
        at = bisect_right(self._spans, (start, end)) - 1
        near = self._spans[max(at, 0) : at + 2]
        return not any(low < end and start < high for low, high in near)
