"""References to rows and columns of tables: 表1第2行, 表1“城镇化率”."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Subject
from plancli.core.plan.bindings import PartNumbers, bound
from plancli.core.plan.cells import columns_of, head_key, row_name
from plancli.core.plan.mention import Kind, Mention
from plancli.core.plan.model import Table
from plancli.core.plan.outline import Outline
from plancli.core.plan.references import references
from plancli.core.rounds.round import Round
from plancli.core.text.matchkey import fold
from plancli.core.text.numerals import DIGIT, HUNDREDS, number

_TABLES = (Kind.TABLE, Kind.ANNEXED_TABLE)
_INSIDE = re.compile(
    rf"[中内里的]{{0,2}}(?:第\s?(?P<number>{DIGIT}{{1,3}}|[{HUNDREDS}]{{1,4}})\s?(?P<what>行|列)"
    r"|[“「](?P<name>[^“”「」]{1,40})[”」])"
)
"""What may follow the number of a table and stands in it."""


class _Part(NamedTuple):
    """A row or column of a table: its key, what it is called, and which it is from the top or left."""

    key: str
    name: str
    at: int


class _Meant(NamedTuple):
    """A reference to a row or column, with its words, what it means in the draft, and that in the plan."""

    words: str
    start: int
    drafted: _Part
    now: _Part | None


def referring(round_: Round) -> Iterator[Finding]:
    """A row or column to which the text refers is there, and is the one that was meant."""
    plan, draft = round_.plan, round_.workspace.draft
    if not draft.tables:
        return
    numbering = PartNumbers(draft, plan)
    for spot, path in plan.places():
        paragraph = spot.paragraph
        for mention in references(paragraph.text):
            meant = _meant(paragraph.text, mention, paragraph.id, (numbering, draft, plan))
            if meant is None or _is_new(meant, draft, paragraph.id):
                continue
            params = {"paragraph": paragraph.id, "words": meant.words, "name": meant.drafted.name}
            code = SHIFTED.code
            if meant.now is None:
                code = GONE_FROM_TABLE.code
                by = round_.workspace.causes.removers((meant.drafted.key,))
                params["comment"] = "、".join(dict.fromkeys(by))
            else:
                params["count"] = str(meant.now.at)
            subject = Subject("section", spot.section.key)
            yield Finding(code, params, subject, (*path, "text"), offset=meant.start)


def _is_new(meant: _Meant, draft: Outline, key: str) -> bool:
    """Whether a reference was written since: what it means is not said by the draft then."""
    return meant.words not in draft.words(key, "text")


def _meant(
    text: str, mention: Mention, at: str, known: tuple[PartNumbers, Outline, Outline]
) -> _Meant | None:
    """Return the row or column that a reference names and that is not what it was; None of all others."""
    numbering, draft, plan = known
    match = _INSIDE.match(text, mention.end)
    key = bound(mention, at, numbering).key
    if mention.rungs[-1].kind not in _TABLES or match is None or key not in draft.tables:
        return None
    before, table = draft.tables[key], plan.tables.get(key)
    if table is None:
        return None  # the table itself went, and that is told
    found = _named(match, _parts(key, before), before)
    if found is None:
        return None
    there = {part.key: part for kind in _parts(key, table) for part in kind}
    now = there.get(found.key)
    moved = now is not None and match["number"] and now.at != found.at
    if now is not None and not moved:
        return None
    return _Meant(text[mention.start : match.end()], mention.start, found, now)


def _parts(key: str, table: Table) -> tuple[Sequence[_Part], Sequence[_Part]]:
    """Return the rows and the columns of a table."""
    rows = [_Part(row.id, row_name(table, row), at) for at, row in enumerate(table.rows, 1)]
    columns = [
        _Part(head_key(key, column), column.title, at)
        for at, column in enumerate(columns_of(table), 1)
    ]
    return rows, columns


def _named(
    match: re.Match[str], parts: tuple[Sequence[_Part], Sequence[_Part]], table: Table
) -> _Part | None:
    """Return the row or column that is named by its number, or by what stands in quotes."""
    rows, columns = parts
    if match["number"]:
        listed = rows if match["what"] == "行" else columns
        at = number(match["number"])
        return listed[at - 1] if 0 < at <= len(listed) else None
    name = fold(match["name"])
    if name == fold(table.title):
        return None
    found = [part for part in (*rows, *columns) if fold(part.name) == name]
    return found[0] if len(found) == 1 else None


GONE_FROM_TABLE = PlanRule(
    code="P524",
    find=referring,
    order=197,
    weight=Severity.WARNING,
    message=N_(
        "{paragraph} refers to {words}, in the draft “{name}”, which the table does not have any "
        "more; taken out by: "
        "{comment}."
    ),
    hint=N_("Mend the reference, or put the row or column back."),
    meaning=N_(
        "The text refers to a row or column of a table, by its number or by its name in "
        "quotation marks. The draft has it, "
        "and the plan does not: a comment, or the drafting office, took it out."
    ),
)

SHIFTED = PlanRule(
    code="P525",
    find=referring,
    order=197,
    weight=Severity.WARNING,
    message=N_(
        "{paragraph} refers to {words}, in the draft “{name}”; in the table that is number {count} now."
    ),
    hint=N_("Mend the number, or name the row or column by its words: 表1“…”."),
    meaning=N_(
        "Rows or columns came, went or moved, and the number by which the text refers to one of "
        "them is that of another one "
        "now. Rows are counted below the head."
    ),
)
