"""Atoms: numbers, words and characters that no edit may tear. What is one is said here, and nowhere else.

A merge changes an atom as a whole, so that it never makes a number that nobody wrote. A quotation stands only
where it begins and ends between atoms, or at a joint of one: 6个 may be quoted as 6, and 30日 out of a date.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from plancli.core.text.clusters import continues, has_clusters
from plancli.core.text.numerals import (
    ABOUT,
    AMOUNTS,
    DIGIT,
    DIGITS,
    FEW,
    ONES,
    WEIGHT,
    WIDE_DIGIT,
    ZEROS,
)
from plancli.core.text.picture_names import names_picture

# --- numbers in digits --------------------------------------------------------------------------------------

_DECIMALS = rf"(?:[.．]{DIGIT}+)*"
_GROUPED = rf"{DIGIT}{{1,3}}(?:,{DIGIT}{{3}})+(?!{DIGIT})"
_GROUPED_WIDE = rf"{WIDE_DIGIT}{{1,3}}(?:，{WIDE_DIGIT}{{3}})+(?!{WIDE_DIGIT})"
"""A comma of Chinese parts the items of a list (120，300), but where all is typed in full width."""
_PLAIN = rf"(?:{_GROUPED}|{_GROUPED_WIDE}|{DIGIT}+){_DECIMALS}"
_POWER = "(?:万亿|百万|千万|亿|万|千(?![克米瓦])|百(?!分))?"
"""What multiplies a number; 千 of 千米 and 百 of 百分点 belong to the unit."""
_NUMBER = rf"{_PLAIN}{_POWER}[%％‰]?"
_DASH = "[-–—~～－]"
_BELOW_ZERO = rf"(?:(?<![{DIGITS}A-Za-z)）\]〕])[-−－])?"
"""A sign before a number; behind a number or a letter it is a dash."""
_RANGE = rf"{_BELOW_ZERO}{_NUMBER}(?:{_DASH}{_NUMBER}|[/／]{_PLAIN})*"
"""3-5, 2021—2025, 30%~50%, 1/3, 2025-06-30: what is changed of one end is changed of the whole."""

_UNIT = (
    "平方公里|平方千米|平方米|立方米|公里|千米|千克|千瓦时|千瓦|万吨|个百分点|百分点|小时|分钟|人次|户次|公顷"
    "|万元|亿元|年|月|日|个|项|家|座|处|套|台|次|条|人|户|亩|吨|米|元|类|种|批|期|级|名|件|辆|张|所|村|县|区|℃"
)
_QUANTITY = rf"{_RANGE}(?:{_UNIT})?"
_RATIO = rf"{DIGIT}+(?:[:：]{DIGIT}+)+(?![{DIGITS}A-Za-z%％‰亿万]|[.,]{DIGIT}|{_UNIT})"
"""1:3, 8:30; but 任务1:5个平台 is a heading with its text."""
_DATE = rf"{DIGIT}{{4}}年{DIGIT}{{1,2}}月(?:{DIGIT}{{1,2}}日)?|{DIGIT}{{1,2}}月{DIGIT}{{1,2}}日"
_DOCUMENT = rf"[〔\[［【（(]{DIGIT}{{4}}[〕\]］】）)][ \u3000]?第?{DIGIT}+号"
"""〔2020〕12号, in whatever brackets people type it."""

# --- numbers in Chinese numerals ----------------------------------------------------------------------------

_ENDS_A_WORD = "(?<![统唯同单划合归逐惟专])"
"""Behind these 一 is the end of a word: 统一|两个标准."""
_BEGINS = rf"(?:(?!一)|{_ENDS_A_WORD})"
_DIGIT_OF_NUMERAL = rf"(?:{FEW}|[{ONES}]|(?:两|{ABOUT})(?={WEIGHT}))"
_WEIGHTED = (
    rf"(?:{_DIGIT_OF_NUMERAL}?{WEIGHT}+零?)+(?<!零(?![{ONES}]))(?:{FEW}|[{ONES}]|几(?![乎何]))?"
)
_FIVE_YEARS = rf"十[{ONES}]五(?!{WEIGHT})"
"""The name of a plan: 十四五, 十五五."""
_SPELLED_OUT = rf"[{ONES}][{ZEROS}][{ONES}{ZEROS}]{{1,3}}|[{ONES}][{ONES}{ZEROS}]{{3}}(?=年)"
"""二〇二五, 一九四九年: digit by digit."""
_NUMERAL = rf"{_BEGINS}(?:{_SPELLED_OUT}|{_FIVE_YEARS}|{_WEIGHTED}|{FEW}|[{ONES}])"
_POINT = rf"点[{ONES}{ZEROS}]+(?![线滴])"
"""三点五; not 两点一线, 一点一滴."""
_PART_OF = rf"{_NUMERAL}分之(?:{_NUMERAL}(?:{_POINT})?|{_PLAIN})"
"""百分之三十, 三分之一."""
_SAID = rf"{_PART_OF}|{_NUMERAL}(?:{_POINT})?"

# --- words of letters ---------------------------------------------------------------------------------------

_LETTER = "A-Za-zÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ"
_ACCENT = "\u0300-\u036f"
_RAISED = "²³¹⁰⁴-⁹₀-₉"
_ALNUM = rf"[{_LETTER}{DIGITS}{_ACCENT}]"
_WORD = rf"[{_LETTER}]{_ALNUM}*(?:[-_.+]{_ALNUM}+)*[{_RAISED}]*"
"""IPv6, NB-IoT, PM2.5, km²."""
_NUMBERED_WORD = rf"{DIGIT}+{_DECIMALS}{_WORD}"
"""5G, 10kV, 1.5Gbps."""

# --- all of them --------------------------------------------------------------------------------------------

_AMOUNTS = f"{AMOUNTS}数几"
_FIRST = rf"〔\[［【（(\-−－{DIGITS}{_LETTER}{_AMOUNTS}"
_STARTS = (
    rf"(?=[{_FIRST}])(?=[{DIGITS}{_LETTER}]|[〔\[［【（(\-−－]{DIGIT}|[{_AMOUNTS}][{_AMOUNTS}分点])"
)
"""Asked first, because it is false of most characters: an atom that is longer than one may begin here."""
_LONG = rf"{_WORD}|{_DOCUMENT}|{_DATE}|{_RATIO}|{_NUMBERED_WORD}|{_QUANTITY}[{_RAISED}]*|{_SAID}"
_COMPOUND = re.compile(rf"{_STARTS}(?:{_LONG})")
_SIGN = re.compile(rf"[{DIGITS}{_LETTER}{AMOUNTS}]")
"""What stands in every text that has a compound atom."""
_PARTED = re.compile(rf"(?:{_DATE}|{_QUANTITY})\Z")
"""Atoms that have joints."""
_PIECE = re.compile(rf"({_RANGE})(?:{_UNIT})")
"""A number with its unit; a date has several."""


def _each(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


_INSIDE = frozenset(
    "".join(
        (
            *(_each("0", "9"), _each("０", "９"), _AMOUNTS, _UNIT),
            *(
                _each("A", "Z"),
                _each("a", "z"),
                _each("À", "ɏ"),
                _each("Ａ", "Ｚ"),
                _each("ａ", "ｚ"),
            ),
            *(_each("\u0300", "\u036f"), "²³¹", _each("⁰", "₉")),
            "〔[［【（(〕]］】）)第号分之点.．,，:：/／-–—~～－−_+%％‰",
        )
    )
)
"""All characters of which compound atoms are made: no atom reaches over another character, but a blank."""
_BLANKS, _CLOSING = " \u3000", "〕]］】）)"
"""What may stand before the number of a document: 〔2020〕 12号."""


def atoms(text: str) -> list[str]:
    """Split into units that no edit may tear: numbers with unit, words, document numbers, clusters."""
    if names_picture(text):
        return [text]
    found: list[str] = []
    at = 0
    for compound in _COMPOUND.finditer(text):
        found += text[at : compound.start()]
        found.append(compound[0])
        at = compound.end()
    found += text[at:]
    if not has_clusters(text):
        return found
    return _with_clusters(text, found)


def _with_clusters(text: str, parts: list[str]) -> list[str]:
    """Join the parts of a text between which a cluster would be torn."""
    found: list[str] = []
    at = 0
    for part in parts:
        if continues(text, at):
            found[-1] += part
        else:
            found.append(part)
        at += len(part)
    return found


def with_letters(text: str, letter: Callable[[str], str]) -> str:
    """Return `text` with a letter in place of each atom that is longer than one character."""
    if names_picture(text):
        return letter(text)
    if has_clusters(text):
        return "".join(part if len(part) == 1 else letter(part) for part in atoms(text))
    if not _SIGN.search(text):
        return text
    return _COMPOUND.sub(lambda match: match[0] if len(match[0]) == 1 else letter(match[0]), text)


# --- where words may begin and end --------------------------------------------------------------------------


def may_end(text: str, at: int) -> bool:
    """Whether words may begin or end before character `at`: between atoms, or at a joint of one.

    Looks no further than the atoms beside the place, however long the text.
    """
    held = _holding(text, at)
    return held is None or at - held.start in _joints(text[held.start : held.stop])


def is_inside(text: str, at: int) -> bool:
    """Whether the place before character `at` is inside an atom, between its characters."""
    return _holding(text, at) is not None


def holds_whole(text: str, words: str) -> bool:
    """Whether a text has words somewhere that are there no part of another number or word."""
    at = text.find(words)
    while at >= 0:
        if not (is_inside(text, at) or is_inside(text, at + len(words))):
            return True
        at = text.find(words, at + 1)
    return False


def whole(text: str, start: int, end: int) -> bool:
    """Whether the characters `start:end` begin and end where words may."""
    return may_end(text, start) and may_end(text, end)


def made_whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen the characters `start:end` to the whole numbers and words in which they begin and end."""
    first, last = _holding(text, start), _holding(text, end)
    if first is not None and not may_end(text, start):
        start = first.start
    if last is not None and not may_end(text, end):
        end = last.stop
    return start, end


