"""plancli intake sheet."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.completion import units
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.cli.progress import progress
from plancli.cli.taking import Received, received, taken_in
from plancli.core.finding import Code, Finding, Place, PlanError, refuse
from plancli.core.text.characters import steerless
from plancli.library.naming import full_name
from plancli.messages import N_, _
from plancli.papers.sheets.reading import ENDINGS, grids_in, read_bytes
from plancli.render.answers.intake import intake_answer
from plancli.render.terminal import outcomes
from plancli.render.terminal.intake import intake_lines
from plancli.store.transaction import write_all

HELP = N_(
    "Take in tables that came back: each row becomes a comment with the place, the quoted words, opinion, "
    "reason and day that it says. Tables of .xlsx, .xls, .ods, .docx, .html, .csv (UTF-8, GB18030), or "
    "pasted on stdin; a folder stands for the tables in it. Columns are known by their heads; those with "
    "telephone numbers and the like are left out. Old and new words side by side become an edit where the "
    "old ones have one place; all else waits for a person. What is in already is not taken in twice. All "
    "files or none."
)
EXAMPLE = (
    "plancli intake sheet 意见汇总.xlsx; plancli intake sheet 教育局.docx --unit 市教育局 --dry-run; "
    "plancli intake sheet 回收"
)
_STDIN = "-"


def command(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help=_("Files or folders; - reads a pasted table.")),
    ],
    unit: Annotated[
        str | None,
        typer.Option(
            help=_("Whose opinions they are, where a table does not say."), autocompletion=units
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    whose = None if unit is None else full_name(repository, unit)
    changed = taken_in(repository, _all_received(files), whose)
    if not dry_run:
        expected = {path: repository.files.get(path) for path in changed.files}
        write_all(root, changed.files, expected)
    if as_json:
        print_answer(intake_answer(changed.intake, list(changed.files)))
        return 0
    for line in intake_lines(changed.intake, repository.manifest.joints):
        typer.echo(line)
    typer.echo(outcomes.written(list(changed.files), dry_run), err=True)
    return 0


def _all_received(words: list[str]) -> list[Received]:
    """Return the tables of all files; refuse those that have none, all of them at once."""
    paths = list(_paths(words))
    found: list[Received] = []
    wrong: list[Finding] = []
    with progress(len(paths)) as step:
        for path in paths:
            try:
                found.append(received(path, _content(path), grids_in))
            except PlanError as error:
                wrong += error.findings
            step()
    if wrong:
        raise PlanError(wrong)
    return found


def _paths(words: list[str]) -> Iterator[str]:
    """Yield the files that are meant: of a folder those that can hold tables, in the order of their names."""
    for word in words:
        folder = Path(word)
        if word == _STDIN or not folder.is_dir():
            yield word
            continue
        for path in sorted(folder.iterdir()):
            # ~$ begins the name of what Office keeps beside a file that is open
            if path.suffix.lower() in ENDINGS and not path.name.startswith(("~$", ".")):
                yield str(path)


def _content(path: str) -> bytes:
    if path == _STDIN:
        return sys.stdin.buffer.read()
    if not Path(path).is_file():
        raise refuse(Code.NO_TABLE, Place(steerless(path)), problem=N_("there is no such file"))
    return read_bytes(Path(path))
