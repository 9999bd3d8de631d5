"""What of a round's decisions is not in the text yet: whatever is made of the text lacks it."""

from plancli.core.rounds.round import Round
from plancli.core.rounds.standing import Standing, State


def waiting(round_: Round) -> list[Standing]:
    """Return the adopted comments of an open round that are not in the text, or not as they are adopted now.

    A closed round waits for nothing. Where the record is what is due there is nothing to merge, so that the
    trial, which is slow, need not be made.
    """
    if round_.closed or _is_merged(round_):
        return []
    return [standing for standing in round_.left if standing.state is not State.PENDING]


def _is_merged(round_: Round) -> bool:
    """Whether the record has every patch that is due, as it is due now."""
    recorded = round_.workspace.recorded
    return all(recorded.get(name) == patch for name, patch in round_.due.items())
