"""The fixed words of what is published, in the language of the plan."""

from plancli.core.comments.status import Status
from plancli.core.plan.manifest import Reply
from plancli.core.publish.words import Said
from plancli.messages import N_, in_language

LABELS = {
    Status.ADOPTED: N_("Adopted"),
    Status.PARTLY: N_("Partly adopted"),
    Status.MODIFIED: N_("Adopted with changes"),
    Status.ALREADY: N_("Already in the text"),
    Status.REJECTED: N_("Not adopted"),
    Status.EXPLAINED: N_("Explained"),
    Status.OUT_OF_SCOPE: N_("Outside the scope of this plan"),
    Status.REFERRED: N_("Referred to the competent department"),
    Status.NOTED: N_("Noted"),
    Status.JOINED: N_("Treated together with another comment"),
    Status.WITHDRAWN: N_("Withdrawn"),
    Status.PENDING: N_("Not yet decided"),
}
REPLIES = {
    Reply.COMMENTS: N_("with comments"),
    Reply.NOTHING: N_("no comments"),
    Reply.LAPSED: N_("no reply in time, counted as no comments"),
    Reply.NONE: N_("no reply"),
    Reply.SUPPLEMENT: N_("further comments"),
}
_NOTHING = N_("none")
_JOINT = N_("Worded together with the comment of {unit}.")
_JOINED = N_("Treated together with the comment of {unit}.")
_SHARED = N_("{units} made the same comment.")
_STOP, _COMMA = N_(". "), N_(", ")


def called(status: Status, language: str) -> str:
    """Return the name of a status beside what was decided: in Chinese the word of the files itself."""
    return str(status) if language.startswith("zh") else said(language).labels[status]


def said(language: str) -> Said:
    """Return the fixed words of one language."""
    translate = in_language(language).gettext
    labels = {status: translate(text) for status, text in LABELS.items()}
    words = (_NOTHING, _JOINT, _JOINED, _SHARED, _STOP, _COMMA)
    return Said(labels, *map(translate, words))
