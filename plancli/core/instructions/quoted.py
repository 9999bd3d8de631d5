"""What a reply quotes: each “…” with what the words round it say about it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from plancli.core.text.characters import BREAKS, SENTENCE_MARKS
from plancli.core.text.numerals import COUNTS


class Role(StrEnum):
    """What a reply says of words that it quotes."""

    NEW = "new"
    GONE = "gone"
    OTHER = "other"


class Quotation(NamedTuple):
    """Words between quotation marks, from character `start` of the reply on."""

    words: str
    start: int
    role: Role


_BEFORE_NEW = re.compile(
    r"(?:改为|改成|改作|修改后为|(?:调整|修订|修正|改写|更新|替换|表述|明确|变更|更正|统一|完善|优化|规范|扩充|更名|精简)为|替换成|现为|如下"
    r"|增加|增设|新增|增补|增写|增列|添加|补充|补入|写入|加入|[”’＂\"]为)"
    r"(?:了|以下|相关|如下|建设|内容|表述|文字|描述|一句|一段)*[:：,，]?\s*$"
)
_DELETED = "(?:删除|删去|删掉|去掉)"
_BEFORE_GONE = re.compile(f"{_DELETED}[^“”{SENTENCE_MARKS}{BREAKS}]*$")
_BEHIND_GONE = re.compile(
    f"(?:等字?|一句|一词|[{COUNTS}0-9]+字|字样|的?(?:表述|描述|说法|内容|文字|部分))*"
    f"(?:已经|已|予以|均|全部|一并)*{_DELETED}"
    f"(?=$|[{SENTENCE_MARKS}{BREAKS}）)\\s]|[了后并]|处理|到位)"
)
"""Nothing follows that the verb could mean: in “选址”部分已删去停车的内容 the quotation is a place."""
_BEHIND_PLACE = re.compile("(?:一[句条段项]|部分|表述)?(?:之?[前后中里]|内(?!容)|末尾|开头)")
"""Behind words that say where something was deleted, and not what."""
_DENIED = re.compile(
    "(?:未|没有|无需|不(?![断仅但]))(?:再|予|宜|作|另行|重复|单独)*$|(?<![按照据纳])(?:建议|要求|希望|关于|拟)$"
)
"""Before a verb that says what was not done, or what somebody asked for."""
_DOCUMENT = re.compile("《[^《》]*》")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_STRAIGHT = '"＂'
_QUOTATION_MARKS = re.compile(f"[{''.join(_PAIRS)}{''.join(_PAIRS.values())}{_STRAIGHT}]")


_REMEMBERED = 64
"""So many replies stay read: each is asked by every rule about replies, and then the next one is."""


def quoted_in(reply: str) -> list[Quotation]:
    """Return the outermost quotations of a reply in order.

    What is not closed is left out, and what is part of the name of a document: 《“十四五”…规划》.
    """
    return list(_quoted_in(reply))


@lru_cache(_REMEMBERED)
def _quoted_in(reply: str) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    for start, end in spans(reply):
        words = reply[start + 1 : end]
        # a single character in quotes is a mark or a letter, and stands anywhere
        tells_something = sum(map(str.isalnum, words)) > 1
        if tells_something:
            found.append(Quotation(words, start + 1, _role(reply, start, end)))
    return tuple(found)


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether a character stands between the ends of one of the spans."""
    return any(first < at < last for first, last in spans)


_REACH = 40
"""How many characters before a quotation can speak of it: what is further off speaks of something else."""


COVER = "□"
"""Stands for each character of a quotation or of a document's name where these are not to be read."""


def unquoted(reply: str) -> str:
    """Return a reply with quotations and names of documents covered; every character keeps its place."""
    return _unquoted(reply)


@lru_cache(_REMEMBERED)
def _unquoted(reply: str) -> str:
    covered = [match.span() for match in _DOCUMENT.finditer(reply)]
    for start, end in spans(reply):
        covered.append((start, end + 1))
    chars = list(reply)
    for start, end in covered:
        chars[start:end] = COVER * (end - start)
    return "".join(chars)


def _role(reply: str, start: int, end: int) -> Role:
    """Return what is said of the words between the quotation marks at `start` and `end`."""
    before = reply[max(start - _REACH, 0) : start]
    if _said(_BEFORE_NEW, before):
        return Role.NEW
    if _BEHIND_GONE.match(reply, end + 1):
        return Role.GONE
    if _BEHIND_PLACE.match(reply, end + 1):
        return Role.OTHER
    if _said(_BEFORE_GONE, before):
        return Role.GONE
    return Role.OTHER


def _said(verb: re.Pattern[str], before: str) -> bool:
    """Whether a verb stands before words, and is not denied."""
    match = verb.search(before)
    if match is None:
        return False
    return not is_denied(before, match.start())


def is_denied(text: str, at: int) -> bool:
    """Whether what stands before a verb says that nothing was done, or that somebody asked for it."""
    return _DENIED.search(text, 0, at) is not None


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the outermost quotations open and close; the same marks may stand inside each other.

    Marks in the name of a document, 《“十四五”…规划》, are part of it.
    """
    names = [match.span() for match in _DOCUMENT.finditer(text)]
    done = -1
    for start, end in sorted(_pairs(text)):
        if start > done:
            done = end
            if not _inside(names, start):
                yield start, end


def _pairs(reply: str) -> Iterator[tuple[int, int]]:
    """Yield every mark that opens with the one that closes it, each kind by itself."""
    open_: dict[str, list[int]] = defaultdict(list)
    for found in _QUOTATION_MARKS.finditer(reply):
        at, mark = found.start(), found[0]
        if mark in _PAIRS:
            open_[_PAIRS[mark]].append(at)
        elif open_[mark]:
            yield open_[mark].pop(), at
        elif mark in _STRAIGHT:
            open_[mark].append(at)
