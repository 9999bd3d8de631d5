"""Long texts side by side, cut at the lines, sentences and clauses that stand in both."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.text.characters import CLAUSE_MARKS, SENTENCE_MARKS
from plancli.core.text.order import rising

Cut = Callable[[str], Sequence[str]]
"""Cuts a text into parts; joined again they give the text."""


def _cut_behind(marks: str) -> Cut:
    """Return what cuts behind runs of `marks`."""
    return re.compile(f"[^{marks}]*[{marks}]+|[^{marks}]+").findall


def lines_of(text: str) -> list[str]:
    """Cut behind line breaks."""
    return text.splitlines(keepends=True)


sentences_of = _cut_behind(SENTENCE_MARKS)
clauses_of = _cut_behind(CLAUSE_MARKS)


class _Block(NamedTuple):
    """Parts that stand in both texts, one behind the other: where they begin in each, and how many."""

    here: int
    there: int
    size: int


def side_by_side(
    old: str, new: str, cuts: tuple[Cut, ...], small: int
) -> Iterator[tuple[str, str]]:
    """Yield parts of both texts that stand beside each other: equal ones, and what is left between them.

    The texts are cut as the first of `cuts` says, what is left between as the next one says. Texts whose
    lengths have a product up to `small` are not cut.
    """
    if not cuts or old == new or len(old) * len(new) <= small:
        yield old, new
        return
    cut, *finer = cuts
    one, other = cut(old), cut(new)
    if len(one) == len(other) == 1:
        # nothing was cut, and the two are not the same
        yield from side_by_side(old, new, tuple(finer), small)
        return
    here = there = 0
    for block in [*_blocks(_anchors(one, other)), _Block(len(one), len(other), 0)]:
        if here < block.here or there < block.there:
            left, right = "".join(one[here : block.here]), "".join(other[there : block.there])
            yield from side_by_side(left, right, tuple(finer), small)
        here, there = block.here + block.size, block.there + block.size
        same = "".join(one[block.here : here])
        yield same, same


def _blocks(pairs: list[tuple[int, int]]) -> list[_Block]:
    """Join pairs that follow each other on both sides."""
    found: list[_Block] = []
    for here, there in pairs:
        last = found[-1] if found else None
        if last and (here, there) == (last.here + last.size, last.there + last.size):
            found[-1] = last._replace(size=last.size + 1)
        else:
            found.append(_Block(here, there, 1))
    return found


def _anchors(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Pair the parts that stand in both: those before and behind every change, and inside the unique ones.

    A part that stands twice in one of the texts could be paired in several ways, so it anchors nothing.
    """
    head = _same_at_start(one, other, min(len(one), len(other)))
    tail = _same_at_start(one[::-1], other[::-1], min(len(one), len(other)) - head)
    low, high = len(one) - tail, len(other) - tail
    inside, partners = one[head:low], other[head:high]
    counts, partner_counts = Counter(inside), Counter(partners)
    places = {part: at for at, part in enumerate(partners, head)}
    pairs: list[tuple[int, int]] = []
    for at, part in enumerate(inside, head):
        if counts[part] == partner_counts[part] == 1:
            pairs.append((at, places[part]))
    before = [(at, at) for at in range(head)]
    behind = [(low + at, high + at) for at in range(tail)]
    return before + rising(pairs) + behind


def _same_at_start(one: Sequence[str], other: Sequence[str], most: int) -> int:
    """Return with how many equal parts both begin, up to `most`."""
    for at in range(most):
        if one[at] != other[at]:
            return at
    return most
