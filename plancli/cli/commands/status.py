"""plancli status."""

import typer

from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.rounds.settlements import across_units
from plancli.core.rounds.standing import standings
from plancli.messages import N_
from plancli.render.answers.ledger import StatusAnswer, standing_entry
from plancli.render.answers.meetings import meeting_entries
from plancli.render.terminal import status

HELP = N_(
    "What a drafter wants to see in the morning: comments by state and by unit, what waits for a decision, "
    "what is decided and not yet in the text, and conflicts."
)
EXAMPLE = "plancli status"


def command(
    as_json: AsJson = False,
) -> int:
    _root, repository = open_repository()
    round_ = repository.open_round
    found = standings(round_.current, round_.workspace, round_.trial)
    view = status.View(
        repository.manifest,
        found,
        across_units(round_.comments, round_.trial.meetings),
        [change.key or "plan" for change in round_.office_changes],
        [standing for closed in repository.rounds[:-1] for standing in closed.left],
    )
    if as_json:
        print_answer(
            StatusAnswer(
                view.manifest.title,
                view.manifest.draft,
                [standing_entry(standing) for standing in view.standings],
                meeting_entries(view.meetings),
                list(view.office),
                [standing.comment.id for standing in view.left],
            )
        )
    else:
        typer.echo("\n".join(status.lines(view)))
    return 0