def _holding(text: str, at: int) -> range | None:
    """Return the characters of the atom that holds the place before character `at`; None between two."""
    if names_picture(text):
        return range(len(text)) if 0 < at < len(text) else None
    low = at
    while _may_be_inside(text, low):
        low -= 1
    start = stop = low
    while stop < at:
        start, stop = stop, _end_of_atom(text, stop)
    return range(start, stop) if start < at < stop else None


def _may_be_inside(text: str, at: int) -> bool:
    """Whether the two characters beside a place could belong to one atom."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if left in _INSIDE and right in _INSIDE:
        return True
    if right in _BLANKS and left in _CLOSING:
        return True
    if left in _BLANKS and text[max(at - 2, 0)] in _CLOSING:
        return True
    return continues(text, at)


def _end_of_atom(text: str, at: int) -> int:
    """Return where the atom ends that begins at character `at`, with the clusters that it holds."""
    end = _end_of_part(text, at)
    while continues(text, end):
        end = _end_of_part(text, end)
    return end


def _end_of_part(text: str, at: int) -> int:
    compound = _COMPOUND.match(text, at)
    return compound.end() if compound else min(at + 1, len(text))


def _joints(atom: str) -> Iterator[int]:
    """Yield the places inside an atom at which words may begin and end all the same."""
    if _PARTED.match(atom):
        for piece in _PIECE.finditer(atom):
            yield piece.end(1)
            yield piece.end()


def number_with_unit(atom: str) -> list[str]:
    """Return a number, what it counts and the sign behind it apart; of what is no number nothing.

    290处 is 290 and 处, 63% is 63 and %, and 2025年6月 is four of them.
    """
    if not _PARTED.match(atom):
        return []
    edges = sorted({0, *_joints(atom), len(atom)})
    found: list[str] = []
    for start, end in pairwise(edges):
        found += filter(None, _SHARE.split(atom[start:end]))
    return found


_SHARE = re.compile("([%％‰])")
