"""What most commands begin with: the repository around the current folder, the comments meant."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

import typer

from plancli.core.comments.comment import Comment
from plancli.core.evidence.redline import Line, within
from plancli.core.finding import Code, refuse
from plancli.core.locate.names import Names
from plancli.core.plan.outline import Outline
from plancli.core.publish.masking import public
from plancli.core.rounds.round import Round
from plancli.core.rounds.standing import State
from plancli.messages import _
from plancli.store.files import find_root, read_files
from plancli.store.repository import Repository, load


def open_repository() -> tuple[Path, Repository]:
    """Return the root and the files of the plan repository around the current folder."""
    root = find_root(Path.cwd())
    return root, load(read_files(root))


def chosen(repository: Repository, names: Sequence[str], everything: bool) -> list[Comment]:
    """Return the comments that ids and unit names stand for, in publication order; with --all every one."""
    if everything:
        return list(repository.comments.values())
    if not names:
        raise refuse(Code.NOTHING_NAMED)
    wanted = {comment.id for name in names for comment in _named(repository, name)}
    return [comment for comment in repository.comments.values() if comment.id in wanted]


def comment_named(repository: Repository, name: str) -> Comment:
    """Return one comment by its id."""
    if name not in repository.comments:
        raise unknown(name, repository.comments)
    return repository.comments[name]


def unknown(name: str, known: Iterable[str]) -> Exception:
    """Build the error for an id that is not there, with the nearest ones."""
    return refuse(Code.UNKNOWN_ID, id=name, near="、".join(get_close_matches(name, list(known), 3)))


def unknown_key(key: str, plan: Outline, more: Iterable[str] = ()) -> Exception:
    """Build the error for a section, column or paragraph that is not there, with the nearest ones."""
    known = [*plan.sections, *plan.columns, *plan.spots, *more]
    return refuse(Code.UNKNOWN_KEY, key=key, near="、".join(get_close_matches(key, known, 3)))


def _named(repository: Repository, name: str) -> list[Comment]:
    comments = repository.comments.values()
    found = [comment for comment in comments if name in (comment.id, comment.part_of, comment.unit)]
    if not found:
        raise unknown(name, [*repository.comments, *(comment.unit for comment in comments)])
    return found


def unknown_code(name: str, known: Iterable[str]) -> Exception:
    """Build the error for a code that there is not, with the nearest ones."""
    near = get_close_matches(name.upper(), list(known), 3)
    return refuse(Code.UNKNOWN_CODE, name=name, near="、".join(near))


def round_named(repository: Repository, draft: str | None) -> Round:
    """Return the round on a draft, by default the one that is open."""
    rounds = {round_.draft.draft: round_ for round_ in repository.rounds}
    name = draft or repository.open_round.draft.draft
    if name not in rounds:
        raise refuse(Code.UNKNOWN_DRAFT, draft=name, known="、".join(rounds))
    return rounds[name]


def opened_round(repository: Repository, draft: str | None, published: bool) -> Round:
    """Return a round by its draft; `published` without what the public may not see."""
    round_ = round_named(repository, draft)
    return public(round_) if published else round_


def note_waiting(round_: Round) -> None:
    """Say that adopted comments are not in the text, where that is so: what is made of it lacks them."""
    if round_.closed or all(
        round_.workspace.recorded.get(name) == patch for name, patch in round_.due.items()
    ):
        return
    if waiting := [one for one in round_.left if one.state is not State.PENDING]:
        said = _(
            "Adopted comments that are not in the text: {count}. Bring them in: plancli apply --all"
        )
        typer.echo(said.format(count=len(waiting)), err=True)


def part(round_: Round, lines: Iterable[Line], name: str | None) -> list[Line]:
    """Return the lines of what a key, title or citation names; without one all lines."""
    if name is None:
        return list(lines)
    keys = round_.workspace.corpus.names.keys(name) or Names(round_.plan).keys(name)
    if len(keys) != 1:
        raise refuse(Code.UNKNOWN_KEY, key=name, near="、".join(keys))
    return within(lines, keys[0], round_.workspace.draft, round_.plan)
