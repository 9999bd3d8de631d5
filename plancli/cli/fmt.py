"""plancli fmt."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.opening import open_repository
from plancli.core.finding import Code, Finding, Place, PlanError, Subject, refuse
from plancli.messages import N_, _
from plancli.store.repository import Repository
from plancli.store.sections import formatted
from plancli.store.transaction import write_all

HELP = N_(
    "Bring section files into the layout in which git shows every sentence by itself: each text a block |- "
    "with one sentence a line. No character of a text changes, and no other byte of a file. Prints the files "
    "that change; exit code 1 if there are any. One that cannot be laid out is named and left as it is."
)
EXAMPLE = "plancli fmt; plancli fmt --check plan/第四章/19-医疗健康工程.yaml"


def command(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE…", help=_("Section files; default: all."))
    ] = None,
    check: Annotated[bool, typer.Option("--check", help=_("Only name the files; write nothing."))] = False,
) -> int:
    root, repository = open_repository()
    changed, refused = _formatted(repository, {_below(root, file) for file in files or ()})
    again = repository.changed(changed)
    if again.findings or again.sections != repository.sections:
        raise refuse(Code.NOT_WRITABLE, Place(next(iter(changed))))
    if not check:
        write_all(root, changed, {path: repository.files[path] for path in changed})
    for path in changed:
        typer.echo(path)
    if refused:
        raise PlanError(refused)
    return 1 if changed else 0


def _formatted(repository: Repository, wanted: set[str]) -> tuple[Mapping[str, bytes], list[Finding]]:
    """Return the section files that change, and why others cannot be laid out.

    Of `wanted`, those that are sections, without it all.
    """
    changed: dict[str, bytes] = {}
    refused: list[Finding] = []
    for section in repository.sections:
        document = repository.documents[Subject("section", section.key)]
        if wanted and document.file not in wanted:
            continue
        try:
            raw = formatted(document, section)
        except PlanError as error:
            refused += error.findings
            continue
        if raw != repository.files[document.file]:
            changed[document.file] = raw
    return changed, refused


def _below(root: Path, file: Path) -> str:
    """Return a file's path below the plan's root."""
    if not file.is_file():
        raise refuse(Code.MISSING_FILE, Place(str(file)))
    path = file.resolve()
    return path.relative_to(root.resolve()).as_posix() if path.is_relative_to(root.resolve()) else str(file)
