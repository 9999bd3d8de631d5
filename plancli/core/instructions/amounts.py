"""The numbers that a text says: 9个, 8.5%, 三百二十公里; without places, documents, counts and days."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from plancli.core.instructions.quoted import COVER, unquoted
from plancli.core.text.atoms import atoms
from plancli.core.text.matchkey import fold
from plancli.core.text.numerals import AMOUNTS, CITED, is_number, number


class Amount(NamedTuple):
    """A number with its unit, folded, each as it stands; said in `words` from character `start` on."""

    value: str
    unit: str
    words: str
    start: int


class TurnSide(StrEnum):
    """Which side of a change a number is said to be on."""

    OLD = "old"
    NEW = "new"


_LIST = rf"[0-9{CITED}]{{1,6}}(?:\s*[-—~至到、和及]\s*(?:第|[Pp]\.?)?[0-9{CITED}]{{1,6}})*"
_NO_AMOUNT = re.compile(
    rf"第\s*{_LIST}\s*\w?(?:\.[0-9]+)*"  # 第38页, 第3项, 第一章.1
    rf"|[Pp]{{1,2}}\.?\s*{_LIST}|(?:专栏|附[件录表]|图|表)\s*{_LIST}(?:\.[0-9]+)*|[Ll]\.?\s*{_LIST}"
    rf"|{_LIST}\s*(?:行|页|处)|[0-9]+(?:\.[0-9]+){{2,}}|[0-9]+\.[0-9]+\s*[节条款]"  # 16-20行, 3.2.1
    r"|[〔\[(（][0-9]{4}[〕\])）]\s*[0-9]+\s*号"  # 〔2020〕12号
    r"|[0-9_]*[A-Za-z][A-Za-z0-9_/]*(?: ?[0-9][0-9.\-—/]*)?"  # GB/T 9704-2012, 5G, SM3_9f86
    r"|[0-9]{1,2}[.．](?=[\u4e00-\u9fff])|规划[-—]\s*[0-9]{1,2}"  # 14.应急管理工程
    rf"|(?:^|(?<=[\s。；;,，:：]))[（(]?[0-9]{{1,2}}(?:[.、．)）](?![0-9]))"  # 1. 2、
    rf"|[0-9{CITED}]{{1,3}}\s*[条点项次家个](?:修改|反馈|具体)?(?:意见|建议|要求|方面|部分|单位|问题|会议)"
    rf"|[0-9{CITED}]{{1,3}}[个项](?:数据|数字|指标|数值|表述)(?=$|[\s。；;,，、]|进行|均|已|予以)"
    r"|[0-9]{4}年度?(?=(?:重点|主要)工作|政府工作报告|工作(?:要点|报告|计划)|预算|决算|统计(?:年鉴|公报|数据))"
    r"|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|(?<![为到至])[0-9]{1,2}月[0-9]{1,2}日"
    rf"|“?[{CITED}]{{2}}五”?"  # 十四五
)
"""What is said with numbers and is no amount: places, documents, points of a list, opinions, days."""
_NUMBER = re.compile(r"((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)*)([^-0-9A-Za-z./:]*)")
"""A number and its unit; a date and a range have several."""
_LETTERS = re.compile("[A-Za-z]")
"""What a name has, though it begins with a number: 5G."""
_NUMERAL = re.compile(f"([{AMOUNTS}]{{2,}})")
_MEASURED = re.compile("[个家所座处项公千米亩平吨万亿元人次辆台套张件%年月天日]")


_REMEMBERED = 64
"""So many decisions stay read: each is asked by every rule about numbers, and then the next one is."""


def amounts_in(text: str) -> list[Amount]:
    """Return the numbers that a decision says itself, in order; what it quotes is left out."""
    return list(_amounts_in(text))


@lru_cache(_REMEMBERED)
def _amounts_in(text: str) -> tuple[Amount, ...]:
    bare = unquoted(text)
    return tuple(_amounts(_NO_AMOUNT.sub(lambda match: COVER * len(match[0]), bare)))


def amounts_of(texts: Iterable[str]) -> list[Amount]:
    """Return every number of some texts, places and days among them."""
    found: list[Amount] = []
    for text in texts:
        found += _amounts(text)
    return found


def _amounts(text: str) -> Iterator[Amount]:
    """Yield numbers in digits, and numerals of more than one character before a measure."""
    at = 0
    for atom in atoms(text):
        start = at
        at += len(atom)
        folded = fold(atom)
        if len(folded) == len(atom) and not _LETTERS.search(folded):
            for match in _NUMBER.finditer(folded):
                words = atom[match.start() : match.end()]
                yield Amount(match[1].replace(",", ""), match[2], words, start + match.start())
        if _NUMERAL.fullmatch(atom) and _is_measured(text[at:]):
            yield Amount(_digits(atom), text[at], atom + text[at], start)


def _is_measured(behind: str) -> bool:
    """Whether a measure stands behind a numeral: 三百二十公里, and not 一一对应."""
    return _MEASURED.match(behind) is not None


def _digits(numeral: str) -> str:
    """Return a numeral in digits, or as it is where it goes beyond what is read."""
    return str(number(numeral)) if is_number(numeral) else numeral


# --- numbers that a change is said to have ------------------------------------------------------------------

_TURNS = (
    "(?:调整|修改|更改|变更|修订|修正|更正|提高|提升|增加|扩大|降低|减少|压减|核减|下调|上调|延长|缩短|改|增|减)"
    "(?:为|至|到|成)"
)
_ABOUT = "(?:了|约|近|每年|不少于|不低于|不高于|不超过|不小于|不大于|以上)*"
_IS_NEW = re.compile(rf"{_TURNS}{_ABOUT}\s*$")
_IS_OLD = re.compile("[由从][^,，。;；、0-9]{0,12}$")
_BECOMES = re.compile(f"[^,，。;；、0-9]{{0,8}}{_TURNS}")
_CLAUSE = re.compile("[^,，。;；\n]*$")
_CLAUSE_ON = re.compile("[^,，。;；\n]*")
_SAID_BY_OTHERS = re.compile(
    "(?<![按照据纳])(?:建议|要求|希望|提出)|[拟如若省]|未|不宜|不再|无需|国家|上级|中央|文件"
)
"""In the clause of a change: it was not made, or not here."""


def side_of(text: str, amount: Amount) -> TurnSide | None:
    """Return on which side of a change a decision says a number is: 由6个调整为9个; None where on none."""
    before = _CLAUSE.search(text, 0, amount.start)
    clause = before[0] if before else ""
    if _SAID_BY_OTHERS.search(clause):
        return None
    if _IS_NEW.search(clause):
        return TurnSide.NEW
    becomes = _BECOMES.match(text, amount.start + len(amount.words))
    return TurnSide.OLD if becomes and _IS_OLD.search(clause) else None


_POINTING = re.compile("衔接|一致|对应|相符|呼应|匹配")


def is_pointed_to(text: str, amount: Amount) -> bool:
    """Whether a number is said to be one of elsewhere, with which something agrees: 与5个的目标相衔接."""
    clause = _CLAUSE_ON.match(text, amount.start)
    return clause is not None and _POINTING.search(clause[0]) is not None


_BY = re.compile(
    "(?:增加|减少|净增|提高|降低|提升|下降|压减|核减|上调|下调|扩大|缩减|缩短|延长|增长|增幅|降幅|涨幅|多|少|相差)"
    "(?:了|约|近|为|达)*\\s*$"
)
_VALUE = re.compile("[0-9]+(?:\\.[0-9]+)?")
_PERCENT = "%"


def is_difference(text: str, amount: Amount, old: Iterable[Amount], new: Iterable[Amount]) -> bool:
    """Whether a decision says by how much one of the numbers changed: 由6个增至9个, 增加3个, 增幅50%."""
    if _BY.search(text, 0, amount.start) is None or not _VALUE.fullmatch(amount.value):
        return False
    was, now = _values(old), _values(new)
    for value, unit in was - now:
        for other, its_unit in now - was:
            if unit == its_unit and _differ_by(amount, unit, value, other):
                return True
    return False


def _values(amounts: Iterable[Amount]) -> "Counter[tuple[Fraction, str]]":
    """Return numbers with their units, as often as they stand; what is none (1.2.3) is left out."""
    plain = [one for one in amounts if _VALUE.fullmatch(one.value)]
    return Counter((Fraction(one.value), one.unit) for one in plain)


def _differ_by(amount: Amount, unit: str, old: Fraction, new: Fraction) -> bool:
    """Whether two numbers of a unit differ by an amount, in that unit or as a share of the old one."""
    said = Fraction(amount.value)
    points = unit.startswith(_PERCENT) and "百分点" in amount.unit
    if points or amount.unit in ("", unit):
        return said == abs(new - old)
    if not amount.unit.startswith(_PERCENT) or old == 0:
        return False
    decimals = len(amount.value.partition(".")[2])
    return said == round(abs(new - old) * 100 / old, decimals)


def stands_among(amount: Amount, others: Iterable[Amount]) -> bool:
    """Whether a number is one of some others: the same value, and no other unit."""
    for other in others:
        if other.value != amount.value:
            continue
        if amount.unit in ("", other.unit) or other.unit == "":
            return True
    return False
