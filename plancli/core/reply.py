"""What a reply quotes: each “…” with what the words round it say about it."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


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
    r"(?:改为|改成|改作|修改后为|(?:调整|修订|替换|表述|明确|变更|更正|统一|完善|优化|规范|扩充|更名|精简)为|替换成|现为|如下"
    r"|增加|增设|新增|增补|增写|增列|添加|补充|补入|写入|加入|[”’＂\"]为)"
    r"(?:了|以下|相关|如下|建设|内容|表述|文字|描述|一句|一段)*[:：,，]?\s*$"
)
_BEFORE_GONE = re.compile("(?:删除|删去|删掉|去掉)[^“”。；;，,：:]*$")
_BEHIND_PLACE = re.compile("[中里内]")
"""Behind words that say where something was deleted, and not what."""
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_STRAIGHT = '"＂'


def quotations(reply: str) -> list[Quotation]:
    """Return the outermost quotations of a reply in order; one that is not closed is left out."""
    found: list[Quotation] = []
    for start, end in _spans(reply):
        words = reply[start + 1 : end]
        if sum(map(str.isalnum, words)) > 1:
            found.append(Quotation(words, start + 1, _role(reply, start, end)))
    return found


def _role(reply: str, start: int, end: int) -> Role:
    before = reply[max(start - 40, 0) : start]
    if _BEFORE_NEW.search(before):
        return Role.NEW
    gone = _BEFORE_GONE.search(before) and not _BEHIND_PLACE.match(reply, end + 1)
    return Role.GONE if gone else Role.OTHER


def _spans(reply: str) -> Iterator[tuple[int, int]]:
    """Yield where quotations open and close; the same marks may stand inside each other."""
    done = -1
    for start, end in sorted(_pairs(reply)):
        if start > done:
            yield start, end
            done = end


def _pairs(reply: str) -> Iterator[tuple[int, int]]:
    """Yield every mark that opens with the one that closes it, each kind by itself."""
    open_: dict[str, list[int]] = {mark: [] for mark in (*_PAIRS.values(), *_STRAIGHT)}
    for at, mark in enumerate(reply):
        if mark in _PAIRS:
            open_[_PAIRS[mark]].append(at)
        elif open_.get(mark):
            yield open_[mark].pop(), at
        elif mark in _STRAIGHT:
            open_[mark].append(at)
