"""The draft's spelling: what a new wording leaves as it was keeps its width, its quotes and its blanks.

One rule for whatever puts new words in: what is equal under the match key is unchanged, and what is unchanged
is written as the draft writes it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.text.alike import has_several
from plancli.core.text.atoms import atoms, is_inside
from plancli.core.text.characters import boundaries
from plancli.core.text.matchkey import MatchKey, match_key
from plancli.core.text.numerals import DIGITS
from plancli.core.text.script import by_pieces


class _Sign(NamedTuple):
    """A character of a wording, or several that count as one; `instead` is what it replaces in the draft.

    `gap` are the blanks before it: in the wording, and in the draft where this says anything of them.
    """

    char: str
    kept: bool
    instead: str
    typed: str
    gap: str | None


def spelled_as(base: str, wording: str) -> str:
    """Return a new wording of `base` in the spelling of `base`, wherever it says the same.

    A blank is a change only between words that need one; beside Chinese characters it is how somebody types.
    Digits and letters that come into a number or word of the draft take its width.
    """
    if _stays(base, wording):
        return wording
    signs = _signs(base, wording)
    gaps = [_gap(left, sign) for left, sign in zip([None, *signs], signs, strict=False)]
    return _written(base, wording, signs, gaps)


def respelled(base: str, wording: str) -> str:
    """The same for words of which the blanks were judged before: those of the draft stay."""
    if _stays(base, wording):
        return wording
    signs = _signs(base, wording)
    gaps = [sign.typed if sign.gap is None else sign.gap for sign in signs]
    return _written(base, wording, signs, gaps)


def inserted_as(base: str, at: int, words: str) -> str:
    """Return words put in before character `at` of the draft: what joins a number or word takes its width."""
    if not _TRANSLATED.search(words):  # most words: there is nothing to give a width to
        return words
    before, behind = base[max(at - _NEAR, 0) : at], base[at : at + _NEAR]
    text, end = before + words + behind, len(before) + len(words)
    if not is_inside(text, len(before)) and not is_inside(text, end):
        return words
    kept = [_Sign(char, True, "", "", "") for char in before]
    new = [_Sign(char, False, "", "", "") for char in words]
    rest = [_Sign(char, True, "", "", "") for char in behind]
    found = _in_width([*kept, *new, *rest])
    return "".join(found[len(before) : end])


_CLOSING = dict(zip("“‘「『", "”’」』", strict=True))
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
"""Quotation marks that are turned to the right and to the left."""
_NEAR = 40
"""So many characters beside an insertion are looked at: no number or word of a plan is longer."""


def _stays(base: str, wording: str) -> bool:
    """Whether a wording is left as it is.

    So is one with a character that counts as several letters (ﬁ): it could be kept in part.
    """
    if base == wording or has_several(base) or has_several(wording):
        return True
    return _spelled_alike(base, wording)


def _spelled_alike(base: str, wording: str) -> bool:
    """Whether what two texts may have in common is spelled alike in both, so that nothing changes.

    That is so where each character of the match key stands for one character of the texts alone, always the
    same, and no number or word has a width to keep.
    """
    both = base + wording
    key = match_key(both)
    if key.start != range(len(both)):  # blanks, or marks that count as one
        return False
    spellings = set(both)
    for opening, closing in _CLOSING.items():
        if opening in spellings:
            # a mark stays turned as the wording has it
            spellings.discard(closing)
    if len(spellings) != len(set(key.text)):
        return False
    return not _LETTER_OR_DIGIT.search(wording) or not _WIDE_IN_ATOMS.search(both)


# --- sign by sign -------------------------------------------------------------------------------------------


def _signs(base: str, wording: str) -> list[_Sign]:
    """Return the signs of a wording beside those of the draft."""
    one, other = match_key(base), match_key(wording)
    found: list[_Sign] = []
    here = there = 0
    gone = range(
        0
    )  # the characters of the draft's key that were passed over since the last kept one
    for op, text in by_pieces(list(one.text), list(other.text)):
        size = len(text)
        if op == "-":
            gone = range(here, here + size)
            here += size
        elif op == "=":
            for at in range(size):
                char, gap = _char(base, one, here + at), _before(base, one, here + at)
                char = _facing(char, _char(wording, other, there + at))
                found.append(_Sign(char, True, "", _before(wording, other, there + at), gap))
            here, there, gone = here + size, there + size, range(0)
        else:
            found += _new_signs(base, wording, (one, other), gone, range(there, there + size))
            there += size
    return found


def _new_signs(
    base: str, wording: str, keys: tuple[MatchKey, MatchKey], gone: range, places: Sequence[int]
) -> Iterator[_Sign]:
    """Yield the signs of new words; only of the blanks before the first one the draft says anything."""
    one, other = keys
    instead = base[one.start[gone[0]] : one.end[gone[-1]]] if gone else ""
    gap = _before(base, one, gone[0]) if gone else None
    for place in places:
        yield _Sign(
            _char(wording, other, place), False, instead, _before(wording, other, place), gap
        )
        gap = None


def _facing(char: str, wanted: str) -> str:
    """Return a quotation mark of the draft as the new wording has it turned, in the style of the draft.

    Opening and closing marks are equal under the match key: where words round them go, one may fall on
    the other.
    """
    if char in _OPENING and wanted in _CLOSING:
        return _OPENING[char]
    if char in _CLOSING and wanted in _OPENING:
        return _CLOSING[char]
    return char


def _char(text: str, key: MatchKey, at: int) -> str:
    return text[key.start[at] : key.end[at]]


def _before(text: str, key: MatchKey, at: int) -> str:
    """Return what stands in a text before a character of its key and is not in the key: blanks."""
    behind = key.end[at - 1] if at else 0
    return text[behind : key.start[at]]


_CHINESE = re.compile(
    "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff“”‘’…—]"
)


def _gap(left: _Sign | None, sign: _Sign) -> str:
    """Return the blanks between two signs of a new wording; the first one has none on its left."""
    beginning = left is None or not left.kept
    if sign.gap is None and beginning:
        return sign.typed  # within new words, or before them where all begins with them
    beside = sign.char if left is None else left.char + sign.char
    if not _CHINESE.search(beside):
        return sign.typed
    return sign.gap or ""


def _written(base: str, wording: str, signs: list[_Sign], gaps: list[str]) -> str:
    """Return signs with the blanks before each, and those behind the last one."""
    if not signs:
        return wording
    found = [gap + char for gap, char in zip(gaps, _in_width(signs), strict=True)]
    end = base if signs[-1].kept else wording
    key = match_key(end)
    return "".join(found) + end[key.end[-1] :]


# --- one width in one number or word ------------------------------------------------------------------------

_LETTER_OR_DIGIT = re.compile(f"[{DIGITS}A-Za-zＡ-Ｚａ-ｚ]")
_NARROW, _WIDE = re.compile("[!-~]"), re.compile("[！-～]")
_WIDE_IN_ATOMS = re.compile("[＂-＋－-：＜-＞＠-～]")
"""What is wide but for ！，；？: these are in no number or word that has anything narrow."""
_TRANSLATED = re.compile("[!-~！-～]")
"""What has another width."""
_TO_NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F)}
_TO_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def _in_width(signs: Sequence[_Sign]) -> list[str]:
    """Return the characters of signs; those new in a number or word have the width of what is left of it."""
    chars = [sign.char for sign in signs]
    text = "".join(chars)
    if not _LETTER_OR_DIGIT.search(text):  # most texts: there is no width to keep
        return chars
    ends = set(boundaries(atoms(text)))
    found: list[str] = []
    own: list[_Sign] = []
    for sign, end in zip(signs, boundaries(chars)[1:], strict=True):
        own.append(sign)
        if end in ends:  # one atom; or several in one sign, such as the dots of an ellipsis
            found += _of_one_width(own)
            own = []
    return found


def _of_one_width(own: Sequence[_Sign]) -> list[str]:
    """Return the signs of one atom, the new ones in the width of those that are kept, or else replaced."""
    chars = [sign.char for sign in own]
    if not _LETTER_OR_DIGIT.search("".join(chars)):
        return chars
    kept = "".join(sign.char for sign in own if sign.kept)
    model = kept if _has_width(kept) else "".join(sign.instead for sign in own)
    if not _has_width(model):
        return chars
    width = _TO_NARROW if _NARROW.search(model) else _TO_WIDE
    return [sign.char if sign.kept else sign.char.translate(width) for sign in own]


def _has_width(words: str) -> bool:
    return _LETTER_OR_DIGIT.search(words) is not None or "%" in words or "％" in words
