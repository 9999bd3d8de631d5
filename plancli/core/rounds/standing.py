"""How far each comment has come, given what was decided on it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import settled_by
from plancli.core.comments.status import MEANINGS, Status
from plancli.core.revision.revise import Outcome, Revision, Workspace
from plancli.core.rounds.counts import final_status
from plancli.core.rounds.settlements import patch_of


class State(StrEnum):
    """How far a comment has come."""

    PENDING = "pending"
    IN_TEXT = "in-text"
    WAITING = "waiting"
    BLOCKED = "blocked"
    NO_CHANGE = "no-change"
    SETTLED = "settled"
    CLOSED = "closed"


OPEN = (State.PENDING, State.WAITING, State.BLOCKED)
"""States of comments with which something is still to be done."""


class Standing(NamedTuple):
    """A comment with its state; `outcome` is what applying it gave or would give."""

    comment: Comment
    state: State
    outcome: Outcome | None


def standings(
    comments: Mapping[str, Comment], workspace: Workspace, revision: Revision
) -> list[Standing]:
    """Say of every comment how far it has come, given the trial revision."""
    settled = settled_by(comments)
    found: list[Standing] = []
    for name, comment in comments.items():
        status, outcome = final_status(comments, comment), revision.outcomes.get(name)
        state = _decided(status, name in settled) or _merged(comment, workspace, outcome)
        found.append(Standing(comment, state, outcome))
    return found


def _decided(status: Status, settled: bool) -> State | None:
    """Return how far a comment is by its decision alone, or that of the one it was joined to."""
    if status is Status.PENDING:
        return State.PENDING
    if settled:
        return State.SETTLED
    return None if MEANINGS[status].adopted else State.CLOSED


def _merged(comment: Comment, workspace: Workspace, outcome: Outcome | None) -> State:
    """Return how far a comment is that is adopted."""
    if outcome in (None, Outcome.ALREADY):
        return State.NO_CHANGE
    if outcome not in (Outcome.APPLIED, Outcome.AGREED):
        return State.BLOCKED
    return (
        State.IN_TEXT if workspace.recorded.get(comment.id) == patch_of(comment) else State.WAITING
    )


_BEHIND = (
    State.PENDING,
    State.BLOCKED,
    State.WAITING,
    State.IN_TEXT,
    State.NO_CHANGE,
    State.SETTLED,
    State.CLOSED,
)
"""What makes a compound comment stand where it stands, the first thing first."""


def whole_states(found: Iterable[Standing]) -> dict[str, State]:
    """Return how far each comment has come as it came in, by id: a compound one once, by its items."""
    states: dict[str, set[State]] = {}
    for comment, state, _outcome in found:
        states.setdefault(comment.part_of or comment.id, set()).add(state)
    return {name: min(own, key=_BEHIND.index) for name, own in states.items()}
