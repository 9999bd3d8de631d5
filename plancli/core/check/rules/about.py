"""Findings about the comments and the manifest."""

from plancli.core.comments.comment import Comment
from plancli.core.finding import Code, Finding, Path, Subject


def on_comment(comment: Comment, code: Code, path: Path = (), **params: str) -> Finding:
    """Build a finding about a value in a comment's file."""
    return Finding(code, params, Subject("comment", comment.id), path)


def on_manifest(code: Code, path: Path, **params: str) -> Finding:
    """Build a finding about a value in plan/plan.yaml."""
    return Finding(code, params, Subject("plan", "plan"), path)
