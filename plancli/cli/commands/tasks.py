"""plancli tasks."""

from typing import Annotated

import typer

from plancli.cli.formats import table_writer
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DraftName, Internal, Output, ProvedAnew
from plancli.cli.output import print_answer
from plancli.cli.publish import shown_or_written
from plancli.cli.unproved import exit_code, proved_claims
from plancli.core.publish.sheet import repeated
from plancli.core.publish.tasks import duties, tasks
from plancli.library.naming import round_named
from plancli.messages import N_, _
from plancli.render.answers.tables import tasks_answer
from plancli.render.pages.words import stamp
from plancli.render.tables.tasks import by_task, by_unit

HELP = N_(
    "The task table (重点任务分工表): project, task, the unit that leads and the others. --by-unit gives the "
    "duties of each unit and what came or went against the draft. In the terminal, or to a file: {endings}."
)
EXAMPLE = "plancli tasks -o 重点任务分工表.docx; plancli tasks --by-unit"
KIND = table_writer


def command(
    output: Output = None,
    units: Annotated[bool, typer.Option("--by-unit", help=_("The duties of each unit."))] = False,
    repeat: Annotated[
        bool,
        typer.Option(
            "--repeat-project", help=_("The project in every row instead of one merged cell.")
        ),
    ] = False,
    draft: DraftName = None,
    internal: Internal = False,
    as_json: AsJson = False,
    anew: ProvedAnew = False,
) -> int:
    root, repository = open_repository()
    round_ = round_named(repository, draft)
    found = proved_claims(root, repository, round_, anew=anew)
    if as_json:
        print_answer(tasks_answer(round_.draft.draft, tasks(round_.paper), duties(round_)))
        return exit_code(found, internal)
    if units:
        sheet = by_unit(round_.manifest, duties(round_), round_.draft.draft)
    else:
        sheet = by_task(round_.manifest, tasks(round_.paper))
    sheet = sheet._replace(stamp=stamp(found, round_.manifest.language))
    shown_or_written(repeated(sheet) if repeat else sheet, output, root / "templates")
    return exit_code(found, internal)
