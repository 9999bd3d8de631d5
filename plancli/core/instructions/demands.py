"""What an opinion asks for in so many words: each change of quoted words that it spells out.

The sentence is read as a row of quotations with words between them. Only what is put as a change is read: no
denial, no question, no condition, no choice, nothing that was done before; and only where all words between
the quotations, and those behind them up to the end of the clause, are known. What cannot be read so is left
out, and nothing is said of it.
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from plancli.core.instructions.grammar.row import QUOTE
from plancli.core.instructions.grammar.vocabulary import (
    AN_ADDITION,
    AN_ADVERB,
    BECOMES,
    DELETES,
    ONLY_WORDS,
    SAID_WHAT,
    TOGETHER,
)
from plancli.core.instructions.quoted import spans
from plancli.core.text.characters import BREAKS, CLAUSE_MARKS, SENTENCE_MARKS
from plancli.core.text.numerals import COUNTS


class DemandKind(StrEnum):
    """What is to be done with quoted words."""

    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"


class Demand(NamedTuple):
    """One change that an opinion spells out; its words begin at character `start` of the opinion.

    `old` are the words that go; nothing where a replacement quotes only what is to be said. `new` are those
    that come. `anchor` are the words beside which an insertion is to stand, where it names such, and `side`
    is the one on which it is to stand (前, 后), where it says that. `titled` are the words that say whose
    title is to be replaced (第四章标题); "" where words are meant wherever they stand.
    """

    kind: DemandKind
    start: int
    old: str = ""
    new: str = ""
    anchor: str = ""
    side: str = ""
    titled: str = ""


def demands(opinion: str) -> list[Demand]:
    """Return the changes of quoted words that an opinion asks for, in its order."""
    row = _Row(opinion)
    if not row.quotations:
        return []
    found: list[Demand] = []
    read: set[int] = set()
    for pattern, demanded in _FORMS:
        for match in pattern.finditer(row.text):
            numbers = row.numbers(match)
            if not read.isdisjoint(numbers):
                continue
            # a quotation is read once, in the form that explains most of what stands round it
            read.update(numbers)
            if row.asks(match):
                found += demanded(row, match)
    return sorted(found, key=lambda demand: demand.start)


# --- an opinion as a row ------------------------------------------------------------------------------------


class _Row:
    """An opinion with one letter in place of each quotation."""

    def __init__(self, opinion: str) -> None:
        self.quotations: list[str] = []
        self.starts: list[int] = []
        pieces: list[str] = []
        done = 0
        for start, end in _quoted(opinion.replace(QUOTE, " ")):
            pieces += [opinion[done:start].replace(QUOTE, " "), QUOTE]
            self.quotations.append(opinion[start + 1 : end].strip())
            self.starts.append(start + 1)
            done = end + 1
        self.text = "".join([*pieces, opinion[done:].replace(QUOTE, " ")])

    def numbers(self, match: re.Match[str]) -> range:
        """Return which quotations stand in a stretch of the row, by their numbers."""
        first = self.text.count(QUOTE, 0, match.start())
        return range(first, first + match[0].count(QUOTE))

    def named(self, match: re.Match[str], group: str) -> list[int]:
        """Return which quotations stand in a group of a match."""
        first = self.text.count(QUOTE, 0, match.start(group))
        return list(range(first, first + match[group].count(QUOTE)))

    def asks(self, match: re.Match[str]) -> bool:
        """Whether what matches is asked for: not denied, doubted, conditional or done before."""
        clause = _CLAUSE.search(self.text, 0, match.start())
        if clause and _NOT_ASKED.search(clause[0]):
            return False
        sentence = _SENTENCE.search(self.text, 0, match.start())
        if sentence and _CONDITION.search(sentence[0]):
            return False
        return not _QUESTION.match(self.text, match.end())


def _quoted(opinion: str) -> Iterator[tuple[int, int]]:
    """Yield where quotations open and close, and the names of documents that are quoted as titles."""
    names: list[tuple[int, int]] = []
    for titled in _TITLES.finditer(opinion):
        for name in _NAME.finditer(opinion, titled.start(), titled.end()):
            names.append((name.start(), name.end() - 1))
    yield from sorted([*spans(opinion), *names])


_CLAUSE = re.compile(f"[^{SENTENCE_MARKS}{BREAKS}{QUOTE}\n]*$")
_SENTENCE = re.compile(f"[^{SENTENCE_MARKS}\n]*$")
_QUESTION = re.compile(f"[^{SENTENCE_MARKS}\n]*[？?]")
_NOT_ASKED = re.compile(
    "不|未|勿|无需|无须|没有|反对|避免|防止|暂缓|保留|是否|能否|可否|为何|为什么"
    "|已|曾|此前|原先|上一稿|上一?[次轮]|前次|理由|原因|因为|由于|鉴于|^[或抑]|或者?$"
    "|(?:有|其他|别的|个别|部分)的?(?:单位|部门|专家|企业|同志|群众|代表|人)(?:曾|也)?(?:提出|建议|认为|要求|希望)"
)
"""Behind a denial, another time, an argument, a choice or somebody else's wish nothing is asked for."""
_CONDITION = re.compile(f"(?:^|[{CLAUSE_MARKS}])(?:如(?![下上图表前后])|若|倘|假如|要是)")
"""What begins a condition; 如下 and its like only point."""

