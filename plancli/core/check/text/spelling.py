"""Names of units as people write them: in full, in short, with the place or without."""

import re
from functools import lru_cache
from typing import NamedTuple

from plancli.core.text.numerals import HUNDREDS

_SHORTER = (("委员会", "委"), ("办公室", "办"))
_RANKS = "省市县区镇乡村"
_PLACE = re.compile(f"[^{_RANKS}]{{2,4}}(?=[省市县区])")
_NUMERAL = re.compile(f"[0-9]+|[{HUNDREDS}]+")
_ORDINAL = re.compile(f"第({_NUMERAL.pattern})")
_WORDS = ("中医",)
"""What is one word and never short for two: 市中医院 is not 市中心医院."""


class _Name(NamedTuple):
    """A name in parts: 六安 + 市政府办."""

    place: str
    rest: str


def place_of(name: str) -> str:
    """Return the place with which a name begins: 六安 for 六安市教育局, "" for 市教育局."""
    found = _PLACE.match(name)
    return found[0] if found else ""


def is_short_for(short: str, long: str, home: str = "") -> bool:
    """Whether a name may abbreviate another: the place left out, or characters, 室 of 办公室, 人民政府.

    `home` is the place that a name without one means; "" where that is not known.
    """
    if len(short) < 3 or len(short) >= len(long):
        return False
    one, other = _name(short), _name(long)
    if not _same_place(one.place, other.place, home):
        return False
    if other.rest in (one.rest, f"{one.rest}政府"):
        return True
    return _is_inside(one.rest, other.rest) and _same_words(one.rest, other.rest)


@lru_cache(4096)
def _name(name: str) -> _Name:
    place = place_of(name)
    rest = name.removeprefix(place).replace("人民政府", "政府")
    for full, brief in _SHORTER:
        if rest.endswith(full):
            rest = rest.removesuffix(full) + brief
    return _Name(place, rest)


def _same_words(short: str, long: str) -> bool:
    """Whether numbers and whole words are the same: 市第一中学 is not 市第十一中学, 市二院 is 市第二医院."""
    ordinals = _ORDINAL.findall(long)
    # The long name says 第; the short one may leave it out, and has the number alone.
    numbers = _NUMERAL.findall(short) if ordinals else _ORDINAL.findall(short)
    if numbers != ordinals:
        return False
    kept = [word for word in _WORDS if word in short]
    return all(word in long for word in kept)


def _same_place(one: str, other: str, home: str) -> bool:
    return one == other or {one, other} <= {"", home or one or other}


_SHARED = ("", "政府", "委", "管", "监")
"""What names no bureau by itself."""


def _is_inside(short: str, long: str) -> bool:
    """Whether first and last character are the same, and those between them come in order."""
    core = short[:-1].lstrip(_RANKS) if short[0] in _RANKS else short[:-1]
    if core in _SHARED or (short[0], short[-1]) != (long[0], long[-1]):
        return False
    rest = iter(long[1:-1])
    return all(char in rest for char in short[1:-1])
