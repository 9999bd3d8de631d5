"""Words that are replaced everywhere: their places are listed, stand in the draft, and not all are waived."""

from plancli.core.check.rule import RoundRule, Writing
from plancli.core.check.rules.quotations.words import quotations
from plancli.core.codes import Code
from plancli.core.entry import N_

NOT_LISTED = RoundRule(
    code=Code.NOT_LISTED,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("“{quote}” is to be replaced everywhere, and its places are not listed yet."),
    hint=N_("List them: plancli everywhere {id}"),
    meaning=N_(
        "An edit that holds everywhere is read and decided by its places: each stands in the "
        "comment, with the words round it, and can be waived. Until they are listed nothing is "
        "replaced, so that nobody adopts what he has not seen."
    ),
)

PLACE_GONE = RoundRule(
    code=Code.PLACE_GONE,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("“{words}” in {place} is listed as a place of “{quote}”, and does not stand there."),
    hint=N_("List the places anew; what is waived stays so: plancli everywhere {id}"),
    meaning=N_(
        "A place that was listed for an edit that holds everywhere is not in the draft: the copy "
        "of the draft was mended since, or the list was changed by hand. Nothing of the edit is "
        "merged until its list is right."
    ),
)

PLACE_UNLISTED = RoundRule(
    code=Code.PLACE_UNLISTED,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("“{quote}” stands in the draft where it is not listed: {places}."),
    hint=N_(
        "List the places anew: plancli everywhere {id}; one that is to stay gets waived: and the "
        "reason, and remains in the list."
    ),
    meaning=N_(
        "Words that are to be replaced everywhere stand in a place that the list does not have: "
        "it was taken out by hand, or the copy of the draft was mended. What is left out is "
        "waived with a reason, never silently."
    ),
)

ALL_WAIVED = RoundRule(
    code=Code.ALL_WAIVED,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("Every place of “{quote}” is waived: nothing is replaced."),
    hint=N_("Take waived: out where it is to be replaced, or take the edit out."),
    meaning=N_(
        "An edit that holds everywhere has all its places waived. It would be adopted and change "
        "no word. What is not to be changed at all is declined, with the reason."
    ),
)
