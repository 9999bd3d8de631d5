"""Personal contact data in a text: telephone numbers, mail addresses, identity numbers."""

import re
import unicodedata
from collections.abc import Iterator

from plancli.core.check.text.flaw import Flaw
from plancli.core.text.characters import HAN
from plancli.core.text.numerals import DIGIT, DIGITS

_D = DIGIT


_GAP = "[-－— \u00a0\u3000]"


_DOT = "[.．·]"


_MOBILE = rf"(?:(?:\+|00)?86[- ]?)?[1１][3-9３-９]{_D}" + (
    rf"(?:{_GAP}?{_D}{{4}}{_GAP}?{_D}{{4}}|{_GAP}{_D}{{3}}{_GAP}{_D}{{5}}|{_DOT}{_D}{{4}}{_DOT}{_D}{{4}})"
)


_AREA = f"[0０](?:[1１][0０]|[2２]{_D}|[3-9３-９]{_D}{{2}})"


_LANDLINE = rf"[(（]?{_AREA}[)）]?{_GAP}?(?:{_D}{{7,8}}|{_D}{{3,4}}{_GAP}{_D}{{4}})"


_FREE = rf"[48]00{_GAP}?{_D}{{3}}{_GAP}?{_D}{{4}}"


_LATIN = f"A-Za-zＡ-Ｚａ-ｚ{DIGITS}"
"""Letters and digits of either width: forms filled in on a Chinese keyboard have both."""

_BEFORE_AT = rf"(?:[{_LATIN}][\w.．+＋－-]{{0,63}} {{0,2}}[@＠] {{0,2}}|[{HAN}]{{2,4}}[@＠])"


_MAIL = rf"{_BEFORE_AT}[{_LATIN}－-]+(?:[.．][{_LATIN}－-]+)+"


_NUMBER = (
    rf"(?<!{_D})(?=[+(（{DIGITS}])(?:(?P<call>{_MOBILE}|{_LANDLINE}|{_FREE})(?!{_D})"
    rf"|(?P<identity>{_D}{{6}}{_GAP}?{_D}{{8}}{_GAP}?{_D}{{3}}[{DIGITS}XxＸｘ])(?![{DIGITS}A-Za-z])"
    rf"|(?P<old>{_D}{{15}})(?!{_D})"
    rf"|(?P<short>{_D}{{7,8}}(?!{_D})|{_D}{{3,4}}{_GAP}{_D}{{4}}(?!(?:{_GAP}|{_DOT})?{_D})))"
)


_CONTACT = re.compile(_NUMBER)


_CONTACT_OR_MAIL = re.compile(f"(?P<mail>{_MAIL})|{_NUMBER}")


_SIGN = re.compile(f"{_D}{{4}}")
"""What stands in every text with a number that is private."""


_CALLED = re.compile(
    r"(?:电 ?话|手 ?机|传 ?真|座机|固话|联系方式|[Tt][Ee][Ll]|[Ff][Aa][Xx])(?:号码?)?[\s:：.是为()（）]{0,3}$"
)


_PERSON = re.compile(r"(?:身份证件?|公民身份|居民身份|证件)(?:号码?|编号)?[\s:：是为()（）]{0,3}$")


_OTHER_NUMBER = re.compile(r"(?:[号码]|编号|代码)[\s:：是为()（）]{0,3}$")


LOOK_BACK = 12
"""How many characters before a number may say what it is."""


_BORN = re.compile("[1-9][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}")
"""Fifteen digits with a day of birth in them, as they were until 1999."""


_COUNTED = re.compile(r"(?:[数额]|总量|产值)[为达到约是:： ]{0,3}$")
"""What says that the number after it counts something: 用户数达到."""


_MEASURE = re.compile(
    r"(?:\.[0-9]{1,6})?[ 余多]?[万亿千百]?"
    r"(?:元(?![旦月宵])|[美欧日港]元|平方|立方|亩|公顷|公里|千?米|厘米|毫米|吨|公斤|千克"
    r"|标准煤|千瓦|兆瓦|千伏|字节|人(?![员事力社大民防])|个(?!人)|家(?![住庭长里中])|户(?![籍主])|部(?![门长])"
    r"|次(?!日)|条(?!件)|台(?!账)|门(?!诊)|度(?!假)|[件套辆册份年月]|[%％‰㎡]|[kKMGT][WBg]|m[²2³3]"
    r"|[kKMGT]?(?:bps|b/s|bit|Hz))"
)
"""What stands behind a number that counts something."""


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
"""The weights of seventeen digits, and by the rest of their sum the eighteenth (GB 11643)."""


def contacts(text: str) -> Iterator[Flaw]:
    """Yield telephone numbers, mail addresses and identity numbers.

    A number of 18 digits is an identity number by its check digit (GB 11643), one of 15 by its day of birth,
    either by 身份证 before it; 7 or 8 digits are a telephone number by 电话; no number with a measure is any.
    """
    may_have_mail = "@" in text or "＠" in text
    may_have_number = _SIGN.search(text) is not None
    # Most texts have neither, and are done with.
    if not may_have_mail and not may_have_number:
        return
    # Without the sign the long pattern would try the name before it at every character, for nothing.
    pattern = _CONTACT_OR_MAIL if may_have_mail else _CONTACT
    for match in pattern.finditer(text):
        if match.lastgroup == "mail" or _is_private(match):
            yield Flaw(match.start(), match[0])


def _is_private(match: re.Match[str]) -> bool:
    """Whether a number is a person's, by what it is called, what it counts, and its digits."""
    start = max(match.start() - LOOK_BACK, 0)
    before = match.string[start : match.start()]
    if match["short"]:
        # Seven or eight digits are mostly something else: only words make them a telephone number, and a
        # measure behind them says more than 电话 before them.
        called = _CALLED.search(before) is not None
        return called and not _counts(match, before)
    # A number that has the form of one needs no word, but a word outweighs what looks like a measure.
    name = _CALLED if match["call"] else _PERSON
    if name.search(before):
        return True
    if _counts(match, before):
        return False
    if match["call"]:
        return True
    return _is_identity(match, before)


def _counts(match: re.Match[str], before: str) -> bool:
    """Whether a number counts something: what stands before it says so, or a measure behind it."""
    said = _COUNTED.search(before)
    measured = _MEASURE.match(match.string, match.end())
    return bool(said or measured)


def _is_identity(match: re.Match[str], before: str) -> bool:
    """Whether a number is an identity number though nothing before it says so."""
    plain = unicodedata.normalize("NFKC", match[0])
    digits = re.sub(_GAP, "", plain)
    digits = digits.upper()  # a small x is written, too
    if not match["old"]:
        return _checks(digits)
    # Fifteen digits have no check digit; an order number may hold a day by chance, but it is called one.
    born = _BORN.fullmatch(digits) is not None
    return born and not _OTHER_NUMBER.search(before)


def _checks(number: str) -> bool:
    """Whether the last of eighteen characters is the check digit of those before it."""
    total = 0
    for digit, weight in zip(number[:-1], _WEIGHTS, strict=True):
        total += int(digit) * weight
    return number[-1] == _CHECK_DIGITS[total % 11]
