"""What edits name is in the draft, and can hold what is put there; merging says where it is not."""

from plancli.core.check.rule import RoundRule, Writing
from plancli.core.check.rules.quotations.words import quotations
from plancli.core.codes import Code
from plancli.core.entry import N_

DUPLICATE_ID = RoundRule(
    code=Code.DUPLICATE_ID,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{key} stands more than once."),
    hint=N_("Give one of them another name."),
    meaning=N_("An id or key stands twice. References to it would be ambiguous."),
)

UNKNOWN_PARAGRAPH = RoundRule(
    code=Code.UNKNOWN_PARAGRAPH,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("The draft has no paragraph {key}."),
    hint=N_("The ids stand in plan/drafts/; plancli show lists those of a section."),
    meaning=N_(
        "An edit names a paragraph, column or section of the draft by an id that is not there."
    ),
)

NO_CONTAINER = RoundRule(
    code=Code.NO_CONTAINER,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{key} cannot hold what is to be added to it."),
    hint=N_(
        "Columns and tables go into a section; paragraphs into a section, a column or a paragraph, "
        "whose lists stand in each other at most three levels deep. Write its key or id behind to:"
    ),
    meaning=N_(
        "Something is to be added to what does not hold it: a column to a paragraph, anything to a row "
        "or cell of a table, a list below the third level of lists."
    ),
)

NOT_INSIDE = RoundRule(
    code=Code.NOT_INSIDE,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{key} does not stand in {container}."),
    hint=N_("Name a part of that section, column or table behind after:, or leave it out."),
    meaning=N_("A new part is to stand behind one that is in another section, column or table."),
)

NOT_BESIDE = RoundRule(
    code=Code.NOT_BESIDE,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{key} cannot go to {place}."),
    hint=N_(
        "A column, table or figure stays in its section, a section among those below the same one, what "
        "a table holds in that table, a footnote with its paragraph; nothing goes into or beside itself, and "
        "lists stand in lists at most three levels deep."
    ),
    meaning=N_("A part is to be moved to where it cannot stand."),
)
