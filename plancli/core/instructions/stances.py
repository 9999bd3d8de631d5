"""What the words of a reply or reason say became of a comment: 未采纳, 维持原文, 已按意见修改."""

import re
from enum import StrEnum
from typing import NamedTuple

from plancli.core.instructions.quoted import COVER, unquoted
from plancli.core.text.characters import BREAKS, SENTENCE_MARKS


class Stance(StrEnum):
    """What is said to have become of a comment."""

    PARTLY = "partly"
    REFUSED = "refused"
    UNCHANGED = "unchanged"
    WHOLLY = "wholly"
    WITHDRAWN = "withdrawn"
    TAKEN = "taken"
    EDITED = "edited"


class SaidStance(NamedTuple):
    """A stance, and the characters `start:end` of the reply that say it."""

    stance: Stance
    start: int
    end: int


_TAKE = "(?:采纳|采用|吸收|接受)"
_NOT = "(?:未|不|暂不|暂未|尚未|没有|不宜|不能|难以|无法)"
_GIVEN = "(?:予以?|能|被|再|作)?"
_TEXT = "(?:原文|原稿|原意|原(?:有|来)?(?:的)?(?:表述|内容|条款|规定)|现有(?:表述|内容)|征求意见稿)"
_EDITING = (
    "(?:修改|修订|修正|更正|改正|删除|删去|删掉|去掉|增加|新增|增补|补充|添加|调整|完善|更新|替换)"
)
_OF_THE_TEXT = "(?:该|此|相关|有关|相应|上述)?(?:内容|表述|文字|描述|部分|段落?|条款?|句)"
_CLOSED = f"(?:完善)?(?:了|到位)?(?=$|[{COVER}。]|{_OF_THE_TEXT})"
"""Behind a verb of editing: nothing, quoted words, or words for a piece of text.

已增加财政投入 says nothing of the text.
"""
_BY_OPINION = "(?:按照?|根据|依照?|依据|结合|参照)[^已]{0,10}?(?:意见|建议|要求)"
_OF_OTHERS = (
    f"(?!(?:你|贵|该|此|本|上述|相关|有关|各))[^{SENTENCE_MARKS}{BREAKS}]{{2,20}}[局委办厅部院处所站队会社校行司县区镇乡心]"
    "(?:的|提出的?|反馈的?)?(?:相关|有关)?(?:意见|建议)"
)
"""Behind a verb of adopting: the opinion of somebody else, 已采纳市财政局意见."""
_WHERE = "第[^已未不]{1,16}|专栏[^已未不]{1,8}|[Pp][0-9][^已未不]{0,16}|[^已未不]{0,24}[中内里处]"
_PLACE = f"(?:{_WHERE})?(?:{_OF_THE_TEXT})?"

_PATTERNS = (
    (Stance.PARTLY, f"部分(?:予以)?{_TAKE}"),
    (Stance.REFUSED, f"{_NOT}{_GIVEN}(?:{_TAKE}|支持)|不同意(?!见)"),
    (
        Stance.UNCHANGED,
        f"(?:维持|保持|保留|沿用|仍按|仍用){_TEXT}|{_TEXT}(?:维持|保持)?不(?:变|动|作修改)"
        f"|{_NOT}(?:{_BY_OPINION})?(?:作|做|予|予以|再|进行)?(?:任何|相应)?(?:修改|调整|改动|变更|修订)$",
    ),
    (Stance.WHOLLY, f"(?:全部|均|全面|完全)(?:已|予以)?{_TAKE}"),
    (Stance.WITHDRAWN, "(?:意见|建议)(?:已|已经)?(?:撤回|收回)"),
    (
        Stance.TAKEN,
        f"(?:已|已经|予以|同意|原则上?){_TAKE}了?(?!{_OF_OTHERS})|^{_TAKE}(?!情况|与否|[的后]|了?{_OF_OTHERS})",
    ),
    (
        Stance.EDITED,
        f"^{_PLACE}(?:均|都)?已(?:经)?(?:{_BY_OPINION})?(?:作|作了|进行|进行了)?(?:相应)?{_EDITING}{_CLOSED}"
        f"|^{_BY_OPINION}(?:已|作了?|进行了?|予以)?(?:相应)?{_EDITING}{_CLOSED}"
        f"|^{_PLACE}已(?:将.{{1,40}}?)?(?:{_EDITING}|改)(?:为|至|到)",
    ),
)
_READ = tuple((stance, re.compile(pattern)) for stance, pattern in _PATTERNS)
"""The surest first: of words that several patterns read, the first one counts."""
_CLAUSE = re.compile(f"[^{SENTENCE_MARKS}{BREAKS}\n]+")
_ASKED = re.compile(
    "建议|要求|希望|提出|关于|是否|如果|如需|申请|此前|上一?轮|其余|其他|其它|另有|以外"
)
"""Before a stance: what somebody asks for, another time, or the rest of the text."""
_REST = (Stance.UNCHANGED, Stance.EDITED, Stance.TAKEN)
"""Verdicts that may speak of something else than the comment; who refuses anything has not adopted all."""


def stances(text: str) -> list[SaidStance]:
    """Return what a reply says became of its comment, clause by clause; quoted words are not its own."""
    found: list[SaidStance] = []
    for clause in _CLAUSE.finditer(unquoted(text)):
        own = clause[0].lstrip()
        shift = clause.end() - len(own)
        said = _stance(own.rstrip())
        if said is not None:
            found.append(SaidStance(said.stance, shift + said.start, shift + said.end))
    return found


def _stance(clause: str) -> SaidStance | None:
    """Return what one clause says; of another matter than the comment it may say anything."""
    for stance, pattern in _READ:
        match = pattern.search(clause)
        if match is None:
            continue
        # 按意见修改 names the comment itself, 建议修改 what somebody asked for
        said_before = _BY.sub("", clause[: match.end()])
        if stance in _REST and _ASKED.search(said_before):
            return None
        return SaidStance(stance, *match.span())
    return None


_BY = re.compile(_BY_OPINION)
