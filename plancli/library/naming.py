"""What names stand for in a repository: comments, the round on a draft."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from plancli.core.comments.comment import Comment
from plancli.core.finding import Code, PlanError, refuse
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round
from plancli.store.repository import Repository


def chosen(repository: Repository, names: Sequence[str], everything: bool) -> list[Comment]:
    """Return the comments that ids and unit names stand for, in publication order; or every one."""
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


def round_named(repository: Repository, draft: str | None) -> Round:
    """Return the round on a draft, by default the one that is open."""
    rounds = {round_.draft.draft: round_ for round_ in repository.rounds}
    name = draft or repository.open_round.draft.draft
    if name not in rounds:
        raise refuse(Code.UNKNOWN_DRAFT, draft=name, known="、".join(rounds))
    return rounds[name]


def unknown(name: str, known: Iterable[str]) -> PlanError:
    """Build the error for an id that is not there, with the nearest ones."""
    return refuse(Code.UNKNOWN_ID, id=name, near="、".join(get_close_matches(name, list(known), 3)))


def unknown_key(key: str, plan: Outline, more: Iterable[str] = ()) -> PlanError:
    """Build the error for a section, column or paragraph that is not there, with the nearest ones."""
    known = [*plan.sections, *plan.columns, *plan.spots, *more]
    return refuse(Code.UNKNOWN_KEY, key=key, near="、".join(get_close_matches(key, known, 3)))


def _named(repository: Repository, name: str) -> list[Comment]:
    comments = repository.comments.values()
    found = [comment for comment in comments if name in (comment.id, comment.part_of, comment.unit)]
    if not found:
        raise unknown(name, [*repository.comments, *(comment.unit for comment in comments)])
    return found
