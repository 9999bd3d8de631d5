"""A citation is understood as a whole; merging says what is not."""

from plancli.core.check.rule import RoundRule, Writing
from plancli.core.check.rules.quotations.words import quotations
from plancli.core.codes import Code
from plancli.core.entry import N_

UNREAD_CITATION = RoundRule(
    code=Code.UNREAD_CITATION,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_(
        "In the citation “{cites}” this is not understood, or contradicts the rest: {words}. "
        "It chooses no place."
    ),
    hint=N_("Mend it, leave out what is no place, or write section:, page: and line: beside it."),
    meaning=N_("A part of the citation is not understood, so it does not choose between places."),
)
