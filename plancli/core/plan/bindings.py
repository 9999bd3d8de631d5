"""Bindings: which part of a plan a reference means, from the place where it stands; one part, or why not."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.plan.english import ENGLISH
from plancli.core.plan.mention import Kind, Mention, MentionStep
from plancli.core.plan.outline import Outline
from plancli.core.plan.series import Ordinal, Series, numbered, series_of, split_number
from plancli.core.text.matchkey import fold


class Unbound(StrEnum):
    """Unbound a reference is bound to no part."""

    NOTHING = "nothing"
    """No part has this number."""
    SEVERAL = "several"
    """Several parts have it, and nothing says which one is meant."""
    UNSURE = "unsure"
    """It depends on where it stands, and that does not say it with certainty: 上述专栏."""
    FOREIGN = "foreign"
    """It is another document's."""


class Bound(NamedTuple):
    """The one part to which a reference is bound, or why there is none, with those that it may mean.

    `path` has the part of each step that is found: of 第三章第二节 the chapter and its section.
    """

    key: str | None
    why: Unbound | None = None
    several: tuple[str, ...] = ()
    path: tuple[str, ...] = ()


class PartNumbers:
    """The parts of a plan by their printed numbers, and where they stand.

    Of several outlines the first that has a part says both of it. `numbers` are those of the parts that have
    others than these say, by key; of a part that is not there nothing but that is known.
    By the numbers of the parts `without` them nothing is meant.
    """

    def __init__(
        self,
        *outlines: Outline,
        numbers: Mapping[str, str] = MappingProxyType({}),
        without: Iterable[str] = (),
    ) -> None:
        self._outlines = outlines
        self.numbers: dict[str, str] = {}
        for outline in reversed(outlines):
            self.numbers |= _printed_numbers(outline)
        self.numbers |= numbers
        for key in without:
            del self.numbers[key]
        self._parts: dict[tuple[Kind, Ordinal], list[str]] = {}
        self._kinds: dict[str, Kind] = {}
        self._read: dict[str, tuple[Series, Ordinal]] = {}
        for key, printed in self.numbers.items():
            read = series_of(printed)
            kind = kind_of(read[0]) if read else None
            if read and kind:
                self._kinds[key] = kind
                self._read[key] = read
                if self.knows(key):
                    self._parts.setdefault((kind, read[1]), []).append(key)

    def knows(self, key: str) -> bool:
        """Whether a part is there."""
        return any(outline.knows(key) for outline in self._outlines)

    def has(self, kind: Kind) -> bool:
        """Whether any part is numbered as parts of this kind are."""
        return kind in self._kinds.values()

    def kind(self, key: str) -> Kind | None:
        """Return the kind of a part by its number; None where that says none."""
        return self._kinds.get(key)

    def value(self, key: str) -> Ordinal | None:
        """Return the number of a part, None where it has none."""
        read = self._read.get(key)
        return read[1] if read else None

    def between(self, one: str, other: str) -> Iterator[str]:
        """Yield the parts of one kind whose numbers are those of two others, or between them.

        Where both stand in the same part it is only those in it.
        """
        holder = self.ancestry(one)[1:]
        together = holder == self.ancestry(other)[1:]
        first, last = self._place(one), self._place(other)
        for key, kind in self._kinds.items():
            if kind is not self.kind(one) or (together and self.ancestry(key)[1:] != holder):
                continue
            if first <= self._place(key) <= last:
                yield key

    def _place(self, key: str) -> tuple[int, ...]:
        """Return what orders a part among those of its kind: () where it has no number."""
        value = self.value(key)
        if value is None:
            return ()
        return value if isinstance(value, tuple) else (value,)

    def numbered(self, rung: MentionStep) -> list[str]:
        """Return the parts with the number of a rung.

        Of items those count that are numbered in the same way, if there are any: 第（二）项 is (二), not 2.
        """
        assert rung.value is not None
        found = self._parts.get((rung.kind, rung.value), [])
        if rung.kind is Kind.CLAUSE and not found:
            bare = self._parts.get((Kind.ENTRY, rung.value), [])
            found = [key for key in bare if key in self._around(key).sections]
        read = series_of(rung.numeral)
        style = _bare(read[0].alike) if read else ""
        alike = [key for key in found if _bare(self._read[key][0].alike) == style]
        return alike or found

    def ancestry(self, key: str) -> list[str]:
        """Return a part and what holds it, nearest first."""
        return self._around(key).ancestry(key)

    def before(self, key: str) -> str | None:
        """Return the paragraph before one in its list; None where another part, or none, stands there."""
        outline = self._around(key)
        if key not in outline.spots:
            return None
        found = outline.previous(key)
        return found if found in outline.spots else None

    def beside(self, key: str, step: int) -> str | None:
        """Return the part of the same kind that stands `step` places behind one below the same part."""
        outline = self._around(key)
        alike = [one for one in outline.siblings(key) if self.kind(one) is self.kind(key)]
        at = alike.index(key) + step
        return alike[at] if 0 <= at < len(alike) else None

    def _around(self, key: str) -> Outline:
        """Return the outline that says where a part stands."""
        for outline in self._outlines:
            if outline.knows(key):
                return outline
        return self._outlines[0]