# --- the words that are known -------------------------------------------------------------------------------

_ADVERBS = f"(?:{AN_ADVERB}|{TOGETHER}|可以?|再)*"
_ADD = f"(?:{AN_ADDITION}|(?<![参更附施])加)"
_SAID = f"(?:{SAID_WHAT}|[{BREAKS}])*\\s*"
"""What may stand between a verb and the quotation that it governs."""
_AND = "[、和及与]"
_LIST = f"{QUOTE}(?:{_AND}{QUOTE})*"
_NEXT = f"(?!{_AND}?{QUOTE}(?!{ONLY_WORDS}[,，]?{_ADVERBS}(?:{BECOMES}|{DELETES})))(?!或)"
"""Nothing goes on that belongs to the words: no further quotation but that of the next change, no choice."""
_END = (
    f"{_NEXT}(?=\\s*(?:等?字样|等?的?(?:表述|文字|描述)|一[词句]|为宜|为好|更妥|即可)?\\s*"
    f"(?:[{SENTENCE_MARKS}{CLAUSE_MARKS}.)）\n]|并|同时|且|$|\\s))"
)
_INSIDE = "(?:一[句段条项]|部分)?(?:之?中|里|之?[前后]|内)的?"
"""Behind a quotation: that the words which are meant stand in it, or beside it."""
_UP_TO = (
    f"(?:(?!有关|关于|涉及|相关|[对与由]|后(?!的)|{BECOMES}|{_ADD})"
    f"[^{SENTENCE_MARKS}{BREAKS}{QUOTE}]){{0,30}}"
)
"""A place: what may stand between a verb of deletion and the words, 第38页第2段中的."""

_COUNTED = f"\\s?[{COUNTS}0-9]{{1,4}}\\s?"
_PART = (
    f"(?:本?(?:规划|纲要|方案)|(?:专栏|附件|附录)(?:{_COUNTED})?|[该本][章节]|第{_COUNTED}[章节编篇]"
    f"|第{_COUNTED}项(?:重点)?(?:工程|任务|项目)?)"
)
"""What has a title, as an opinion names it."""
_AROUND = re.compile(f"(?:{_PART}[的中]?)*$")
"""Before the part: those that hold it."""
_TITLE = f"(?:{_PART}的?(?:大?标题|题目|题名|名称)|标题|题目|[章节]名|专栏名)"
_TO_TITLE = f"(?:{BECOMES}|(?:更|改|变更|更改)名(?:为|成)|(?:拟|确)?定为|命名为)"

# --- the forms of a change ----------------------------------------------------------------------------------

_NAME = re.compile(r"《[^《》\n]{2,60}》")
_TITLES = re.compile(
    f"{_TITLE}[由从]?(?:{_NAME.pattern})?[,，]?{_ADVERBS}{_TO_TITLE}(?:{_NAME.pattern})"
)
"""Where the title of a plan is quoted as that of a document is: 规划名称由《…》改为《…》."""

_Demanded = Callable[[_Row, re.Match[str]], Iterator[Demand]]


