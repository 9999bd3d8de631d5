"""Where a word ends: words, numbers, titles and names of units, which nothing that is shown cuts."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from plancli.core.text.characters import CLAUSE_MARKS, SENTENCE_MARKS, atoms, boundaries

_TITLE = re.compile(r"《[^《》]*》")


def words(text: str) -> list[str]:
    """Cut into words, with each number, document number and 《title》 in one piece."""
    pieces: list[str] = []
    at = 0
    for match in _TITLE.finditer(text):
        pieces += [*_segmented(text[at : match.start()]), match[0]]
        at = match.end()
    return [*pieces, *_segmented(text[at:])]


def _segmented(text: str) -> list[str]:
    """Cut where both a word and an atom end."""
    try:
        import rjieba
    except ImportError:  # no build for this platform: numbers stay whole, words may be cut
        return atoms(text)
    ends = sorted(set(boundaries(rjieba.cut(text))) & set(boundaries(atoms(text))))
    return [text[start:end] for start, end in pairwise(ends)]


def edges(text: str) -> set[int]:
    """Return where a mark may begin or end: at the edges of words and of names of units in a list."""
    found = set(boundaries(words(text)))
    found |= {match.start() for match in _NAMED.finditer(text)}
    for start, end in _unit_names(text, found):
        found -= set(range(start + 1, end))
        found |= {start, end}
    return found


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
        return self.change is not None and bool(self.old or self.new)


def widened(
    parts: Iterable[Portion[_Change]], author: Callable[[_Change], object]
) -> list[Portion[_Change]]:
    """Let changes begin and end where words, numbers and names of units do; both texts stay what they are.

    What stands unchanged between a change and the nearest place at which a word ends in both texts becomes
    part of the change. Between the changes of two authors each takes the rest of the word that it cuts; a
    stretch in which no word ends stays as it is, so that neither is credited with it.
    """
    found = list(parts)
    old_ends = edges("".join(part.old for part in found))
    new_ends = edges("".join(part.new for part in found))
    shown: list[Portion[_Change]] = []
    here = there = 0
    carried = ""  # the words between the last edge and the change that comes next
    for at, part in enumerate(found):
        if part.change is not None:
            shown.append(Portion(carried + part.old, carried + part.new, part.change))
            carried = ""
        else:
            places = range(len(part.old) + 1)
            good = [g for g in places if here + g in old_ends and there + g in new_ends]
            before, behind = shown[-1:], found[at + 1 : at + 2]
            authors = [author(near.change) for near in (*before, *behind) if near.change]
            one = len(authors) == 2 and authors[0] == authors[1]
            low, high = _staying(part.old, good, before, behind, one)
            if low:
                last = shown.pop()
                shown.append(
                    Portion(last.old + part.old[:low], last.new + part.old[:low], last.change)
                )
            if low < high:
                shown.append(Portion(part.old[low:high], part.old[low:high]))
            carried = part.old[high:]
        here, there = here + len(part.old), there + len(part.new)
    return shown


def _staying(
    text: str,
    good: list[int],
    before: list[Portion[_Change]],
    behind: list[Portion[_Change]],
    one_author: bool,
) -> tuple[int, int]:
    """Return which characters between two changes stay unmarked; `good` are the places where words end."""
    left, right = (bool(near) and near[0].changes for near in (before, behind))
    if good:
        return good[0] if left else 0, good[-1] if right else len(text)
    if left and right and one_author:
        return len(text), len(text)
    return 0, len(text)


# --- names of units in a list: 县应急管理局、县水利局 -----------------------------------------------------

_RANKS = "省市县区镇乡州旗"
"""What names of units begin with: 市教育局, or hold: 六安市教育局."""
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
    if "、" not in text:
        return
    for match in _ITEM.finditer(text):
        start, end = match.span()
        item = _Item(start, end, text[start - 1 : start] if start else "", text[end : end + 1])
        if "、" in (item.before, item.behind):
            begin, stop = _begin(text, item, ends), _stop(text, item, ends)
            if begin is not None and stop is not None and begin < stop <= begin + _LONGEST:
                yield begin, stop


def _begin(text: str, item: _Item, ends: set[int]) -> int | None:
    """Return where the name in an item begins; None where that cannot be told.

    Before the first of a list other words may stand: 由县水利局、, 明确市公安局、.
    """
    if item.before and item.before in _OPENERS:
        return item.start
    lead = _LEAD.match(text, item.start, item.end)
    start = lead.end() if lead else item.start
    if text[start] in _RANKS:
        return start
    first = min((end for end in ends if start < end <= item.end), default=item.end)
    if text[first - 1] in _RANKS:  # the place: 六安市教育局
        return start
    return min((at for at in ends if start < at < item.end and text[at] in _RANKS), default=None)


def _stop(text: str, item: _Item, ends: set[int]) -> int | None:
    """Return where the name in an item ends; None where it has none.

    Behind the last name of a list other words may stand: 县水利局牵头. It ends behind the first word that
    makes it a name, or behind the words after it that still do: 县委办公室负责.
    """
    if _is_name(text[item.start : item.end]):
        return item.end
    if item.before != "、":
        return None
    stop = None
    for end in sorted(end for end in ends if item.start < end < item.end):
        if _is_name(text[item.start : end]):
            stop = end
        elif stop is not None:
            break
    return stop


def _is_name(words: str) -> bool:
    ranked = any(rank in words for rank in _RANKS)
    named = bool(_OFFICES.search(words)) or (ranked and bool(_BODIES.search(words)))
    return named and len(words) > 1
