"""References of a text to numbered parts: 专栏1、9, 第四章第17项, 本章第（二）项, 表3-1, 前款.

The text stays plain words: a reference is a value that says where they stand and what they name, as far as
they say it. What belongs to another document is read as such, and left.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.plan.english import english_mentions
from plancli.core.plan.mention import Kind, Mention, MentionStep, within_annex
from plancli.core.plan.series import series_of
from plancli.core.text.numerals import DIGIT, ORDINALS, TENS
from plancli.core.text.picture_names import names_picture

# --- how references are written ---------------------------------------------------------------------------

_ARABIC = f"{DIGIT}{{1,3}}(?!{DIGIT})"
_CHINESE = f"[{TENS}][{ORDINALS}]{{0,4}}(?![{ORDINALS}])"
_JOINT = " ?[、和及与或至到~～—–－-]{1,2} ?"
_BEHIND = (
    rf"(?=$|{_JOINT}|[\s，。；：:;!！?？)）》】”’\"]|[.,](?![0-9])"
    "|[中的内里等]|所[列示述明提确定]|明确|提出)"
)
"""What stands behind a number that counts nothing: 专栏1、9所列, but 专栏1、9个项目."""
_POINTED = f"{DIGIT}{{1,3}}(?:[-–—.．－]{DIGIT}{{1,3}})?(?!{DIGIT})"
"""A number that may count in each chapter: 3-1."""


def _listed(numeral: str, behind: str = "") -> str:
    """Return the pattern of one number, or of several with marks between them."""
    return f"{numeral}(?:{_JOINT}第?{numeral}{behind}){{0,9}}"


_BRACKETED = f"[（(](?:{_ARABIC}|{_CHINESE})[)）]"
_NUMBERS = f"(?:{_listed(_ARABIC)}|{_listed(_CHINESE)}|{_listed(_BRACKETED)})"
_FIRST = r"(?!览|\s?[个期类年项种])"
_COLUMNS = f"(?:{_listed(_ARABIC + _FIRST, _BEHIND)}|{_listed(_CHINESE + _FIRST, _BEHIND)})"
_COUNTING = (
    r"(?![A-Za-z%％]|\s?所(?![列示附述指属载提规说])"
    r"|\s?[个期类年月日项种人家处条份张万亿名次位座台套件倍元版届级])"
)
"""What stands behind no number of a part: 附件3份, 图5G, 附表3所学校; but 附件3所列 lists something."""
_ANNEXED = f"{_listed(_ARABIC + _COUNTING, _BEHIND)}|{_listed(_CHINESE + _BEHIND, _BEHIND)}"
_ANNEXES = f"(?:{_ANNEXED}|[A-Z](?![A-Za-z0-9]))"
_SHOWN = f"(?:{_listed(_POINTED + _COUNTING, _BEHIND)}|{_listed(_CHINESE + _BEHIND, _BEHIND)})"
_APART = r"(?:(?<![^\W_])|(?<=[在从自见如及和与或至到由按照依据对以将把附章节项条栏的中]))"
"""Where the name of what a paper shows can begin: in the midst of words it is none, 代表3人."""
_SEE = "(?<=(?<![意常可])见)"
_NOUN = "章(?!程)|节(?![点能课日目气])|条(?![件例])|款|项(?!目)|目(?![标的录前])"
_TOKEN = re.compile(
    rf"(?P<column>专栏)\s{{0,4}}(?P<columns>{_COLUMNS})"
    rf"|第\s?(?P<nth>{_NUMBERS})\s?(?P<noun>{_NOUN})"
    rf"|(?P<annex>附[件录])\s{{0,4}}(?P<annexes>{_ANNEXES})"
    rf"|(?P<shown>附[表图]|{_APART}[表图])\s{{0,4}}(?P<shows>{_SHOWN})"
    rf"|{_SEE}(?:工程|项目|任务)(?P<named>{_NUMBERS}){_BEHIND}"
    rf"|(?P<here>(?<![基成资根样日])本(?:专栏|{_NOUN}))"
    rf"|(?P<before>{_APART}前(?:{_NOUN})|(?:[上前]述|[上下]列|该)(?:专栏|附[件表图])"
    rf"|[上下前后]一(?:专栏|{_NOUN}))"
    r"|(?P<near>(?:(?<![^\W_])|(?<=[见如]))[上下前后][表图](?![面示现格达明书像片纸案形谋]))"
    r"|(?P<alone>(?<=[见列按本])附件)"
)
"""What names a part, or several of one kind; each way to write it is a group."""
_BEGINS = re.compile("[专第附表图工项任本前上下后该]")
"""With what each way to write a reference begins."""
_ONE = re.compile(f"{_BRACKETED}|{_ARABIC}|{_CHINESE}|[A-Z]")
_ONE_SHOWN = re.compile(f"{_POINTED}|{_CHINESE}")
"""What a paper shows may count in each chapter: 图3-1 is one, while 专栏3-5 are several."""
_LINK = re.compile(r"(?:[（(][^()（）]{0,40}[)）]|[“「][^“”「」]{0,40}[”」])?[的中]?之?\s?")
"""What stands between a part and one inside it: 第四章“任务”第17项, 本章的第二节."""
_JOINED = re.compile(_JOINT)
_THROUGH = re.compile(r"\s?[至到~～—–－-]{1,2}\s?第?")

_IN_ITEMS = frozenset({Kind.SUBITEM, Kind.ENTRY, Kind.SUBENTRY})
_BESIDE_TEXT = frozenset({Kind.COLUMN, Kind.TABLE, Kind.FIGURE})
_IN_SECTIONS = _IN_ITEMS | _BESIDE_TEXT | {Kind.ITEM}
_HELD = {
    Kind.ANNEX: _IN_SECTIONS | {Kind.CHAPTER, Kind.PART},
    Kind.APPENDIX: _IN_SECTIONS | {Kind.CHAPTER, Kind.PART},
    Kind.CHAPTER: _IN_SECTIONS | {Kind.PART},
    Kind.PART: _IN_SECTIONS,
    Kind.ITEM: _IN_ITEMS | _BESIDE_TEXT,
    Kind.SUBITEM: frozenset({Kind.ENTRY, Kind.SUBENTRY}),
    Kind.ENTRY: _BESIDE_TEXT | {Kind.SUBENTRY, Kind.SUBITEM},
    Kind.COLUMN: _IN_ITEMS | {Kind.ITEM},
}
"""What can stand inside what: 第四章第17项专栏15 is one place."""
_COUNTING_ANYTHING = (Kind.PART, Kind.ITEM, Kind.SUBITEM, Kind.ENTRY, Kind.SUBENTRY)
"""Kinds that may count anything where nothing says in what: 意见第9项, 第一条跑道."""
_TASK = re.compile("(?:重点)?(?:工程|任务|项目)|“")
_SEEN = re.compile("(?:(?<![意常可])见|本规划|本纲要)$")
_LED_TO = re.compile("(?:(?<![意常可])见|本规划|本纲要|[按照据依在由与和])$")
_ENDS = re.compile(_BEHIND)


class _Token(NamedTuple):
    """One match: what it names, as rungs beside each other, and where it stands."""

    kind: Kind
    rungs: tuple[MentionStep, ...]
    start: int
    end: int
    alone: bool
    """Whether it is a reference without anything before it."""


def references(text: str) -> list[Mention]:
    """Return what a text refers to by numbers, and what relative to itself, in the order of the text.

    No character belongs to two of them. What other documents have is `foreign`.
    """
    if names_picture(text):
        return []  # the name of a file says nothing of any part: figures/图1.png
    english = english_mentions(text)
    if not english:
        return _in_chinese(text)
    return sorted([*_in_chinese(text), *english])


class _Place(NamedTuple):
    """A token with where its reference begins, and what is above it; `through` ends a range."""

    token: _Token
    begins: int
    above: tuple[MentionStep, ...] = ()
    foreign: bool = False
    through: bool = False


def _in_chinese(text: str) -> list[Mention]:
    """Return what a text refers to in Chinese, in its order."""
    found: list[Mention] = []
    last: _Place | None = None
    for token in _tokens(text):
        place = _placed(text, token, last)
        if place is None:
            last = None
            continue
        if place.begins < token.start:
            # what is above it is the beginning of the very reference
            found.pop()
        found += _mentions(text, place)
        last = place
    return found


def _placed(text: str, token: _Token, last: _Place | None) -> _Place | None:
    """Return a token with what the one before it says of it; None where it is no reference."""
    if last is None:
        return _first(text, token)
    gap = text[last.token.end : token.start]
    if _stands_in(last.token, token, gap):
        return _Place(token, last.begins, (*last.above, *last.token.rungs), last.foreign)
    if _JOINED.fullmatch(gap) is None:
        return _behind(text, token, last.foreign and gap in ("", "的"))
    return _beside(text, token, last, gap)


def _first(text: str, token: _Token) -> _Place | None:
    """Return a token before which nothing stands that it goes on with."""
    return _behind(text, token, inherits=False)


def _behind(text: str, token: _Token, inherits: bool) -> _Place | None:
    """Return a token that names its part by itself; right behind a foreign reference it `inherits` that."""
    if not token.alone:
        return None
    return _Place(token, token.start, foreign=inherits or _elsewhere(text, token.start))


def _beside(text: str, token: _Token, last: _Place, gap: str) -> _Place | None:
    """Return a token that is listed with the one before it, and shares with that what is above both."""
    above = _shared((*last.above, last.token.rungs[-1]), token.kind)
    if not token.alone and not above:
        return None
    # A reference right behind another one is to the same document: 某条例第3章、第5章.
    foreign = last.foreign or _elsewhere(text, token.start)
    through = _THROUGH.fullmatch(gap) is not None
    return _Place(token, token.start, above, foreign, through)


def _tokens(text: str) -> Iterator[_Token]:
    """Yield what names parts, however it is to be read with what stands before it."""
    for match in _matches(text):
        group = match.lastgroup or ""
        if group in ("here", "before", "near", "alone"):
            kind = Kind(match[0].lstrip("本前该上下后述列一"))
            rung = MentionStep(kind, None, match[0], match.start(), match.end())
            yield _Token(kind, (rung,), match.start(), match.end(), alone=True)
            continue
        kind, numbers = _named(match)
        rungs = tuple(_rungs(match, kind, numbers))
        if rungs:
            alone = kind not in _COUNTING_ANYTHING or _alone(match, kind)
            yield _Token(kind, rungs, match.start(), match.end(), alone)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `_TOKEN`, which is tried only where one can begin: few characters are such."""
    end = 0
    for begin in _BEGINS.finditer(text):
        if begin.start() < end:
            continue
        match = _TOKEN.match(text, begin.start())
        if match:
            end = match.end()
            yield match