def _replaced(row: _Row, match: re.Match[str]) -> Iterator[Demand]:
    """Yield a replacement; where only what is to be said is quoted, the place says what goes."""
    (new,) = row.named(match, "new")
    old = [row.quotations[number] for number in row.named(match, "old")]
    start = row.starts[row.numbers(match)[0]]
    yield Demand(DemandKind.REPLACE, start, old="".join(old), new=row.quotations[new])


def _retitled(row: _Row, match: re.Match[str]) -> Iterator[Demand]:
    """Yield a replacement of a title, with the words that say which: 第四章第17项工程的标题."""
    (demand,) = _replaced(row, match)
    around = _AROUND.search(row.text, 0, match.start())
    yield demand._replace(titled=(around[0] if around else "") + match["titled"])


def _deleted(row: _Row, match: re.Match[str]) -> Iterator[Demand]:
    """Yield a deletion for each of the words that are listed."""
    for number in row.named(match, "old"):
        yield Demand(DemandKind.DELETE, row.starts[number], old=row.quotations[number])


def _inserted(row: _Row, match: re.Match[str]) -> Iterator[Demand]:
    """Yield an insertion for each of the words that are listed."""
    anchor = [row.quotations[number] for number in row.named(match, "anchor")]
    for number in row.named(match, "new"):
        new = row.quotations[number]
        side = match["side"] or ""
        yield Demand(DemandKind.INSERT, row.starts[number], "", new, "".join(anchor), side)


_FORMS: tuple[tuple[re.Pattern[str], _Demanded], ...] = (
    (  # 专栏3标题由“…”改为“…”, 规划名称改为“…”
        re.compile(
            f"(?P<titled>{_TITLE})[由从]?(?P<old>{QUOTE}?){ONLY_WORDS}[,，]?{_ADVERBS}{_TO_TITLE}{_SAID}"
            f"(?P<new>{QUOTE}){_END}"
        ),
        _retitled,
    ),
    (  # 专栏3更名为“…”
        re.compile(
            f"(?P<titled>{_PART})(?P<old>{QUOTE}?){_ADVERBS}[更改]名为{_SAID}(?P<new>{QUOTE}){_END}"
        ),
        _retitled,
    ),
    (  # “…”改为“…”; in 少“…”二字,应为“…” the first are words that lack
        re.compile(
            f"(?<![少缺漏脱多])(?P<old>{QUOTE}){ONLY_WORDS}[,，]?{_ADVERBS}{BECOMES}{_SAID}(?P<new>{QUOTE}){_END}"
        ),
        _replaced,
    ),
    (  # 以“…”替换“…”
        re.compile(
            f"[以用](?P<new>{QUOTE})(?:替换|代替|取代|替代)(?P<old>{QUOTE}){ONLY_WORDS}{_END}"
        ),
        _replaced,
    ),
    (  # 在“…”后增加“…”
        re.compile(
            f"(?P<anchor>{QUOTE}){ONLY_WORDS}[之的]?(?P<side>[前后])[面边]?[,，]?{_ADVERBS}{_ADD}{_SAID}"
            f"(?P<new>{_LIST}){_END}"
        ),
        _inserted,
    ),
    (  # 删除第3页“…”中的“…”和“…”
        re.compile(
            f"{DELETES}(?:{_UP_TO}{QUOTE}{_INSIDE})?{_UP_TO}(?P<old>{_LIST}){ONLY_WORDS}{_END}"
        ),
        _deleted,
    ),
    (  # 将“…”删除
        re.compile(f"(?P<old>{_LIST}){ONLY_WORDS}[,，]?{_ADVERBS}{DELETES}{_END}"),
        _deleted,
    ),
    (  # 增加“…”、“…”
        re.compile(f"(?P<anchor>)(?P<side>){_ADD}{_SAID}(?P<new>{_LIST}){_END}"),
        _inserted,
    ),
    (  # 第2段修改为“…”: the place says what goes
        re.compile(f"{BECOMES}{_SAID}(?P<old>)(?P<new>{QUOTE}){_END}"),
        _replaced,
    ),
)
"""Each form of a change with what reads it; what says more about its quotations comes first."""
