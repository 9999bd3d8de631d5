"""plancli diff."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from plancli.cli.completion import comments, parts, two_drafts
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.evidence.attribution import moved
from plancli.core.evidence.rewordings import Rewording, rewordings, rewordings_of
from plancli.core.finding import Code, PlanError, refuse
from plancli.core.locate.names import Names
from plancli.core.plan.model import Section
from plancli.git import processes as git
from plancli.library.naming import comment_named
from plancli.messages import N_, _
from plancli.render.answers.changes import DiffAnswer, change_entry
from plancli.render.pages.words import said
from plancli.render.terminal import wording
from plancli.store.repository import Repository, load

HELP = N_(
    "The changed wording, character by character: the draft against the plan, or two drafts or git revisions "
    "A..B, or what one comment changes. Colours in a terminal, [-removed-]{+new+} in a pipe."
)
EXAMPLE = "plancli diff --section 第四章/19; plancli diff HEAD~1..HEAD; plancli diff --comment 市医保局-01"

Sections = tuple[Section, ...]


def command(
    between: Annotated[
        str | None,
        typer.Argument(
            metavar="A..B",
            help=_("Drafts or git revisions; A alone: against the plan."),
            autocompletion=two_drafts,
        ),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(
            metavar="KEY", help=_("Only this section, column or paragraph."), autocompletion=parts
        ),
    ] = None,
    comment: Annotated[
        str | None,
        typer.Option(metavar="ID", help=_("What this comment changes."), autocompletion=comments),
    ] = None,
    proposed: Annotated[
        bool, typer.Option("--proposed", help=_("What was asked against what was adopted."))
    ] = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    if comment is not None or proposed:
        comments = (
            [comment_named(repository, comment)] if comment else list(repository.comments.values())
        )
        changes = {
            comment.id: rewordings_of(
                comment, repository.round_of(comment).workspace, proposed=proposed
            )
            for comment in comments
        }
    else:
        old, new = _sides(root, repository, between)
        parts = moved(repository.open_round) if between is None else set()
        changes = {"": rewordings(old, new, _key(repository, section), parts)}
    if as_json:
        found = [change_entry(name or None, rewordings) for name, rewordings in changes.items()]
        print_answer(DiffAnswer(found))
    else:
        _show(changes, repository, proposed)
    return 0


def _show(changes: dict[str, list[Rewording]], repository: Repository, proposed: bool) -> None:
    """Show changes by comment; `proposed` ones lead from what was asked to what was adopted."""
    naming = said(repository.manifest.language).naming
    console = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
    for name, found in changes.items():
        if found and name:
            console.print(f"# {name}")
        draft = None
        if proposed:
            draft = repository.round_of(repository.comments[name]).workspace.draft
        wording.show(found, console, naming, draft)
    if not any(changes.values()):
        typer.echo(_("no difference"), err=True)


def _sides(root: Path, repository: Repository, between: str | None) -> tuple[Sections, Sections]:
    if between is None:
        return repository.with_cover(), repository.as_titled
    first, dots, second = between.partition("..")
    old = _state(root, repository, first)
    return old, _state(root, repository, second) if dots and second else repository.as_titled


def _state(root: Path, repository: Repository, name: str) -> Sections:
    """Return the plan as a draft or a git revision has it."""
    if name in {frozen.name for frozen in repository.manifest.drafts}:
        return repository.with_cover(name)
    try:
        return load(git.files_at(root, name)).as_titled
    except PlanError as error:
        problem = error.findings[0].params.get("problem")
        if error.findings[0].code not in (Code.GIT, Code.NO_GIT) or problem is None:
            raise
        known = "、".join(frozen.name for frozen in repository.manifest.drafts)
        part = _as_part(repository, name)
        raise refuse(
            Code.UNKNOWN_STATE, name=name, problem=problem, known=known, section=part
        ) from None


def _as_part(repository: Repository, name: str) -> str:
    """Return a name that is one of a part of the plan, as the option takes it, else what stands for any."""
    return name if Names(repository.open_round.plan).keys(name) else "…"


def _key(repository: Repository, name: str | None) -> str | None:
    if name is None:
        return None
    keys = repository.workspace.corpus.names.keys(name) or Names(repository.open_round.plan).keys(
        name
    )
    if len(keys) != 1:
        raise refuse(Code.UNKNOWN_KEY, key=name, near="、".join(keys))
    return keys[0]
