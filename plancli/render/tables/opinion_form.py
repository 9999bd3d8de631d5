"""The words of the form that is sent out with a draft, in the language of the plan."""

from plancli.core.publish.opinion_form import FormWords, OpinionForm, deadline_of, opinion_form
from plancli.core.rounds.round import Round
from plancli.messages import N_, in_language
from plancli.render.pages.words import said

_TITLE = N_("{title} ({draft}): comments")
_UNIT = N_("Unit:")
_UNTIL = N_("Please return this form by {day}.")
_HOW = (
    N_(
        "One change a row. Choose the part in which it belongs, and quote the words of the draft in the "
        "column of the original; beside them write how they are to read. Page and line as printed, for "
        "example 8 and 3-5."
    ),
    N_(
        "For words that are to go write “delete” as the new wording. To add words, quote those behind which "
        "they belong, and write these with the addition. What is no wording goes into the column of comments."
    ),
    N_("Without any comment: write “no comments” as the comment of the first row."),
)
_HEADS = (
    N_("No."),
    N_("Page"),
    N_("Line"),
    N_("Part"),
    N_("Original text"),
    N_("Proposed wording"),
    N_("Comment (no wording)"),
    N_("Reason"),
)
_CHOOSE = N_("choose")


def form_of(round_: Round) -> OpinionForm:
    """Return the form for the draft of a round, in the plan's language."""
    language = round_.manifest.language
    translate = in_language(language).gettext
    day = deadline_of(round_)
    words = FormWords(
        translate(_TITLE).format(title=round_.title, draft=round_.draft.draft),
        translate(_UNIT),
        translate(_UNTIL).format(day=day) if day else "",
        tuple(map(translate, _HOW)),
        tuple(map(translate, _HEADS)),
        translate(_CHOOSE),
    )
    return opinion_form(round_, words, said(language).naming)
