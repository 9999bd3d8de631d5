"""Numbers that Word counts by itself: what each paragraph of a list has printed ahead of it.

ECMA-376, part 1, 17.9: a list (w:num) follows an abstract one, whose levels say how their numbers are
written and in what words they stand (%1 is the number of the first level). A level begins anew behind a
paragraph of a higher one, unless it says otherwise.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from plancli.core.plan.series import Series, numbered

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 8
"""Levels are counted from 0 to this."""

_SLOTS = {
    "decimal": "1",
    "decimalZero": "01",
    "decimalFullWidth": "１",
    "decimalFullWidth2": "１",
    "upperRoman": "I",
    "lowerRoman": "i",
    "upperLetter": "A",
    "lowerLetter": "a",
    "chineseCounting": "一",
    "chineseCountingThousand": "一",
    "taiwaneseCounting": "一",
    "taiwaneseCountingThousand": "一",
    "japaneseCounting": "一",
    "ideographDigital": "一",
    "taiwaneseDigital": "一",
    "koreanCounting": "一",
    "decimalEnclosedCircle": "①",
    "decimalEnclosedCircleChinese": "①",
    "ideographEnclosedCircle": "㈠",
}
"""How a number is written, as the series of a plan say it; what is not here is written in digits."""
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_SILENT = ("bullet", "none")
"""Levels that print no number: a mark, or nothing."""


class _Level(NamedTuple):
    """One level of a list; `restarts` is behind which levels it begins anew: up to this one, from 1."""

    start: int
    written: str
    words: str
    restarts: int
    in_digits: bool
    style: str
    sticks: bool


class Numbers:
    """The lists of a document with where each of them is: paragraphs are asked for in their order."""

    def __init__(self, root: Any | None) -> None:
        self._lists: dict[str, tuple[str, Mapping[int, int]]] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._links: dict[str, str] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        styled: dict[str, str] = {}
        for abstract in root.iter(f"{_W}abstractNum"):
            name = abstract.get(f"{_W}abstractNumId", "")
            self._levels[name] = {
                _number(level.get(f"{_W}ilvl")): _level(level)
                for level in abstract.iterchildren(f"{_W}lvl")
            }
            if style := _value(abstract, "styleLink"):
                styled[style] = name
            if style := _value(abstract, "numStyleLink"):
                self._links[name] = style
        for one in root.iter(f"{_W}num"):
            overrides: dict[int, int] = {}
            for override in one.iterchildren(f"{_W}lvlOverride"):
                if start := _value(override, "startOverride"):
                    overrides[_number(override.get(f"{_W}ilvl"))] = _number(start)
            abstract = _value(one, "abstractNumId")
            self._lists[one.get(f"{_W}numId", "")] = abstract, overrides
        self._links = {
            name: styled[style] for name, style in self._links.items() if style in styled
        }

    def level_of_style(self, name: str, style: str) -> int | None:
        """Return at which level of a list paragraphs of a style stand; None where the list does not say."""
        levels = self._levels_of(name)
        return next((at for at, level in levels.items() if level.style == style), None)

    def one_list(self, name: str) -> str:
        """Return what is the same for lists that are counted together."""
        return self._abstract(name)

    def next(self, name: str, at: int) -> str:
        """Return what the next paragraph of a list at a level has printed ahead of it; "" for nothing."""
        if name not in self._lists or not 0 <= at <= _DEEPEST:
            return ""
        levels = self._levels_of(name)
        level = levels.get(at)
        if level is None:
            return ""
        self._count(name, at, levels)
        if level.written in _SILENT:
            return ""
        return self._printed(name, level, levels)

    def _abstract(self, name: str) -> str:
        abstract = self._lists[name][0] if name in self._lists else ""
        return self._links.get(abstract, abstract)

    def _levels_of(self, name: str) -> dict[int, _Level]:
        return self._levels.get(self._abstract(name), {})

    def _count(self, name: str, at: int, levels: Mapping[int, _Level]) -> None:
        """Count one more at a level; those below it begin anew."""
        counts = self._counts.setdefault(self._abstract(name), [None] * (_DEEPEST + 1))
        overrides = self._lists[name][1]
        before = counts[at]
        if at in overrides and (name, at) not in self._begun:
            # what begins anew in this list does so at its first paragraph there
            counts[at] = overrides[at]
            self._begun.add((name, at))
        else:
            counts[at] = levels[at].start if before is None else before + 1
        for below in range(at + 1, _DEEPEST + 1):
            if below in levels and levels[below].restarts > at:
                counts[below] = None

    def _printed(self, name: str, level: _Level, levels: Mapping[int, _Level]) -> str:
        counts = self._counts[self._abstract(name)]
        words = level.words
        for at in range(_DEEPEST + 1):
            sign = f"%{at + 1}"
            if sign in words and at in levels:
                count = counts[at]
                value = levels[at].start if count is None else count
                written = "decimal" if level.in_digits else levels[at].written
                words = words.replace(sign, _written(written, value))
        apart = "" if level.sticks or not words[-1:].isascii() else " "
        return words.strip() + apart if words.strip() else ""


def _level(element: Any) -> _Level:
    at = _number(element.get(f"{_W}ilvl"))
    written = element.find(f"{_W}numFmt")
    restarts = _value(element, "lvlRestart")
    return _Level(
        start=_number(_value(element, "start") or "1"),
        written="decimal" if written is None else written.get(f"{_W}val", "decimal"),
        words=_value(element, "lvlText"),
        restarts=_number(restarts) if restarts else at,
        in_digits=element.find(f"{_W}isLgl") is not None,
        style=_value(element, "pStyle"),
        sticks=_value(element, "suff") == "nothing",
    )


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return "" if found is None else str(found.get(f"{_W}val", ""))


def _number(words: str | None) -> int:
    """Return a number of a file; what is none, or beyond all lists, is 0."""
    return int(words) if words and words.isdecimal() and len(words) <= len("9999") else 0


def _written(kind: str, value: int) -> str:
    """Return a number as a level writes it; in digits where the kind has no such number."""
    if kind == "ideographTraditional" and 0 < value <= len(_STEMS):
        return _STEMS[value - 1]
    series = Series(f"{{{_SLOTS.get(kind, '1')}}}")
    try:
        return numbered(series, value)
    except ValueError:
        return str(value)
