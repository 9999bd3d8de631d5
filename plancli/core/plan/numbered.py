"""The parts of a plan that have numbers: each with its series, and with what it is counted in."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.plan.numbering import (
    CAPTIONS,
    Declared,
    Numbering,
    PartKind,
    Per,
    Read,
    read_numbers,
)
from plancli.core.plan.outline import Outline, number_of

LIST = -1
"""Stands for the list that holds a part, as a depth in which numbers begin anew."""
APPENDIX = -3
"""Stands for the appendix that holds a part."""
_DEPTHS = {Per.PLAN: 0, Per.CHAPTER: 1, Per.SECTION: 2, Per.LIST: LIST, Per.APPENDIX: APPENDIX}
_IN_CHAPTERS = (PartKind.SECTION, PartKind.PROJECT)
_IN_LISTS = (PartKind.ITEM, PartKind.ENTRY)


class PartGroup(NamedTuple):
    """Parts of one series at one depth, paragraphs apart from sections; columns count as one anywhere."""

    series: str
    depth: int
    is_paragraph: bool


class NumberedParts:
    """The parts of an outline that have numbers, by key and in reading order."""

    def __init__(self, outline: Outline, reads: dict[str, Read]) -> None:
        self.outline = outline
        self.reads = {key: reads[key] for key in outline.in_reading_order if key in reads}
        self.groups = {key: self._group(key, read) for key, read in self.reads.items()}

    def _group(self, key: str, read: Read) -> PartGroup:
        depth = 0 if key in self.outline.captioned else len(above(self.outline, key)) + 1
        series = read.part.series.alike
        if read.of:
            series = f"{read.of.kind} {read.of.series.pattern}"
        if read.of and read.of.kind in CAPTIONS:
            return PartGroup(series, 0, is_paragraph=False)
        return PartGroup(series, depth, key in self.outline.spots)

    def count(self, key: str) -> int:
        """Return the number of a part that counts: of 表3-1 the 1."""
        return self.reads[key].part.counted

    def is_declared(self, key: str) -> bool:
        """Whether a part counts in a series that is declared."""
        read = self.reads.get(key)
        return read is not None and read.of is not None

    def by_group(self) -> dict[PartGroup, list[str]]:
        """Return the parts that are of one kind."""
        found: dict[PartGroup, list[str]] = {}
        for key, group in self.groups.items():
            found.setdefault(group, []).append(key)
        return found

    def begins_with_above(self, key: str) -> bool:
        """Whether the number of a part begins with those of the parts above it, as 表3-1 does in chapter 3.

        So does every number that has nothing before the one that counts.
        """
        within = self.reads[key].part.within
        counts: list[int | None] = []
        for name in above(self.outline, key):
            counts.append(self.count(name) if name in self.reads else None)
        return within == as_above(within, counts)


def parts_with_numbers(outline: Outline, numbering: Numbering) -> NumberedParts:
    """Return the parts of an outline whose numbers can be read."""
    return NumberedParts(outline, dict(read_numbers(numbering, outline)))


def as_above(within: tuple[int, ...], counts: Sequence[int | None]) -> tuple[int, ...]:
    """Return the numbers ahead of the one that counts as the parts above have them, nearest of these first.

    Where one of those has no number, the old one stays.
    """
    outermost_first = [*reversed(counts), *[None] * len(within)]
    pairs = zip(within, outermost_first, strict=False)
    return tuple(old if now is None else now for old, now in pairs)


# --- what holds a part --------------------------------------------------------------------------------------


def above(outline: Outline, key: str) -> list[str]:
    """Return what holds a part, nearest first."""
    return outline.ancestry(key)[1:]


def holder_at(outline: Outline, key: str, depth: int) -> str:
    """Return the part of a depth that holds another one: 1 is a chapter, LIST what is nearest.

    "" stands for the plan, and is what holds a part that nothing of this depth holds.
    """
    holders = above(outline, key)
    if depth == LIST:
        return holders[0] if holders else ""
    if depth == APPENDIX:
        return holders[-1] if holders and is_appendix(outline, holders[-1]) else ""
    return holders[-depth] if 0 < depth <= len(holders) else ""


def is_appendix(outline: Outline, key: str) -> bool:
    """Whether a section is an appendix, by what its number is called: 附件1, 附录二, 附件 alone, Annex A."""
    section = outline.sections.get(key)
    return section is not None and _APPENDED.match(number_of(section)) is not None


_APPENDED = re.compile("附[件录表图]|Annex|Appendix|Schedule")


def declared_depth(series: Declared) -> int:
    """Return where a declared series begins anew; where it does not say so, as its kind does elsewhere."""
    if series.per:
        return _DEPTHS[series.per]
    if series.kind in _IN_LISTS:
        return LIST
    has_chapter = len(series.series.slots) > 1
    return 1 if has_chapter or series.kind in _IN_CHAPTERS else 0


def paragraphs_beside(outline: Outline, key: str) -> list[str]:
    """Return the other paragraphs of a list that have a heading where this one has one, and else none."""
    has_heading = bool(outline.words(key, "heading"))
    found: list[str] = []
    for name in outline.siblings(key):
        alike = bool(outline.words(name, "heading")) == has_heading
        if name != key and name in outline.spots and alike:
            found.append(name)
    return found
