"""Where the adopted comments of a round meet, and which conflicts a joint wording has settled."""

from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Status
from plancli.core.merge.meeting import Level, Meeting
from plancli.core.revision.revise import Revision
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import Settlement, across_units, patch_of, settlements, trial


class Conflicts(NamedTuple):
    """The places where several units meet, and the conflicts that are settled.

    `coming` are the conflicts that there would be if all that waits for a decision were adopted as asked.
    """

    meetings: list[Meeting]
    settled: list[Settlement]
    coming: list[Meeting]

    @property
    def unsettled(self) -> bool:
        """Whether there are comments that cannot all stand."""
        return any(meeting.level is Level.HARD for meeting in self.meetings)


def conflicts(round_: Round) -> Conflicts:
    """Return where comments of different units meet; what one unit does twice is its own affair."""
    return Conflicts(
        across_units(round_.comments, round_.trial.meetings),
        settlements(round_.current, round_.workspace),
        _coming(round_),
    )


def _coming(round_: Round) -> list[Meeting]:
    """Return the conflicts of what waits for a decision, with each other and with what is adopted."""
    waiting: dict[str, Patch] = {}
    for name, comment in round_.current.items():
        if comment.decision.status is Status.PENDING and comment.edits:
            waiting[name] = patch_of(comment)
    if not waiting:
        return []
    adopting = trial(round_.workspace, round_.current, {**round_.due, **waiting})
    return [each for each in adopting.conflicts if not waiting.keys().isdisjoint(each.authors)]


def if_adopted(round_: Round, comment: Comment) -> Revision:
    """Return what would come of a round with everything that is due, and one comment adopted besides."""
    return trial(round_.workspace, round_.current, {**round_.due, comment.id: patch_of(comment)})
