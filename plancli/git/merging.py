"""Which commits git is merging, where it asks a merge driver about one file."""

from collections.abc import Iterator
from pathlib import Path

from plancli.core.revision.three import Three
from plancli.git import processes as git


def commits_of(top: Path, path: str, contents: Three[bytes]) -> Three[str] | None:
    """Return the commits that are merged: those whose files at `path` are these; None where unknown.

    `git merge` says what it brings in. Of a cherry-pick or rebase only the file is known: then it is the
    one commit of any branch that changes the file just so.
    """
    blobs = Three(*(git.blob_of(top, content) or "" for content in contents))
    if (ours := git.commit_of(top, "HEAD")) is None:
        return None
    for theirs in git.merged_in():
        base = git.base_of(top, ours, theirs)
        if base and _have(top, path, commits := Three(base, ours, theirs), blobs):
            return commits
    found = [c for c in _changing(top, ours, blobs.theirs) if _have(top, path, c, blobs)]
    changes = {(git.blob_at(top, c.base, ""), git.blob_at(top, c.theirs, "")) for c in found}
    return found[0] if len(changes) == 1 else None


def _changing(top: Path, ours: str, blob: str) -> Iterator[Three[str]]:
    """Yield what picking, or reverting, each commit that brings or takes away a blob would merge."""
    for commit in git.commits_with(top, blob):
        if parent := git.commit_of(top, f"{commit}^"):
            yield Three(parent, ours, commit)
            yield Three(commit, ours, parent)


def _have(top: Path, path: str, commits: Three[str], blobs: Three[str]) -> bool:
    """Whether the commits have these blobs; a file that both sides add has an empty base."""
    have = Three(*(git.blob_at(top, commit, path) for commit in commits))
    return have[1:] == blobs[1:] and have.base in (blobs.base, None)
