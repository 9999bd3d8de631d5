"""References of a text to numbered parts of its own plan: 专栏1、9, 第十二章, 第3项工程."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.text.numerals import DIGIT, ORDINALS, TENS, number


class Mention(NamedTuple):
    """One number to which a text refers: kind (column, chapter or project), value, words, first character.

    The number itself stands at `start:end`.
    """

    kind: str
    value: int
    words: str
    offset: int
    start: int
    end: int


_DIGITS = f"{DIGIT}{{1,3}}(?!{DIGIT})"
_CHINESE = f"[{TENS}][{ORDINALS}]{{0,4}}(?![{ORDINALS}])"
_JOINT = " ?[、和及与或至到~～—–－-]{1,2} ?"
_BEHIND = (
    rf"(?=$|{_JOINT}|[\s，。；：:;!！?？)）》】”’\"]|[.,](?![0-9])"
    "|[中的内里等]|所[列示述明提确定]|明确|提出)"
)
"""What stands behind a number that counts nothing: 专栏1、9所列, but 专栏1、9个项目."""


def _listed(numeral: str, behind: str = "") -> str:
    """Return the pattern of one number, or of several with marks between them."""
    return f"{numeral}(?:{_JOINT}第?{numeral}{behind}){{0,9}}"


_NUMBERS = f"(?:{_listed(_DIGITS)}|{_listed(_CHINESE)})"
_FIRST = r"(?!览|\s?[个期类年项种])"
_COLUMNS = f"(?:{_listed(_DIGITS + _FIRST, _BEHIND)}|{_listed(_CHINESE + _FIRST, _BEHIND)})"
_SEE = "(?<=(?<![意常可])见)"
_MENTION = re.compile(
    rf"专栏\s{{0,4}}(?P<column>{_COLUMNS})"
    rf"|第(?P<chapter>{_NUMBERS})章"
    rf"|第(?P<project>{_NUMBERS})项(?=(?:重点)?(?:工程|任务|项目)|“)"
    rf"|(?:{_SEE}|(?<=本规划)|(?<=本纲要))第(?P<item>{_NUMBERS})项{_BEHIND}"
    rf"|{_SEE}(?:工程|项目|任务)(?P<named>{_NUMBERS}){_BEHIND}"
)
_ONE = re.compile(f"{_DIGITS}|{_CHINESE}")
_KINDS = {"item": "project", "named": "project"}

_DOCUMENT = (
    "(?:规划|纲要|意见|方案|办法|条例|通知|决定|报告|制度|章程"
    "|标准|规范|规程|细则|规则|准则|指南|白皮书)"
)
_MIDDLE = "(?:实施|专项|总体|发展|建设|行动|工作)?"
_THIS = f"本{_MIDDLE}{_DOCUMENT}"
_OWN = re.compile(
    rf"(?:{_THIS}{_DOCUMENT}?|(?:^|[见在按照据，。；：、,;:(（])(?:规划|纲要|方案){{1,2}})[的中]?$"
)
_SHEET = r"[〔\[(（][0-9]{4}[〕\])）][0-9]{1,4}号(?:文件?)?"
_STANDARD = (
    "[A-Z](?:[A-Z]|/[A-Z])[A-Z]{0,6}[0-9]{0,4}(?:/[A-Z]{1,6})? ?"
    "[0-9]{2,6}[0-9.]{0,6}(?:[-—–]{1,2}[0-9]{4})?"
)
_OTHER = re.compile(
    r"(?:[》法]|条例|办法|宪法|规定)[^,，。;；:：]{0,12}$"
    rf"|(?:{_DOCUMENT}[”’]?|{_SHEET}|{_STANDARD}|实事)[的中]?$|附[件表][0-9{TENS}]{{0,3}}[的中]?$"
    rf"|》(?:(?!{_THIS})[^。;；]){{0,30}}其中的?$"
)
_PART = re.compile(rf"第(?:{_DIGITS}|{_CHINESE})[篇编](?:“[^“”]{{0,40}}”)?[的中]?$")
"""A part above chapters, which other documents have."""
_LAYER = re.compile(
    rf"(?:[(（][^()（）]{{0,100}}[)）]|“[^“”]{{0,40}}”|第(?:{_DIGITS}|{_CHINESE})(?:[篇编卷]|部分)[的中]?)$"
)
"""What may stand between the name of a document and a chapter: (国发〔2015〕50号), 第五篇, “数字化”."""
_LAYERS = 3
"""How many of them are taken away: a number, a part and a title."""
_LOOK_BACK = 400
"""How many characters before a reference are read: all layers, and the name of the document."""
_NAME = 48
"""How many characters before the layers are read for the name of a document."""
_ABOVE = 60
"""How many characters before a reference are read for a part above it: its title has 40 at most."""
_NEXT = re.compile(f"(?:{_JOINT}|的?)$")
"""What stands between two references to one document."""


def mentions(text: str) -> Iterator[Mention]:
    """Yield what the text refers to in its own plan; what other documents have is left out."""
    end = 0
    elsewhere = False
    for match in _MENTION.finditer(text):
        goes_on = _NEXT.match(text[end : match.start()]) is not None
        # A reference right behind another one is to the same document: 某条例第3章、第5章.
        inherited = elsewhere and goes_on
        elsewhere = inherited or _elsewhere(text, match.start())
        end = match.end()
        if not elsewhere:
            yield from _numbers(match)


def _elsewhere(text: str, at: int) -> bool:
    """Whether the words before a reference name another document than 本规划."""
    before = text[max(at - _LOOK_BACK, 0) : at]
    name = _name(before)
    if _OWN.search(name):
        return False
    if _OTHER.search(name):
        return True
    return _PART.search(before[-_ABOVE:]) is not None


def _name(before: str) -> str:
    """Return what stands before brackets, parts and titles in quotes: there a document has its name."""
    for _ in range(_LAYERS):
        before = _LAYER.sub("", before)
    return before[-_NAME:]


def _numbers(match: re.Match[str]) -> Iterator[Mention]:
    """Yield each number of a list, and both ends of a range, with the words around the list."""
    group = match.lastgroup or ""
    kind = _KINDS.get(group, group)
    start, end = match.span(group)
    head = match.string[match.start() : start]
    tail = match.string[end : match.end()]
    for one in _ONE.finditer(match.string, start, end):
        # The first number is shown with the words before it, which it follows.
        offset = match.start() if one.start() == start else one.start()
        yield Mention(kind, number(one[0]), f"{head}{one[0]}{tail}", offset, *one.span())
