"""plancli conflicts."""

from typing import Annotated

import typer

from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.rounds.conflicts import Conflicts, conflicts
from plancli.messages import N_, _
from plancli.render.answers.meetings import ConflictsAnswer, meeting_entries, settlement_entries
from plancli.render.terminal import conflicts as show

HELP = N_(
    "Where adopted comments meet: the draft's words, what each side wants, the joint wording. In conflict, "
    "to be read once more (several units changed one sentence), or agreed; and what waits for a decision and "
    "would be in conflict. Exit code 1 for a conflict of what is adopted."
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
        coming = meeting_entries(found.coming)
        print_answer(ConflictsAnswer(meeting_entries(found.meetings), settled, coming))
    elif not found.meetings and (matrix or not (found.settled or found.coming)):
        typer.echo(_nothing(found), err=True)
    elif matrix:
        typer.echo("\n".join(show.matrix(found.meetings, round_.comments)))
    else:
        typer.echo("\n".join(show.lines(*found[:2], joints, found.coming)))
    return 1 if found.unsettled else 0


def _nothing(found: Conflicts) -> str:
    """Say that nothing that is adopted meets, and what there is else."""
    if found.settled:
        return _("where comments met is settled: plancli conflicts")
    if found.coming:
        return _("what is not decided yet would be in conflict: plancli conflicts")
    return _("no comments meet")
