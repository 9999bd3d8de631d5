"""Which blocks of a body are headings of sections, and which stands below which.

A heading is known by its style, or else by its pattern: a number ahead of a short line without a mark at its
end, or the look of a line that stands alone. Which series stands below which is shown by the order in which
they first come: a plan that has 一、 in its chapters has it there everywhere.
"""

from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.intake.body import BlockKind, BodyBlock
from plancli.core.intake.draft.numbers import Begins, HeadNumber, head_number
from plancli.core.text.characters import BREAKS, SENTENCE_MARKS, ends_with_mark

LONGEST_TITLE = 50
"""Characters of a title; what is longer is a sentence, whatever number it has."""


_LONGEST_STYLED = 2 * LONGEST_TITLE


class Heading(NamedTuple):
    """A heading by the place of its block in the body; `depth` is 1 for a chapter.

    `by_look`: it has no number and no style, only stands as headings do.
    """

    at: int
    depth: int
    number: HeadNumber
    by_look: bool = False


def headings_in(blocks: Sequence[BodyBlock]) -> list[Heading]:
    """Return the headings of a body, in reading order."""
    numbers = [head_number(block) for block in blocks]
    styled = [
        bool(_is_styled(block, number)) for block, number in zip(blocks, numbers, strict=True)
    ]
    in_styles = {number.series for number, is_so in zip(numbers, styled, strict=True) if is_so}
    ladder = _Ladder()
    found: list[Heading] = []
    for at, (block, number) in enumerate(zip(blocks, numbers, strict=True)):
        if styled[at]:
            found.append(Heading(at, ladder.styled(block.level or 1), number))
        elif number.number and number.series in in_styles:
            continue  # such numbers have a style where they begin sections
        elif _has_pattern(block, number) and ladder.goes_on(number):
            found.append(Heading(at, ladder.numbered(number), number))
        elif not any(styled) and _stands_out(blocks, at, number):
            found.append(Heading(at, ladder.unnumbered(block.centred), number, by_look=True))
    return found


def _is_styled(block: BodyBlock, number: HeadNumber) -> bool:
    """Whether a style makes a block a heading; captions may have one, and are none."""
    if block.kind is not BlockKind.TEXT or not block.words or block.box:
        return False
    is_caption = number.begins in (Begins.COLUMN, Begins.CAPTION)
    # a paragraph may have the style of the heading at its head
    is_text = any(mark in block.words[:-1] for mark in "。；") or len(block.words) > _LONGEST_STYLED
    return bool(block.level) and not is_caption and not is_text


def _has_pattern(block: BodyBlock, number: HeadNumber) -> bool:
    """Whether a block is a short line with a number ahead, as headings are."""
    if block.kind is not BlockKind.TEXT or block.box or not number.number:
        return False
    if number.begins in (Begins.COLUMN, Begins.CAPTION):
        return False
    return is_title(number.words) or (number.begins is Begins.ANNEX and not number.words)


def is_title(words: str) -> bool:
    """Whether words can be a title: short, and no sentence; of two clauses at most."""
    if not words or len(words) > LONGEST_TITLE or ends_with_mark(words):
        return False
    commas = words.count(BREAKS[0])
    return commas <= 1 and not any(mark in words for mark in _IN_SENTENCES)


_IN_SENTENCES = SENTENCE_MARKS.replace("!", "").replace("?", "")
"""Marks that stand in sentences, and not in titles; those of half width may be in a name."""


def _stands_out(blocks: Sequence[BodyBlock], at: int, number: HeadNumber) -> bool:
    """Whether a line without a number stands as headings do: alone, short, centred or bold as a whole."""
    block = blocks[at]
    if block.kind is not BlockKind.TEXT or block.box or number.number:
        return False
    is_bold = 0 < len(block.words) <= block.run_in
    return (block.centred or is_bold) and is_title(block.words)


class _Step(NamedTuple):
    """A heading that is open: its series, or the level of its style."""

    series: str
    level: int = 0


_TOP = "top"
"""Stands for the series of annexes, and for centred titles without a number: as high as the first chapter."""
_PLAIN = "plain"
"""Stands for titles that have no number, below all others."""


class _Ladder:
    """The headings that are open while a body is read, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Step] = []
        self._order: list[str] = []
        """Series as they were first seen, outer ones first."""
        self._last: dict[str, int] = {}

    def goes_on(self, number: HeadNumber) -> bool:
        """Whether a number can be the next of its series: digits begin many lines that are no headings."""
        counted = number.value[-1] if isinstance(number.value, tuple) else number.value
        if number.number[:1].isdecimal() and counted not in (
            1,
            self._last.get(number.series, 0) + 1,
        ):
            return False
        self._last[number.series] = counted
        return True

    def styled(self, level: int) -> int:
        """Open a heading whose style says its level; return how deep it stands."""
        while self._open and (not self._open[-1].level or self._open[-1].level >= level):
            self._open.pop()
        self._open.append(_Step("", level))
        return len(self._open)

    def numbered(self, number: HeadNumber) -> int:
        """Open a heading that its number shows; return how deep it stands."""
        series = _TOP if number.begins is Begins.ANNEX else number.series
        self._close_plain()
        if series == _TOP:
            self._close_all()
        elif series in self._order:
            self._close_down_to(series)
        else:
            self._order.insert(self._below(), series)
        return self._opened(series)

    def unnumbered(self, centred: bool) -> int:
        """Open a heading that only its look shows; return how deep it stands."""
        self._close_plain()
        if centred:
            self._close_all()
        return self._opened(_TOP if centred else _PLAIN)

    def _opened(self, series: str) -> int:
        self._open.append(_Step(series))
        return len(self._open)

    def _close_all(self) -> None:
        """Close what patterns opened, and of what styles opened all but nothing: an annex is a chapter."""
        self._open.clear()

    def _close_plain(self) -> None:
        while self._open and self._open[-1].series == _PLAIN:
            self._open.pop()

    def _close_down_to(self, series: str) -> None:
        """Close the headings that stand as deep as a series, or deeper."""
        place = self._order.index(series)
        while self._open and not self._open[-1].level:
            known = self._open[-1].series
            # a title on its own, such as a preface, holds no chapter
            if known != _TOP and self._order.index(known) < place:
                return
            if known == _TOP and place:
                return
            self._open.pop()

    def _below(self) -> int:
        """Return where in the order a series belongs that is seen for the first time."""
        if self._open and self._open[-1].series == _TOP and not self._order:
            self._open.pop()  # a preface ahead of the first chapter
        if not self._open or self._open[-1].series not in self._order:
            return 0 if not self._open else len(self._order)
        return self._order.index(self._open[-1].series) + 1
