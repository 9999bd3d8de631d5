"""What is wrong with a text whatever it says: marks, brackets, what is invisible or not public."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Flaw(NamedTuple):
    """Something wrong in a text: the character at which it begins, the words, and what they should be."""

    offset: int
    words: str
    better: str = ""


_HAN = "\u3400-\u9fff\uf900-\ufaff"
_WIDE = dict(zip(",:;?!()", "，：；？！（）", strict=True)) | {".": "。"}
_BESIDE = f"[{_HAN}”’》）〕】]"
_NARROW_MARK = re.compile(
    rf"(?<={_BESIDE})[,:;?!)]|(?<={_BESIDE})\.(?![.…\w])|\((?=[{_HAN}“《])|(?<=[{_HAN}])\("
)
_WIDE_MARK = re.compile("[，：；？！（）。]")
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()}


def marks(texts: Iterable[str]) -> Counter[str]:
    """Count the marks beside Chinese characters, in both widths."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WIDE_MARK.findall(text))
        counts.update(_NARROW_MARK.findall(text))
    return counts


def mixed_width(text: str, counts: Counter[str]) -> Iterator[Flaw]:
    """Yield the marks that the plan elsewhere writes in the other width, where that is the more usual."""
    rare = {
        mark
        for narrow, wide in _WIDE.items()
        if counts[narrow] and counts[wide]
        for mark in [narrow if counts[narrow] <= counts[wide] else wide]
    }
    for pattern in (_NARROW_MARK, _WIDE_MARK) if rare else ():
        for match in pattern.finditer(text):
            if match[0] in rare:
                yield Flaw(match.start(), match[0], _WIDE.get(match[0]) or _NARROW[match[0]])


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
_NUMBERING = re.compile(r"(?:^|[。；;：:，,\s])[0-9０-９a-zA-Z一二三四五六七八九十①-⑳]{1,3}$")
_APOSTROPHE = re.compile(r"[A-Za-z]’[A-Za-z]|(?<=[A-Za-z])s’(?!\w)")
_MINUTES = re.compile(r"(?:[°º′]|[0-9][’'])[0-9]{1,2}(?:\.[0-9]{1,4})?$")
_INCHES = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9])?$")
_STEP = re.compile(r"(?<![A-Za-z0-9０-９.．%+/~～—–－-])([0-9０-９]{1,2})[)）]")


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


_DOUBLED = re.compile(
    r"[。，、；：,;:](?<!://)[。，、；：,;:]+|[！!]{2,}|[？?]{2,}|(?<![.…])\.(?:[，。、；;]|(?<![A-Za-z]\.),)"
)


def doubled(text: str) -> Iterator[Flaw]:
    """Yield marks that follow each other and should be one; …… and —— are one mark each, Co., is short."""
    for match in _DOUBLED.finditer(text):
        yield Flaw(match.start(), match[0], match[0][-1])


_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINS_EMOJI = re.compile(
    "[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?\u200d[\u2600-\u27bf\U0001f000-\U0001faff]"
)


def invisible(text: str) -> Iterator[Flaw]:
    """Yield zero-width and direction characters; the one that joins two emoji may stand."""
    if text.isascii() or not _INVISIBLE.search(text):
        return
    joins = {at for match in _JOINS_EMOJI.finditer(text) for at in range(*match.span())}
    for match in _INVISIBLE.finditer(text):
        if match.start() not in joins:
            yield Flaw(match.start(), f"U+{ord(match[0]):04X}")


_LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def lookalikes(text: str) -> Iterator[Flaw]:
    """Yield radicals and compatibility characters that look like common ones; PDF files leave them."""
    for match in _LOOKALIKE.finditer(text):
        better = unicodedata.normalize("NFKC", match[0])
        if better != match[0]:
            yield Flaw(match.start(), match[0], better)
