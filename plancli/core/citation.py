"""Citations as people write them: 第38页16-20行, P35-36, 专栏15, 第19项“医疗健康工程”."""

import re
from typing import NamedTuple

from plancli.core.model import Span

_NUMERAL = "[0-9０-９零〇一二三四五六七八九十百两]{1,6}"
_RANGE = rf"({_NUMERAL})(?:\s*[-－—–~～至到]\s*({_NUMERAL}))?"
_PAGE = re.compile(rf"第?\s*{_RANGE}\s*页|[PpＰｐ]\.?\s*{_RANGE}")
_LINE = re.compile(rf"第?\s*{_RANGE}\s*行")
_CHAPTER = re.compile(rf"第({_NUMERAL})章")
_PROJECT = re.compile(rf"第?({_NUMERAL})\s*(?:项|[.．、](?=\D))")
_COLUMN = re.compile(rf"专栏\s*({_NUMERAL})")
_NAMED = re.compile('[“"「]([^”"」]+)[”"」]')
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


class Citation(NamedTuple):
    """What a citation says; `chapter`, `project`, `column` are parts of keys, `names` quoted titles."""

    page: Span | None = None
    line: Span | None = None
    chapter: int | None = None
    project: int | None = None
    column: int | None = None
    names: tuple[str, ...] = ()


def parse(words: str) -> Citation | None:
    """Read a citation; None where nothing in it is understood."""
    page, line = _PAGE.search(words), _LINE.search(words)
    rest = _LINE.sub(" ", _PAGE.sub(" ", words))
    found = Citation(
        _span(page) if page else None,
        _span(line) if line else None,
        _part(_CHAPTER, rest),
        _part(_PROJECT, _COLUMN.sub(" ", rest)),
        _part(_COLUMN, rest),
        tuple(_NAMED.findall(rest)),
    )
    return None if found == Citation() else found


def number(numeral: str) -> int:
    """Return the value of a Chinese, full-width or ASCII numeral below ten thousand."""
    if not set(numeral) & {"十", "百"}:
        return int("".join(str(_DIGITS.get(char, char)) for char in numeral))
    total = digit = 0
    for char in numeral:
        if char in ("十", "百"):
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char] if char in _DIGITS else digit * 10 + int(char)
    return total + digit


def chinese(value: int) -> str:
    """Return the Chinese numeral of 1 to 99, as chapters are numbered."""
    tens, ones = divmod(value, 10)
    digits = "零一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")


def _part(pattern: re.Pattern[str], words: str) -> int | None:
    match = pattern.search(words)
    return number(match[1]) if match else None


def _span(match: re.Match[str]) -> Span:
    ends = [number(group) for group in match.groups() if group]
    return Span(min(ends), max(ends))