def _named(match: re.Match[str]) -> tuple[Kind, str]:
    """Return the kind that a match names, and the group in which its numbers stand."""
    if match["nth"]:
        return Kind(match["noun"]), "nth"
    if match["named"]:
        return Kind.ENTRY, "named"
    for noun, numbers in (("column", "columns"), ("annex", "annexes")):
        if match[noun]:
            return Kind(match[noun]), numbers
    return Kind(match["shown"]), "shows"


def _rungs(match: re.Match[str], kind: Kind, numbers: str) -> Iterator[MentionStep]:
    """Yield each number of a list, and both ends of a range; what is no number is left out."""
    pattern = _ONE_SHOWN if numbers == "shows" else _ONE
    before: MentionStep | None = None
    for one in pattern.finditer(match.string, *match.span(numbers)):
        read = series_of(one[0])
        if read and not within_annex(match.string, before, one.start(), read[1]):
            before = MentionStep(kind, read[1], one[0], one.start(), one.end())
            yield before


def _alone(match: re.Match[str], kind: Kind) -> bool:
    """Whether a number that may count anything is that of a part by what stands round it.

    A task is named by what it is, or where the text says to see it; other parts by what leads to them.
    """
    text, start, end = match.string, match.start(), match.end()
    if match["named"]:
        return True
    before = text[max(start - 4, 0) : start]
    ends = _ENDS.match(text, end) is not None
    if kind is Kind.ENTRY:
        return _TASK.match(text, end) is not None or (ends and _SEEN.search(before) is not None)
    return ends and _LED_TO.search(before) is not None


