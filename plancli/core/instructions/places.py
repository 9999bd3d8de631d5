"""The places that running text names: pages, lines, chapters, columns, projects, titles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.instructions.quoted import COVER, Role, quoted_in, unquoted
from plancli.core.text.characters import BREAKS, SENTENCE_MARKS
from plancli.core.text.numerals import CITED


class NamedPlace(NamedTuple):
    """Words that cite a place, from character `start` on; a `title` may be that of a part, or other words.

    One that is only `pointed` to (详见第三章) is no place of a change. On the side `beside` (前, 后)
    of one that is named as a neighbour (移至“选址”之前) something changed, or in it.
    """

    words: str
    start: int
    title: bool = False
    pointed: bool = False
    beside: str = ""


_NUMBER = f"[0-9{CITED}]{{1,6}}"
_RANGE = rf"{_NUMBER}(?:\s*[-—~至到]\s*(?:[Pp]\.?)?{_NUMBER})?"
_LIST = rf"{_RANGE}(?:\s*[、和及]\s*{_RANGE})*"
_STEP = (
    rf"第\s*{_LIST}\s*[页章节行]"
    r"|(?<![A-Za-z])[Pp]{1,2}\.?\s*[0-9]{1,4}(?:\s*[-—~至、]\s*(?:[Pp]\.?)?[0-9]{1,4})*\s*页?"
    rf"|倒数第\s*{_NUMBER}\s*行|专栏\s*{_LIST}(?![个类项])"
    rf"|第\s*{_LIST}\s*项(?=(?:重点)?(?:工程|任务|项目)|{COVER})"
)
_ID = re.compile(r"(?<![0-9.A-Za-z])[0-9]{1,3}(?:\.[0-9]{1,3})+(?![0-9.%％‰万亿元个家倍])")
"""What may be the id of a paragraph, as the files have it: 17.1."""
_KEY = r"第[^\s/]{1,4}章(?:/[^\s/,，、;；:：。“”中内里]{1,12})+"
_INNER = rf"第\s*{_LIST}\s*(?:[条款点]|项(?!目)|个?(?:自然)?段)(?!意见|建议)"
"""A level of a text; by itself, without the part in which it is counted, it may be a point of the opinion."""
_PLACE = re.compile(rf"{_KEY}|(?:{_STEP})(?:\s*[的中]?\s*(?:{_STEP}|{_INNER}))*")
"""A place, or one after the other from wide to narrow: 第38页第16-20行."""
_POINTING = re.compile(
    "见第|详见|参见|参照|参考|对照|衔接|呼应|对应|重复|一致|统筹考虑|来文|来函|来信|附件|来稿|贵[局委办厅单]"
    "|已(?:在|于|有|经)?[^,，。]{0,12}(?:体现|提及|提到|涵盖|包含|载明|表述|部署|安排)"
)
"""In the clause of a place: it is pointed to, and nothing is said to have changed there."""
_CHANGED = re.compile("(?:修改|调整|增加|补充|删除|改动|完善)[^,，。]{0,8}见")
"""Who points to what was changed says where that is: 修改内容见第9页."""
_ELSEWHERE = re.compile(
    "[》〕](?:号)?[^,，。;；]{0,12}$|(?:条例|办法|法|标准|规范|省|国家|上位)[^,，。;；]{0,8}$"
)
"""Before a place: it is one of another document."""
_NO_NEIGHBOUR = "台端期续缀勤者备景沿"
"""What goes on with 前 or 后 to another word: 前期, 后续."""
_BESIDE = re.compile(
    f"{COVER}?(?:一?[段节章条项]|部分|内容|工程)?(?:之|以)?(前|后)(?:面)?(?![{_NO_NEIGHBOUR}])"
)
_CLAUSE = re.compile(f"[{SENTENCE_MARKS}{BREAKS}\n]")


_LEADING = "同时|另外|并|已经?|现|在|将|把|对|于|从|就|及|和|与|原|总体规划|删除|删去|修改"
_TITLE = re.compile(
    rf"(?:{_LEADING})*+([\u4e00-\u9fff]{{3,24}}?)(?=(?:一?[章节段]|部分)?(?:[中里]|内(?!容))|部分|一[章节段])"
)
"""What may be a title without quotation marks: 总体目标中, 应急管理工程部分."""


def places_in(text: str) -> Iterator[NamedPlace]:
    """Yield the places that a reply names, in order; those of other documents are left out."""
    bare = unquoted(text)
    found: list[NamedPlace] = []
    for match in _PLACE.finditer(bare):
        if not _ELSEWHERE.search(_before(text, match.start())):
            found.append(NamedPlace(match[0].strip(), match.start()))
    for quotation in quoted_in(text):
        # What is called new or deleted is what changed, and not where.
        if quotation.role is Role.OTHER:
            found.append(NamedPlace(quotation.words, quotation.start, title=True))
    rest = _PLACE.sub(lambda match: COVER * len(match[0]), bare)
    for match in _TITLE.finditer(rest):
        found.append(NamedPlace(match[1], match.start(1), title=True))
    for match in _ID.finditer(rest):
        found.append(NamedPlace(match[0], match.start(), title=True))
    for place in sorted(found, key=lambda place: place.start):
        clause = _clause(bare, place.start)
        pointed = bool(_POINTING.search(clause)) and not _CHANGED.search(clause)
        behind = place.start + len(place.words)
        beside = _BESIDE.match(bare, behind)
        yield place._replace(pointed=pointed, beside=beside[1] if beside else "")


def _before(text: str, at: int) -> str:
    """Return the clause up to a character."""
    head = text[:at]
    starts = [match.end() for match in _CLAUSE.finditer(head)]
    return head[starts[-1] :] if starts else head


def _clause(text: str, at: int) -> str:
    """Return the clause in which a character stands."""
    end = _CLAUSE.search(text, at)
    return _before(text, at) + text[at : end.start() if end else len(text)]
