"""The fixed words of what is published, in the language of the plan."""

from plancli.core.comments.status import Status
from plancli.core.publish.words import Said
from plancli.messages import N_, in_language

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
    labels = {status: translate(status.meaning.english) for status in Status}
    words = (_NOTHING, _JOINT, _JOINED, _SHARED, _STOP, _COMMA)
    return Said(labels, *map(translate, words))
