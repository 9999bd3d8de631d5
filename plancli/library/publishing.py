"""A round as the public may see it, or the refusal to show it."""

from plancli.core.check.privacy import private
from plancli.core.finding import PlanError
from plancli.core.publish.masking import public
from plancli.core.rounds.round import Round
from plancli.store.repository import Repository


def public_round(repository: Repository, round_: Round) -> Round:
    """Return a round without what the public may not see.

    Raises PlanError with the errors of the rules about private data: what they find no mask takes away.
    """
    found = private(round_)
    if found:
        placed = [finding._replace(place=repository.place(finding)) for finding in found]
        raise PlanError(placed, exit_code=1)
    return public(round_)
