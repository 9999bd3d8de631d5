"""What a comment lists (who signs it, its topics, its files), joined from two branches."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from plancli.core.comments.attachment import Attachment
from plancli.core.comments.comment import Comment
from plancli.core.plan.names import folded
from plancli.core.revision.three import Three

_T = TypeVar("_T")

Lists = Mapping[str, tuple[Any, ...]]
"""The lists of a comment by their keys."""


def lists_of(comment: Comment) -> Lists:
    """Return what a comment lists: names, words and files, each in its order."""
    return {
        "units": comment.signatories,
        "topic": comment.topics,
        "attachments": comment.attached,
    }


def lists_joined(comments: Three[Comment]) -> dict[str, tuple[Any, ...]]:
    """Return the lists of a comment that its branches have otherwise, joined; none that cannot be.

    What either branch added is there, what either took out is not. Where both note another digest of one
    file, a person has to say which is right.
    """
    base, ours, theirs = (lists_of(comment) for comment in comments)
    found: dict[str, tuple[Any, ...]] = {}
    for key in base:
        versions = Three(base[key], ours[key], theirs[key])
        if len(set(versions)) > 1:
            joined = _joined(versions)
            if not _disputed(joined):
                found[key] = joined
    return found


def both_changed(comments: Three[Comment]) -> bool:
    """Whether the branches changed one list, each otherwise: lines that git joins would not be that list."""
    base, ours, theirs = (lists_of(comment) for comment in comments)
    for key, before in base.items():
        if ours[key] != theirs[key] and before not in (ours[key], theirs[key]):
            return True
    return False


def _joined(versions: Three[tuple[_T, ...]]) -> tuple[_T, ...]:
    """Return what is in the lists together, in the order of ours, then of theirs."""
    base, ours, theirs = versions
    if ours == base:
        return theirs
    found: list[_T] = []
    for one in dict.fromkeys([*ours, *theirs]):
        taken_out = one in base and (one not in ours or one not in theirs)
        if not taken_out:
            found.append(one)
    return tuple(found)


def _disputed(joined: Sequence[Any]) -> bool:
    """Whether a file stands in a list twice, with what either branch notes of it."""
    names = [folded(one.file) for one in joined if isinstance(one, Attachment)]
    return len(set(names)) < len(names)
