"""plancli status."""

import typer

from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.comments.unread import is_unread
from plancli.core.rounds.standing import State
from plancli.core.rounds.status import status
from plancli.messages import N_
from plancli.render.answers.ledger import StatusAnswer, level_entries, standing_entry
from plancli.render.answers.meetings import meeting_entries
from plancli.render.terminal.status import lines, review_lines
from plancli.store.repository import Repository

HELP = N_(
    "What a drafter wants to see in the morning: comments by state and by unit, what waits for a decision, "
    "what is decided and not yet in the text, and conflicts."
)
EXAMPLE = "plancli status"


def command(
    as_json: AsJson = False,
) -> int:
    _root, repository = open_repository()
    found = status(repository.rounds)
    review = _to_review(repository)
    if as_json:
        print_answer(
            StatusAnswer(
                found.manifest.title,
                found.manifest.draft,
                [standing_entry(standing) for standing in found.standings],
                meeting_entries(found.meetings),
                list(found.office),
                [standing.comment.id for standing in found.left],
                review,
                {str(state): found.states[state] for state in State},
                level_entries(found.levels),
            )
        )
    else:
        typer.echo("\n".join([*lines(found), *review_lines(len(review))]))
    return 0


def _to_review(repository: Repository) -> list[str]:
    """Return the comments of which a person has still to say what they ask for."""
    if not any(map(is_unread, repository.open_round.current.values())):
        return []
    # what reads opinions takes long to import
    from plancli.cli.reviewing import waiting_in

    return [comment.id for comment in waiting_in(repository)]
