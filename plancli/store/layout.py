"""How a text stands in its file: one sentence a line, and lines that nobody changed stay as they are."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.diff import exact
from plancli.core.text import boundaries, join_lines, sentences


class _Kept(NamedTuple):
    """Lines of the old layout that reappear as the characters `start:end` of the new text."""

    start: int
    end: int
    lines: list[str]


def relaid(lines: Sequence[str], new: str, indent: str) -> list[str]:
    """Lay out `new` where the raw `lines` stood, keeping every line whose sentences are unchanged."""
    result: list[str] = []
    at = 0
    for kept in [*_kept(lines, new), _Kept(len(new), len(new), [])]:
        result += [indent + sentence for sentence in sentences(new[at : kept.start])]
        result += kept.lines
        at = kept.end
    return result


def _kept(lines: Sequence[str], new: str) -> Iterator[_Kept]:
    """Yield the groups of whole sentences that stand unchanged in `new`."""
    pieces = [join_lines(line) for line in lines]
    old = "".join(pieces)
    moved = _unchanged(old, new)
    new_edges = set(boundaries(sentences(new)))
    for first, last, start, end in _groups(pieces, old):
        shift = moved.get(start)
        whole = shift is not None and all(moved.get(at) == shift for at in range(start, end))
        if shift is not None and whole and {start + shift, end + shift} <= new_edges:
            yield _Kept(start + shift, end + shift, list(lines[first:last]))


def _unchanged(old: str, new: str) -> dict[int, int]:
    """Map each character of `old` that stays to the distance that it moves."""
    moved: dict[int, int] = {}
    here = there = 0
    for op, text in exact(old, new):
        if op == "=":
            moved.update((at, there - here) for at in range(here, here + len(text)))
        here += len(text) if op != "+" else 0
        there += len(text) if op != "-" else 0
    return moved


def _groups(pieces: list[str], old: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield (first line, last line, start, end) of the smallest groups of lines that hold whole sentences."""
    sentence_edges = set(boundaries(sentences(old)))
    first = start = at = 0
    for number, piece in enumerate(pieces, 1):
        at += len(piece)
        if at in sentence_edges and at > start:
            yield first, number, start, at
            first, start = number, at
