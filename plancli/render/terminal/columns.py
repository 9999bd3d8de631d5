"""Columns of plain text in which a Chinese character is two cells wide."""

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from plancli.core.text.characters import printable


def aligned(rows: Iterable[Sequence[str]], gap: int = 2) -> list[str]:
    """Return one line a row; every column but the last is as wide as its widest entry.

    A name that turns the reading direction would turn the columns behind it.
    """
    table = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    return ["".join(_padded(row, widths, gap)).rstrip() for row in table]


def wrapped(text: str, width: int) -> list[str]:
    """Break text into lines of `width` cells: between Chinese characters, not in a word or before a mark."""
    lines = [""]
    for piece in re.findall(r"[!-~]+|\s+|.[。,，、；：！？”’）》]*", text):
        if cell_len(lines[-1] + piece) > width and lines[-1]:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def _padded(row: Sequence[str], widths: Sequence[int], gap: int) -> Iterable[str]:
    return (
        text + " " * (width - cell_len(text) + gap) for text, width in zip(row, widths, strict=True)
    )
