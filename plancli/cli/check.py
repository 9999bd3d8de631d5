"""plancli check."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from plancli import git
from plancli.cli.opening import as_text
from plancli.cli.options import AsJson
from plancli.cli.output import write
from plancli.core.audit import audit
from plancli.core.case import Consultation
from plancli.core.counts import wholes
from plancli.core.finding import Code, Finding, Place, PlanError, Severity
from plancli.messages import N_, _
from plancli.render import findings as show
from plancli.render.formats import Format, Scope, written
from plancli.store.repository import MANIFEST, Repository, find_root, read_files

HELP = N_(
    "Prove the plan, the comments and the table against each other: files and keys, quotations, and that "
    "what is adopted is in the text. Prints findings with code, file and line; exit code 1 if there are "
    "errors. What a code means: plancli explain CODE"
)
EXAMPLE = "plancli check; plancli check --format junit -o check.xml"


def command(
    style: Annotated[Format, typer.Option("--format", help=_("How to print the findings."))] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Write to FILE."))
    ] = None,
    as_json: AsJson = False,
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings fail too."))] = False,
    today: Annotated[
        datetime | None,
        typer.Option("--today", formats=["%Y-%m-%d"], help=_("Judge deadlines as of this day.")),
    ] = None,
) -> int:
    style = Format.JSON if as_json else style
    root = find_root(Path.cwd())
    result = _checked(root, today)
    text = "".join(_printed(style, root, result))
    if output is None:
        typer.echo(text, nl=False)
    else:
        write(output, text)
    if style is Format.TEXT and result.counted:
        typer.echo(f"{result.counted}: {_verdict(result.findings)}", err=True)
    if style is Format.GITHUB:
        _summarise(root, result)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return 1 if failing & {finding.severity for finding in result.findings} else 0


class Result(NamedTuple):
    """The findings with their places, and what was looked at: the plan's title, and how much of it."""

    findings: list[Finding]
    title: str = ""
    counted: str = ""


def _checked(root: Path, today: datetime | None) -> Result:
    """Read and judge the plan; where it cannot even be read, that is what is found."""
    try:
        repository = Repository(read_files(root))
        found = repository.findings or audited(repository, today)  # first the files
    except PlanError as error:
        return Result(list(error.findings), root.name)
    placed = [finding._replace(place=repository.place(finding)) for finding in found]
    return Result(with_authors(root, placed), repository.manifest.title, _counted(repository))


def with_authors(root: Path, findings: Sequence[Finding]) -> list[Finding]:
    """Add to unexplained changes who last touched their lines, as far as git knows."""
    lines: dict[str, set[int]] = {}
    for finding in findings:
        if finding.code is Code.UNEXPLAINED and finding.place:
            lines.setdefault(finding.place.file, set()).add(finding.place.line)
    known = git.blamed_lines(root, lines) if lines else {}
    return [_with_author(finding, known) for finding in findings]


def _with_author(finding: Finding, known: Mapping[tuple[str, int], git.Touched]) -> Finding:
    touched = known.get(finding.place[:2]) if finding.place and finding.code is Code.UNEXPLAINED else None
    if touched is None:
        return finding
    who = " ".join((touched.author, touched.date[:10], touched.commit)).strip() or NOT_COMMITTED
    return finding._replace(params={**finding.params, "touched": who})


NOT_COMMITTED = N_("not committed yet")


def _printed(style: Format, root: Path, result: Result) -> Iterator[str]:
    match style:
        case Format.TEXT:
            yield from (f"{line}\n" for finding in result.findings for line in show.lines(finding))
        case Format.JSON:
            yield as_text([show.as_json(finding) for finding in result.findings])
        case _:
            yield written(style, result.findings, _scope(root, result))


def _scope(root: Path, result: Result) -> Scope:
    return Scope(result.title, git.folder_in_repository(root), _verdict(result.findings))


def _summarise(root: Path, result: Result) -> None:
    """Append the whole list to the job summary, where GitHub gives a file for it."""
    from plancli.render.formats.md import bounded

    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        text = written(Format.MD, result.findings, _scope(root, result))
        with Path(path).open("a", encoding="utf-8", errors="replace") as file:
            file.write(bounded(text, _SUMMARY))


_SUMMARY = 1_000_000
"""Bytes of a job summary; GitHub drops one over 1 MiB."""


def audited(repository: Repository, today: datetime | None = None) -> list[Finding]:
    """Return what is wrong; a plan that was not circulated yet has nothing to prove, and no comments."""
    if repository.manifest.draft is not None:
        return audit(Consultation(repository.rounds, (today or datetime.now()).date()))
    return [Finding(Code.NO_DRAFT, place=Place(MANIFEST))] if repository.comments else []


def _counted(repository: Repository) -> str:
    return _("{sections} sections, {comments} comments, {applied} in the text").format(
        sections=len(repository.sections),
        comments=len(wholes(repository.comments)),
        applied=len(repository.record.comments),
    )


def _verdict(found: Sequence[Finding]) -> str:
    if not found:
        return _("clean")
    counts = Counter(finding.severity for finding in found)
    worded = {
        Severity.ERROR: _("errors: {count}"),
        Severity.WARNING: _("warnings: {count}"),
        Severity.NOTE: _("notes: {count}"),
    }
    return ", ".join(text.format(count=counts[one]) for one, text in worded.items() if counts[one])
