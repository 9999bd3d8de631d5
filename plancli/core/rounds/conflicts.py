"""Where the adopted comments of a round meet, and which conflicts a joint wording has settled."""

from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.merge.meeting import Level, Meeting
from plancli.core.revision.revise import Revision
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import Settlement, across_units, patch_of, settlements, trial


class Conflicts(NamedTuple):
    """The places where several units meet, and the conflicts that are settled."""

    meetings: list[Meeting]
    settled: list[Settlement]

    @property
    def unsettled(self) -> bool:
        """Whether there are comments that cannot all stand."""
        return any(meeting.level is Level.HARD for meeting in self.meetings)


def conflicts(round_: Round) -> Conflicts:
    """Return where comments of different units meet; what one unit does twice is its own affair."""
    return Conflicts(
        across_units(round_.comments, round_.trial.meetings),
        settlements(round_.current, round_.workspace),
    )


def if_adopted(round_: Round, comment: Comment) -> Revision:
    """Return what would come of a round with everything that is due, and one comment adopted besides."""
    return trial(round_.workspace, round_.current, {**round_.due, comment.id: patch_of(comment)})
