"""A citation is understood as a whole; merging says what is not."""

from plancli.core.check.rule import RoundRule, Writing
from plancli.core.check.rules.quotations.words import quotations
from plancli.core.codes import Code
from plancli.core.entry import N_, Severity

UNREAD_CITATION = RoundRule(
    code=Code.UNREAD_CITATION,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_(
        "In the citation “{cites}” this is not understood, or contradicts the rest: {words}. "
        "It chooses no place."
    ),
    tells=True,
    weight=Severity.NOTE,
    hint=N_(
        "Nothing has to be done where the quoted words have one place; to choose between several, "
        "write section:, page: and line: beside it."
    ),
    meaning=N_(
        "A part of the unit's citation is not understood, so it does not choose between places. "
        "The unit's words stay as they are."
    ),
)
