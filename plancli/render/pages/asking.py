"""The sentences in which a change that a file shows is put as an opinion, in the language of the plan."""

from plancli.core.intake.asked import Asking
from plancli.messages import N_, in_language

_ASKING = Asking(
    replaced=N_("Replace “{old}” with “{new}”."),
    deleted=N_("Delete “{old}”."),
    after=N_("Insert “{new}” after “{anchor}”."),
    before=N_("Insert “{new}” before “{anchor}”."),
    ending=N_("Add “{new}” at the end of “{part}”."),
    rewritten=N_("Let “{part}” read: “{new}”."),
    retitled=N_("Let the title “{part}” be “{new}”."),
    added=N_("Add a paragraph after “{beside}”: “{new}”."),
    added_before=N_("Add a paragraph before “{beside}”: “{new}”."),
    added_into=N_("Add a paragraph to “{beside}”: “{new}”."),
    removed=N_("Delete the part “{part}”."),
    moved_after=N_("Move “{part}” behind “{beside}”."),
    moved_before=N_("Move “{part}” before “{beside}”."),
    moved_into=N_("Move “{part}” to “{beside}”."),
    units_added=N_("Responsible for “{part}”: add {names}."),
    units_removed=N_("Responsible for “{part}”: remove {names}."),
    units_set=N_("Responsible for “{part}”: {names}."),
    reason=N_("Reason: {reason}"),
    added_row=N_("Add a row after “{beside}”: {new}."),
    pictured=N_("Replace the picture of “{part}” by {new}."),
    noted=N_("Add a footnote at “{anchor}”: “{new}”."),
    unnoted=N_("Delete the footnote “{old}”."),
    endnoted=N_("Add an endnote at “{anchor}”: “{new}”."),
    unendnoted=N_("Delete the endnote “{old}”."),
    pictured_at=N_("Insert a picture at “{anchor}”: “{new}”."),
    unpictured=N_("Delete the picture “{old}”."),
    margin=N_("In a header or footer: {said}"),
)


def asking(language: str) -> Asking:
    """Return the sentences of a language."""
    return Asking(*map(in_language(language).gettext, _ASKING))
