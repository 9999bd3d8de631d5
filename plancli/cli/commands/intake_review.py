"""plancli intake review."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.completion import comments, comments_and_units
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.cli.review_session import ReviewKey, ReviewSession
from plancli.cli.reviewing import reviewed, waiting_in, written
from plancli.core.comments.comment import ReadAs
from plancli.core.finding import Finding
from plancli.library.naming import chosen
from plancli.messages import N_, _
from plancli.render.answers.findings import finding_entries
from plancli.render.answers.review import IntakeReviewAnswer, TakenEntry, waiting_entry
from plancli.render.findings import messages as show
from plancli.render.terminal import outcomes
from plancli.render.terminal.edits import edit_in_words
from plancli.render.terminal.waiting import waiting_line
from plancli.store.comments import edits_as_text
from plancli.store.repository import Repository
from plancli.store.transaction import write_all

HELP = N_(
    "Walk through the opinions that ask for something and were not read wholly: what was understood of each, "
    "why a person is asked, and what it may mean, with the change in the draft. One key answers: t takes the "
    "proposal, n shows the next one, e lets you type the edits ($EDITOR, else line by line), o says that it "
    "is only an opinion, l leaves it for later, b goes back, q stops. Each answer is written at once. "
    "Without a terminal --json lists what waits, and --take takes proposals."
)
EXAMPLE = (
    "plancli intake review; plancli intake review 市医保局; plancli intake review --json; "
    "plancli intake review --take 市医保局-03 --take 市林业局-02=2"
)


def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID|UNIT…",
            help=_("Comments or units; default: all that wait."),
            autocompletion=comments_and_units,
        ),
    ] = None,
    take: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID[=N]",
            help=_("Take proposal N (default: 1) of a comment, without asking; repeatable."),
            autocompletion=comments,
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    taken: dict[str, int] = dict(_wanted(one) for one in take or ())
    if ids and taken:
        raise typer.BadParameter(_("--take names its comments itself: leave out the others"))
    again, files, told = _taken(repository, taken)
    if not dry_run:
        write_all(root, files, {path: repository.files[path] for path in files})
    waiting = _waiting(again, ids or [])
    if as_json:
        _print(again, waiting, list(taken), told, list(files))
        return 0
    for name in taken:
        edits = again.comments[name].edits
        words = [edit_in_words(edit, repository.manifest.joints) for edit in edits]
        typer.echo(f"{name} {'; '.join(words)}")
    for finding in told:
        typer.echo("\n".join(show.lines(finding)), err=True)
    if taken:
        typer.echo(outcomes.written(list(files), dry_run), err=True)
    elif waiting:
        _walk(root, repository, waiting, dry_run)
        return 0
    _say_left(again)
    return 0


def _wanted(words: str) -> tuple[str, int]:
    """Return the comment and the number of the proposal that --take names."""
    match = re.fullmatch(r"(.+?)(?:=([0-9]+))?", words)
    assert match
    return match[1], int(match[2] or 1)


def _taken(
    repository: Repository, wanted: dict[str, int]
) -> tuple[Repository, dict[str, bytes | None], list[Finding]]:
    """Return the repository with the proposals that were taken, the files that change, what is to be told."""
    waiting = {comment.id for comment in waiting_in(repository)} if wanted else set()
    files: dict[str, bytes | None] = {}
    told: list[Finding] = []
    again = repository
    for name, number in wanted.items():
        chosen(
            repository, [name], everything=False
        )  # a name that there is not is refused with those near it
        if name not in waiting:
            raise typer.BadParameter(_("{id} does not wait for a review").format(id=name))
        proposals = reviewed(again, name).proposals
        if not 1 <= number <= len(proposals):
            said = _("{id} has {count} proposals, and no number {number}")
            raise typer.BadParameter(said.format(id=name, count=len(proposals), number=number))
        new = written(again, name, proposals[number - 1].edits, ReadAs.CONFIRMED)
        again = new.repository
        files[new.path] = new.raw
        told += new.told
    return again, files, told


def _waiting(repository: Repository, names: Sequence[str]) -> list[str]:
    """Return the ids that wait: of some comments and units, or all; of those that do not wait it is said."""
    waiting = [comment.id for comment in waiting_in(repository)]
    if not names:
        return waiting
    wanted = {comment.id for comment in chosen(repository, names, everything=False)}
    for name in names:
        if name in wanted and name not in waiting:
            typer.echo(_("{id} does not wait for a review").format(id=name), err=True)
    return [name for name in waiting if name in wanted]


def _print(
    repository: Repository,
    waiting: Sequence[str],
    taken: Sequence[str],
    told: Sequence[Finding],
    files: list[str],
) -> None:
    entries = []
    for name in waiting:
        review = reviewed(repository, name)
        texts = [edits_as_text(proposal.edits) for proposal in review.proposals]
        entries.append(waiting_entry(review, texts))
    done = [TakenEntry(name, list(repository.comments[name].edits)) for name in taken]
    print_answer(IntakeReviewAnswer(entries, done, finding_entries(told), files))


def _walk(root: Path, repository: Repository, waiting: Sequence[str], dry_run: bool) -> None:
    """Walk through what waits with somebody at a terminal, or show it where there is none."""
    session = ReviewSession(root, repository, waiting)
    if dry_run or not sys.stdin.isatty():
        session.show_all()
        return
    answers = session.run()
    said = {
        ReviewKey.TAKE: _("taken: {count}"),
        ReviewKey.EDIT: _("typed: {count}"),
        ReviewKey.OPINION: _("opinion only: {count}"),
    }
    counts = [said[key].format(count=answers[key]) for key in said if answers[key]]
    if counts:
        typer.echo(_(", ").join(counts))
    _say_left(session.repository)


def _say_left(repository: Repository) -> None:
    """Say what still waits, and which command comes next."""
    left = len(waiting_in(repository))
    if left:
        typer.echo(waiting_line(left), err=True)
    else:
        typer.echo(_("nothing waits for a review; next: plancli status"), err=True)
