"""Comments of which nobody knows yet what they ask for."""

from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status


def is_unread(comment: Comment) -> bool:
    """Whether nobody has decided on a comment, written its edits, or said that it asks for none."""
    undecided = comment.decision.status is Status.PENDING and comment.decision.edits is None
    return undecided and not comment.edits and comment.read is None
