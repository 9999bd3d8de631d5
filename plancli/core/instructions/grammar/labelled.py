"""Opinions that have the words of the draft and the new ones in fields of their own: 原文:…|修改后:…."""

import re
from typing import NamedTuple

from plancli.core.instructions.grammar.roles import roles_in, span_of
from plancli.core.instructions.grammar.row import OpinionRow
from plancli.core.instructions.grammar.verdict import RoleSpan, WordRole
from plancli.core.instructions.grammar.vocabulary import Q

_BETWEEN = r"\s*(?:[|\n]|[;,。](?!\s*[|\n]))\s*"
_LABELLED = re.compile(
    r"\s*(?P<place>[^;\n|]{0,40}?)[,:]?\s*(?:原文|原稿|原表述|原条文|修改前)(?:内容|表述)?\s*[:]\s*(?P<old>.+?)"
    rf"{_BETWEEN}(?:建议)?(?:修改|改|调整|更正|纠正)(?:后|为|成|意见|内容)+\s*[:]\s*(?P<new>.+?)"
    rf"(?:{_BETWEEN}(?P<reason>(?:修改|调整)?(?:理由|原因|依据|说明|备注)[:]?.*))?",
    re.DOTALL,
)


_SAYS_MORE = re.compile(
    r"(?:^|[|\n;。,])\s*(?:原文|原稿|原表述|原条文|修改前|(?:建议)?修改[后为成]+[:]|但|如(?![上下])|若|否则|或者|另|同时|此外|建议|请)"
)
"""What makes the reason more than one: other fields, a condition, another demand."""


class Labelled(NamedTuple):
    """The fields of an opinion, and where they stand in it."""

    place: str
    old: str
    new: str
    spans: tuple[RoleSpan, ...]


def labelled_in(row: OpinionRow) -> Labelled | None:
    """Return the fields of an opinion that is nothing else than these."""
    match = _LABELLED.fullmatch(row.text)
    if match is None or _SAYS_MORE.search(match["reason"] or ""):
        return None
    place = row.words(*match.span("place")).strip()
    spans = (*roles_in(row, match), *span_of(row, *match.span("reason"), WordRole.REASON))
    return Labelled(place, _field(row, match, "old"), _field(row, match, "new"), spans)


def _field(row: OpinionRow, match: re.Match[str], group: str) -> str:
    """Return what a field says: a quotation without its marks, and without what stands behind it."""
    start, end = match.span(group)
    if row.text[start:end].strip(" 。.,;\n") == Q:
        return row.quotations[row.text.index(Q, start)]
    return row.words(start, end).strip()
