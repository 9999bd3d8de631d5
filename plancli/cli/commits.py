"""One git commit for each comment that goes into the text."""

import sys
from pathlib import Path

import typer

from plancli.core.comments.comment import Comment
from plancli.core.finding import Code, PlanError, refuse
from plancli.core.rounds.settlements import patch_of
from plancli.git import processes as git
from plancli.store.files import RECORD, read_files
from plancli.store.repository import Repository, load
from plancli.store.save import revised_files, save
from plancli.store.transaction import write_all


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
    last = git.files_at(root, "HEAD", ["plan"])
    now = {path: raw for path, raw in repository.files.items() if path.startswith("plan/")}
    differing = [path for path in sorted({*last, *now}) if last.get(path) != now.get(path)]
    before = repository.changed({path: last.get(path) for path in differing})
    new = [name for name in repository.record.comments if name not in before.record.comments]
    if before.findings or len(new) != 1 or new[0] not in repository.comments:
        return []
    comment = repository.comments[new[0]]
    wanted = {**before.record.comments, comment.id: patch_of(comment)}
    files = revised_files(before, before.workspace.revise(wanted))
    if files != {path: now.get(path) for path in differing}:
        return []
    _commit(root, before, comment, differing)
    return differing


def _commit(root: Path, before: Repository, comment: Comment, files: list[str]) -> None:
    """Commit what a comment changed under its name, with its own file, so that the record names no stranger.

    Where that fails, the files of the plan are those `before` it; the comment's own stays as it is written.
    """
    name = comment.id
    own = git.changed_paths(root, [before.comment_file(name)], new=True)
    sections = dict.fromkeys(Path(path).stem for path in files if path != RECORD)
    status = str(comment.decision.status)
    trailers = {"Comment": name, "Unit": comment.unit, "Status": status}
    try:
        subject = f"{name} {status}: {'、'.join(sections)}"
        git.commit(root, [*files, *own], subject, trailers)
    except (PlanError, OSError, KeyboardInterrupt):
        git.unstage(root, [*files, *own])
        _restore(root, before, files)
        raise


def _restore(root: Path, repository: Repository, files: list[str]) -> None:
    write_all(root, {path: repository.files.get(path) for path in files}, {})
