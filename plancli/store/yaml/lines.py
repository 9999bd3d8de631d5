"""How a text stands in its file: one sentence a line, and lines that nobody changed stay as they are."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from plancli.core.text.characters import boundaries, join_lines, sentences


class _Group(NamedTuple):
    """The fewest neighbouring lines that hold whole sentences."""

    sentences: list[str]
    lines: list[str]


def relaid(lines: Sequence[str], new: str, indent: str) -> list[str]:
    """Lay out `new` where the raw `lines` stood, keeping every line whose sentences are unchanged."""
    groups, fresh = list(_groups(lines)), sentences(new)
    moved = _moved([sentence for group in groups for sentence in group.sentences], fresh)
    result: list[str] = []
    old = done = 0
    for group in groups:
        places = [moved.get(old + at, -1) for at in range(len(group.sentences))]
        if places == list(range(places[0], places[0] + len(places))) and places[0] >= done:
            result += [indent + sentence for sentence in fresh[done : places[0]]]
            result += group.lines
            done = places[-1] + 1
        old += len(group.sentences)
    return result + [indent + sentence for sentence in fresh[done:]]


def _moved(old: list[str], new: list[str]) -> dict[int, int]:
    """Map the positions of the sentences that stay to their new positions."""
    head = tail = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    ends = len(old) - tail, len(new) - tail
    middle = SequenceMatcher(None, old[head : ends[0]], new[head : ends[1]], autojunk=False)
    moved = {at: at for at in range(head)} | {ends[0] + at: ends[1] + at for at in range(tail)}
    for start, there, size in middle.get_matching_blocks():
        moved |= {head + start + at: head + there + at for at in range(size)}
    return moved


def _groups(lines: Sequence[str]) -> Iterator[_Group]:
    pieces = [join_lines(line) for line in lines]
    whole = sentences("".join(pieces))
    edges = {edge: at for at, edge in enumerate(boundaries(whole))}
    first = at = done = 0
    for number, piece in enumerate(pieces, 1):
        at += len(piece)
        if edges.get(at, 0) > done:
            yield _Group(whole[done : edges[at]], list(lines[first:number]))
            first, done = number, edges[at]
