"""plancli conflicts."""

from typing import Annotated

import typer

from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.merge.meeting import Level
from plancli.core.rounds.settlements import across_units, settlements
from plancli.messages import N_, _
from plancli.render.answers.meetings import ConflictsAnswer, meeting_entries, settlement_entries
from plancli.render.terminal import conflicts

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
    meetings = across_units(round_.comments, round_.trial.meetings)
    settled = settlements(round_.current, round_.workspace)
    joints = round_.plan.joints
    if as_json:
        told = settlement_entries(settled, joints)
        print_answer(ConflictsAnswer(meeting_entries(meetings), told))
    elif not meetings and (matrix or not settled):
        typer.echo(_("no comments meet"), err=True)
    else:
        shown = (
            conflicts.matrix(meetings, round_.comments)
            if matrix
            else conflicts.lines(meetings, settled, joints)
        )
        typer.echo("\n".join(shown))
    return 1 if any(meeting.level is Level.HARD for meeting in meetings) else 0
