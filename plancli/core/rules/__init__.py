"""What `check` proves: every rule is one function that yields findings with its own codes."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from plancli.core.case import Case, Consultation
from plancli.core.finding import Code, Finding
from plancli.core.rules.adoption import (
    adopted_in_text,
    already_there,
    joint_wordings,
    record,
    rejected_in_text,
    still_in_text,
)
from plancli.core.rules.changes import unexplained
from plancli.core.rules.decisions import left_open, pointers, reasons, settled_once
from plancli.core.rules.plan import frozen_draft, layouts, listed_sections, pages
from plancli.core.rules.quotations import quotations
from plancli.core.rules.roster import circulated, known_units


class PlanRule(NamedTuple):
    """A rule about the plan as a whole, seen from the round that is open."""

    find: Callable[[Case], Iterator[Finding]]
    codes: tuple[Code, ...]


class HistoryRule(NamedTuple):
    """A rule about all rounds together."""

    find: Callable[[Consultation], Iterator[Finding]]
    codes: tuple[Code, ...]


class RoundRule(NamedTuple):
    """A rule about one round of comments, closed or open."""

    find: Callable[[Case], Iterator[Finding]]
    codes: tuple[Code, ...]


PLAN_RULES = (
    PlanRule(listed_sections, (Code.UNKNOWN_SECTION, Code.UNLISTED_SECTION)),
    PlanRule(pages, (Code.PAGE_IN_PLAN,)),
    PlanRule(layouts, (Code.BAD_LAYOUT,)),
    PlanRule(known_units, (Code.UNKNOWN_UNIT, Code.UNKNOWN_DRAFT)),
    PlanRule(frozen_draft, (Code.DRAFT_CHANGED,)),
    PlanRule(pointers, (Code.BAD_POINTER,)),
    PlanRule(reasons, (Code.NO_REASON,)),
)

HISTORY_RULES = (HistoryRule(circulated, (Code.NOT_CIRCULATED,)),)

ROUND_RULES = (
    RoundRule(
        quotations,
        (
            Code.NOT_FOUND,
            Code.AMBIGUOUS,
            Code.NEGATED,
            Code.TORN,
            Code.MISCITED,
            Code.ACROSS_FIELDS,
            Code.UNREAD_CITATION,
            Code.UNKNOWN_PARAGRAPH,
            Code.NO_CONTAINER,
            Code.NOT_INSIDE,
            Code.NOT_BESIDE,
            Code.DUPLICATE_ID,
        ),
    ),
    RoundRule(
        adopted_in_text,
        (Code.CONFLICT, Code.SELF_CONFLICT, Code.RECORD_DIFFERS, Code.ROUND_CLOSED, Code.NOT_IN_TEXT),
    ),
    RoundRule(left_open, (Code.LEFT_OPEN,)),
    RoundRule(still_in_text, (Code.LOST,)),
    RoundRule(record, (Code.UNKNOWN_COMMENT, Code.NO_LONGER)),
    RoundRule(settled_once, (Code.SETTLED_TWICE,)),
    RoundRule(joint_wordings, (Code.UNCOVERED,)),
    RoundRule(rejected_in_text, (Code.REJECTED_IN_TEXT,)),
    RoundRule(already_there, (Code.NOT_ALREADY,)),
    RoundRule(unexplained, (Code.UNEXPLAINED,)),
)
