"""Where a word ends: words, numbers, titles and names of units, which nothing that is shown cuts."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from plancli.core.text.atoms import atoms
from plancli.core.text.characters import (
    CLAUSE_MARKS,
    LIST_MARK,
    SENTENCE_MARKS,
    boundaries,
)
from plancli.core.text.picture_names import names_picture
from plancli.core.text.segmenter import SEGMENTER

_TITLE = re.compile(r"《[^《》]*》")


_REMEMBERED = 4096
"""So many texts are cut once: a paragraph is asked again for each comment on it, and each paper."""


@lru_cache(maxsize=_REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """Cut into words, with each number, document number and 《title》 in one piece."""
    if names_picture(text):
        return (text,)
    pieces: list[str] = []
    at = 0
    for match in _TITLE.finditer(text):
        pieces += _segmented(text[at : match.start()])
        pieces.append(match[0])
        at = match.end()
    pieces += _segmented(text[at:])
    return tuple(pieces)


def _segmented(text: str) -> list[str]:
    """Cut where both a word and an atom end."""
    try:
        cut = SEGMENTER.cut(text)
    except ImportError:  # no build for this platform: numbers stay whole, words may be cut
        return atoms(text)
    ends = sorted(set(boundaries(cut)) & set(boundaries(atoms(text))))
    return [text[start:end] for start, end in pairwise(ends)]


@lru_cache(maxsize=_REMEMBERED)
def edges(text: str) -> frozenset[int]:
    """Return where a mark may begin or end: at the edges of words and of names of units in a list."""
    found = set(boundaries(words(text)))
    for match in _NAMED.finditer(text):
        found.add(match.start())
    for start, end in _unit_names(text, found):
        found.difference_update(range(start + 1, end))
        found.update((start, end))
    return frozenset(found)


def cut_by(before: str, wordings: Iterable[str], behind: str) -> tuple[str, str]:
    """Return what of the words before and behind belongs to a word that one of several wordings cuts.

    Each of the wordings stands between the two. One without words cuts none that is shown.
    """
    starts, tails = set(range(len(before) + 1)), set(range(len(behind) + 1))
    for wording in filter(None, wordings):
        text = before + wording + behind
        ends = edges(text)
        starts &= ends
        tails &= {len(text) - end for end in ends}
    # both ends of a text are the edge of a word, so that there is a nearest one
    return before[max(starts) :], behind[: len(behind) - max(tails)]


# --- marks that cut no word ---------------------------------------------------------------------------------


_Change = TypeVar("_Change")


class Portion(NamedTuple, Generic[_Change]):
    """A stretch of two texts: its words in the old and in the new one, and the change that it is.

    What stays is none and has the same words in both. A change that has no words in either is a place over
    which nothing is widened.
    """

    old: str
    new: str
    change: _Change | None = None

    @property
    def changes(self) -> bool:
        """Whether words are changed here: neither what stays nor an empty place."""
        return self.change is not None and self.old + self.new != ""

    def followed_by(self, words: str) -> "Portion[_Change]":
        """Return the change with words behind it that stand in both texts."""
        return Portion(self.old + words, self.new + words, self.change)


def widened(
    parts: Iterable[Portion[_Change]], author: Callable[[_Change], object]
) -> list[Portion[_Change]]:
    """Let changes begin and end where words, numbers and names of units do; both texts stay what they are.

    What stands unchanged between a change and the nearest place at which a word ends in both texts becomes
    part of the change. Between the changes of two authors each takes the rest of the word that it cuts; a
    stretch in which no word ends stays as it is, so that neither is credited with it.
    """
    found = list(parts)
    edge = _Edges(found)
    shown: list[Portion[_Change]] = []
    carried = ""  # the words between the last edge and the change that comes next
    for at, part in enumerate(found):
        good = edge.pass_over(part)
        if part.change is not None:
            shown.append(Portion(carried + part.old, carried + part.new, part.change))
            carried = ""
            continue
        before = shown[-1] if shown else None
        behind = found[at + 1] if at + 1 < len(found) else None
        low, high = _staying(good, len(part.old), before, behind, author)
        if low and before is not None:
            shown[-1] = before.followed_by(part.old[:low])
        if low < high:
            shown.append(Portion(part.old[low:high], part.old[low:high]))
        carried = part.old[high:]
    return shown


class _Edges:
    """Where words end in two texts, looked through portion by portion."""

    def __init__(self, parts: Sequence[Portion[_Change]]) -> None:
        self._old: frozenset[int] = frozenset()
        self._new: frozenset[int] = frozenset()
        self._here = self._there = 0
        # where nothing stays, no change can be widened
        if any(part.change is None for part in parts):
            self._old = edges("".join(part.old for part in parts))
            self._new = edges("".join(part.new for part in parts))

    def pass_over(self, part: Portion[_Change]) -> list[int]:
        """Return the places in the next portion at which a word ends in both texts; a change has none."""
        here, there = self._here, self._there
        self._here += len(part.old)
        self._there += len(part.new)
        if part.change is not None:
            return []
        good: list[int] = []
        for at in range(len(part.old) + 1):
            if here + at in self._old and there + at in self._new:
                good.append(at)
        return good


def _staying(
    good: list[int],
    size: int,
    before: Portion[_Change] | None,
    behind: Portion[_Change] | None,
    author: Callable[[_Change], object],
) -> tuple[int, int]:
    """Return which of `size` characters between two changes stay unmarked; words end at the `good` places."""
    left = before is not None and before.changes
    right = behind is not None and behind.changes
    low, high = 0, size
    if good:
        if left:
            low = good[0]
        if right:
            high = good[-1]
        return low, high

    # no word ends here: the word belongs to the one who changed it on both sides, or to nobody
    if left and right and _have_one_author(before, behind, author):
        low = size
    return low, high


def _have_one_author(
    one: Portion[_Change] | None,
    other: Portion[_Change] | None,
    author: Callable[[_Change], object],
) -> bool:
    """Whether two portions are changes of one author; what stays has none."""
    if one is None or other is None:
        return False
    if not one.change or not other.change:
        return False
    return author(one.change) == author(other.change)


# --- names of units in a list: 县应急管理局、县水利局 -----------------------------------------------------

_RANKS = "省市县区镇乡州旗"
"""What names of units begin with: 市教育局, or hold: 六安市教育局."""
_RANK = frozenset(_RANKS)
_NAMED = re.compile(f"(?<=由)(?=[{_RANKS}])")
"""Where the name of a unit begins that the segmenter takes for the end of a word: 由|县水利局牵头."""
_OFFICES = re.compile(
    "(?:局|委|委员会|办|办公室|厅|政府|支队|总队|法院|检察院|公司|集团|街道|学院|大学)$"
)
"""Ends of names that nothing but a unit has; an item of a list with such an end is one."""
_BODIES = re.compile("(?:部|院|会|站|所|处|队|中心|学校|联)$")
"""Ends that other words have, too (完善医院): the name of a unit has a rank in it."""
_LEAD = re.compile("(?:并?由|会同|请|与|和)(?=.)")
"""What may stand before the first name of a list."""
_LONGEST = 24
"""No name of a unit has more characters; a longer stretch without a mark is part of a sentence."""
_ITEM = re.compile(rf"[^{SENTENCE_MARKS}{CLAUSE_MARKS}.（）()“”‘’《》\s…]+")
_OPENERS = "、：:（("
"""Behind these an item of a list begins, the first one or another."""


class _Item(NamedTuple):
    """A stretch between two marks: its characters, and the marks."""

    start: int
    end: int
    before: str
    behind: str


def _unit_names(text: str, ends: set[int]) -> Iterator[tuple[int, int]]:
    """Yield where names of units stand in lists; `ends` are the edges of words."""
    if LIST_MARK not in text:
        return
    for match in _ITEM.finditer(text):
        start, end = match.span()
        item = _Item(start, end, text[max(start - 1, 0) : start], text[end : end + 1])
        if LIST_MARK not in (item.before, item.behind):
            continue
        begin = _begin(text, item, ends)
        if begin is None:
            continue
        stop = _stop(text, item, ends, begin + _LONGEST)
        if stop is not None and begin < stop <= begin + _LONGEST:
            yield begin, stop


def _begin(text: str, item: _Item, ends: set[int]) -> int | None:
    """Return where the name in an item begins; None where that cannot be told.

    Before the first of a list other words may stand: 由县水利局、, 明确市公安局、.
    """
    if item.before and item.before in _OPENERS:
        return item.start
    lead = _LEAD.match(text, item.start, item.end)
    start = lead.end() if lead else item.start
    if text[start] in _RANK:
        return start
    inner = [end for end in range(start + 1, item.end) if end in ends]
    first = [*inner, item.end][0]
    if text[first - 1] in _RANK:  # the place: 六安市教育局
        return start
    return next((at for at in inner if text[at] in _RANK), None)


def _stop(text: str, item: _Item, ends: set[int], last: int) -> int | None:
    """Return where the name in an item ends; None where it has none.

    Behind the last name of a list other words may stand: 县水利局牵头. It ends behind the first word that
    makes it a name, or behind the words after it that still do: 县委办公室负责. One that ends behind `last`
    is none, wherever it does.
    """
    if _is_name(text[item.start : item.end]):
        return item.end
    if item.before != LIST_MARK:
        return None
    stop = None
    for end in range(item.start + 1, item.end):
        if end not in ends:
            continue
        if _is_name(text[item.start : end]):
            stop = end
        elif stop is not None:  # the words after the name no longer belong to it
            break
        if end > last:
            break
    return stop


def _is_name(words: str) -> bool:
    """Whether words are the name of a unit by their end."""
    if len(words) < 2:
        return False
    if _OFFICES.search(words):
        return True
    ranked = not _RANK.isdisjoint(words)
    return ranked and _BODIES.search(words) is not None
