"""How wide the columns of a table are on paper: those of few words as wide as they need, in any format."""

from collections.abc import Sequence

from plancli.core.publish.sheet import SHORT, Sheet, text_of

FEW = 6
"""Tables with more columns are printed on A3, in small type: on A4 they would hold a few characters each."""
_NARROWEST, _NARROW = 2.5, 6.0
"""Ems of the narrowest column, and of the widest of those that are no wider than their words."""


def narrow_columns(sheet: Sheet) -> list[float]:
    """Return how many ems the columns of few words need, 0 for those that share what is left.

    So a number or a decision stands on one line. A table of few columns has room for all.
    """
    shares = [head.share for head in sheet.heads]
    if len(shares) <= FEW:
        return [0.0] * len(shares)
    return [
        min(max(_longest(sheet, column), _NARROWEST), _NARROW) if share <= SHORT else 0.0
        for column, share in enumerate(shares)
    ]


def widths_beside(narrow: Sequence[float], shares: Sequence[int], measure: float) -> list[float]:
    """Return the widths of columns that fill a measure: those that are `narrow`, not 0, and others by share.

    Where that leaves the others less than half of it, all have their shares.
    """
    wide = [0 if fixed else share for fixed, share in zip(narrow, shares, strict=True)]
    left = measure - sum(narrow)
    if not any(wide) or left < measure / 2:
        return [measure * share / sum(shares) for share in shares]
    return [fixed + left * share / sum(wide) for fixed, share in zip(narrow, wide, strict=True)]


def _longest(sheet: Sheet, column: int) -> float:
    """Return how many ems the longest line in a column takes; its head may take two lines."""
    found = len(sheet.heads[column].label) / 2
    for block in sheet.blocks:
        for cells in block.rows:
            for line in text_of(cells[column]).split("\n"):
                found = max(found, sum(1.0 if char > "\u2e7f" else 0.55 for char in line))
    return found + 0.2
