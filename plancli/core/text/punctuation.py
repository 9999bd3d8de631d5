"""Punctuation in two widths: marks that belong to Chinese words are wide (，：；（）), all others are not.

GB/T 15834 and GB/T 9704 ask for wide ones. What changes here keeps its length: places in a text stay right.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from plancli.core.text.characters import HAN

_WIDE = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_TO_NARROW = str.maketrans({wide: narrow for narrow, wide in _WIDE.items()})
_NARROW_MARK = re.compile("[,;:?!()]")
_WIDE_MARKS = frozenset(_WIDE.values())

_BEHIND = f"[{HAN}”’》）〕】」』]"
"""What is Chinese and can have a mark behind it."""
_AHEAD = f"[{HAN}“‘《（〔【「『]"
"""What is Chinese and can have a mark ahead of it, as in 5G,人工智能."""
_BELONGS = re.compile(
    rf"[,;:?!](?<=[{HAN}].)[?!]*"
    rf"|[,;:?!](?<={_BEHIND}.)[?!]*(?!\s)"
    rf"|[,;:?!](?={_AHEAD})"
)
_BRACKET = re.compile("[()]")
_CHINESE = re.compile(f"[{HAN}、。《》]")
_BESIDE = re.compile(f"[{HAN}“”‘’《》）〔〕【】「」『』、。]")
"""What a bracket can stand beside that is Chinese; other marks follow it, and do not say what it is."""


def wide(text: str) -> str:
    """Return a text with wide marks where they stand beside Chinese words.

    Digits and Latin stay as they are: 1,000, 3:1, 10:30, addresses, (a) in an English sentence. Brackets go
    in pairs, by what stands in them and beside them. What is wide already stays, and decides nothing.
    """
    if not _NARROW_MARK.search(text):
        return text
    plain = narrow(text)
    found = plain
    if "(" in plain or ")" in plain:
        found = _with_wide_brackets(plain, text)
    found = _BELONGS.sub(_widened, found)
    if plain == text:
        return found
    return "".join(old if old in _WIDE_MARKS else new for old, new in zip(text, found, strict=True))


def narrow(text: str) -> str:
    """Return a text with half-width marks."""
    return text.translate(_TO_NARROW)


class Punctuation(StrEnum):
    """How wide marks beside Chinese words are; the value is what stands in plan.yaml."""

    WIDE = "wide"
    NARROW = "narrow"

    def printed(self, text: str) -> str:
        """Return a text with its marks in this width."""
        return wide(text) if self is Punctuation.WIDE else narrow(text)


def outside_quotations(text: str, punctuation: Punctuation) -> str:
    """Return a text with its marks in one width, but for what it quotes: that stays as it is written."""
    printed = punctuation.printed(text)
    if printed == text:
        return text
    found: list[str] = []
    depth = 0
    for old, new in zip(text, printed, strict=True):
        depth = max(0, depth - (old == "”"))
        found.append(old if depth else new)
        depth += old == "“"
    return "".join(found)


def usual_in(text: str) -> Punctuation:
    """Return how most marks beside Chinese words are in a text, which may be that of a file as it lies.

    Lines that are remarks are not the plan's: plancli writes some itself.
    """
    text = _REMARKS.sub("", text)
    wide_ones = sum(text.count(mark) for mark in _COUNTED)
    narrow_ones = len(_COUNTED_NARROW.findall(text))
    return Punctuation.NARROW if narrow_ones > wide_ones else Punctuation.WIDE


_REMARKS = re.compile(r"^#.*\n", re.MULTILINE)
_COUNTED = "，；：（"
_COUNTED_NARROW = re.compile(rf"[,;:(](?<=[{HAN}].)(?!\s)")
"""Half-width marks behind Chinese words; what YAML needs between two values has a blank behind it."""


def written_with(language: str, punctuation: Punctuation) -> str:
    """Return a language with the marks with which it is written, as locales name variants: zh@narrow."""
    is_narrow = punctuation is Punctuation.NARROW and language.startswith("zh")
    return language + _NARROWED if is_narrow else language


_NARROWED = "@narrow"


def punctuated(words: str, language: str) -> str:
    """Return fixed words, which are written with wide marks, as a language writes its marks."""
    return narrow(words) if language.endswith(_NARROWED) else words


def bracketed(words: str, language: str) -> str:
    """Return words in brackets, which stand behind others: 规划（征求意见稿）."""
    form = "（{words}）" if language.startswith("zh") else "({words})"
    return punctuated(form, language).format(words=words)


def _widened(match: re.Match[str]) -> str:
    return "".join(_WIDE[mark] for mark in match[0])


class _Pair(NamedTuple):
    """Where a bracket opens and closes, and whether Chinese words are in it; a single one is at one place."""

    opening: int
    closing: int
    has_words: bool = False


def _with_wide_brackets(plain: str, written: str) -> str:
    """Return a text without wide marks with those brackets wide that are Chinese, or were `written` so."""
    letters = list(plain)
    for opening, closing, has_words in _pairs(plain):
        were_wide = written[opening] in _WIDE_MARKS or written[closing] in _WIDE_MARKS
        if has_words or were_wide or _is_beside_words(letters, opening, closing):
            letters[opening] = _WIDE[plain[opening]]
            letters[closing] = _WIDE[plain[closing]]
    return "".join(letters)


def _pairs(text: str) -> Iterator[_Pair]:
    """Yield the brackets of a text in pairs, inner ones first, and those that are alone."""
    opened: list[_Pair] = []
    next_words = -1
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match[0] == "(":
            # looked for once in each stretch, however many brackets open in it
            if next_words < at:
                found = _CHINESE.search(text, at)
                next_words = found.start() if found else len(text)
            opened.append(_Pair(at, next_words))
        elif opened:
            opening, words = opened.pop()[:2]
            yield _Pair(opening, at, has_words=words < at)
        else:
            yield _Pair(at, at)
    for pair in opened:
        yield _Pair(pair.opening, pair.opening)


def _is_beside_words(letters: Sequence[str], first: int, last: int) -> bool:
    """Whether something Chinese stands before the first or behind the last of two places."""
    before = letters[first - 1] if first else ""
    behind = letters[last + 1] if last + 1 < len(letters) else ""
    return any(_BESIDE.match(letter) for letter in (before, behind))
