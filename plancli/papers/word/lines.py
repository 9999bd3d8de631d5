"""Words as paragraphs: office programs stretch a line that ends in a soft break over the whole measure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from plancli.core.text.characters import (
    CLAUSE_MARKS,
    CLOSERS,
    SENTENCE_MARKS,
    boundaries,
    printable,
)
from plancli.core.text.marked import Run
from plancli.core.text.words import words

_SENTENCE = re.compile(f"[{SENTENCE_MARKS}][{CLOSERS}]*")
_CLAUSE = re.compile(f"[{CLAUSE_MARKS}][{CLOSERS}]*")


def lines(runs: Iterable[Run]) -> list[tuple[Run, ...]]:
    """Return marked words as lines, each of which is a paragraph of its own."""
    found: list[list[Run]] = [[]]
    for op, text in runs:
        first, *rest = text.split("\n")
        found[-1].append(Run(op, first))
        found += ([Run(op, line)] for line in rest)
    return [tuple(run for run in line if run.text) for line in found]


def portions(line: Sequence[Run], most: int) -> Iterator[tuple[Run, ...]]:
    """Yield a line in portions of at most so many characters, each up to the end of a sentence."""
    text, at = "".join(run.text for run in line), 0
    while len(text) - at > most:
        end = _end(text, at, at + most)
        yield between(line, at, end)
        at = end
    yield between(line, at, len(text))


def _end(text: str, start: int, most: int) -> int:
    """Return where a portion ends best, in its second half: behind a sentence, a clause, or where it must."""
    for mark in (_SENTENCE, _CLAUSE):
        ends = [match.end() for match in mark.finditer(text, (start + most) // 2, most)]
        if ends:
            return ends[-1]
    return most


def between(line: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs of some characters."""
    found, at = [], 0
    for op, text in line:
        part = text[max(start - at, 0) : max(end - at, 0)]
        found += [Run(op, part)] if part else []
        at += len(text)
    return tuple(found)


def broken(title: str, measure: float, em: float) -> str:
    """Return a title with line breaks between words, where it needs several lines; they are about equal.

    `measure` and `em`, the size of the type, are in any one unit.
    """
    return "\n".join(
        part for line in printable(title).split("\n") for part in _broken(line, measure, em)
    )


def _broken(line: str, measure: float, em: float) -> list[str]:
    needed = ceil(_width(line, em) / (measure - em))
    if needed < 2:
        return [line]
    wanted = _width(line, em) / needed
    at = min(_ends(line), key=lambda end: abs(_width(line[:end], em) - wanted), default=len(line))
    return [line[:at], *_broken(line[at:], measure, em)] if 0 < at < len(line) else [line]


def _width(text: str, em: float) -> float:
    return sum(em if char > "\u2e7f" or char in "“”" else em / 2 for char in text)


def _ends(line: str) -> list[int]:
    """Return where a line may end: between words, not behind a mark that opens or before one that closes."""
    ends = boundaries(piece for part in re.split("([《》])", line) for piece in words(part))
    return [at for at in ends[1:-1] if line[at - 1] not in _OPENING and line[at] not in _CLOSING]


_OPENING, _CLOSING = "“‘《〈（(【〔", "”’》〉）)】〕、，。：；,.:;"
