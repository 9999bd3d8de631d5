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
_CLOSING = {"”": "“", "’": "‘", "》": "《", "〉": "〈", "）": "（", ")": "（", "】": "【", "〕": "〔"}
_CLOSING |= {"」": "「", "』": "『", "]": "["}
_BRACKET = re.compile('[“”‘’《》〈〉（）()【】〔〕「」『』\\[\\]"]')
_NUMBERING = re.compile(r"(?:^|[。；;：:，,\s])[0-9０-９a-zA-Z一二三四五六七八九十①-⑳]{1,3}$")
_APOSTROPHE = re.compile(r"[A-Za-z]’[A-Za-z]")


def unpaired(text: str) -> Iterator[Flaw]:
    """Yield quotation marks and brackets without a partner; 1) is a number and no bracket."""
    waiting: list[tuple[str, int]] = []
    kinds: Counter[str] = Counter()
    straight: list[int] = []
    for match in _BRACKET.finditer(text):
        mark, at = match[0], match.start()
        if mark == '"':
            straight.append(at)
        elif mark in _OPENING:
            waiting.append((mark, at))
            kinds[_kind(mark)] += 1
        elif kinds[_CLOSING[mark]]:
            yield from _closed(waiting, kinds, _CLOSING[mark])
        elif not _stands_alone(text, at):
            yield Flaw(at, mark)
    yield from (Flaw(at, opening) for opening, at in waiting)
    if len(straight) % 2:
        yield Flaw(straight[-1], '"')


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
        return _NUMBERING.search(text, 0, at) is not None
    return text[at] == "’" and _APOSTROPHE.match(text, max(at - 1, 0)) is not None


_DOUBLED = re.compile(r"[。，、；：,;:](?<!://)[。，、；：,;:]+|[！!]{2,}|[？?]{2,}|(?<![.…])\.[，。、；,;]")


def doubled(text: str) -> Iterator[Flaw]:
    """Yield marks that follow each other and should be one; …… and —— are one mark each."""
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


_D = "[0-9０-９]"
_CONTACT = re.compile(
    rf"(?<!{_D})(?:\+?86[- ]?)?[1１][3-9３-９]{_D}[- ]?{_D}{{4}}[- ]?{_D}{{4}}(?!{_D})"
    rf"|(?<!{_D})[(（]?[0０]{_D}{{2,3}}[)）]?[-－— ]?{_D}{{7,8}}(?!{_D})"
    rf"|(?<!{_D})[48]00[-－— ]?{_D}{{3}}[-－— ]?{_D}{{4}}(?!{_D})"
    r"|[A-Za-z0-9][\w.+-]{0,63}[@＠][A-Za-z0-9-]+(?:[.．][A-Za-z0-9-]+)+"
)
_IDENTITY = re.compile(rf"(?<!{_D}){_D}{{17}}[0-9０-９XxＸｘ](?![0-9０-９A-Za-z])")
_DAY = "[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_OLD_IDENTITY = re.compile(rf"(?<!{_D})[1-9][0-9]{{5}}{_DAY}[0-9]{{3}}(?!{_D})")
"""Fifteen digits with a day of birth in them, as they were until 1999."""
_SIGN = re.compile(rf"[@＠]|{_D}[)） －—-]*{_D}{{3}}")
"""What stands in every text with a contact."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def contacts(text: str) -> Iterator[Flaw]:
    """Yield telephone numbers, mail addresses and identity numbers (with a right check digit, GB 11643)."""
    if not _SIGN.search(text):
        return
    for pattern in (_CONTACT, _OLD_IDENTITY):
        yield from (Flaw(match.start(), match[0]) for match in pattern.finditer(text))
    for match in _IDENTITY.finditer(text):
        if _checks(unicodedata.normalize("NFKC", match[0]).upper()):
            yield Flaw(match.start(), match[0])


def _checks(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return number[-1] == "10X98765432"[total % 11]


_SECRET = re.compile(
    r"(?:绝密|机密|秘密)\s*(?:[★☆]|\d+\s*年)|密\s*级\s*(?:[:：]|\s(?:绝密|机密|秘密))|内部(?:资料|文件|材料)\s*[,，、(（]?\s*(?:注意保(?:管|存)|不得外传|严禁外传)"
    r"|仅供内部(?:使用|参考|传阅)|(?:^|[【\[(（])(?:绝密|机密|秘密|内部资料|内部文件)(?:$|[】\])）])"
)


def secrecy(text: str) -> Iterator[Flaw]:
    """Yield marks of secrecy; 商业秘密 in a sentence is none."""
    for match in _SECRET.finditer(text):
        yield Flaw(match.start(), match[0])
