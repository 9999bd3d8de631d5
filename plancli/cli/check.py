"""plancli check."""

from pathlib import Path

import typer

from plancli.cli.opening import print_json
from plancli.cli.options import AsJson
from plancli.core.audit import audit
from plancli.core.finding import Code, Finding, Place
from plancli.messages import N_, _
from plancli.render import findings as show
from plancli.store.repository import MANIFEST, Repository, find_root, read_files

HELP = N_(
    "Prove the plan, the comments and the table against each other: files and keys, quotations, and that "
    "what is adopted is in the text. Prints findings with code, file and line; exit code 1 if there are any."
)
EXAMPLE = "plancli check"


def command(
    as_json: AsJson = False,
) -> int:
    repository = Repository(read_files(find_root(Path.cwd())))
    found = repository.findings or _audited(repository)  # first the files
    found = [finding._replace(place=repository.place(finding)) for finding in found]
    if as_json:
        print_json([show.as_json(finding) for finding in found])
    else:
        for finding in found:
            typer.echo("\n".join(show.lines(finding)))
        typer.echo(_summary(repository, len(found)), err=True)
    return 1 if found else 0


def _audited(repository: Repository) -> list[Finding]:
    """Return what is wrong; a plan that was not circulated yet has nothing to prove, and no comments."""
    if repository.manifest.draft is not None:
        return audit(repository.rounds)
    return [Finding(Code.NO_DRAFT, place=Place(MANIFEST))] if repository.comments else []


def _summary(repository: Repository, count: int) -> str:
    counted = _("{sections} sections, {comments} comments, {applied} in the text").format(
        sections=len(repository.sections),
        comments=len(repository.comments),
        applied=len(repository.record.comments),
    )
    verdict = _("findings: {count}").format(count=count) if count else _("clean")
    return f"{counted}: {verdict}"
