"""plancli schema."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.output import print_json
from plancli.messages import N_, _
from plancli.store.schema import KINDS, schema

HELP = N_(
    "JSON schemas of the files, so that an editor completes and checks them: plan, section, draft, comment, "
    "applied. Prints one or all; with -o writes a file for each kind."
)
EXAMPLE = "plancli schema comment; plancli schema -o .schemas"


class Kind(StrEnum):
    """The kinds of files."""

    PLAN = "plan"
    SECTION = "section"
    DRAFT = "draft"
    COMMENT = "comment"
    APPLIED = "applied"


def command(
    kind: Annotated[Kind | None, typer.Argument(metavar="KIND", help=_("Kind of file."))] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help=_("Write KIND.schema.json files.")),
    ] = None,
) -> int:
    schemas = {name: schema(name) for name in ([kind.value] if kind else KINDS)}
    if output is None:
        print_json(schemas[kind.value] if kind else schemas)
        return 0
    output.mkdir(parents=True, exist_ok=True)
    for name, value in schemas.items():
        path = output / f"{name}.schema.json"
        path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        typer.echo(_("written: {file}").format(file=path), err=True)
    return 0
