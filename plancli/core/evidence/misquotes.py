"""What a unit quoted or cited that the draft does not say, or says elsewhere."""

from collections.abc import Mapping
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.locate.anchors import Anchor, Aspect, Refusal
from plancli.core.revision.revise import Workspace


class Misquote(NamedTuple):
    """A quotation that has no place, or an anchor (and the cited aspects that are wrong)."""

    comment: Comment
    quote: str
    found: Anchor | Refusal


def misquotes(workspace: Workspace, comments: Mapping[str, Comment]) -> list[Misquote]:
    """Return every quotation of the units' own edits that is refused or stands elsewhere than cited.

    In the order of the comments; one comment may have several.
    """
    found: list[Misquote] = []
    for comment in comments.values():
        placed = workspace.place(comment.id, Patch.of(comment.at, comment.edits))
        for evidence in placed.evidence:
            if _wrong(evidence.found):
                found.append(Misquote(comment, evidence.quote, evidence.found))
    return found


def _wrong(found: Anchor | Refusal) -> bool:
    """Whether words have no place, or stand elsewhere than cited.

    Where only the passage quoted under `original` is another one nothing is wrong with the words themselves.
    """
    if isinstance(found, Refusal):
        return True
    return any(aspect is not Aspect.ORIGINAL for aspect in found.miscited)
