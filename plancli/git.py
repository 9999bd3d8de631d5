"""Every call of git: argument lists, NUL-separated paths, a clean environment, failures as errors."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from plancli.core.finding import Code, Place, PlanError, refuse


def files_at(root: Path, revision: str) -> dict[str, bytes]:
    """Return the YAML files of plan and comments in a revision, by path below `root`."""
    _run(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"])
    listed = _run(root, ["ls-tree", "-r", "-z", "--name-only", revision, "--", "plan", "comments"])
    paths = [path for path in listed.decode().split("\0") if path.endswith(".yaml")]
    wanted = "".join(f"{revision}:./{path}\n" for path in paths)
    return dict(zip(paths, _blobs(_run(root, ["cat-file", "--batch"], given=wanted.encode())), strict=True))


def changed_paths(root: Path, paths: Sequence[str]) -> list[str]:
    """Return which of `paths` have changes that are not committed."""
    status = _run(root, ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=no", "--", *paths])
    return [entry[3:] for entry in status.decode().split("\0") if entry]


def commit(root: Path, paths: Sequence[str], subject: str, trailers: Mapping[str, str]) -> None:
    """Commit exactly `paths`, with trailers below the subject."""
    message = subject + "\n\n" + "".join(f"{key}: {value}\n" for key, value in trailers.items())
    _run(root, ["add", "--", *paths])
    _run(root, ["commit", "--quiet", "--only", "--file=-", "--", *paths], given=message.encode())


def unstage(root: Path, paths: Sequence[str]) -> None:
    """Take `paths` out of the index again."""
    _run(root, ["reset", "--quiet", "--", *paths])


def folder_in_repository(root: Path) -> str:
    """Return `root` below the top of its git repository, with a slash behind; "" at the top, and outside."""
    try:
        return os.fsdecode(_run(root, ["rev-parse", "--show-prefix"])).rstrip("\n")
    except PlanError:
        return ""


def _run(root: Path, arguments: list[str], given: bytes | None = None) -> bytes:
    environ = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key in _KEPT}
    environ |= {"LC_ALL": "C", "LANGUAGE": "C"}
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=root, env=environ, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise refuse(Code.GIT, problem="git is not installed") from None
    if done.returncode:
        problem = done.stderr.decode(errors="replace").strip() or "git failed without a message"
        raise refuse(Code.GIT, Place(str(root)), problem=problem)
    return done.stdout


_KEPT = {"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"} | {
    "GIT_AUTHOR_DATE",
    "GIT_COMMITTER_DATE",
}


def _blobs(output: bytes) -> list[bytes]:
    """Split what `git cat-file --batch` prints: a header line with the size, then the bytes."""
    found: list[bytes] = []
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        size = int(output[at:end].rsplit(b" ", 1)[1])
        found.append(output[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found
