"""What a command writes as git commits: one for each comment, or one for all."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import typer

from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import image_put_by
from plancli.core.finding import Code, PlanError, refuse
from plancli.core.rounds.settlements import patch_of
from plancli.git import processes as git
from plancli.store.files import RECORD, read_files
from plancli.store.pictures import FOLDER
from plancli.store.repository import Repository, load
from plancli.store.save import revised_files, save
from plancli.store.transaction import write_all

Files = dict[str, bytes | None]
"""What is written, by path; None where a file goes."""


class Message(NamedTuple):
    """What a commit says: a line, and what stands below it."""

    subject: str
    trailers: Mapping[str, str] = {}


def write_and_commit(
    root: Path, repository: Repository, made: Callable[[Repository], Files], said: Message
) -> None:
    """Write what is `made` of a plan, and commit exactly that; nothing is made where nothing changes.

    A run that was stopped between the two is finished: what is not committed is then just what is made of
    what was committed last. A commit that fails leaves the files as they were.
    """
    if dirty := git.changed_paths(root, ["plan"]):
        before, files = _as_committed(root, repository)
        if before.findings or made(before) != files:
            raise refuse(Code.UNCOMMITTED, paths="、".join(dirty))
    else:
        before, files = repository, made(repository)
        write_all(root, files, {path: repository.files.get(path) for path in files})
    if files:
        _commit_files(root, before, list(files), [], said)


def write_and_commit_own(
    root: Path,
    repository: Repository,
    made: Callable[[Repository], Mapping[str, bytes]],
    said: Message,
) -> None:
    """Write the files of comments that are `made` of a plan, and commit exactly them.

    Where one of them has other changes that are not committed, or git does not know it, nothing is written:
    whoever signs a commit signs all that is in it. A run that was stopped before its commit is finished. A
    commit that fails leaves the files as they were.
    """
    files = made(repository)
    before = repository
    changed = [path for path, raw in files.items() if raw != repository.files.get(path)]
    if dirty := git.changed_paths(root, list(files), new=True):
        last = git.files_at(root, "HEAD", dirty)
        before = repository.changed(last)
        now = {path: repository.files.get(path) for path in files}
        if set(last) != set(dirty) or before.findings or made(before) != now:
            raise refuse(Code.UNCOMMITTED, paths="、".join(dirty))
        changed = dirty
    else:
        expected = {path: repository.files.get(path) for path in changed}
        write_all(root, {path: files[path] for path in changed}, expected)
    if changed:
        _commit_files(root, before, changed, [], said)


def apply_and_commit(root: Path, repository: Repository, names: list[str]) -> list[str]:
    """Apply comments one after the other, each in a commit of its own; return the paths written.

    A commit that fails (a hook, no identity) leaves the files as they were after the commit before it.
    """
    written: dict[str, None] = {}
    if dirty := git.changed_paths(root, ["plan"]):
        finished = _finish(root, repository)
        if not finished:
            raise refuse(Code.UNCOMMITTED, paths="、".join(dirty))
        written.update(dict.fromkeys(finished))
    with typer.progressbar(names, file=sys.stderr, hidden=not sys.stderr.isatty()) as shown:
        for name in shown:
            files = _apply_one(root, repository, name)
            written.update(dict.fromkeys(files))
            repository = load(read_files(root))
    return list(written)


def _apply_one(root: Path, repository: Repository, name: str) -> list[str]:
    comment = repository.comments[name]
    revision = repository.workspace.revise({**repository.record.comments, name: patch_of(comment)})
    files = save(root, repository, revision)
    if files:
        _commit(root, repository, comment, files)
    return files


def _finish(root: Path, repository: Repository) -> list[str]:
    """Make the commit of a run that was stopped between writing a comment and committing it.

    It is one only where what is not committed is what that comment changes, byte for byte: the commit bears
    its name, and nothing of anybody else's. Returns the files; none where there was no such run.
    """
    before, differing = _as_committed(root, repository)
    new = [name for name in repository.record.comments if name not in before.record.comments]
    if before.findings or len(new) != 1 or new[0] not in repository.comments:
        return []
    comment = repository.comments[new[0]]
    wanted = {**before.record.comments, comment.id: patch_of(comment)}
    files = revised_files(before, before.workspace.revise(wanted))
    if files != differing:
        return []
    _commit(root, before, comment, list(differing))
    return list(differing)


def _as_committed(root: Path, repository: Repository) -> tuple[Repository, Files]:
    """Return the repository with the plan as it was committed last, and the files that differ since."""
    last = git.files_at(root, "HEAD", ["plan"])
    now = {path: raw for path, raw in repository.files.items() if path.startswith("plan/")}
    paths = [path for path in sorted({*last, *now}) if last.get(path) != now.get(path)]
    before = repository.changed({path: last.get(path) for path in paths})
    return before, {path: now.get(path) for path in paths}


def _commit(root: Path, before: Repository, comment: Comment, files: list[str]) -> None:
    """Commit what a comment changed under its name, with its own file, so that the record names no stranger.

    So are the pictures that it puts into the text. Where that fails, the files of the plan are those `before`
    it; the comment's own stay as they are written.
    """
    name = comment.id
    pictures = [f"{FOLDER}{image}" for image in map(image_put_by, comment.adopted_edits) if image]
    own = git.changed_paths(root, [before.comment_file(name), *pictures], new=True)
    sections = dict.fromkeys(Path(path).stem for path in files if path != RECORD)
    status = str(comment.decision.status)
    trailers = {"Comment": name, "Unit": comment.signed(), "Status": status}
    said = Message(f"{name} {status}: {'、'.join(sections)}", trailers)
    _commit_files(root, before, files, own, said)


def _commit_files(
    root: Path, before: Repository, files: list[str], own: list[str], said: Message
) -> None:
    """Commit files; where that fails, `files` are those `before` it, and its `own` stay as they are."""
    try:
        git.commit(root, [*files, *own], said.subject, said.trailers)
    except (PlanError, OSError, KeyboardInterrupt):
        git.unstage(root, [*files, *own])
        write_all(root, {path: before.files.get(path) for path in files}, {})
        raise
