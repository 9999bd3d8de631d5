"""How a text stands in its file: one sentence a line, and lines that nobody changed stay as they are."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from plancli.core.text import boundaries, join_lines, sentences


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
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {start + at: there + at for start, there, size in blocks for at in range(size)}


def _groups(lines: Sequence[str]) -> Iterator[_Group]:
    pieces = [join_lines(line) for line in lines]
    edges = set(boundaries(sentences("".join(pieces))))
    first = at = 0
    for number, piece in enumerate(pieces, 1):
        at += len(piece)
        text = "".join(pieces[first:number])
        if at in edges and text:
            yield _Group(sentences(text), list(lines[first:number]))
            first = number
