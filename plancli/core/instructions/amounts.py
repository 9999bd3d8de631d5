"""The numbers that a text says: 9个, 8.5%, 三百二十公里; without places, documents, counts and days."""

import re
from collections.abc import Iterable, Iterator
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


def amounts_in(text: str) -> list[Amount]:
    """Return the numbers that a decision says itself, in order; what it quotes is left out."""
    bare = unquoted(text)
    return list(_amounts(_NO_AMOUNT.sub(lambda match: COVER * len(match[0]), bare)))


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


def stands_among(amount: Amount, others: Iterable[Amount]) -> bool:
    """Whether a number is one of some others: the same value, and no other unit."""
    for other in others:
        if other.value != amount.value:
            continue
        if amount.unit in ("", other.unit) or other.unit == "":
            return True
    return False
