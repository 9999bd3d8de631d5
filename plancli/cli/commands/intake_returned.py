"""plancli intake returned."""

from typing import Annotated

import typer

from plancli.cli.arriving import all_received
from plancli.cli.completion import units
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.taking import take_in
from plancli.core.finding import Code, Finding, PlanError, refuse
from plancli.core.intake.authors import Authorship, heard
from plancli.core.intake.changed import DraftGround
from plancli.core.intake.entries import names_of
from plancli.core.intake.opinions import FileOpinions
from plancli.core.intake.returned import NOBODY, returned
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.plan.digest import draft_digest
from plancli.core.plan.manifest import Frozen
from plancli.core.text.matchkey import fold
from plancli.library.naming import full_name, unit_named
from plancli.messages import N_, _, in_language
from plancli.render.answers.intake import IntakeReturnedAnswer
from plancli.render.findings.shell import word
from plancli.render.pages.asking import asking
from plancli.store.repository import Repository

HELP = N_(
    "Take in the draft that came back as .docx with tracked changes and remarks in the margin: each changed "
    "passage becomes a comment of its author's unit, with edits that are proved to give the very words of "
    "the file. A remark beside a change is its reason, another one an opinion on the words beside it. A file "
    "that plancli exported is known by its marks, another one by its words; one without tracked changes is "
    "compared with the draft. Whose the changes are is said by the author's name, --author, or --unit. All "
    "files or none."
)
EXAMPLE = (
    "plancli intake returned 市教育局回文.docx; plancli intake returned 回收 --dry-run; "
    "plancli intake returned 回文.docx --author Administrator=市教育局"
)
ENDINGS = (".docx", ".docm")


def command(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help=_("Files or folders; - reads stdin."))
    ],
    unit: Annotated[
        str | None,
        typer.Option(
            help=_("Whose changes they are, where no author has the name of a unit."),
            autocompletion=units,
        ),
    ] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=UNIT", help=_("Whose changes those of an author are; kept for later.")
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    from plancli.papers.word.changes import tracked_in

    root, repository = open_repository()
    taught = _taught(repository, author or [])
    known = _known(repository, taught, unit)
    ground = _ground(repository)
    strangers: dict[str, int] = {}

    def opinions(content: bytes) -> list[FileOpinions]:
        file = tracked_in(content)
        whose, unknown = heard(file.authors, known)
        whose[NOBODY] = known.unit or ""
        for name in unknown:
            strangers[name] = strangers.get(name, 0) + 1
        return [returned(file, whose, ground)]

    received = all_received(files, ENDINGS, opinions, Code.NOT_RETURNED)
    if strangers:
        raise PlanError(_stranger(name, count) for name, count in strangers.items())
    answer = IntakeReturnedAnswer if as_json else None
    take_in(root, repository, received, answer, dry_run, taught)
    return 0


def _taught(repository: Repository, words: list[str]) -> dict[str, str]:
    """Return what is said of authors; a unit goes by its name on the roster, or a short one."""
    found: dict[str, str] = {}
    for given in words:
        name, separator, unit = given.rpartition("=")
        if not (name.strip() and separator and unit.strip()):
            raise refuse(Code.AUTHOR_GIVEN, given=given)
        found[" ".join(name.split())] = unit_named(repository, unit.strip())
    return found


def _known(repository: Repository, taught: dict[str, str], unit: str | None) -> Authorship:
    manifest = repository.manifest
    numbering = in_language(manifest.language).gettext("renumbering")
    office = {manifest.issuer, numbering, OFFICE, NUMBERING}
    whose = None if unit is None else full_name(repository, unit)
    return Authorship(names_of(manifest), office, taught, whose, manifest.authors)


def _ground(repository: Repository) -> DraftGround:
    round_ = repository.open_round
    title = round_.workspace.title or round_.manifest.title
    name = round_.draft.draft
    titles = {title, f"{title}({name})"}
    return DraftGround(
        round_.workspace.corpus,
        round_.manifest.frozen(name) or Frozen(name=name, digest=draft_digest(round_.draft)),
        asking(round_.manifest.language),
        frozenset(map(fold, titles)),
        frozenset(repository.comments),
    )


def _stranger(name: str, count: int) -> Finding:
    return Finding(Code.UNKNOWN_AUTHOR, {"author": name, "count": str(count), "given": word(name)})
