"""What a reply quotes: each “…” with what the words round it say about it."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a reply says of words that it quotes."""

    NEW = "new"
    OTHER = "other"


class Quotation(NamedTuple):
    """Words between quotation marks, from character `start` of the reply on."""

    words: str
    start: int
    role: Role


_BEFORE_NEW = re.compile(
    r"(?:改为|改成|改作|修改后为|(?:调整|修订|替换|表述|明确|变更|更正|统一|完善|优化|规范|扩充|更名|精简)为|替换成|现为|如下"
    r"|增加|增设|新增|增补|增写|增列|添加|补充|补入|写入|加入|”为|\"为)"
    r"(?:了|以下|相关|如下|建设|内容|表述|文字|描述|一句|一段)*[:：,，]?\s*$"
)
_PAIRS = {"“": "”", "「": "」", "『": "』"}


def quotations(reply: str) -> list[Quotation]:
    """Return the outermost quotations of a reply in order; one that is not closed is left out."""
    found: list[Quotation] = []
    for start, end in _spans(reply):
        before = reply[max(start - 24, 0) : start]
        role = Role.NEW if _BEFORE_NEW.search(before) else Role.OTHER
        words = reply[start + 1 : end]
        if sum(map(str.isalnum, words)) > 1:
            found.append(Quotation(words, start + 1, role))
    return found


def _spans(reply: str) -> Iterator[tuple[int, int]]:
    """Yield where quotations open and close; the same marks may stand inside each other."""
    at = 0
    while at < len(reply):
        if reply[at] in _PAIRS:
            end = _closing(reply, at)
        else:
            end = reply.find('"', at + 1) if reply[at] == '"' else -1
        if end > 0:
            yield at, end
            at = end
        at += 1


def _closing(reply: str, start: int) -> int:
    opening, closing = reply[start], _PAIRS[reply[start]]
    depth = 0
    for at in range(start, len(reply)):
        depth += (reply[at] == opening) - (reply[at] == closing)
        if not depth:
            return at
    return -1
