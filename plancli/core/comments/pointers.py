"""Comments that point to each other: joined to one, settled by one, items of one."""

from collections.abc import Mapping

from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status


def settled_by(comments: Mapping[str, Comment]) -> dict[str, str]:
    """Map what is settled to the comment whose joint wording settles it; a circle settles nothing."""
    pairs = {
        (other, name)
        for name, comment in comments.items()
        if comment.merges
        for other in comment.decision.settles
    }
    return {
        other: name for other, name in sorted(pairs) if other != name and (name, other) not in pairs
    }


def standing_for(comments: Mapping[str, Comment], name: str) -> tuple[Comment, ...]:
    """Return what an id stands for: a comment, or the items of a compound one."""
    if name in comments:
        return (comments[name],)
    return (
        tuple(comment for comment in comments.values() if comment.part_of == name) if name else ()
    )


def answering(
    comments: Mapping[str, Comment], comment: Comment, settled: Mapping[str, str]
) -> tuple[Comment, ...]:
    """Return the comments whose edits answer one: itself, what it was joined to, or what settles it."""
    seen: set[str] = set()
    while comment.id not in seen:
        seen.add(comment.id)
        joined = comment.decision.into if comment.decision.status is Status.JOINED else None
        found = standing_for(comments, settled.get(comment.id) or joined or "")
        if len(found) != 1:
            return found or (comment,)
        comment = found[0]
    return (comment,)
