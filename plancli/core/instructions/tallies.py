"""How many places a reply says it changed: 共修改3处, 删除2处."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from plancli.core.instructions.quoted import unquoted
from plancli.core.text.numerals import CITED, number


class Doing(StrEnum):
    """What was done at the places that are counted."""

    ANY = "any"
    DELETED = "deleted"
    INSERTED = "inserted"


class Tally(NamedTuple):
    """So many (`number`) places of one doing, said from character `start` on."""

    doing: Doing
    number: int
    words: str
    start: int


_NUMERAL = f"([0-9]{{1,3}}|[{CITED}]{{1,3}})"
_VERBS = {
    Doing.ANY: "修改|调整|修订|修正|更正|改动|变更|完善|采纳",
    Doing.DELETED: "删除|删去|删掉|去掉|删减",
    Doing.INSERTED: "增加|新增|补充|添加|增补",
}
_PLACES = "(?:处|个地方)"
_BEHIND = r"(?=$|[\s,，。;；:：、）)]|内容|表述|文字|地方|修改意见|意见|其中)"
"""Nothing that is counted itself: 新增停车场3处 counts car parks."""
_ALL = re.compile(
    rf"(?:共|共计|总计|合计|累计)(?:有)?{_NUMERAL}\s*{_PLACES}{_BEHIND}|[（(]{_NUMERAL}\s*{_PLACES}[）)]"
)


def _pattern(verbs: str) -> re.Pattern[str]:
    """Return what counts the places of some verbs: 修改3处, 共修改了3处, 作了3处修改."""
    return re.compile(
        rf"(?:{verbs})(?:完善)?了?(?:内容|表述|文字)?(?:共计?|计|合计)?\s*{_NUMERAL}\s*{_PLACES}{_BEHIND}"
        rf"|{_NUMERAL}\s*{_PLACES}(?:内容|表述|文字)?(?:进行了?|作了?|予以|已|均|均已)*(?:{verbs})"
    )


_READ = {doing: _pattern(verbs) for doing, verbs in _VERBS.items()}


def tallies_in(text: str) -> Iterator[Tally]:
    """Yield what a reply counts, one doing after the other; what it quotes is not its own."""
    bare = unquoted(text)
    for doing, pattern in _READ.items():
        yield from _found(doing, pattern, bare)
    yield from _found(Doing.ANY, _ALL, bare)


def _found(doing: Doing, pattern: re.Pattern[str], bare: str) -> Iterator[Tally]:
    """Yield what one pattern reads."""
    for match in pattern.finditer(bare):
        numeral = next(group for group in match.groups() if group)
        yield Tally(doing, number(numeral), match[0].strip(), match.start())
