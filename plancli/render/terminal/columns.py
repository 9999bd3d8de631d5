"""Columns of plain text in which a Chinese character is two cells wide."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len

from plancli.core.text.characters import printable


def aligned(rows: Iterable[Sequence[str]], gap: int = 2) -> list[str]:
    """Return one line a row; every column but the last is as wide as its widest entry.

    A name that turns the reading direction would turn the columns behind it.
    """
    table = [[printable(cell) for cell in row] for row in rows]
    padded: list[Iterable[str]] = []
    # nothing stands behind the last column, which has the longest words: it is as wide as it is
    *columns, last = zip(*table, strict=True) if table else ((),)
    for column in columns:
        padded.append(_padded(column, gap))
    return ["".join(cells).rstrip() for cells in zip(*padded, last, strict=True)]


def wrapped(text: str, width: int) -> list[str]:
    """Break text into lines of `width` cells: between Chinese characters, not in a word or before a mark."""
    edges = [*line_starts(text, width), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(edges)]


_PIECES = re.compile(r"[!-~]+|\s+|.[。,，、；：！？”’）》]*")


def line_starts(text: str, width: int) -> list[int]:
    """Return where the lines of a text begin that are `width` cells at most, without blanks ahead of them."""
    starts = [0]
    used = 0
    for match in _PIECES.finditer(text):
        cells = cell_len(match[0])
        if used and used + cells > width:
            starts.append(match.start())
            used = 0
        if not used and match[0].isspace():
            starts[-1] = match.end()
        else:
            used += cells
    return starts


def _padded(column: Sequence[str], gap: int) -> Iterable[str]:
    """Return the cells of a column, each as wide as the widest of them and the gap."""
    used = [cell_len(cell) for cell in column]
    widest = max(used)
    return [cell + " " * (widest - cells + gap) for cell, cells in zip(column, used, strict=True)]
