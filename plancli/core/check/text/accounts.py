"""Accounts of a person in a text: bank cards by their check digit, WeChat and QQ by their name."""

import re
import unicodedata
from collections.abc import Iterator

from plancli.core.check.text.flaw import Flaw
from plancli.core.text.numerals import DIGIT, DIGITS

# --- bank cards ---------------------------------------------------------------------------------------------

_CARD = re.compile(
    rf"(?<![A-Za-z{DIGITS}.])[3-6３-６]{DIGIT}{{3}}(?:[ \u00a0\u3000-]?{DIGIT}){{11,15}}(?![A-Za-z{DIGITS}])"
)
"""15 to 19 digits, in groups or not, that begin as the cards of banks do (62 is UnionPay)."""

_CARD_IS_CALLED = re.compile(r"(?:卡|账|帐)(?:号码?|户)?[\s:：.是为()（）]{0,3}$")
_BANK_IS_CALLED = re.compile(
    r"(?:银行卡|储蓄卡|借记卡|信用卡|银行账户|银行账号|开户账号)(?:号码?)?[\s:：.是为()（）]{0,3}$"
)
_OTHER_IS_CALLED = re.compile(r"(?:[号码]|编号|代码)[\s:：是为()（）]{0,3}$")
_LOOK_BACK = 12
"""How many characters before a number may say what it is."""


def bank_cards(text: str) -> Iterator[Flaw]:
    """Yield numbers of bank cards: what has their form and their check digit (ISO/IEC 7812-1, annex B).

    One number in ten has it by chance, so that what is called another number (编号, 代码) is none.
    """
    for match in _CARD.finditer(text):
        before = text[max(match.start() - _LOOK_BACK, 0) : match.start()]
        # what is called the card of a bank is one, though a digit of it may be mistyped
        if _BANK_IS_CALLED.search(before):
            yield Flaw(match.start(), match[0])
            continue
        named_otherwise = _OTHER_IS_CALLED.search(before) and not _CARD_IS_CALLED.search(before)
        if not named_otherwise and _checks(match[0]):
            yield Flaw(match.start(), match[0])


def _checks(number: str) -> bool:
    """Whether a number ends with the check digit of Luhn: from the right every second digit is doubled."""
    total = 0
    digits = [int(char) for char in unicodedata.normalize("NFKC", number) if char.isdigit()]
    for place, digit in enumerate(reversed(digits)):
        doubled = 2 * digit if place % 2 else digit
        # the digits of what has two are added: 9 less
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


# --- WeChat and QQ ------------------------------------------------------------------------------------------

_WIDE = f"A-Za-zＡ-Ｚａ-ｚ{DIGITS}_＿－-"
_BEHIND = rf"(?![{_WIDE}]|\s?[万亿]?(?:余|多)?[人个名户次件条项元名])"
"""An account does not go on, and counts nothing: 微信12345人."""
_SEP = r"[\s:：是为()（）]"
_LETTER = "[A-Za-zＡ-Ｚａ-ｚ]"

_WECHAT = (
    rf"(?:微信|(?<![{_WIDE}])(?:[Ww]e[Cc]hat|[Vv][Xx]|[Ww][Xx]))"
    # words alone may be a name of something: 微信WeChat; behind 号 or a colon they are an account
    rf"(?:(?:号码?|ID|id|{_SEP}{{0,3}}[:：]){_SEP}{{0,3}}(?:{_LETTER}[{_WIDE}]{{5,19}}|{DIGIT}{{5,11}})"
    rf"|{_SEP}{{0,3}}(?={_LETTER}?[{_WIDE}]*{DIGIT})(?:{_LETTER}[{_WIDE}]{{5,19}}|{DIGIT}{{6,11}}))"
)
_QQ = rf"(?<![{_WIDE}])[QqＱｑ]{{2}}(?:号码?)?{_SEP}{{0,3}}[1-9１-９]{DIGIT}{{4,10}}"
_ACCOUNT = re.compile(f"(?:{_WECHAT}|{_QQ}){_BEHIND}")
_SIGN = re.compile("微信|[Qｑq Ｑ]{2}|[WwVv][Ee]?[CcXx]")
"""One of these stands in every text with an account."""


def accounts(text: str) -> Iterator[Flaw]:
    """Yield WeChat and QQ accounts with the word before them; public ones (公众号) and groups are none."""
    if _SIGN.search(text):
        for match in _ACCOUNT.finditer(text):
            yield Flaw(match.start(), match[0])
