"""plancli fmt."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.cli.plans import named_from, seen_from
from plancli.core.finding import Code, Finding, Place, PlanError, Subject, refuse
from plancli.messages import N_, _
from plancli.render.answers.findings import finding_entries
from plancli.render.answers.written import FmtAnswer
from plancli.store.files import find_root, plan_of, read_files
from plancli.store.repository import Repository, load
from plancli.store.sections import formatted
from plancli.store.transaction import write_all

HELP = N_(
    "Bring section files into the form in which git shows every sentence by itself: each text a block |- "
    "with one sentence a line. No character of a text changes, and no other byte of a file. Prints the files "
    "that change; exit code 1 if there are any. One that cannot be brought into it is named and left as it "
    "is."
)
EXAMPLE = "plancli fmt; plancli fmt --check plan/第四章/19-医疗健康工程.yaml"


class _Laid(NamedTuple):
    """What is to be written in a plan, what stands there now, and why other files cannot be."""

    root: Path
    changed: Mapping[str, bytes]
    before: Mapping[str, bytes]
    refused: list[Finding]


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE…", help=_("Section files, of any plan; default: all of the plan here.")
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help=_("Only name the files; write nothing."))
    ] = False,
    as_json: AsJson = False,
) -> int:
    plans = [_laid(root, wanted) for root, wanted in _wanted(files or ()).items()]
    refused = [finding for plan in plans for finding in plan.refused]
    shown: list[str] = []
    for plan in plans:
        if not check:
            write_all(plan.root, plan.changed, plan.before)
        shown += [seen_from(Path.cwd(), plan.root / path) for path in plan.changed]
    if as_json:
        print_answer(FmtAnswer(shown, finding_entries(refused)))
        return 2 if refused else int(bool(shown))
    for path in shown:
        typer.echo(path)
    if refused:
        raise PlanError(refused)
    return 1 if shown else 0


def _wanted(files: Sequence[Path]) -> dict[Path, set[str]]:
    """Return the plans with their files that are named; without a name the plan here, with none."""
    if not files:
        return {find_root(Path.cwd()): set()}
    found: dict[Path, set[str]] = {}
    for file in files:
        if not file.is_file():
            raise refuse(Code.MISSING_FILE, Place(str(file)))
        path = file.parent.resolve() / file.name
        if root := plan_of(path):
            found.setdefault(root, set()).add(path.relative_to(root).as_posix())
    return found


def _laid(root: Path, wanted: set[str]) -> _Laid:
    try:
        repository = load(read_files(root))
        changed, refused = _formatted(repository, wanted)
        again = repository.changed(changed)
        if again.findings or again.sections != repository.sections:
            raise refuse(Code.NOT_WRITABLE, Place(next(iter(changed))))
    except PlanError as error:
        raise PlanError(named_from(Path.cwd(), root, error.findings)) from None
    before = {path: repository.files[path] for path in changed}
    return _Laid(root, changed, before, named_from(Path.cwd(), root, refused))


def _formatted(
    repository: Repository, wanted: set[str]
) -> tuple[Mapping[str, bytes], list[Finding]]:
    """Return the section files that change, and why others cannot be.

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
