"""What `check` proves: every rule is one function that yields findings with its own codes."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from plancli.core.check.rules.asked import differs, kept
from plancli.core.check.rules.changes import idle_notes, loose_notes, unexplained
from plancli.core.check.rules.decisions import (
    complete,
    contradicted,
    idle_keys,
    left_open,
    part_named,
    pointers,
    reasons,
    settled_once,
)
from plancli.core.check.rules.hygiene import (
    contact_data,
    doubled_marks,
    invisible_characters,
    lookalike_characters,
    mixed_widths,
    secrecy_marks,
    unpaired_marks,
)
from plancli.core.check.rules.merged import (
    adopted_in_text,
    already_there,
    joint_wordings,
    record,
    still_in_text,
)
from plancli.core.check.rules.names import aliases, one_spelling
from plancli.core.check.rules.numbering import doubles, gaps
from plancli.core.check.rules.plan import frozen_draft, layouts, listed_once, listed_sections, pages
from plancli.core.check.rules.quotations import quotations
from plancli.core.check.rules.references import references
from plancli.core.check.rules.rejected import rejected_and_gone, rejected_in_text
from plancli.core.check.rules.replies import deleted_words, new_wordings, other_quotations
from plancli.core.check.rules.roster import (
    circulated,
    in_time,
    known_units,
    numbered,
    replies,
    totals,
    undecided,
)
from plancli.core.check.rules.shared import remaining_forms, shared_sentences
from plancli.core.finding import Code, Finding
from plancli.core.rounds.round import Consultation, Round


class PlanRule(NamedTuple):
    """A rule about the plan as a whole, seen from the round that is open."""

    find: Callable[[Round], Iterator[Finding]]
    codes: tuple[Code, ...]


class HistoryRule(NamedTuple):
    """A rule about all rounds together."""

    find: Callable[[Consultation], Iterator[Finding]]
    codes: tuple[Code, ...]


class RoundRule(NamedTuple):
    """A rule about one round of comments, closed or open."""

    find: Callable[[Round], Iterator[Finding]]
    codes: tuple[Code, ...]


PLAN_RULES = (
    PlanRule(listed_sections, (Code.UNKNOWN_SECTION, Code.UNLISTED_SECTION)),
    PlanRule(listed_once, (Code.LISTED_TWICE,)),
    PlanRule(pages, (Code.PAGE_IN_PLAN,)),
    PlanRule(layouts, (Code.BAD_LAYOUT,)),
    PlanRule(known_units, (Code.UNKNOWN_UNIT, Code.UNKNOWN_DRAFT)),
    PlanRule(frozen_draft, (Code.DRAFT_CHANGED,)),
    PlanRule(numbered, (Code.NUMBER_MISSING,)),
    PlanRule(pointers, (Code.BAD_POINTER,)),
    PlanRule(reasons, (Code.NO_REASON,)),
    PlanRule(idle_keys, (Code.IDLE_KEY,)),
    PlanRule(loose_notes, (Code.LOOSE_NOTE,)),
    PlanRule(replies, (Code.ROSTER_DIFFERS,)),
    PlanRule(in_time, (Code.LATE,)),
    PlanRule(totals, (Code.TOTALS_DIFFER,)),
    PlanRule(one_spelling, (Code.TWO_SPELLINGS,)),
    PlanRule(aliases, (Code.ALIAS_OF_ALIAS,)),
    PlanRule(gaps, (Code.NUMBER_GAP,)),
    PlanRule(doubles, (Code.NUMBER_TWICE,)),
    PlanRule(references, (Code.DANGLING,)),
    PlanRule(mixed_widths, (Code.MIXED_WIDTH,)),
    PlanRule(unpaired_marks, (Code.UNPAIRED,)),
    PlanRule(doubled_marks, (Code.DOUBLED,)),
    PlanRule(invisible_characters, (Code.INVISIBLE,)),
    PlanRule(lookalike_characters, (Code.LOOKALIKE,)),
    PlanRule(contact_data, (Code.CONTACT,)),
    PlanRule(secrecy_marks, (Code.SECRET,)),
)

HISTORY_RULES = (
    HistoryRule(circulated, (Code.NOT_CIRCULATED,)),
    HistoryRule(idle_notes, (Code.IDLE_NOTE,)),
    HistoryRule(undecided, (Code.UNDECIDED,)),
)

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
        (
            Code.CONFLICT,
            Code.SELF_CONFLICT,
            Code.RECORD_DIFFERS,
            Code.ROUND_CLOSED,
            Code.NOT_IN_TEXT,
        ),
    ),
    RoundRule(left_open, (Code.LEFT_OPEN,)),
    RoundRule(still_in_text, (Code.LOST,)),
    RoundRule(record, (Code.UNKNOWN_COMMENT, Code.NO_LONGER)),
    RoundRule(settled_once, (Code.SETTLED_TWICE,)),
    RoundRule(joint_wordings, (Code.UNCOVERED,)),
    RoundRule(complete, (Code.INCOMPLETE,)),
    RoundRule(contradicted, (Code.CONTRADICTED,)),
    RoundRule(part_named, (Code.PART_UNNAMED,)),
    RoundRule(rejected_in_text, (Code.REJECTED_IN_TEXT,)),
    RoundRule(rejected_and_gone, (Code.REJECTED_GONE,)),
    RoundRule(already_there, (Code.NOT_ALREADY,)),
    RoundRule(differs, (Code.DIFFERS,)),
    RoundRule(kept, (Code.KEPT,)),
    RoundRule(new_wordings, (Code.REPLY_UNPROVED,)),
    RoundRule(other_quotations, (Code.REPLY_MISQUOTES,)),
    RoundRule(deleted_words, (Code.REPLY_KEEPS,)),
    RoundRule(unexplained, (Code.UNEXPLAINED,)),
    RoundRule(shared_sentences, (Code.SHARED_SENTENCE,)),
    RoundRule(remaining_forms, (Code.RIPPLE,)),
)
