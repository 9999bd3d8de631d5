"""Quotation marks and brackets, which come in pairs."""

import re
from collections import Counter
from collections.abc import Iterator

from plancli.core.check.text.flaw import Flaw
from plancli.core.text.numerals import DIGIT, DIGITS, TENS

_OPENED_BY = {
    "”": "“",
    "’": "‘",
    "》": "《",
    "〉": "〈",
    "）": "（",
    ")": "（",
    "】": "【",
    "〕": "〔",
    "」": "「",
    "』": "『",
    "]": "[",
}
"""The opening mark of each closing one; round brackets pair in both widths, which are another rule's."""
_OPENING = {*_OPENED_BY.values(), "("}
_BRACKET = re.compile('[“”‘’《》〈〉（）()【】〔〕「」『』\\[\\]"]')
_NUMBERING = re.compile(rf"(?:^|[。；;：:，,\s])[{DIGITS}a-zA-Z{TENS}①-⑳]{{1,3}}$")
_APOSTROPHE = re.compile(r"[A-Za-z]’[A-Za-z]|(?<=[A-Za-z])s’(?!\w)")
_MINUTES = re.compile(r"(?:[°º′]|[0-9][’'])[0-9]{1,2}(?:\.[0-9]{1,4})?$")
_INCHES = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9])?$")
_STEP = re.compile(rf"(?<![A-Za-z{DIGITS}.．%+/~～—–－-])({DIGIT}{{1,2}})[)）]")


class _Open:
    """The marks that are open at a character, in their order."""

    def __init__(self) -> None:
        self._marks: list[tuple[str, int]] = []
        # How many of a kind are open: a text with a thousand closing marks is not searched at each.
        self._kinds: Counter[str] = Counter()

    def add(self, mark: str, at: int) -> None:
        """Open a mark."""
        self._marks.append((mark, at))
        self._kinds[_kind(mark)] += 1

    def has(self, kind: str) -> bool:
        """Whether a mark of a kind is open."""
        return self._kinds[kind] > 0

    def close(self, kind: str) -> Iterator[Flaw]:
        """Take out the last open mark of a kind; those that are open inside it are without a partner."""
        while True:
            inner, start = self._marks.pop()
            self._kinds[_kind(inner)] -= 1
            if _kind(inner) == kind:
                return
            yield Flaw(start, inner)

    def left(self) -> Iterator[Flaw]:
        """Yield the marks that nothing has closed."""
        for mark, at in self._marks:
            yield Flaw(at, mark)


def _kind(opening: str) -> str:
    """Return the one opening mark of all that a closing one may end."""
    return "（" if opening == "(" else opening


def unpaired(text: str) -> Iterator[Flaw]:
    """Yield quotation marks and brackets without a partner; 1) is a number and no bracket, 30’ minutes."""
    steps = _steps(text)
    open_marks = _Open()
    straight: list[int] = []
    for mark, at in _brackets(text):
        if mark == '"':
            straight.append(at)
        elif mark in _OPENING:
            open_marks.add(mark, at)
        elif open_marks.has(_OPENED_BY[mark]):
            yield from open_marks.close(_OPENED_BY[mark])
        elif at not in steps and not _stands_alone(text, at):
            yield Flaw(at, mark)
    yield from open_marks.left()
    # Straight marks open and close alike: of an odd number the last one is as good as any.
    if len(straight) % 2:
        yield Flaw(straight[-1], '"')


_MINUTES_BACK = 9
"""How much of a place is read before its minutes or seconds: 9’12.3456 at the longest."""


def _brackets(text: str) -> Iterator[tuple[str, int]]:
    """Yield marks that come in pairs, with their places; the minutes and seconds of a place do not."""
    for match in _BRACKET.finditer(text):
        mark, at = match[0], match.start()
        may_measure = mark in '’”"'
        start = max(at - _MINUTES_BACK, 0)
        if may_measure and _MINUTES.search(text, start, at):
            continue
        yield mark, at


def _steps(text: str) -> set[int]:
    """Return where a bracket closes a number that begins a list or goes on from the one before: 1), 2)."""
    found: set[int] = set()
    last = 0
    for match in _STEP.finditer(text):
        value = int(match[1])
        if value in (1, last + 1):
            found.add(match.end() - 1)
            last = value
    return found


_NUMBERING_BACK = 4
"""How much is read before a closing bracket: three characters of a number, and what stands before it."""
_INCHES_BACK = 6
"""How much is read before the sign of inches: a figure such as 123.4, and one character more."""


def _stands_alone(text: str, at: int) -> bool:
    """Whether a closing mark is part of a number, or an apostrophe."""
    mark = text[at]
    if mark in "）)":
        start = max(at - _NUMBERING_BACK, 0)
        return _NUMBERING.search(text, start, at) is not None
    if mark not in "’”":
        return False
    start = max(at - _INCHES_BACK, 0)
    if _INCHES.search(text, start, at):
        return True
    # From the letter before it: John’s, and the end of teachers’.
    start = max(at - 1, 0)
    return mark == "’" and _APOSTROPHE.match(text, start) is not None
