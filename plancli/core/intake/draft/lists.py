"""Lists in lists of a draft, where their numbers say so: ①, ② behind (1) are the list that (1) holds."""

from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.plan.model import LEVELS_BELOW, Paragraph, Part
from plancli.core.plan.series import Series, numbered_part

_RANKS = (
    ("{一}", "{一}、"),
    ("({一})", "{㈠}"),
    ("{1}", "{1}.", "{1}、"),
    ("({1})",),
    ("{1})",),
    ("{①}",),
    ("{a}.", "({a})", "{a})"),
)
"""How offices number from the outside in, each series as it is told from others."""
_BELOW = 3
"""From this rank on a number is one of a list: 1. may be a paragraph beside （一） as well."""
_ENOUGH = 2
"""So many entries are a list; one alone may be a number that stands there for another reason.

One that holds a list itself does not stand there by chance.
"""


class _Number(NamedTuple):
    """A number of a paragraph: how deep its series stands, which that is, and which number."""

    rank: int
    series: Series
    value: int


def with_lists(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return parts in which paragraphs hold the lists behind them; what is not certain stays beside them."""
    found: list[Part] = []
    at = 0
    while at < len(parts):
        part, at = _with_list(parts, at, LEVELS_BELOW)
        found.append(part)
    return tuple(found)


def _with_list(parts: Sequence[Part], at: int, levels: int) -> tuple[Part, int]:
    """Return a part with the list that it holds, and where what is behind that begins."""
    part, own = parts[at], _number(parts, at)
    if own is None or levels == 0:
        return part, at + 1
    items: list[Part] = []
    behind = at + 1
    last: _Number | None = None
    while (number := _number(parts, behind)) and number.rank > max(own.rank, _BELOW - 1):
        if not _follows(last, number):
            return part, at + 1  # a gap, or two series side by side: nobody can say what holds what
        last = number
        item, behind = _with_list(parts, behind, levels - 1)
        items.append(item)
    if sum(map(_size, items)) < _ENOUGH:
        return part, at + 1
    return part.model_copy(update={"items": tuple(items)}), behind


def _size(part: Part) -> int:
    """Return how many entries an entry stands for: itself, and those that it holds."""
    return 1 + (len(part.items) if isinstance(part, Paragraph) else 0)


def _follows(last: _Number | None, number: _Number) -> bool:
    """Whether a number goes on with the one before it in a list; the first one is 1."""
    if last is None:
        return number.value == 1
    return (number.series.alike, number.value) == (last.series.alike, last.value + 1)


def _number(parts: Sequence[Part], at: int) -> _Number | None:
    """Return the number of a paragraph that is one of those in lists; None of all else."""
    part = parts[at] if at < len(parts) else None
    if not isinstance(part, Paragraph) or part.number is None:
        return None
    read = numbered_part(part.id, part.number)
    for rank, patterns in enumerate(_RANKS):
        if read is not None and read.series.alike in patterns:
            return _Number(rank, read.series, read.counted)
    return None
