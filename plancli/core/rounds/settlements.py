"""The comments as a whole: which belong in the text, which answer each other, where they meet."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import settled_by
from plancli.core.comments.record import Patch
from plancli.core.merge.compose import compose
from plancli.core.merge.meeting import Level, Meeting
from plancli.core.merge.placed import Placed
from plancli.core.revision.revise import Revision, Workspace


def patch_of(comment: Comment) -> Patch:
    """Return what a comment puts into the text, with the citation that helps to locate it."""
    return Patch.of(comment.at, comment.adopted_edits)


def citing(
    comments: Mapping[str, Comment], draft: str | None, by_default: bool = True
) -> dict[str, Comment]:
    """Return the comments on one draft: those that name it, and `by_default` those that name none."""
    drafts = {draft}
    if by_default:
        drafts.add(None)
    found: dict[str, Comment] = {}
    for name, comment in comments.items():
        if comment.draft in drafts:
            found[name] = comment
    return found


def due(comments: Mapping[str, Comment]) -> dict[str, Patch]:
    """Return the patches that belong in the text: adopted, with edits, and not settled by another comment."""
    settled = settled_by(comments)
    found: dict[str, Patch] = {}
    for name, comment in comments.items():
        if comment.merges and name not in settled:
            found[name] = patch_of(comment)
    return found


def why_not_due(
    comments: Mapping[str, Comment], name: str, draft: str | None, by_default: bool = True
) -> str:
    """Say why a comment does not belong in the text (a message, in English)."""
    comment = comments[name]
    if name not in citing(comments, draft, by_default):
        return "it is a comment on another draft"
    if not comment.meaning.merges:
        return "its status is not one that merges"
    if not comment.merges:
        return "it has no edits"
    return "another comment settles it"


def trial(
    workspace: Workspace, comments: Mapping[str, Comment], wanted: Mapping[str, Patch]
) -> Revision:
    """Return the revision with everything in the text that is recorded or `wanted`; nothing is written."""
    return workspace.revise(with_due(workspace.recorded, wanted, comments))


def with_due(
    recorded: Mapping[str, Patch], wanted: Mapping[str, Patch], comments: Mapping[str, Comment]
) -> dict[str, Patch]:
    """Return the record with the wanted patches; what a wanted joint wording settles goes."""
    settled = settled_by(comments)
    found: dict[str, Patch] = {}
    for name, patch in recorded.items():
        # Its joint wording says what it asked for: both together would say it twice.
        if settled.get(name) not in wanted:
            found[name] = patch
    return found | dict(wanted)


def across_units(comments: Mapping[str, Comment], meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return the meetings of comments of different units; a conflict always counts."""
    found: list[Meeting] = []
    for meeting in meetings:
        authors = [comments[name] for name in meeting.authors if name in comments]
        units = {comment.signatories for comment in authors}
        # A unit that changes one place twice has nobody to agree with, unless both cannot stand.
        if len(units) > 1 or meeting.level is Level.HARD:
            found.append(meeting)
    return found


class Settlement(NamedTuple):
    """A joint wording, the comments that it settles, and where these would collide."""

    joint: Comment
    settled: tuple[str, ...]
    meetings: tuple[Meeting, ...]


def settlements(comments: Mapping[str, Comment], workspace: Workspace) -> list[Settlement]:
    """Return the conflicts that a decision's joint wording has settled: what each side had asked for."""
    by_joint: dict[str, list[str]] = {}
    for name, joint in settled_by(comments).items():
        by_joint.setdefault(joint, []).append(name)
    found: list[Settlement] = []
    for joint, settled in by_joint.items():
        asked: list[Placed] = []
        for name, side in comments.items():
            if name in (joint, *settled):
                # its own edits, not those that the decision adopted instead
                asked.append(workspace.place(side.id, Patch.of(side.at, side.edits)))
        meetings = compose(workspace.draft, asked).conflicts
        found.append(Settlement(comments[joint], tuple(settled), meetings))
    return found
