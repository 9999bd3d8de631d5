"""Bring comments into the plan and take them out again: in memory, until the files are saved."""

from collections.abc import Mapping, Sequence

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.finding import Code, Place, PlanError, refuse
from plancli.core.revision.revise import Revision
from plancli.core.rounds.settlements import due, why_not_due, with_due
from plancli.library.naming import chosen, full_name, unknown
from plancli.store.repository import Repository


def apply(repository: Repository, names: Sequence[str] | None = None) -> Revision:
    """Return the plan with adopted comments in it, by ids and units; None: all that are adopted.

    `outcomes` says what became of each; what collides is left out and stands under `conflicts`. Raises
    PlanError for a name that stands for nothing, and for an id whose comment is not adopted.
    """
    wanted = adopted(repository, names)
    return repository.workspace.revise(
        with_due(repository.record.comments, wanted, repository.open_round.current)
    )


def adopted(repository: Repository, names: Sequence[str] | None = None) -> dict[str, Patch]:
    """Return what adopted comments change, by id; one that is named by its id must be adopted."""
    patches = due(repository.open_round.current)
    comments = chosen(repository, names or (), everything=names is None)
    for comment in comments:
        if names is not None and comment.id in names and comment.id not in patches:
            raise _not_due(repository, comment)
    return {comment.id: patches[comment.id] for comment in comments if comment.id in patches}


def _not_due(repository: Repository, comment: Comment) -> PlanError:
    """Build the error for a comment that does not belong in the text, or not before it is carried over."""
    place = Place(repository.comment_file(comment.id))
    round_ = repository.round_of(comment)
    circulated = comment.id in round_.workspace.recorded
    if round_.closed and comment.merges and not circulated:
        draft, current = round_.draft.draft, repository.draft().draft
        return refuse(Code.EARLIER_ROUND, place, id=comment.id, draft=draft, current=current)
    reason = why_not_due(repository.comments, comment.id, repository.manifest.draft)
    if round_.closed and circulated:
        reason = "it is in the text already"
    status = str(comment.decision.status)
    return refuse(Code.NOT_DUE, place, id=comment.id, status=status, reason=reason)


def revert(
    repository: Repository, names: Sequence[str] | None = None, *, forget: bool = False
) -> Revision:
    """Return the plan without comments that are in it, by ids and units; None: without any.

    One that is still in `record` stays, because the office changed its words since. With `forget` they go
    from the record only, and the text stays as it is.
    """
    gone = recorded(repository, names)
    if forget:
        return repository.workspace.forget(gone)
    return repository.workspace.revise(_without(repository.record.comments, gone))


def recorded(repository: Repository, names: Sequence[str] | None = None) -> list[str]:
    """Return the ids of comments in the text that ids and units stand for."""
    known = repository.record.comments
    if names is None:
        return list(known)
    if not names:
        raise refuse(Code.NOTHING_NAMED)
    found: dict[str, None] = {}
    for name in names:
        unit = full_name(repository, name)
        comments = [
            c.id
            for c in repository.comments.values()
            if name in (c.part_of, c.id) or c.is_of(name) or c.is_of(unit)
        ]
        there = [one for one in [name, *comments] if one in known]
        if not there:
            _refuse_circulated(repository, [name, *comments])
            raise (
                refuse(Code.NOT_APPLIED, id=name)
                if comments
                else unknown(name, repository.comments)
            )
        found.update(dict.fromkeys(there))
    return list(found)


def _refuse_circulated(repository: Repository, names: Sequence[str]) -> None:
    """Refuse to take out what went into a draft that was circulated since."""
    for round_ in repository.rounds:
        for name in names:
            if round_.closed and name in round_.workspace.recorded:
                raise refuse(Code.CIRCULATED, id=name, draft=round_.outcome or "")


def _without(record: Mapping[str, Patch], names: Sequence[str]) -> dict[str, Patch]:
    return {name: patch for name, patch in record.items() if name not in names}
