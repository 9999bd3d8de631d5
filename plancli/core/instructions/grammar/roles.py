"""What the words of an opinion are for: place, old words, new words, reason; and what was not understood."""

import re
from collections.abc import Iterator

from plancli.core.instructions.grammar.row import OpinionRow
from plancli.core.instructions.grammar.verdict import RoleSpan, WordRole

ROLES = {
    "place": WordRole.PLACE,
    "goal": WordRole.PLACE,
    "subject": WordRole.PLACE,
    "old": WordRole.OLD,
    "was": WordRole.OLD,
    "anchor": WordRole.OLD,
    "lacks": WordRole.OLD,
    "new": WordRole.NEW,
    "head": WordRole.NEW,
    "names": WordRole.UNITS,
}
"""The groups of the forms by what they hold; of the others, as the side of an insertion, nothing is shown."""
_EDGES = " ,、:;。.\n"
_TAKING = "将把"
"""Stands ahead of what is changed, and is neither a place nor words of the draft."""


def span_of(row: OpinionRow, start: int, end: int, role: WordRole) -> Iterator[RoleSpan]:
    """Yield the characters of a row as those of its opinion, without blanks and marks round them."""
    while start < end and row.text[start] in _EDGES + _TAKING:
        start += 1
    while end > start and row.text[end - 1] in _EDGES:
        end -= 1
    if start < end:
        yield RoleSpan(row.at[start], row.at[end], role)


def roles_in(row: OpinionRow, match: re.Match[str]) -> Iterator[RoleSpan]:
    """Yield what the groups of a form are for that has matched."""
    for group, role in ROLES.items():
        if group in match.re.groupindex:
            yield from span_of(row, *match.span(group), role)


def unread(
    row: OpinionRow, start: int, end: int, match: re.Match[str] | None, words: str
) -> Iterator[RoleSpan]:
    """Yield what a stretch of a row says that was not understood, with what a form made of it, if any.

    `words` are those that could not be read: a place that is none is not shown as one.
    """
    if match is None:
        yield from span_of(row, start, end, WordRole.UNREAD)
        return
    meant = words.strip(_EDGES + _TAKING)
    for span in roles_in(row, match):
        said = row.opinion[span.start : span.end]
        yield span._replace(role=WordRole.UNREAD) if said == meant else span
    yield from span_of(row, match.end(), end, WordRole.UNREAD)
