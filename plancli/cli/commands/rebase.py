"""plancli rebase."""

from typing import Annotated

import typer

from plancli.cli.completion import comments_and_units
from plancli.cli.everywhere import listed_in
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.core.comments.approval import given_approvals
from plancli.core.comments.comment import Carried, Comment
from plancli.core.finding import Code, Place, Subject, refuse
from plancli.core.locate.everywhere import Listed
from plancli.core.plan.printed import Position
from plancli.core.rounds.rebase import Carry, Obstacle, carry, left_over, reason_against
from plancli.library.naming import chosen
from plancli.messages import N_, _
from plancli.render.answers.written import rebase_answer
from plancli.render.findings.messages import message
from plancli.render.terminal import outcomes, places
from plancli.render.terminal.passages import page_and_line
from plancli.store.comments import carried_over, decided
from plancli.store.repository import Repository
from plancli.store.transaction import write_all
from plancli.store.yaml.strict import parse

HELP = N_(
    "Carry comments of an earlier round that are not in the text over to the draft that is circulated now: "
    "located anew, the old place kept. Where the words have changed since, it says how; exit code 1. With "
    "--anyway such a comment is carried over without a place, to be decided with edits of the office's own."
)
EXAMPLE = "plancli rebase 市城管局-02"


def command(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID…", help=_("Comment ids or units."), autocompletion=comments_and_units
        ),
    ],
    anyway: Annotated[
        bool, typer.Option("--anyway", help=_("Also where the words have changed."))
    ] = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    comments = [
        comment
        for comment in chosen(repository, ids, everything=False)
        if comment.id in ids or left_over(comment, repository.round_of(comment))
    ]
    found = {comment.id: _carry(repository, comment) for comment in comments}
    going = [name for name, carried in found.items() if anyway or not carried.obstacles]
    files: dict[str, bytes] = {}
    spread: dict[str, list[Listed]] = {}
    for name in going:
        raw, spread[name] = _file(repository, repository.comments[name], found[name])
        files[repository.comment_file(name)] = raw
    if not dry_run:
        write_all(root, files, {path: repository.files[path] for path in files})
    if as_json:
        print_answer(rebase_answer(found, going, list(files)))
    else:
        for name, carried in found.items():
            typer.echo("\n".join(_lines(name, carried, name in going)))
            for listed in spread.get(name, ()):
                typer.echo("\n".join(places.lines(name, listed)))
        if not found:
            typer.echo(_("Nothing is left to be carried over."), err=True)
        typer.echo(outcomes.written(list(files), dry_run), err=True)
        if staying := [name for name in found if name not in going]:
            typer.echo(
                _("Decide them as they are, or: plancli rebase {ids} --anyway").format(
                    ids=" ".join(staying)
                ),
                err=True,
            )
    return 0 if len(going) == len(found) else 1


def _carry(repository: Repository, comment: Comment) -> Carry:
    round_ = repository.round_of(comment)
    if reason := reason_against(comment, round_):
        place = Place(repository.comment_file(comment.id))
        raise refuse(Code.NOT_CARRIED, place, id=comment.id, reason=reason)
    return carry(comment, round_.workspace.corpus, repository.workspace.corpus)


def _file(repository: Repository, comment: Comment, carried: Carry) -> tuple[bytes, list[Listed]]:
    """Return the file of a comment on the new draft; what holds everywhere has its places there, told."""
    document = repository.documents[Subject("comment", comment.id)]
    before = (*comment.carried, Carried(draft=comment.draft or "", at=comment.at))
    raw = carried_over(document, repository.draft().draft, carried.at, before)
    decision = comment.decision
    if given_approvals(comment):
        # nobody has signed what is asked of this draft
        decision = decision.model_copy(update={"approved": None})
        inside = repository.home(comment.id)[1]
        raw = decided(parse(document.file, raw), inside, decision, {"approved": None})
    again = repository.changed({document.file: raw})
    update = {"draft": repository.draft().draft, "at": carried.at, "carried": before}
    expected = comment.model_copy(update={**update, "decision": decision})
    if again.findings or again.comments[comment.id] != expected:
        raise refuse(Code.NOT_WRITABLE, Place(document.file))
    listed, files = listed_in(again, [again.comments[comment.id]])
    return files.get(document.file, raw), listed.get(comment.id, [])


def _lines(name: str, carried: Carry, goes: bool) -> list[str]:
    place = page_and_line(Position(carried.at.page, carried.at.line))
    if not carried.obstacles:
        return [" ".join(part for part in (name, _("carried over"), place) if part)]
    said = _("carried over, though its words have changed")
    lines = [f"{name} " + (said if goes else _("stays: its words have changed"))]
    for obstacle in carried.obstacles:
        lines += _why(obstacle)
    return lines


def _why(obstacle: Obstacle) -> list[str]:
    if obstacle.finding is not None:
        return [f"  {message(obstacle.finding)}"]
    line = f"  “{obstacle.relies_on}” {obstacle.paragraph}".rstrip()
    return (
        [line, f"    {obstacle.change}"]
        if obstacle.runs
        else [line + " — " + _("not in the new draft")]
    )
