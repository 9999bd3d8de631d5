"""Edits that hold everywhere, with their places listed: where they are written, and anew by the command."""

from collections.abc import Sequence

from plancli.core.comments.edits import Edit, Replace
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.everywhere import Listed, everywhere_in, list_places
from plancli.messages import _


def all_listed(corpus: Corpus, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return edits in which those that hold everywhere have their places, where they have none yet."""
    found = list(edits)
    for position, edit in everywhere_in(edits):
        if edit.places is None:
            found[position] = listed_anew(corpus, edit).edit
    return tuple(found)


def listed_anew(corpus: Corpus, edit: Replace) -> Listed:
    """Return an edit with its places as the draft has them now; what is waived stays so."""
    already = _("the draft says “{words}” here already").format(words=edit.wording)
    return list_places(corpus, edit, already)
