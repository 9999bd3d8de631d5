"""Where somebody lives: house numbers down to the flat, and streets behind a word such as 家住."""

import re
from collections.abc import Iterator

from plancli.core.check.text.flaw import Flaw
from plancli.core.text.characters import HAN
from plancli.core.text.numerals import DIGIT, DIGITS

_NUMBER = f"[{DIGITS}A-Za-z]{{1,5}}"
_HOUSE = rf"{_NUMBER}(?:号楼|栋|幢|座|[-－#＃])"
_DOOR = rf"{DIGIT}{{3,4}}(?:室|户|房|号)"

_FLAT = (
    rf"(?:{_HOUSE}\s?{_NUMBER}\s?单元\s?{DIGIT}{{3,4}}(?:室|户|房|号)?(?![{DIGITS}])"
    rf"|(?<![第{DIGITS}A-Za-z]){_NUMBER}\s?单元\s?{_DOOR})"
)
"""A stairwell (单元) has flats; a unit of a book (第3单元) has not."""
_ESTATE = (
    rf"[{HAN}]{{2,8}}(?:小区|家园|花园|公寓|新村|社区|苑|府|庭|里)\s?"
    rf"{_HOUSE}\s?{DIGIT}{{3,4}}(?:室|户|房)"
)
"""A room of a house is a flat where the house is one of an estate; 政务中心2号楼305室 is an office."""
_LIVES = (
    r"(?:家住|住址|住在|现住|家庭地址|居住地址|户籍地址)[\s:：是为在于]{0,3}"
    rf"[{HAN}{DIGITS}A-Za-z]{{2,30}}?{_NUMBER}(?:号|栋|幢|室)"
    rf"(?:楼|\s?{_NUMBER}(?:号|栋|幢|单元|室|户|房))*"
)
_STREET = rf"[{HAN}]{{1,8}}(?:路|街|巷|道|弄|里)\s?{DIGIT}{{1,5}}号"
_AT_A_STREET = (
    rf"(?<![居安宿入])住(?!房|宅|户|院|建)[{HAN}]?(?={_STREET}){_STREET}"
    rf"(?:楼|院|\s?{_NUMBER}(?:号楼|号|栋|幢|座|单元|室|户|房))*"
)
"""住 by itself says that somebody lives there where a street and the number of a house follow it."""
_HOME = re.compile(f"{_LIVES}|{_AT_A_STREET}|{_ESTATE}|{_FLAT}")
_SIGN = re.compile(f"{DIGIT}[单室户房号栋幢]|住")
"""One of these stands in every text with a home."""


def homes(text: str) -> Iterator[Flaw]:
    """Yield places where somebody lives; where offices are (人民路1号) may be published."""
    if _SIGN.search(text):
        for match in _HOME.finditer(text):
            yield Flaw(match.start(), match[0])
