"""Columns of plain text in which a Chinese character is two cells wide."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len


def aligned(rows: Iterable[Sequence[str]], gap: int = 2) -> list[str]:
    """Return one line a row; every column but the last is as wide as its widest entry."""
    table = [list(row) for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    return ["".join(_padded(row, widths, gap)).rstrip() for row in table]


def _padded(row: Sequence[str], widths: Sequence[int], gap: int) -> Iterable[str]:
    return (text + " " * (width - cell_len(text) + gap) for text, width in zip(row, widths, strict=True))
