"""plancli blame."""

from typing import Annotated

import typer
from rich.console import Console

from plancli.cli.completion import parts
from plancli.cli.opening import open_repository, unknown_key
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.evidence.blame import blame
from plancli.core.locate.names import Names
from plancli.messages import N_, _
from plancli.render.answers.changes import BlameAnswer, blame_entry
from plancli.render.terminal import blame as show

HELP = N_(
    "Who wrote which words of the working plan: the draft, which comments of which unit, or the drafting "
    "office, through all rounds; what was taken out is marked too. Colours in a terminal, [author: words] "
    "in a pipe."
)
EXAMPLE = "plancli blame 17.1; plancli blame 第四章/17"


def command(
    key: Annotated[
        str,
        typer.Argument(
            metavar="KEY", help=_("Section, column or paragraph."), autocompletion=parts
        ),
    ],
    as_json: AsJson = False,
) -> int:
    _root, repository = open_repository()
    plan, drafts = (
        repository.open_round.plan,
        [round_.workspace.draft for round_ in repository.rounds],
    )
    keys = next((keys for outline in (plan, *drafts) if (keys := Names(outline).keys(key))), [])
    if not keys:
        raise unknown_key(key, plan)
    covered = [
        n for o in (plan, *drafts) for n, s in o.spots.items() if any(o.covers(k, s) for k in keys)
    ]
    wanted = list(dict.fromkeys(covered))
    found = [blame(repository.rounds, name) for name in wanted]
    if as_json:
        print_answer(BlameAnswer([blame_entry(paragraph) for paragraph in found]))
    else:
        console = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
        show.show(
            found, repository.rounds[0].draft.draft, repository.manifest.joints.comma, console
        )
    return 0
