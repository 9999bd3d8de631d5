"""A patch as git prints it, line by line, with the changed characters inside changed lines marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.text.diff import readable
from plancli.core.text.marked import Run, marked, reversed_marks

_FILE = re.compile(r"diff --git .*(?:plan|comments)/.*\.yaml\"?")
_OTHER = re.compile(r"diff --")
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
_COLOUR = re.compile(r"\x1b\[[0-9;]*[mK]")
_LEADING = re.compile(rf"(?:{_COLOUR.pattern})*")
_LARGE = 50_000
"""Characters of a change above which nobody reads it by characters."""


class _Left(NamedTuple):
    """How many lines of the old and of the new file a hunk still has."""

    old: int
    new: int


_NONE = _Left(0, 0)


def marked_patch(lines: Iterable[str]) -> Iterator[str]:
    """Yield a patch with the changed characters of plan and comment files marked, all else as it is.

    In a coloured patch they are shown reversed, else as [-removed-] and {+new+}. Lines come and go with
    their line ends; only neighbouring changed lines are kept back until the last of them is there.
    """
    within, left = False, _NONE
    block: list[str] = []
    for line in lines:
        plain = _COLOUR.sub("", line)
        if left == _NONE:
            yield from _marked(block)
            block = []
            within = bool(_FILE.match(plain)) if _OTHER.match(plain) else within
            left = _begun(plain) if within else _NONE
            yield line
        elif plain[:1] in ("-", "+") or (plain[:1] == "\\" and block):
            block.append(line)
            left = _less(left, plain[0])
        else:
            yield from _marked(block)
            block = []
            left = _less(left, plain[:1])
            yield line
    yield from _marked(block)


def _begun(line: str) -> _Left:
    hunk = _HUNK.match(line)
    return _Left(int(hunk[1] or 1), int(hunk[2] or 1)) if hunk else _NONE


def _less(left: _Left, sign: str) -> _Left:
    """Count a line of a hunk; what is none (of a word diff) ends it."""
    if sign == "\\":
        return left
    if sign not in (" ", "-", "+"):
        return _NONE
    return _Left(left.old - (sign != "+"), left.new - (sign != "-"))


def _marked(block: Sequence[str]) -> list[str]:
    """Mark what changed between the removed and the added lines of a block."""
    signs = [_COLOUR.sub("", line)[:1] for line in block]
    removed, added = (_texts(block, signs, sign) for sign in "-+")
    if not removed or not added or sum(map(len, block)) > _LARGE:
        return list(block)
    runs = readable("\n".join(removed), "\n".join(added))
    if not any(run.op == "=" and run.text.strip() for run in runs):
        return list(block)
    halves = {sign: iter(_by_line(runs, sign)) for sign in "-+"}
    return [
        _written(line, sign, next(halves[sign])) if sign in halves else line
        for line, sign in zip(block, signs, strict=True)
    ]


def _texts(block: Sequence[str], signs: Sequence[str], wanted: str) -> list[str]:
    return [_text(line) for line, sign in zip(block, signs, strict=True) if sign == wanted]


def _text(line: str) -> str:
    return _COLOUR.sub("", line).rstrip("\r\n")[1:]


def _by_line(runs: Iterable[Run], sign: str) -> Iterator[list[Run]]:
    """Yield the runs of one side, line by line."""
    line: list[Run] = []
    for op, text in runs:
        if op not in ("=", sign):
            continue
        first, *rest = text.split("\n")
        line.append(Run(op, first))
        for piece in rest:
            yield line
            line = [Run(op, piece)]
    yield line


def _written(line: str, sign: str, runs: Iterable[Run]) -> str:
    """Write a line with its marks in the way it came: in its own colour, or plainly.

    A line that is new or gone as a whole, or stays, needs no marks.
    """
    runs = [run for run in runs if run.text]
    if all(run.op == "=" for run in runs) or not any(
        run.op == "=" and run.text.strip() for run in runs
    ):
        return line
    colour = _LEADING.match(line)
    prefix = colour[0] if colour else ""
    words = reversed_marks(runs) if prefix else marked(runs)
    bare = _COLOUR.sub("", line)
    end = bare[len(bare.rstrip("\r\n")) :]
    return f"{prefix}{sign}{words}{_RESET if prefix else ''}{end}"


_RESET = "\x1b[m"
