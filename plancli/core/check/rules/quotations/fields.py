"""A change keeps to one text, and leaves a title; merging says where it does not."""

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

NOT_IN_TABLE = RoundRule(
    code=Code.NOT_IN_TABLE,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{key} does not go into the table so: {reason}."),
    hint=N_(
        "Write a row as add: {{cells: […]}}, a column as add: {{head: …, cells: {{row: words}}}}; "
        "words of cells change by replace:, delete:, insert: or rewrite:"
    ),
    meaning=N_(
        "An edit takes a table for what it is not. A row has a cell for each column, or one across all; a "
        "cell comes and goes with its row or column; rows, columns and notes stay in their table."
    ),
)

NOT_IN_FIGURE = RoundRule(
    code=Code.NOT_IN_FIGURE,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("{key} of a figure cannot be changed so: {reason}."),
    hint=N_(
        "Name the figure: {{image: 图1, with: figures/图1-修改.png}} shows another picture, title: gives it "
        "another title, rewrite: 图1/alt words the picture anew."
    ),
    meaning=N_(
        "A figure has a title, a picture and words for those who do not see it. The picture is a file, and "
        "another one takes its place as a whole; picture and words come, go and move with their figure."
    ),
)

NO_TITLE = RoundRule(
    code=Code.NO_TITLE,
    find=quotations,
    order=10,
    while_writing=(Writing.EDITS, Writing.DECISION),
    message=N_("Of the title of {key} no word is left."),
    hint=N_("Give it another one, title: {key} with: …, or take the part out whole, remove: {key}"),
    meaning=N_(
        "The edits of a comment delete all words of the title of a section or column. A part "
        "without a title cannot be cited; one that is to go is removed, with all that it holds."
    ),
)
