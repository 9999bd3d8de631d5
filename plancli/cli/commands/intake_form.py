"""plancli intake form."""

from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.formats import form_writer, written
from plancli.cli.opening import open_repository
from plancli.cli.output import write_bytes
from plancli.messages import N_, _
from plancli.render.tables.opinion_form import form_of

HELP = N_(
    "The form to send out with the draft: place, original text, proposed wording, comment and reason; parts "
    "of the draft and units of the roster are chosen from lists, the heads are protected, the deadline is "
    "that of plan.yaml. What comes back on it goes through intake sheet and needs no grammar; one made for "
    "another draft is refused. As {endings}."
)
EXAMPLE = "plancli intake form -o 意见表.xlsx; plancli intake form -o 意见表.docx"
KIND = form_writer


def command(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help=_("Write to FILE."))
    ],
) -> int:
    _root, repository = open_repository()
    write_bytes(output, written(output, form_writer, form_of(repository.open_round)))
    return 0
