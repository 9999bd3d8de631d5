"""What of a decision still holds when another status takes its place."""

from plancli.core.comments.comment import Decision
from plancli.core.comments.status import Status

_SAME_TEXT = {
    (Status.ADOPTED, Status.PARTLY),
    (Status.ADOPTED, Status.MODIFIED),
    (Status.PARTLY, Status.MODIFIED),
    (Status.MODIFIED, Status.PARTLY),
}
"""Another name for what was adopted: the text stays, and with it what is said of the text.

Not so the way back: who adopts simply adopts what was asked, and no longer the words of the office.
"""
_OF_THE_TEXT = ("reply", "edits", "already", "settles")
"""What says which text was adopted; the reason says why not more of it."""


def outdated(decision: Decision, status: Status) -> list[str]:
    """Return the keys of a decision that belonged to its old status, in the order of the file.

    Nothing was decided before as long as that was open: what was written until then was written for the
    decision that is made now.
    """
    before = decision.status
    if before in (Status.PENDING, status):
        return []
    nothing = Decision()
    found: list[str] = []
    for key in Decision.model_fields:
        if key in ("status", "approved"):
            # whether approvals still hold, what they are bound to says
            continue
        if (before, status) in _SAME_TEXT and key in _OF_THE_TEXT:
            continue
        if getattr(decision, key) != getattr(nothing, key):
            found.append(key)
    return found