def _printed_numbers(outline: Outline) -> dict[str, str]:
    """Return the printed number of each part that has one; what begins a heading or title counts, too."""
    found = {key: printed for key, printed in outline.all_numbers.items() if series_of(printed)}
    # what begins with the number of an annex or table speaks of that: 附件1的任务…
    called = {fold(number) for key, number in found.items() if key not in outline.spots}
    for key, spot in outline.spots.items():
        if not spot.paragraph.heading:
            number = _leading_number(spot.paragraph.text)
            is_called = number[:1].isalpha() and fold(number) in called
            found.setdefault(key, "" if is_called else number)
    return {key: printed for key, printed in found.items() if printed}


def _leading_number(text: str) -> str:
    """Return the number with which a text begins that has no heading.

    One that begins with 专栏3 speaks of that column, and is none.
    """
    number = split_number(text)[0]
    read = series_of(number) if number else None
    speaks = read is not None and kind_of(read[0]) in (Kind.COLUMN, Kind.CHAPTER)
    return "" if speaks else number


def kind_of(series: Series) -> Kind | None:
    """Return which kind of part a series numbers; a number without a noun is that of an item (项)."""
    noun = _SLOT_OR_MARK.sub("", series.alike)
    return _KINDS.get(noun)


_NAMED_BEFORE = (
    Kind.ANNEX,
    Kind.APPENDIX,
    Kind.ANNEXED_TABLE,
    Kind.ANNEXED_FIGURE,
    Kind.COLUMN,
)
"""Kinds of more than one character whose name stands before their number."""
_SLOT_OR_MARK = re.compile(r"\{[^{}]*\}|[第、.:()\-–—]")
_KINDS = {
    "": Kind.ENTRY,
    **{kind.value: kind for kind in Kind if len(kind.value) == 1 or kind in _NAMED_BEFORE},
    **ENGLISH,
}


def _bare(pattern: str) -> str:
    """Return a pattern without nouns and the marks behind a number: how its numbers are written."""
    return _NOUN_OR_MARK.sub("", pattern)


_NOUN_OR_MARK = re.compile(r"[第、.:]|[章节条款项目]$")


def bound(mention: Mention, at: str, numbering: PartNumbers) -> Bound:
    """Return the part that a reference means which stands in the part `at`, or why that is not certain."""
    if mention.foreign:
        return Bound(None, Unbound.FOREIGN)
    first, *others = mention.rungs
    found = _first(first, at, numbering)
    for rung in others:
        if found.key is None:
            break
        inner = _nearest(numbering.numbered(rung), found.key, numbering)
        found = inner._replace(path=(*found.path, *inner.path))
    return found


def _first(rung: MentionStep, at: str, numbering: PartNumbers) -> Bound:
    """Return what the first rung means: the nearest with its number, around the place where it stands."""
    if rung.value is None:
        return _relative(rung, at, numbering)
    found = numbering.numbered(rung)
    for holder in numbering.ancestry(at):
        near = _nearest(found, holder, numbering)
        if near.why is not Unbound.NOTHING:
            return near
    return _one_of(found)


def _nearest(keys: Iterable[str], holder: str, numbering: PartNumbers) -> Bound:
    """Return the one of some parts that stands in a holder, with the fewest parts between."""
    depths: dict[int, list[str]] = {}
    for key in keys:
        above = numbering.ancestry(key)
        if holder in above[1:]:
            depths.setdefault(above.index(holder), []).append(key)
    return _one_of(depths[min(depths)] if depths else [])


def _one_of(keys: Sequence[str | None]) -> Bound:
    match [key for key in keys if key]:
        case []:
            return Bound(None, Unbound.NOTHING)
        case [key]:
            return Bound(key, path=(key,))
        case several:
            return Bound(None, Unbound.SEVERAL, tuple(several))


_BESIDE = {"上一": -1, "前一": -1, "下一": 1, "后一": 1}


def _relative(rung: MentionStep, at: str, numbering: PartNumbers) -> Bound:
    """Return what 本章, 上一节 or 前款 means: what holds the place, stands beside that, or before it."""
    holder = next((key for key in numbering.ancestry(at) if numbering.kind(key) is rung.kind), None)
    found: str | None = None
    step = _BESIDE.get(rung.numeral[:2])
    if rung.numeral.startswith("本"):
        found = holder
    elif holder and step:
        found = numbering.beside(holder, step)
    elif rung.numeral == "前款":
        found = numbering.before(at)
    return Bound(found, path=(found,)) if found else Bound(None, Unbound.UNSURE)


def spelled_like(numeral: str, value: Ordinal) -> str | None:
    """Write a number as another one is written: （二）, 十二, 3-1; None where it cannot be written so."""
    read = series_of(numeral)
    if read is None:
        return None
    try:
        return numbered(read[0], value)
    except ValueError:
        return None
