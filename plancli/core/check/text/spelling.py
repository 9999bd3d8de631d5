"""Names of units as people write them: in full, in short, with the place or without."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from plancli.core.plan.manifest import Manifest
from plancli.core.text.numerals import HUNDREDS

_SHORTER = (("委员会", "委"), ("办公室", "办"))
"""Endings that are written in full and in short: 发展和改革委员会 is 发展和改革委."""
_RANKS = "省市县区镇乡村"
_PLACE = re.compile(f"[^{_RANKS}]{{2,4}}(?=[省市县区])")
_NUMERAL = re.compile(f"[0-9]+|[{HUNDREDS}]+")
_ORDINAL = re.compile(f"第({_NUMERAL.pattern})")
_WORDS = ("中医",)
"""What is one word and never short for two: 市中医院 is not 市中心医院."""
_SHARED = ("", "政府", "委", "管", "监")
"""What names no bureau by itself."""
_LEAST = 3
"""Two characters, as in 市局, may stand for any unit."""


class _Name(NamedTuple):
    """A name in parts: 六安 + 市政府办."""

    place: str
    rest: str


def place_of(name: str) -> str:
    """Return the place with which a name begins: 六安 for 六安市教育局, "" for 市教育局."""
    found = _PLACE.match(name)
    if found is None:
        return ""
    return found[0]


def home_of(manifest: Manifest) -> str:
    """Return the place that names without one mean: that of the issuer, or else of the plan's title."""
    return place_of(manifest.issuer) or place_of(manifest.title)


def is_short_for(short: str, long: str, home: str = "") -> bool:
    """Whether a name may abbreviate another: the place left out, or characters, 室 of 办公室, 人民政府.

    `home` is the place that a name without one means; "" where that is not known.
    """
    longer = len(long) > len(short)
    if len(short) < _LEAST or not longer:
        return False
    one = _name(short)
    other = _name(long)
    if not _same_place(one.place, other.place, home):
        return False
    # A place may be left out, and a town stands for its government: 六安市, 六安市人民政府.
    whole_names = (one.rest, f"{one.rest}政府")
    if other.rest in whole_names:
        return True
    in_short = _is_inside(one.rest, other.rest)
    return in_short and _same_words(one.rest, other.rest)


def near_names(
    name: str, known: Iterable[str], aliases: Mapping[str, str], home: str = ""
) -> list[str]:
    """Return the names of units that somebody may mean by a name that is none, the likeliest first.

    What the alias table says, then names of which it may be the short form, then those spelt nearly so.
    """
    names = list(known)
    found: dict[str, None] = {}
    full = aliases.get(name)
    if full == name:
        return []  # the table says that it is a unit of its own
    if full is not None:
        found[full] = None
    for other in names:
        if is_short_for(name, other, home) or is_short_for(other, name, home):
            found[other] = None
    for other in get_close_matches(name, names, _NEAR, _LIKE):
        found[other] = None
    return list(found)[:_NEAR]


_NEAR = 3
"""More names than a reader compares at a glance help nobody."""

_LIKE = 0.65
"""财政所 and 镇财政所 are alike, 镇民政力 and 镇民政办; 市农业局 and 市公安局 (0.5) are two units."""


@lru_cache(4096)
def _name(name: str) -> _Name:
    """Return a name in parts, its ending in short; every name of a plan is asked with every other one."""
    place = place_of(name)
    rest = name.removeprefix(place)
    rest = rest.replace("人民政府", "政府")
    for full, brief in _SHORTER:
        if rest.endswith(full):
            stem = rest.removesuffix(full)
            rest = stem + brief
    return _Name(place, rest)


def _same_place(one: str, other: str, home: str) -> bool:
    """Whether two names mean one place; where a name has none it is at home, or wherever the other is."""
    unnamed = home or one or other
    here = one or unnamed
    there = other or unnamed
    return here == there


def _is_inside(short: str, long: str) -> bool:
    """Whether first and last character are the same, and those between them come in order."""
    ends = short[0], short[-1]
    if ends != (long[0], long[-1]):
        return False
    # 市委 and 市政府 would be short for every committee and bureau of the town.
    own = short[:-1]
    if short[0] in _RANKS:
        own = own.lstrip(_RANKS)
    if own in _SHARED:
        return False
    return _in_order(short[1:-1], long[1:-1])


def _in_order(chars: str, text: str) -> bool:
    """Whether a text has some characters in their order, with others between them."""
    at = 0
    for char in chars:
        found = text.find(char, at)  # the first one leaves most for those behind it
        if found < 0:
            return False
        at = found + 1
    return True


def _same_words(short: str, long: str) -> bool:
    """Whether numbers and whole words are the same: 市第一中学 is not 市第十一中学, 市二院 is 市第二医院."""
    ordinals = _ORDINAL.findall(long)
    # The long name says 第; the short one may leave it out, and has the number alone.
    pattern = _NUMERAL if ordinals else _ORDINAL
    numbers = pattern.findall(short)
    if numbers != ordinals:
        return False
    return all(word in long for word in _WORDS if word in short)
