"""Whose opinion a reply says it follows, too: 根据市财政局意见, 与市水利局共同提出."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.instructions.quoted import unquoted


class Sharer(NamedTuple):
    """The name of a unit as a reply has it, from character `start` on."""

    name: str
    start: int


_NAME = r"[\u4e00-\u9fff]{2,20}?"
_NAMES = rf"({_NAME}(?:[、和及与]{_NAME})*)"
_TOGETHER = "(?:共同|一并|联合|同样)?"
_RAISED = "(?:所?提出?的?|反馈的?|的)?(?:相关|有关|修改|具体|同类|共同)?(?:意见|建议)"
_OPINION = f"等?(?:单位|部门)?{_TOGETHER}{_RAISED}"
_SHARED = re.compile(
    rf"(?:根据|按照|依据|依照|结合|综合|采纳|吸收|参照|参考|与|同|按){_NAMES}{_OPINION}"
    rf"|(?:与|同|和){_NAMES}(?:共同|一并|联合|同样|一致)(?:提出|建议|反馈|要求)"
    rf"|(?:并入|合并(?:至|到|入))(?:对)?{_NAMES}{_OPINION}"
    rf"|{_NAMES}(?:也|亦|同样|均|共同)(?:提出|建议|反馈)|{_NAMES}提出(?:了)?(?:同样|相同|类似)"
)
_NEXT = re.compile("[、和及与]")


def sharers_in(text: str) -> Iterator[Sharer]:
    """Yield the words that may name units whose opinion a reply follows; it may be its own unit."""
    for match in _SHARED.finditer(unquoted(text)):
        group = match.lastindex or 0
        at = match.start(group)
        for name in _NEXT.split(match[group]):
            yield Sharer(name, at)
            at += len(name) + 1
