"""Lists in lists of a draft: where its program says so, or numbers: ①, ② behind (1) are the list of (1)."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.intake.body import ListLevel
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


IN_NO_LIST: Mapping[str, ListLevel] = MappingProxyType({})


class _Number(NamedTuple):
    """A number of a paragraph: how deep its series stands, which that is, and which number."""

    rank: int
    series: Series
    value: int


def with_lists(
    parts: Sequence[Part], listed: Mapping[str, ListLevel] = IN_NO_LIST
) -> tuple[Part, ...]:
    """Return parts in which paragraphs hold the lists behind them; what is not certain stays beside them.

    `listed` says of paragraphs in which list of their program they stand, and how deep: that goes before
    what numbers say.
    """
    lists = _Lists(parts, listed)
    found: list[Part] = []
    at = 0
    while at < len(parts):
        part, at = lists.with_list(at, LEVELS_BELOW)
        found.append(part)
    return tuple(found)


def too_deep(parts: Sequence[Part], listed: Mapping[str, ListLevel]) -> Iterator[str]:
    """Yield the paragraphs that stand deeper in a list of their program than lists of a plan go."""
    above: list[ListLevel] = []
    for part in parts:
        own = listed.get(part.id) if isinstance(part, Paragraph) else None
        while above and (own is None or not _is_below(own, above[-1])):
            above.pop()
        if own is not None:
            if len(above) > LEVELS_BELOW and isinstance(part, Paragraph):
                yield part.id
            above.append(own)


def _is_below(one: ListLevel, other: ListLevel) -> bool:
    return one.name == other.name and one.level > other.level


class _Lists:
    """The parts of a section or column, and which of them stand in lists of their program."""

    def __init__(self, parts: Sequence[Part], listed: Mapping[str, ListLevel]) -> None:
        self._parts, self._listed = parts, listed

    def with_list(self, at: int, levels: int) -> tuple[Part, int]:
        """Return a part with the list that it holds, and where what is behind that begins."""
        if levels == 0:
            return self._parts[at], at + 1
        own = self._level(at)
        if own is not None and self._stands_below(at + 1, own):
            return self._by_levels(at, own, levels)
        return self._by_numbers(at, levels)

    def _level(self, at: int) -> ListLevel | None:
        part = self._parts[at] if at < len(self._parts) else None
        return self._listed.get(part.id) if isinstance(part, Paragraph) else None

    def _stands_below(self, at: int, above: ListLevel) -> bool:
        own = self._level(at)
        return own is not None and _is_below(own, above)

    def _by_levels(self, at: int, own: ListLevel, levels: int) -> tuple[Part, int]:
        """Return a paragraph with all that stands deeper in its list; what is too deep beside the deepest."""
        items: list[Part] = []
        behind = at + 1
        while self._stands_below(behind, own):
            item, behind = self.with_list(behind, levels - 1)
            items.append(item)
        return self._parts[at].model_copy(update={"items": tuple(items)}), behind

    def _by_numbers(self, at: int, levels: int) -> tuple[Part, int]:
        part, own = self._parts[at], _number(self._parts, at)
        if own is None:
            return part, at + 1
        items: list[Part] = []
        behind = at + 1
        last: _Number | None = None
        while (number := _number(self._parts, behind)) and number.rank > max(own.rank, _BELOW - 1):
            if not _follows(last, number):
                return (
                    part,
                    at + 1,
                )  # a gap, or two series side by side: nobody can say what holds what
            last = number
            item, behind = self.with_list(behind, levels - 1)
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
