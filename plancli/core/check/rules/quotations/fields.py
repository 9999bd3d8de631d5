"""A change keeps to the text of one paragraph; merging says where it does not."""

from plancli.core.check.rule import RoundRule, Writing
from plancli.core.check.rules.quotations.words import quotations
from plancli.core.codes import Code
from plancli.core.entry import N_

ACROSS_FIELDS = RoundRule(
    code=Code.ACROSS_FIELDS,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_(
        "“{quote}” is more than the text of one paragraph, and the change touches what stands "
        "between."
    ),
    hint=N_(
        "Change heading and text each by an edit of its own; change responsible units with units:"
    ),
    meaning=N_(
        "The quotation runs over the end of a paragraph, or from heading to text, and the "
        "change touches what stands between."
    ),
)
