"""Numerals: 三百零五 and 305, what they are written with, and what they say.

Nothing else says which characters a numeral is written with. The names of characters stand for a class of a
regular expression (f"[{TENS}]+"); which one is meant depends on who wrote the number, and of what.
"""

import re

DIGITS = "0-9０-９"
"""Digits of either width, as people type them; 0-9 alone where a text is folded, or is a name in a file."""
DIGIT = f"[{DIGITS}]"
"""One digit of either width, as a regular expression."""
WIDE_DIGIT = "[０-９]"
"""One digit of full width."""

TENS = "一二三四五六七八九十"
"""Numerals up to 99, as headings are numbered: （十二）. A plan has no hundred chapters in one part."""
HUNDREDS = f"{TENS}百"
"""Numerals that a name carries, in files and in names of units: 第一百中学.

Without 零 and 两, which also begin words (零售, 两江新区).
"""
ORDINALS = f"{HUNDREDS}零〇"
"""What may follow in a number by which a text names a part: 第一百零五项; 第两章 is never said."""
COUNTS = f"{TENS}两"
"""Numerals that count a few things: 两字, 三字."""
CITED = f"{HUNDREDS}零〇两"
"""Numerals that people write in a citation, where pages and lines are counted, too: 第一百零二页, 两段."""
WEIGHTS = "十百"
"""What makes a numeral in a citation more than a single character: 十六, and not 一."""
AMOUNTS = f"{CITED}千万亿"
"""Numerals of any size in running text, which no edit may tear: 三千万."""

ONES = "一二三四五六七八九"
"""Numerals of one digit; with ZEROS those in which a number is spelled out: 二〇二五."""
ZEROS = "〇零"
WEIGHT = "[十百千万亿]"
"""What multiplies the digit before it."""
FEW = "一二三?|一两|二三四?|两三|三四五?|三五|四五|五六|六七|七八|八九"
"""Digits side by side that say about how many, as a regular expression: 三五个.

Others that stand side by side belong to different words.
"""

ABOUT = "几|(?<![个人代件位倍分参变名多天字实少尾户指整无条次点票级系约计读页额复总半基岁函])数"
"""What says about how many in the place of a digit, as a regular expression: 数百家, 几十个; not 参数."""

_ONES = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(_ONES)} | {"〇": 0, "两": 2}
_IN_DIGITS = str.maketrans({char: str(value) for char, value in _VALUES.items()})
_WEIGHTS = {"十": 10, "百": 100, "千": 1000}
_READ = frozenset("0123456789") | _WEIGHTS.keys() | _VALUES.keys()


def is_number(words: str) -> bool:
    """Whether words are a numeral that `number` reads: no label such as iv or 附3, no full-width digits."""
    return set(words) <= _READ


def number(numeral: str) -> int:
    """Return the value of a Chinese, full-width or ASCII numeral below ten thousand."""
    if _WEIGHTS.keys().isdisjoint(numeral):
        return int(numeral.translate(_IN_DIGITS))
    total = 0
    counted = 0  # what stands before the next weight: the 三 of 三百
    for char in numeral:
        if char in _WEIGHTS:
            # a weight alone counts once: 十二 is 12, and 百五 is read, too
            total += (counted or 1) * _WEIGHTS[char]
            counted = 0
        elif char in _VALUES:
            counted = _VALUES[char]
        else:  # digits among weights: 2百
            counted = counted * 10 + int(char)
    return total + counted


def chinese(value: int) -> str:
    """Return the Chinese numeral of 1 to 9999, as parts are numbered; other numbers in digits."""
    if not 0 < value < 10000:
        return str(value)
    words = ""
    for digit, weight in zip(f"{value:04}", ("千", "百", "十", ""), strict=True):
        words += _ONES[int(digit)] + weight
    # places that are empty are one 零 together, and none at the ends: 一千零五, 一百一十
    words = _EMPTY_PLACES.sub("零", words).strip("零")
    # at the beginning 十二 is written without 一
    return _TEENS.sub("", words)


_EMPTY_PLACES = re.compile("(?:零[千百十]?)+")
_TEENS = re.compile("^一(?=十)")


def well_spelled(numeral: str) -> bool:
    """Whether a Chinese numeral is spelled as one number is: no 十二五, no 三四, which is about how many.

    Digit by digit a number is spelled only with a 〇 among them: 二〇.
    """
    plain = numeral.replace("〇", "零")
    digit_by_digit = "零" in plain and set(plain).isdisjoint(_WEIGHTS)
    return digit_by_digit or chinese(number(numeral)) == plain
