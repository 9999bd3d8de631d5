"""Quotation marks and brackets, which come in pairs."""

import re
from collections import Counter
from collections.abc import Iterator

from plancli.core.check.text.flaw import Flaw
from plancli.core.text.numerals import DIGIT, DIGITS, TENS

_OPENING = dict(zip("“‘《〈（(【〔「『[", "”’》〉））】〕」』]", strict=True))
_CLOSING = {
    "”": "“",
    "’": "‘",
    "》": "《",
    "〉": "〈",
    "）": "（",
    ")": "（",
    "】": "【",
    "〕": "〔",
}
_CLOSING |= {"」": "「", "』": "『", "]": "["}
_BRACKET = re.compile('[“”‘’《》〈〉（）()【】〔〕「」『』\\[\\]"]')
_NUMBERING = re.compile(rf"(?:^|[。；;：:，,\s])[{DIGITS}a-zA-Z{TENS}①-⑳]{{1,3}}$")
_APOSTROPHE = re.compile(r"[A-Za-z]’[A-Za-z]|(?<=[A-Za-z])s’(?!\w)")
_MINUTES = re.compile(r"(?:[°º′]|[0-9][’'])[0-9]{1,2}(?:\.[0-9]{1,4})?$")
_INCHES = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9])?$")
_STEP = re.compile(rf"(?<![A-Za-z{DIGITS}.．%+/~～—–－-])({DIGIT}{{1,2}})[)）]")


def unpaired(text: str) -> Iterator[Flaw]:
    """Yield quotation marks and brackets without a partner; 1) is a number and no bracket, 30’ minutes."""
    steps = _steps(text)
    waiting: list[tuple[str, int]] = []
    kinds: Counter[str] = Counter()
    straight: list[int] = []
    for mark, at in _brackets(text):
        if mark == '"':
            straight.append(at)
        elif mark in _OPENING:
            waiting.append((mark, at))
            kinds[_kind(mark)] += 1
        elif kinds[_CLOSING[mark]]:
            yield from _closed(waiting, kinds, _CLOSING[mark])
        elif at not in steps and not _stands_alone(text, at):
            yield Flaw(at, mark)
    yield from (Flaw(at, opening) for opening, at in waiting)
    if len(straight) % 2:
        yield Flaw(straight[-1], '"')


def _brackets(text: str) -> Iterator[tuple[str, int]]:
    """Yield marks that come in pairs, with their places; the minutes and seconds of a place do not."""
    for match in _BRACKET.finditer(text):
        if match[0] not in '’”"' or not _MINUTES.search(
            text, max(match.start() - 9, 0), match.start()
        ):
            yield match[0], match.start()


def _steps(text: str) -> set[int]:
    """Return where a bracket closes a number that begins a list or goes on from the one before: 1), 2)."""
    found, last = set(), 0
    for match in _STEP.finditer(text):
        if int(match[1]) in (1, last + 1):
            found.add(match.end() - 1)
            last = int(match[1])
    return found


def _closed(waiting: list[tuple[str, int]], kinds: Counter[str], opening: str) -> Iterator[Flaw]:
    """Take out the last open mark of a kind; those that are open inside it are without a partner."""
    while True:
        inner, start = waiting.pop()
        kinds[_kind(inner)] -= 1
        if _kind(inner) == opening:
            return
        yield Flaw(start, inner)


def _kind(opening: str) -> str:
    return "（" if opening == "(" else opening


def _stands_alone(text: str, at: int) -> bool:
    """Whether a closing mark is part of a number, or an apostrophe."""
    if text[at] in "）)":
        return _NUMBERING.search(text, max(at - 5, 0), at) is not None
    if text[at] in "’”" and _INCHES.search(text, max(at - 6, 0), at):
        return True
    return text[at] == "’" and _APOSTROPHE.match(text, max(at - 1, 0)) is not None
