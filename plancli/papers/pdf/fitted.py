"""Words that must fit a column: what has no place to end a line in gets some, where it is wider than that.

A long address, number or row of dots would be printed over the column beside it, or off the page. The place
is a ZERO WIDTH SPACE, which `typeset` sets as nothing at all: whoever copies the words has them as they were.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from plancli.core.text.characters import boundaries
from plancli.core.text.marked import Run

PLACE = "\N{ZERO WIDTH SPACE}"
"""Where a line may end."""

_HANZI = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_GLUE = "\u00a0\u202f\u2060\ufeff"
_UNBROKEN = re.compile(
    rf"(?:[^\s{_HANZI}]|[{_GLUE}]|[{_HANZI}](?=[{_GLUE}])|(?<=[{_GLUE}])[{_HANZI}])+"
)
"""A stretch without a place for the end of a line: neither blanks nor Hanzi side by side."""


def fitted(runs: Iterable[Run], ems: float) -> Iterator[Run]:
    """Yield marked words of which no stretch is wider than so many ems of the type without a `PLACE`."""
    listed = list(runs)
    text = "".join(run.text for run in listed)
    places = [place for stretch in _UNBROKEN.finditer(text) for place in _places(stretch, ems)]
    if not places:
        yield from listed
        return
    edges = boundaries(run.text for run in listed)
    for (op, _words), (start, end) in zip(listed, pairwise(edges), strict=True):
        inside = places[bisect_left(places, start) : bisect_left(places, end)]
        parts = (text[begin:behind] for begin, behind in pairwise([start, *inside, end]))
        yield Run(op, PLACE.join(parts))


def fitted_text(text: str, ems: float) -> str:
    """Return words of which no stretch is wider than so many ems without a `PLACE`."""
    return "".join(run.text for run in fitted([Run("=", text)], ems))


def _places(stretch: re.Match[str], ems: float) -> Iterator[int]:
    """Yield where a stretch may be broken; marks stay with the words that they belong to, if they can."""
    # a Hanzi at its side belongs to a mark at its edge
    room = ems - (not stretch[0][0].isalnum()) - (not stretch[0][-1].isalnum())
    for start, part in _parts(stretch[0], _of_itself):
        if _is_wider(part, room):
            for behind, letters in _parts(part, _between_letters):
                if behind:
                    yield stretch.start() + start + behind
                if _is_wider(letters, room):
                    pieces = list(_parts(letters, _anywhere))[1:]
                    yield from (stretch.start() + start + behind + at for at, _piece in pieces)


def _parts(words: str, may_end: Callable[[str, str], bool]) -> Iterator[tuple[int, str]]:
    """Yield the parts into which words come apart where a line may end, each with where it begins."""
    inside = (at for at in range(1, len(words)) if may_end(words[at - 1], words[at]))
    for begin, end in pairwise([0, *inside, len(words)]):
        yield begin, words[begin:end]


def _of_itself(before: str, behind: str) -> bool:
    """Whether lines end there without more ado."""
    return before in _LINES_END_BEHIND and (behind.isalnum() or behind in _LINES_BEGIN_WITH)


_LINES_END_BEHIND, _LINES_BEGIN_WITH = "，。；：、！？）》〉】〕", "（《〈【〔“‘"


def _between_letters(before: str, behind: str) -> bool:
    """Whether a line that ends there leaves each mark with its words."""
    return (before.isalnum() or before in _IN_ADDRESSES) and behind.isalnum()


_IN_ADDRESSES = "/-_=&?#."


def _anywhere(_before: str, behind: str) -> bool:
    """Whether a line may end there at all: not within what is drawn as one character."""
    return unicodedata.category(behind) not in _CLINGING


_CLINGING = ("Mn", "Me", "Mc", "Cf", "Sk")
"""Accents, joiners, shades of a picture."""


def _is_wider(words: str, ems: float) -> bool:
    """Whether words may be wider than so many ems; what is said of their type is on the safe side."""
    return len(words) > ems and sum(_NARROW if char in _NARROW_ONES else 1 for char in words) > ems


_NARROW = 0.65
_NARROW_ONES = frozenset("abcdefghijklnopqrstuvxyz0123456789.,:;/-_=?&#~!'\"()[]{}|*+ ")
