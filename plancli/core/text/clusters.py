"""Grapheme clusters: what a person takes for one character, though it is written with several (UAX 29)."""

import re
import unicodedata

_RARE = re.compile(
    "[\u0300-\u0dff\u0e00-\u1fff\u200c\u200d\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f"
    "\u3099\u309a\ua66f-\uabff\ud7b0-\ud7ff\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f"
    "\U00010000-\U0001ffff\U000e0000-\U000e0fff]"
)
"""Blocks that hold everything by which characters are joined; few texts have any of it."""

_JOINER = "\u200d"
_HALF_WIDTH_MARKS = "\uff9e\uff9f"
"""Letters by category, but marks on the letter before them."""
_SKIN = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_FLAGS = range(0x1F1E6, 0x1F200)
"""Letters of flags: two of them are one flag."""
_LEADING, _VOWELS, _TRAILING = "LVT"


def has_clusters(text: str) -> bool:
    """Whether any character of a text may be joined to another one."""
    return _RARE.search(text) is not None


def continues(text: str, at: int) -> bool:
    """Whether the character at `at` belongs to the cluster of the one before it."""
    if not 0 < at < len(text):
        return False
    before, char = text[at - 1], text[at]
    if _is_mark(char):
        return True
    if char == _JOINER or before == _JOINER:
        return _joins(text, at)
    if ord(char) in _FLAGS:
        return _flags_before(text, at) % 2 == 1
    return _one_syllable(before, char)


def _is_mark(char: str) -> bool:
    """Whether a character stands on, in or around the one before it."""
    if char in _HALF_WIDTH_MARKS or ord(char) in _SKIN or ord(char) in _TAGS:
        return True
    return unicodedata.category(char) in ("Mn", "Me", "Mc")


def _joins(text: str, at: int) -> bool:
    """Whether a joiner at or before `at` joins: pictures and letters of India.

    Between all else it is left over from a file of another kind, and nothing is to be seen of it.
    """
    base = at - 1
    while base > 0 and (text[base] == _JOINER or _is_mark(text[base])):
        base -= 1
    category = unicodedata.category(text[base])
    indic = "\u0900" <= text[base] <= "\u0dff"
    return category == "So" or indic


def _flags_before(text: str, at: int) -> int:
    """Return how many letters of flags stand before `at` without a break."""
    start = at
    while start > 0 and ord(text[start - 1]) in _FLAGS:
        start -= 1
    return at - start


def _one_syllable(before: str, char: str) -> bool:
    """Whether two characters are parts of one Korean syllable, which may be written letter by letter."""
    ahead, behind = _hangul(before), _hangul(char)
    if ahead.endswith(_LEADING):
        return behind.startswith((_LEADING, _VOWELS))
    if ahead.endswith(_VOWELS):
        return behind.startswith((_VOWELS, _TRAILING)) and not behind.startswith(_LEADING)
    return ahead.endswith(_TRAILING) and behind == _TRAILING


def _hangul(char: str) -> str:
    """Return which letters a Korean character is made of: L, V, T; LV or LVT for a syllable."""
    if "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c":
        return _LEADING
    if "\u1160" <= char <= "\u11a7" or "\ud7b0" <= char <= "\ud7c6":
        return _VOWELS
    if "\u11a8" <= char <= "\u11ff" or "\ud7cb" <= char <= "\ud7fb":
        return _TRAILING
    if not "\uac00" <= char <= "\ud7a3":
        return ""
    # each leading letter and vowel has 28 syllables, the first of them without a trailing letter
    whole = _LEADING + _VOWELS
    return whole if (ord(char) - 0xAC00) % 28 == 0 else whole + _TRAILING
