"""plancli check."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.opening import print_json
from plancli.cli.options import AsJson
from plancli.core.audit import audit
from plancli.core.case import Consultation
from plancli.core.counts import wholes
from plancli.core.finding import Code, Finding, Place, Severity
from plancli.messages import N_, _
from plancli.render import findings as show
from plancli.store.repository import MANIFEST, Repository, find_root, read_files

HELP = N_(
    "Prove the plan, the comments and the table against each other: files and keys, quotations, and that "
    "what is adopted is in the text. Prints findings with code, file and line; exit code 1 if there are "
    "errors. What a code means: plancli explain CODE"
)
EXAMPLE = "plancli check"


def command(
    as_json: AsJson = False,
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings fail too."))] = False,
    today: Annotated[
        datetime | None,
        typer.Option("--today", formats=["%Y-%m-%d"], help=_("Judge deadlines as of this day.")),
    ] = None,
) -> int:
    repository = Repository(read_files(find_root(Path.cwd())))
    found = repository.findings or audited(repository, today)  # first the files
    found = [finding._replace(place=repository.place(finding)) for finding in found]
    if as_json:
        print_json([show.as_json(finding) for finding in found])
    else:
        for finding in found:
            typer.echo("\n".join(show.lines(finding)))
        typer.echo(_summary(repository, found), err=True)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return 1 if failing & {finding.severity for finding in found} else 0


def audited(repository: Repository, today: datetime | None = None) -> list[Finding]:
    """Return what is wrong; a plan that was not circulated yet has nothing to prove, and no comments."""
    if repository.manifest.draft is not None:
        return audit(Consultation(repository.rounds, (today or datetime.now()).date()))
    return [Finding(Code.NO_DRAFT, place=Place(MANIFEST))] if repository.comments else []


def _summary(repository: Repository, found: Sequence[Finding]) -> str:
    counted = _("{sections} sections, {comments} comments, {applied} in the text").format(
        sections=len(repository.sections),
        comments=len(wholes(repository.comments)),
        applied=len(repository.record.comments),
    )
    return f"{counted}: {_verdict(found)}"


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
