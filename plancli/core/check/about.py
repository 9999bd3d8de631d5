"""Findings about the comments and the manifest."""

from collections.abc import Iterator, Mapping

from plancli.core.comments.comment import Comment
from plancli.core.finding import Finding, Path, Subject
from plancli.core.rounds.counts import wholes


def on_comment(comment: Comment, code: str, path: Path = (), **params: str) -> Finding:
    """Build a finding about a value in a comment's file."""
    return Finding(code, params, Subject("comment", comment.id), path)


def on_manifest(code: str, path: Path, **params: str) -> Finding:
    """Build a finding about a value in plan/plan.yaml."""
    return Finding(code, params, Subject("plan", "plan"), path)


def each_file(comments: Mapping[str, Comment]) -> Iterator[Comment]:
    """Yield one comment for each file: what the items of a compound one have in common is said once."""
    for items in wholes(comments).values():
        yield items[0]
