"""plancli schema."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from plancli.messages import N_, _
from plancli.render.answers.schemas import ANSWERS, answer_schema
from plancli.store.outputs import write_outputs
from plancli.store.schema import KINDS, schema

HELP = N_(
    "JSON schemas of the files, so that an editor completes and checks them: plan, section, draft, comment, "
    "applied; and of what a command prints with --json, by the name of the command. Prints one or all; with "
    "-o writes a file for each."
)
EXAMPLE = "plancli schema comment; plancli schema check; plancli schema -o .schemas"


def kinds(incomplete: str) -> list[str]:
    """Return what there is a schema of."""
    return [kind for kind in (*KINDS, *ANSWERS) if kind.startswith(incomplete)]


def command(
    kind: Annotated[
        str | None,
        typer.Argument(metavar="KIND", help=_("Kind of file, or command."), autocompletion=kinds),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help=_("Write KIND.schema.json files.")),
    ] = None,
) -> int:
    if kind is not None and kind not in kinds(kind):
        known = ", ".join(kinds(""))
        raise typer.BadParameter(_("{name} is one of: {known}.").format(name="KIND", known=known))
    schemas = {name: _schema(name) for name in ([kind] if kind else kinds(""))}
    if output is None:
        typer.echo(_text(schemas[kind] if kind else schemas), nl=False)
        return 0
    files = {output / f"{name}.schema.json": _text(value) for name, value in schemas.items()}
    write_outputs({file: text.encode() for file, text in files.items()})
    for file in files:
        typer.echo(_("written: {file}").format(file=file), err=True)
    return 0


def _schema(kind: str) -> dict[str, Any]:
    return schema(kind) if kind in KINDS else answer_schema(kind)


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
