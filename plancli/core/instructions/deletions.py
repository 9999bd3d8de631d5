"""What a reply says it deleted, without quotation marks: 已删除夜间停航相关内容."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.instructions.quoted import COVER, is_denied, unquoted


class Deletion(NamedTuple):
    """Words that are called deleted, from character `start` on."""

    words: str
    start: int


_PIECE = "(?:内容|表述|描述|文字|部分|说法|字样|提法|要求)"
_DELETED = re.compile(
    rf"(?:删除|删去|删掉|去掉)了?(?:有?关于)?([^,，。;；{COVER}\s]{{2,30}}?)"
    rf"(?:的?(?:相关|有关|等|全部|该)的?{_PIECE}|的?{_PIECE})"
)
_GONE = re.compile(
    rf"([^,，。;；{COVER}\s]{{2,30}}?)(?:的?(?:相关|有关|等)?的?{_PIECE}|一[句段词])(?:均|都)?已(?:经)?(?:予以)?(?:删除|删去|删掉|去掉)"
)
_PLACE = re.compile("^.*(?:中(?![心国小央长期间学医华等])|内(?!容)|里(?![程面]))(?:的|有?关于)?")
"""Words that say where, and not what: 码头中关于, but not 数据中心."""
_NOTHING = re.compile(
    "(?:相关|有关|该|此|这|上述|重复|原|原有|多余|不当|不准确|部分|相应|以上|所有|全部|其中|的|等|段|处|句|[0-9])+"
)
"""Words that name nothing: 删除相关内容."""


def deletions_in(text: str) -> Iterator[Deletion]:
    """Yield the words that a reply calls deleted without quoting them, place and fillers left out."""
    bare = unquoted(text)
    for match in (*_DELETED.finditer(bare), *_GONE.finditer(bare)):
        if is_denied(match.string, match.start()):
            continue
        words = match[1]
        place = _PLACE.match(words)
        start = place.end() if place else 0
        said = words[start:].removesuffix("的")
        if len(said) > 1 and not _NOTHING.fullmatch(said):
            yield Deletion(said, match.start(1) + start)