def _stands_in(last: _Token, token: _Token, gap: str) -> bool:
    """Whether a token goes on with the one before it, and names what stands inside that."""
    if token.kind not in _HELD.get(last.kind, ()):
        return False
    # 本节 begins anew, and of several parts nobody can say which one holds the next
    if token.rungs[0].value is None or len(last.rungs) > 1:
        return False
    return _LINK.fullmatch(gap) is not None


def _shared(rungs: tuple[MentionStep, ...], kind: Kind) -> tuple[MentionStep, ...]:
    """Return what the next place of a list shares with the one before: of 第四章第3项、第5项 the chapter.

    It is what stands above the step of its kind; where no step is of its kind, nothing is shared.
    """
    for at, rung in enumerate(rungs):
        if rung.kind is kind:
            return rungs[:at]
    return ()


def _mentions(text: str, place: _Place) -> Iterator[Mention]:
    """Yield one reference for each number of a token; the first one has the words before it, too."""
    token = place.token
    first, last = token.rungs[0], token.rungs[-1]
    head = text[token.start : first.start]
    tail = text[last.end : token.end]
    before = text[place.begins : token.start]
    through = place.through
    for at, rung in enumerate(token.rungs):
        start = place.begins if at == 0 else rung.start
        end = token.end if rung is last else rung.end
        if at:
            through = _THROUGH.fullmatch(text, token.rungs[at - 1].end, rung.start) is not None
        words = f"{before}{head}{rung.numeral}{tail}"
        yield Mention(start, end, words, (*place.above, rung), place.foreign, through)
        before = ""


