"""Decisions that are signed off, level by level: on the command line, or one by one in a terminal."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import typer

from plancli.cli.asking import asked, chosen, somebody
from plancli.cli.commands.show import comment_lines, standing_of
from plancli.cli.deciding import Changes, Decided, Decisions, approval_line, decided_together
from plancli.core.comments.approval import (
    approvals_of,
    approved_at,
    approved_below,
    given_approvals,
)
from plancli.core.comments.comment import Comment
from plancli.core.finding import PlanError
from plancli.git.processes import setting
from plancli.library.naming import comment_named, to_approve
from plancli.messages import _, colon, semicolon
from plancli.render.findings import messages as show
from plancli.store.repository import Repository

Write = Callable[[Decisions], None]


class Signing(NamedTuple):
    """What is signed off: which comments, at which level (None: the next one), by whom, or taken back."""

    names: Sequence[str]
    units: Sequence[str]
    only_pending: bool
    status: str | None
    level: str | None
    by: str | None
    takes_back: bool


def sign_off(root: Path, repository: Repository, signing: Signing, write: Write) -> list[Decided]:
    """Approve decisions, all of them or none; without any name walk through what waits and ask."""
    levels = repository.open_round.levels
    if not levels:
        raise typer.BadParameter(
            _("this plan requires no approval; levels stand in plan/plan.yaml: approval: […]")
        )
    if signing.level is not None and signing.level not in levels:
        raise typer.BadParameter(
            _("there is no such level; those of plan.yaml are: {levels}").format(
                levels="、".join(levels)
            )
        )
    if signing.takes_back:
        return _taken_back(repository, signing, write)
    walks = not (signing.names or signing.units or signing.only_pending or signing.status)
    if walks and not somebody():
        raise typer.BadParameter(
            _("say which decisions are meant: ids, --unit, --pending or --status")
        )
    waiting = _waiting(repository, signing)
    by = _signer(root, signing.by)
    if walks:
        return _walk(repository, [one.id for one in waiting], by, signing.level, write)
    level = signing.level or _next_level(waiting, levels)
    changes: dict[str, Changes] = {}
    for comment in waiting:
        if level in approvals_of(comment, date.today()).lacking(levels):
            changes[comment.id] = _approval(repository, comment, level, by)
        else:
            said = _("{id} is approved at {level} already").format(id=comment.id, level=level)
            typer.echo(said, err=True)
    return _written(repository, changes, write)


def _waiting(repository: Repository, signing: Signing) -> list[Comment]:
    """Return what is meant: of the status that is asked for, where one is."""
    found = to_approve(
        repository, signing.names, signing.units, signing.only_pending, signing.level
    )
    if signing.status is None:
        return found
    return [one for one in found if one.decision.status == signing.status]


def _signer(root: Path, by: str | None) -> str:
    """Return who approves: as said, else who commits to git here, else somebody is asked."""
    name = by if by is not None else setting(root, "user.name")
    return " ".join((name or "").split()) or asked(_("Who approves"), "--by")


def _next_level(waiting: Iterable[Comment], levels: Sequence[str]) -> str:
    """Return the level for which all of some decisions wait; refuse to guess where they wait for several."""
    found: dict[str, list[str]] = {}
    for comment in waiting:
        lacking = approvals_of(comment, date.today()).lacking(levels)
        if lacking:
            found.setdefault(lacking[0], []).append(comment.id)
    if len(found) > 1:
        told = semicolon().join(
            f"--level {level}{colon()}{'、'.join(ids)}" for level, ids in found.items()
        )
        raise typer.BadParameter(
            _("they wait for different levels, say which: {levels}").format(levels=told)
        )
    return next(iter(found), levels[-1])


def _approval(repository: Repository, comment: Comment, level: str, by: str) -> Changes:
    """Return what a decision says with one more approval."""
    levels, today = repository.open_round.levels, date.today().isoformat()
    return {"approved": approved_at(comment, level, levels, by, today)}


def _written(repository: Repository, changes: dict[str, Changes], write: Write) -> list[Decided]:
    if not changes:
        return []
    done = decided_together(repository, changes)
    write(done)
    return list(done.made)


def _taken_back(repository: Repository, signing: Signing, write: Write) -> list[Decided]:
    """Take approvals back: at a level, by default the last that was reached, and at those above it."""
    if not signing.names:
        raise typer.BadParameter(_("say whose approvals are taken back: ids"))
    levels = repository.open_round.levels
    changes: dict[str, Changes] = {}
    for name in signing.names:
        for comment in _named(repository, name):
            held = [
                one.level
                for one in approvals_of(comment, date.today()).holding
                if one.level in levels
            ]
            level = signing.level or (held[-1] if held else levels[0])
            left = approved_below(comment, level, levels)
            if given_approvals(comment):
                changes[comment.id] = {"approved": left or None}
    return _written(repository, changes, write)


def _named(repository: Repository, name: str) -> list[Comment]:
    """Return a comment by its id; a compound one stands for its points."""
    found = [one for one in repository.comments.values() if name in (one.id, one.part_of)]
    return found or [comment_named(repository, name)]


def _walk(
    repository: Repository, names: Sequence[str], by: str, level: str | None, write: Write
) -> list[Decided]:
    """Show each decision that waits, and ask; what is approved is written before the next is shown."""
    made: dict[str, Decided] = {}
    levels = repository.open_round.levels
    at = 0
    while at < len(names):
        comment = repository.comments[names[at]]
        progress = _("{number} of {count}").format(number=at + 1, count=len(names))
        _say(f"— {progress} —", *comment_lines(repository, standing_of(repository, comment)))
        lacking = approvals_of(comment, date.today()).lacking(levels)
        own = level or (lacking[0] if lacking else levels[-1])
        question = _("Approve at {level} as {name}").format(level=own, name=by)
        steps = {"l": _("later"), "b": _("back"), "q": _("stop")}
        key = chosen(question, {"y": _("yes")}, steps)
        if key == "q":
            break
        if key == "b":
            at = max(at - 1, 0)
            continue
        if key == "y" and own in lacking:
            try:
                done = decided_together(
                    repository, {comment.id: _approval(repository, comment, own, by)}
                )
            except PlanError as error:
                for finding in error.findings:
                    _say(*show.lines(finding))
                continue
            write(done)
            repository = done.repository
            made[comment.id] = done.made[0]
        at += 1
    return list(made.values())


def _say(*told: str) -> None:
    for line in told:
        typer.echo(line, err=True)


def approved_line(comment: Comment) -> str:
    """Return the approvals of a decision in one line."""
    approvals = "、".join(approval_line(one) for one in given_approvals(comment))
    return _("{id} {status}: approved: {signed}").format(
        id=comment.id, status=comment.decision.status, signed=approvals or "—"
    )
