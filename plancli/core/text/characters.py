"""Text as plancli reads it: sentences, atoms and the match key."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise

from plancli.core.text.numerals import AMOUNTS, DIGIT, DIGITS, DIGITS_EACH

SENTENCE_MARKS = "。！？!?；;"
"""What ends a sentence, or a part of one that a file gives a line of its own."""
LIST_MARK = "、"
BREAKS = "，,：:"
"""What ends a clause, but no item of a list."""
CLAUSE_MARKS = f"{BREAKS}{LIST_MARK}"
"""What ends a clause, or an item of a list."""
CLOSERS = "”’」』）)》〉】〕\\]\"'"
"""What may close behind the mark that ends a sentence or clause, as a class of a regular expression."""
_END = rf"(?<![{SENTENCE_MARKS}])[{SENTENCE_MARKS}]++[{CLOSERS}]*+"
_SENTENCE_END = re.compile(rf"{_END}(?=\S)")
_AT_END = re.compile(rf"{_END}\Z")

_UNIT = (
    "平方公里|平方米|立方米|公里|千米|万吨|个百分点|百分点|小时|分钟|人次|户次|公顷|万元|亿元"
    "|年|月|日|个|项|家|座|处|套|台|次|条|人|户|亩|吨|米|元|类|种|批|期|级|名|件|辆|张|所|村|县|区"
)
_JOINER = "(?:[\u0300-\u036f\ufe0e\ufe0f]|[\U0001f3fb-\U0001f3ff]|\u200d(?s:.))"
_LONG = (
    rf"[〔\[]{DIGIT}{{4}}[〕\]]\s*{DIGIT}+\s*号"  # 〔2020〕12号
    rf"|{DIGIT}+[A-Za-z][A-Za-z0-9]*"  # 5G
    rf"|(?:{DIGIT}{{1,3}}(?:,{DIGIT}{{3}})+|{DIGIT}+)(?:[.．]{DIGIT}+)?"  # 1,379  2.5
    rf"(?:[%％‰]|(?:万亿|百万|千万|亿|万|千|百)?(?:{_UNIT})?)"
    rf"|[{AMOUNTS}]{{2,}}"
    r"|[A-Za-z][A-Za-z0-9\u0300-\u036f]*(?:[-_.+][A-Za-z0-9]+)*"
)
_FIRST = rf"〔\[{DIGITS}A-Za-z{AMOUNTS}"
_COMPOUND = re.compile(rf"(?=[{_FIRST}])(?:{_LONG})")
_JOINED = re.compile(rf"(?=[{_FIRST}])(?:{_LONG})|(?s:.){_JOINER}+")
_ATOM = re.compile(rf"(?=[{_FIRST}])(?:{_LONG})|(?s:.){_JOINER}*")
"""Atoms that may be longer than one character, without and with joined ones; and all atoms."""
_SIGN = re.compile(rf"[{_FIRST}\u0300-\u036f\ufe0e\ufe0f\U0001F3FB-\U0001F3FF\u200d]")
"""What stands in every text that has a longer atom."""
_JOIN = re.compile(_JOINER)

_TIGHT = (
    DIGITS_EACH,
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
)
"""Characters of which two neighbours belong together."""


_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


_TURNING = {
    code: f"⟨U+{code:04X}⟩"
    for code in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
"""What turns the reading direction of all that follows, with its name."""


def printable(text: str) -> str:
    """Return text that every format can hold and that is read as it is written.

    Control characters and halves of characters become a mark; what turns the reading direction is named.
    """
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n")).translate(
        _TURNING
    )


_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def steerless(name: str) -> str:
    """Return the name of a file or person as a log or terminal can show it: what steers them is a mark."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", name)


def unprintable(text: str) -> bool:
    """Whether text has control characters or halves of characters."""
    return _UNPRINTABLE.search(text) is not None


def join_lines(raw: str) -> str:
    """Return the text of a block: its lines carry one sentence each and their breaks vanish."""
    return "".join(line.strip() for line in raw.splitlines())


def sentences(text: str) -> list[str]:
    """Split after 。！？； and the marks that close over them; joined again they give `text`.

    There is no split before a blank, which a line break would swallow.
    """
    edges = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(edges) if start < end]


def ends_sentence(text: str) -> bool:
    """Whether the last sentence of `text` is complete."""
    return _AT_END.search(text) is not None


_MARKS_AT_END = (
    "FULL STOP",
    "QUESTION MARK",
    "EXCLAMATION MARK",
    "COLON",
    "COMMA",
    "ELLIPSIS",
    "DASH",
)
"""What the Unicode names of marks have in them behind which no other mark is printed, in either width."""


def ends_with_mark(text: str) -> bool:
    """Whether the last character is such a mark, whatever quotes and brackets close behind it."""
    for char in reversed(text):
        category = unicodedata.category(char)
        if category in ("Pe", "Pf") or char in CLOSERS:
            continue
        name = unicodedata.name(char, "")
        return category[0] in "PS" and any(mark in name for mark in _MARKS_AT_END)
    return False


def atoms(text: str) -> list[str]:
    """Split into units that no edit may tear: numbers with unit, words, document numbers, clusters."""
    return _ATOM.findall(text)


def with_letters(text: str, letter: Callable[[str], str]) -> str:
    """Return `text` with a letter in place of each atom that is longer than one character."""
    if not _SIGN.search(text):
        return text
    compound = _JOINED if _JOIN.search(text) else _COMPOUND
    return compound.sub(lambda match: match[0] if len(match[0]) == 1 else letter(match[0]), text)


def torn(text: str, at: int) -> bool:
    """Whether the place before character `at` lies inside a number in digits or a Latin word."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if any(left in kind and right in kind for kind in _TIGHT):
        return True
    digits = _TIGHT[0]
    return left in ".．" and right in digits and text[at - 2 : at - 1] in digits and at > 1


def ends_inside(text: str, at: int) -> bool:
    """Whether words that end before character `at` leave the rest of a number or word behind."""
    digits = _TIGHT[0]
    before, point, behind = text[at - 1 : at], text[at : at + 1], text[at + 1 : at + 2]
    decimal = bool(before and behind) and before in digits and point in ".．" and behind in digits
    return torn(text, at) or decimal


def boundaries(parts: Iterable[str]) -> list[int]:
    """Return the offsets between `parts`, from 0 to their total length."""
    return [0, *accumulate(map(len, parts))]