# --- other documents --------------------------------------------------------------------------------------

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
_PART = re.compile(rf"第(?:{_ARABIC}|{_CHINESE})[篇编](?:“[^“”]{{0,40}}”)?[的中]?$")
"""A part above chapters, which other documents have."""
_LAYER = re.compile(
    rf"(?:[(（][^()（）]{{0,100}}[)）]|“[^“”]{{0,40}}”|第(?:{_ARABIC}|{_CHINESE})(?:[篇编卷]|部分)[的中]?)$"
)
"""What may stand between the name of a document and a chapter: (国发〔2015〕50号), 第五篇, “数字化”."""
_LAYER_ENDS = re.compile("[)）”篇编卷分的中]$")
"""How each of them ends: most words need not be read for one."""
_LAYERS = 3
"""How many of them are taken away: a number, a part and a title."""
_LOOK_BACK = 400
"""How many characters before a reference are read: all layers, and the name of the document."""
_NAME = 48
"""How many characters before the layers are read for the name of a document."""
_ABOVE = 60
"""How many characters before a reference are read for a part above it: its title has 40 at most."""


def _elsewhere(text: str, at: int) -> bool:
    """Whether the words before a reference name another document than 本规划.

    What says 本 is this plan, whatever stands further ahead; else the name of any document counts.
    """
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
        if not _LAYER_ENDS.search(before[-2:]):
            break
        before = _LAYER.sub("", before)
    return before[-_NAME:]
