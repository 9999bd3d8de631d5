"""Comments that point to each other: joined to one, settled by one, items of one."""

from collections.abc import Mapping
from itertools import count

from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status


def settled_by(comments: Mapping[str, Comment]) -> dict[str, str]:
    """Map what is settled to the comment whose joint wording settles it; a circle settles nothing."""
    pairs: set[tuple[str, str]] = set()
    for name, comment in comments.items():
        if not comment.merges:
            # a wording that is not adopted settles nothing
            continue
        for other in comment.decision.settles:
            pairs.add((other, name))
    found: dict[str, str] = {}
    for other, name in sorted(pairs):
        # two that settle each other would both go, and neither wording would be in the text
        if other != name and (name, other) not in pairs:
            found[other] = name
    return found


def standing_for(comments: Mapping[str, Comment], name: str) -> tuple[Comment, ...]:
    """Return what an id stands for: a comment, or the items of a compound one."""
    if name in comments:
        return (comments[name],)
    # items are numbered from 1: they are asked for by name, not looked for among all comments
    found: list[Comment] = []
    for number in count(1):
        item = comments.get(f"{name}.{number}")
        if item is None:
            break
        # a file of its own can bear an item's name; the item is then refused where it is read
        if item.part_of == name:
            found.append(item)
    return tuple(found)


def answering(
    comments: Mapping[str, Comment], comment: Comment, settled: Mapping[str, str]
) -> tuple[Comment, ...]:
    """Return the comments whose edits answer one: itself, what it was joined to, or what settles it.

    That goes on from one to the next. A circle ends where it is closed, a compound comment at its items.
    """
    seen: set[str] = set()
    while comment.id not in seen:
        seen.add(comment.id)
        found = standing_for(comments, _answers(comment, settled))
        if not found:
            return (comment,)
        if len(found) > 1:
            return found
        comment = found[0]
    return (comment,)


def _answers(comment: Comment, settled: Mapping[str, str]) -> str:
    """Return the id of what answers a comment next; "" where that is the comment itself.

    A joint wording is what the text will say, whatever else the comment was joined to.
    """
    joint = settled.get(comment.id)
    if joint:
        return joint
    if comment.decision.status is Status.JOINED:
        return comment.decision.into or ""
    return ""
