"""plancli conflicts."""

from typing import Annotated

import typer

from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.rounds.conflicts import conflicts
from plancli.messages import N_, _
from plancli.render.answers.meetings import ConflictsAnswer, meeting_entries, settlement_entries
from plancli.render.terminal import conflicts as show

HELP = N_(
    "Where adopted comments meet: the draft's words, what each side wants, the joint wording. In conflict, "
    "to be read once more (several units changed one sentence), or agreed. Exit code 1 for a conflict."
)
EXAMPLE = "plancli conflicts; plancli conflicts --matrix"


def command(
    matrix: Annotated[
        bool, typer.Option("--matrix", help=_("Units × passages in one table."))
    ] = False,
    as_json: AsJson = False,
) -> int:
    _root, repository = open_repository()
    round_ = repository.open_round
    found, joints = conflicts(round_), round_.plan.joints
    if as_json:
        settled = settlement_entries(found.settled, joints)
        print_answer(ConflictsAnswer(meeting_entries(found.meetings), settled))
    elif not found.meetings and (matrix or not found.settled):
        said = _("where comments met is settled: plancli conflicts")
        typer.echo(said if found.settled else _("no comments meet"), err=True)
    elif matrix:
        typer.echo("\n".join(show.matrix(found.meetings, round_.comments)))
    else:
        typer.echo("\n".join(show.lines(found.meetings, found.settled, joints)))
    return 1 if found.unsettled else 0
