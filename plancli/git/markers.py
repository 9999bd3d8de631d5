"""Two versions of a file in one, with the markers that git itself puts round a conflict."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_PART = re.compile(r"\s*- (?:id|column):\s*([^\s#]+)")


class _Block(NamedTuple):
    """The lines of a paragraph, or of a column down to its first item; before the first they have no name."""

    name: str
    lines: list[str]


def side_by_side(ours: str, theirs: str, names: tuple[str, str], size: int = 7) -> str:
    """Return the lines of both versions; those in which they differ stand between conflict markers.

    A paragraph that only one version has stands there whole, on its side.
    """
    return "".join(_by_blocks(_blocks(ours), _blocks(theirs), names, size))


def _by_blocks(
    ours: list[_Block], theirs: list[_Block], names: tuple[str, str], size: int
) -> Iterator[str]:
    for tag, start, end, low, high in _opcodes([b.name for b in ours], [b.name for b in theirs]):
        if tag == "equal":
            for one, other in zip(ours[start:end], theirs[low:high], strict=True):
                yield from _by_lines(one.lines, other.lines, names, size)
        else:
            yield from _conflict(_joined(ours[start:end]), _joined(theirs[low:high]), names, size)


def _by_lines(
    ours: list[str], theirs: list[str], names: tuple[str, str], size: int
) -> Iterator[str]:
    for tag, start, end, low, high in _opcodes(ours, theirs):
        if tag == "equal":
            yield from ours[start:end]
        else:
            yield from _conflict(ours[start:end], theirs[low:high], names, size)


def _opcodes(
    ours: Sequence[str], theirs: Sequence[str]
) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def _conflict(
    ours: list[str], theirs: list[str], names: tuple[str, str], size: int
) -> Iterator[str]:
    yield f"{'<' * size} {names[0]}\n"
    yield from map(_ended, ours)
    yield f"{'=' * size}\n"
    yield from map(_ended, theirs)
    yield f"{'>' * size} {names[1]}\n"


def _blocks(text: str) -> list[_Block]:
    found = [_Block("", [])]
    for line in text.splitlines(keepends=True):
        if part := _PART.match(line):
            found.append(_Block(part[1], []))
        found[-1].lines.append(line)
    return found


def _joined(blocks: list[_Block]) -> list[str]:
    return [line for block in blocks for line in block.lines]


def _ended(line: str) -> str:
    """A marker begins a line of its own."""
    return line if line.endswith("\n") else line + "\n"
