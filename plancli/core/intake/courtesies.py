"""Sentences of a letter that ask for nothing: how it begins, that it agrees, how it ends."""

import re
from collections.abc import Callable
from typing import NamedTuple

from plancli.core.comments.nothing import says_nothing
from plancli.core.intake.letter_parts import formal_part
from plancli.core.intake.opinions import RowNote, RowRemark
from plancli.core.text.characters import sentences

_ANNOUNCES = re.compile("[如以]下|as follows|below|following", re.IGNORECASE)
_ANNOUNCED = re.compile(
    "(?:如下|以下)[^。；:：“”]{0,12}[:：]|(?i:as follows|below|following [a-z]+)\\s*:"
)
"""Behind this begins what is announced."""
_ENGLISH_STOP = re.compile(r"(?<=[a-z”\")]\.) +(?=[A-Z“\"])")
_DEMAND = re.compile(
    '[“”"]|应[当该]?|删|增|补充|改为|调整|完善|明确|建议[^:：。]{4,}'
    r"|(?i:\b(?:replace|delete|insert|change|add|should|suggest|propose|recommend)\b)"
)
"""What makes more than an introduction of a sentence."""
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》(?:\s*[（(][^（）()]*[）)])*")
_BEGINS = re.compile(
    "收悉|来函|高度重视|(?:已|经|并|进行了?|组织)?(?:认真|仔细)?(?:研究|研阅|学习|讨论|梳理|征求)|感谢"
    "|根据.{0,40}要求"
    "|(?:现|特)(?:将|就|提出)|(?:提出|反馈|回复|函复)[^。]{0,16}(?:意见|建议)"
    "|(?:意见|建议).{0,10}(?:见附件|附后|见下表|见附表)"
    r"|^(?i:thank|thanks|we (?:have|thank|refer|write|are|welcome|appreciate)|with reference|i refer"
    r"|further to|please find|our comments|in response|having)"
)
_STANCE = re.compile(
    "(?:[我本][^不]{1,4})?(?:对稿)?(?:[总整]体|基本|原则|完全)?上?(?:表示)?(?:同意|赞同|认可|无异议|无不同意见)"
    "(?:该|此|本|这个|贵.{1,3})?(?:稿|规划|方案|文件|征求意见稿|内容|的)*"
)
"""A clause that only agrees; what it agrees to beside the draft would be an opinion."""
_LEADING_CLAUSE = re.compile(
    "收悉|研究|研阅|学习|讨论|组织|重视|梳理|来函|反馈如下|回复如下|函复如下"
)


class Stripped(NamedTuple):
    """A line without its courtesies, "" where it has nothing else, and what was left out of it."""

    words: str
    left_out: tuple[RowNote, ...]


def stripped(row: int, line: str, said_in: Callable[[str], str]) -> Stripped:
    """Return a line of a letter without sentences at its ends that ask for nothing.

    `said_in` puts 我局 for the names of units, in which they speak of themselves.
    """
    pieces = _sentences(line)
    notes: list[RowNote] = []
    while pieces:
        part = _beginning(pieces[0], said_in)
        if part is None:
            break
        notes.append(RowNote(row, part, pieces.pop(0).strip()))
    while pieces and formal_part(pieces[-1]) is RowRemark.COURTESY:
        notes.append(RowNote(row, RowRemark.COURTESY, pieces.pop().strip()))
    return Stripped("".join(pieces).strip(), tuple(notes))


def agrees(sentence: str, said_in: Callable[[str], str]) -> bool:
    """Whether a sentence says that there is no opinion, whatever titles and studies it tells of."""
    plain = said_in(_TITLE.sub("稿", sentence))
    clauses = re.split("[,，:：]", plain.rstrip("。.;；!！"))
    said = [clause for clause in clauses if not _LEADING_CLAUSE.search(clause)]
    if said and all(map(says_nothing, said)):
        return True
    words = "".join(said)
    return says_nothing(words) or _STANCE.fullmatch(words) is not None


def _beginning(sentence: str, said_in: Callable[[str], str]) -> RowRemark | None:
    plain = _TITLE.sub("稿", sentence).strip()
    if plain.endswith((":", "：")) and _ANNOUNCES.search(plain):
        return RowRemark.OPENING
    if agrees(sentence, said_in):
        return RowRemark.AGREES
    if _BEGINS.search(plain) and not _DEMAND.search(plain):
        return RowRemark.OPENING
    if _ANNOUNCES.search(plain[-16:]) and _BEGINS.search(plain):
        return RowRemark.OPENING
    return RowRemark.COURTESY if formal_part(sentence) is RowRemark.COURTESY else None


def _sentences(line: str) -> list[str]:
    """Return the sentences of a line, what follows 如下: by itself."""
    found: list[str] = []
    for sentence in sentences(line):
        announced = _ANNOUNCED.search(sentence)
        end = announced.end() if announced else 0
        for words in (sentence[:end], sentence[end:]):
            parts = _ENGLISH_STOP.split(words)
            found += [f"{part} " for part in parts[:-1]] + parts[-1:]
    return [part for part in found if part.strip()]
