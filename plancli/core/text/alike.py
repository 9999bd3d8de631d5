"""Characters that look or mean the same, and characters that are not to be seen: by properties of Unicode."""

import re
import unicodedata
from functools import cache

_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王"
    "⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長"
    "⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
"""Radicals, each before its character: the property Equivalent_Unified_Ideograph of U+2E80–2EF3.

Python has the decomposition of the Kangxi radicals (U+2F00–2FD5), which says the same of them, but not this.
"""
_EQUIVALENT = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
_LOOKALIKES = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
"""The blocks of radicals and of compatibility ideographs: what files of PDF leave in place of characters."""
TWIN = re.compile(f"[{_LOOKALIKES}]")
"""What may look like a common character; `common` says whether it does."""

_COMPATIBLE = "\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uffee"
"""The blocks of marks for vertical lines, small marks, and characters in the other width."""
_SAME = ("<wide>", "<narrow>", "<vertical>", "<small>")
"""Tags of decompositions that say nothing but how a character is set.

Not among them: <circle> (① is the mark of an item, and beside a digit 1 would give a number nobody wrote),
<super> and <sub> (10² is not 102), <fraction> (1½ is not 11/2), <square> (㎡ is chosen by who writes it).
"""
TWINS = f"{_LOOKALIKES}{_COMPATIBLE}"
"""Where characters stand that another one may stand for, as a class of a regular expression."""

LETTERS = "\ufb00-\ufb06\u2160-\u217f"
"""Ligatures (ﬁ) and Roman numerals (Ⅳ): one character for several letters, as files of PDF have it."""

UNSEEN = (
    "\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What is not to be seen, as a class: Default_Ignorable_Code_Point (Unicode 15, DerivedCoreProperties), and
the general category Cf."""
VARIATIONS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""What chooses a form of the character before it (Variation_Selector): part of it, though not to be seen."""


_LETTERS = re.compile(f"[{LETTERS}]")


def is_several(char: str) -> bool:
    """Whether one character counts as letters: ﬁ, Ⅳ."""
    return _LETTERS.match(char) is not None


def has_several(text: str) -> bool:
    """Whether a text has a character that counts as letters."""
    return _LETTERS.search(text) is not None


@cache
def common(char: str) -> str:
    """Return the character that one looks like or is another width of, or the letters that it stands for.

    A character that is no other's twin is returned as it is.
    """
    if char in _EQUIVALENT:
        return _EQUIVALENT[char]
    tag, _, code = unicodedata.decomposition(char).partition(" ")
    # a decomposition into several characters is no twin of one: ﬁ is left to what follows
    lone = " " not in code
    if tag in _SAME and lone:
        return chr(int(code, 16))
    if TWIN.match(char):
        return unicodedata.normalize("NFKC", char)
    if is_several(char):
        return unicodedata.normalize("NFKC", char)
    return char
