"""Tables that were typed as text: cells with bars, tabs or blanks between them, in one text or in several.

Lines of a text are joined where it is read, so a table in one text is known by what stands between its cells.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.text.characters import BREAKS, SENTENCE_MARKS, ends_sentence
from plancli.core.text.numerals import DIGIT

_MAY_BE = re.compile("[|｜│\t　]|[^ ] {2,}[^ ]|(?<! ) +[^ ]+ +[^ ]")
"""What a table that is typed as text has: asked first, most texts have none of it."""
_RULE = re.compile(r"[|｜│]\s*:?-{2,}:?\s*(?:[|｜│]|$)|^\s*:?-{2,}:?\s*[|｜│]")
"""The line below the head of a table in Markdown."""
_BARS = re.compile("[|｜│]")
_OPEN_BAR = re.compile(r"(?:^|(?<=\s))[|｜│]|[|｜│](?=\s|$)")
"""A bar with a blank beside it: one without may be that of an absolute value."""
_WIDE = re.compile("\t+| {2,}|　+")
_BLANKS = re.compile(r"\s+")
_SENTENCE = re.compile(f"[{SENTENCE_MARKS}{BREAKS}]")
"""What a sentence has, and no row of short cells."""
_FIGURE = re.compile(f"[-+≥≤<>~约]?{DIGIT}")
_HEAD = re.compile(
    "指标|指标名称|单位|名称|项目|项目名称|序号|年份|年度|类别|属性|合计|小计|总计|备注|目标值|现状值|基期值"
    "|indicator|unit|item|no\\.|total|target|note|(?:19|20)[0-9]{2}年?底?",
    re.IGNORECASE,
)
_SHORT = 16
"""Characters of a cell in a table whose cells only blanks part."""
_LEAST = 2
"""So many rows, heads, figures make a table where it could be something else."""
_ROW, _BARRED, _TABBED = 3, 4, 3
"""Cells of a row with blanks between; bars and tabs that a text has only as a table."""


class TypedTable(NamedTuple):
    """A table in successive texts, those from `first` to `last`."""

    first: int
    last: int


def typed_tables(texts: Sequence[str]) -> Iterator[TypedTable]:
    """Yield the tables that are typed in texts which follow each other, in their order."""
    rows = [_cells(text) for text in texts]
    at = 0
    while at < len(texts):
        end = _alike(rows, at)
        if _are_rows(rows[at:end], texts[at:end]) or _is_table(texts[at]):
            yield TypedTable(at, end - 1)
        at = end


def _alike(rows: Sequence[Sequence[str]], at: int) -> int:
    """Return where those end that have as many cells as the one at a place, two at least."""
    width, end = len(rows[at]), at + 1
    while width >= _LEAST and end < len(rows) and len(rows[end]) == width:
        end += 1
    return end


def _cells(text: str) -> list[str]:
    """Return the cells of a row: what bars, tabs or wide blanks part, or blanks where it has no sentence."""
    if not _MAY_BE.search(text):
        return [text]
    for between in (_BARS, _WIDE):
        cells = list(filter(None, map(str.strip, between.split(text))))
        if len(cells) > 1:
            return cells
    if _SENTENCE.search(text) or text.isascii():
        return [text]  # what blanks part in a sentence, or in English, are words
    cells = _BLANKS.split(text.strip())
    short = all(len(cell) <= _SHORT for cell in cells)
    return cells if short and len(cells) >= _ROW else [text]


def _are_rows(rows: Sequence[Sequence[str]], texts: Sequence[str]) -> bool:
    """Whether texts with as many cells each are the rows of one table.

    Bars part cells and little else; what blanks part may be names, or the places to sign, so that there are
    to be figures in it.
    """
    if len(rows) < _LEAST:
        return False
    barred = sum(
        len(_BARS.findall(text)) >= len(row) - 1 for text, row in zip(texts, rows, strict=True)
    )
    if barred == len(rows):
        is_sentence = any(map(ends_sentence, texts))  # |x|+|y|≤1。
        return (len(rows[0]) >= _ROW and not is_sentence) or all(map(_is_spaced, texts))
    figures = sum(_figures(row) for row in rows)
    return len(rows[0]) >= _ROW and figures >= _LEAST


def _is_spaced(text: str) -> bool:
    """Whether blanks stand beside most of the bars of a text."""
    return 2 * len(_OPEN_BAR.findall(text)) > len(_BARS.findall(text))


def _is_table(text: str) -> bool:
    """Whether one text is a table whose lines were joined."""
    if not _MAY_BE.search(text):
        return False
    if _RULE.search(text) or text.count("\t") >= _TABBED or len(_OPEN_BAR.findall(text)) >= _BARRED:
        return True
    cells = _BLANKS.split(text.strip())
    if _SENTENCE.search(text) or len(cells) < 2 * _ROW:
        return False
    heads = sum(_HEAD.fullmatch(cell) is not None for cell in cells)
    figures = _figures(cells)
    return heads >= _LEAST and figures >= _LEAST and heads + figures > 2 * _LEAST


def _figures(cells: Sequence[str]) -> int:
    """Return how many cells are numbers, with whatever stands behind them in a joined line."""
    return sum(_FIGURE.match(cell) is not None for cell in cells)
