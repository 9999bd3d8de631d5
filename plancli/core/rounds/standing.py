"""How far each comment has come, given what was decided on it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import settled_by
from plancli.core.comments.status import Status
from plancli.core.entry import N_
from plancli.core.meaningful import Meaningful
from plancli.core.revision.revise import Outcome, Revision, Workspace
from plancli.core.rounds.counts import final_status
from plancli.core.rounds.settlements import patch_of


class Progress(NamedTuple):
    """What a state means: in words; whether something is still to be done; what it holds up.

    A compound comment stands where that of its items stands which has the least `rank`.
    """

    words: str
    rank: int
    open: bool = False


class State(Meaningful):
    """How far a comment has come, in the order in which counts are shown."""

    meaning: Progress

    PENDING = "pending", Progress(N_("to decide"), 0, open=True)
    WAITING = "waiting", Progress(N_("adopted, not yet in the text"), 3, open=True)
    CONFLICT = "in-conflict", Progress(N_("adopted, in conflict"), 1, open=True)
    BLOCKED = "blocked", Progress(N_("adopted, cannot be merged"), 2, open=True)
    IN_TEXT = "in-text", Progress(N_("in the text"), 4)
    NO_CHANGE = "no-change", Progress(N_("adopted, nothing to change"), 5)
    SETTLED = "settled", Progress(N_("settled by another comment's joint wording"), 6)
    CLOSED = "closed", Progress(N_("not for the text"), 7)


OPEN = tuple(state for state in State if state.meaning.open)
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
    if not status.meaning.adopted:
        return State.CLOSED
    return None


def _merged(comment: Comment, workspace: Workspace, outcome: Outcome | None) -> State:
    """Return how far a comment is that is adopted."""
    if outcome is None or outcome is Outcome.ALREADY:
        return State.NO_CHANGE
    if not outcome.meaning.taken:
        return _left_out(outcome)
    if workspace.recorded.get(comment.id) == patch_of(comment):
        return State.IN_TEXT
    # not applied yet, or applied before its edits were changed
    return State.WAITING


def _left_out(outcome: Outcome) -> State:
    """Return how far a comment is that cannot come into the text as it is."""
    if outcome is Outcome.CONFLICT:
        return State.CONFLICT
    return State.BLOCKED


def whole_states(found: Iterable[Standing]) -> dict[str, State]:
    """Return how far each comment has come as it came in, by id: a compound one once, by its items."""
    states: dict[str, set[State]] = {}
    for comment, state, _outcome in found:
        states.setdefault(comment.part_of or comment.id, set()).add(state)
    least: dict[str, State] = {}
    for name, own in states.items():
        # the item that is farthest back holds up the whole
        least[name] = min(own, key=lambda state: state.meaning.rank)
    return least
