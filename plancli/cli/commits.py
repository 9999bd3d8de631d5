"""One git commit for each comment that goes into the text."""

import sys
from pathlib import Path

import typer

from plancli.core.finding import Code, PlanError, refuse
from plancli.core.rounds.settlements import patch_of
from plancli.git import processes as git
from plancli.store.files import RECORD, read_files
from plancli.store.repository import Repository, load
from plancli.store.save import save
from plancli.store.transaction import write_all


def apply_and_commit(root: Path, repository: Repository, names: list[str]) -> list[str]:
    """Apply comments one after the other, each in a commit of its own; return the paths written.

    A commit that fails (a hook, no identity) leaves the files as they were after the commit before it.
    """
    if dirty := git.changed_paths(root, ["plan"]):
        raise refuse(Code.UNCOMMITTED, paths="、".join(dirty))
    written: dict[str, None] = {}
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
    if not files:
        return []
    sections = dict.fromkeys(Path(path).stem for path in files if path != RECORD)
    status = str(comment.decision.status)
    trailers = {"Comment": name, "Unit": comment.unit, "Status": status}
    try:
        git.commit(root, files, f"{name} {status}: {'、'.join(sections)}", trailers)
    except PlanError:
        git.unstage(root, files)
        _restore(root, repository, files)
        raise
    return files


def _restore(root: Path, repository: Repository, files: list[str]) -> None:
    write_all(root, {path: repository.files.get(path) for path in files}, {})
