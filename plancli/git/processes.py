"""Every call of git: argument lists, NUL-separated paths, a clean environment, failures as errors."""

import os
import re
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancli.core.finding import Code, Place, PlanError, refuse
from plancli.core.revision.three import Three
from plancli.core.text.characters import steerless

if TYPE_CHECKING:
    import subprocess

Scope = Literal["local", "global", "system"]
SCOPES: tuple[Scope, ...] = ("local", "global", "system")
"""One repository's settings, the user's for all his repositories, the computer's."""


class Merged(NamedTuple):
    """The lines of a merged file, and whether nothing collided."""

    content: bytes
    clean: bool


def files_at(
    root: Path, revision: str, tops: Collection[str] = ("plan", "comments")
) -> dict[str, bytes]:
    """Return the YAML files of plan and comments in a revision, by path below `root`."""
    paths = paths_at(root, revision, tops)
    wanted = "".join(f"{revision}:./{path}\n" for path in paths)
    return dict(
        zip(paths, _blobs(_run(root, ["cat-file", "--batch"], given=wanted.encode())), strict=True)
    )


def paths_at(root: Path, revision: str, tops: Collection[str]) -> list[str]:
    """Return the paths below `root` of the YAML files that a revision has in some folders.

    A link, which could stand for a folder of comments, and a name that is no line of UTF-8 are refused.
    """
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    _run(root, asked, silent=_NO_REVISION)
    listed = _run(root, ["ls-tree", "-r", "-z", revision, "--", *tops])
    found: list[str] = []
    for entry in os.fsdecode(listed).split("\0")[:-1]:
        head, _, path = entry.partition("\t")
        if _UNFIT.search(path):
            raise refuse(Code.BAD_FILE_NAME, Place(_UNFIT.sub("\N{REPLACEMENT CHARACTER}", path)))
        if not head.startswith(_PLAIN):
            raise refuse(Code.NOT_A_FILE, Place(path))
        if path.endswith(".yaml"):
            found.append(path)
    return found


_PLAIN = "100"
"""How git's mode of a file begins; links (120000) and other repositories (160000) are none."""
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def all_paths_at(root: Path, revision: str) -> list[str]:
    """Return the paths of all files below `root` in a revision, whatever they are."""
    listed = _run(root, ["ls-tree", "-r", "-z", "--name-only", revision])
    return [os.fsdecode(path) for path in listed.split(b"\0") if path]


def changed_paths(root: Path, paths: Sequence[str], new: bool = False) -> list[str]:
    """Return which of `paths` have changes that are not committed; with `new`, what git does not know, too.

    What git is to ignore is no change.
    """
    unknown = f"--untracked-files={'all' if new else 'no'}"
    status = _run(root, ["status", "--porcelain", "-z", "--no-renames", unknown, "--", *paths])
    return [entry[3:] for entry in status.decode().split("\0") if entry]


def tracked(root: Path, *patterns: str) -> list[str]:
    """Return the files below `root` that git knows and whose paths match one of some patterns."""
    listed = _run(root, ["ls-files", "-z", "--", *patterns])
    return [os.fsdecode(path) for path in listed.split(b"\0") if path]


def commit(root: Path, paths: Sequence[str], subject: str, trailers: Mapping[str, str]) -> None:
    """Commit exactly `paths`, with trailers below the subject; signed where git is set up to sign."""
    message = subject + "\n\n" + "".join(f"{key}: {value}\n" for key, value in trailers.items())
    _run(root, ["add", "--", *paths])
    signed = ["--gpg-sign"] if _signs(root) else []
    given = ["commit", "--quiet", "--only", *signed, "--file=-", "--", *paths]
    _run(root, given, given=message.encode())


def _signs(root: Path) -> bool:
    """Whether commits are to be signed: git has a key of the user, and was not told to leave it.

    What is set in a file of the user or the repository counts, as git itself reads it.
    """
    wanted = _asked(root, ["config", "--type=bool", "--get", "commit.gpgSign"])
    if wanted is not None:
        return wanted == "true"
    return _asked(root, ["config", "--get", "user.signingKey"]) is not None


def unstage(root: Path, paths: Sequence[str]) -> None:
    """Take `paths` out of the index again."""
    _run(root, ["reset", "--quiet", "--", *paths])


def folder_in_repository(root: Path) -> str:
    """Return `root` below the top of its git repository, with a slash behind; "" at the top, and outside."""
    try:
        return os.fsdecode(_run(root, ["rev-parse", "--show-prefix"])).rstrip("\n")
    except PlanError:
        return ""


def setting(root: Path, key: str, *scopes: Scope) -> str | None:
    """Return a setting of git from the first scope that has it; by default, as it counts in a repository."""
    found = (_asked(root, ["config", f"--{scope}", "--get", key]) for scope in scopes or SCOPES)
    return next((value for value in found if value is not None), None)


def set_up(root: Path, scope: Scope, settings: Mapping[str, str]) -> None:
    """Give git settings; each replaces the one that was there."""
    for key, value in settings.items():
        _run(root, ["config", f"--{scope}", "--replace-all", key, value])


def forget(root: Path, scope: Scope, keys: Collection[str]) -> None:
    """Take settings out again."""
    for key in keys:
        _run(root, ["config", f"--{scope}", "--unset-all", key])


def own_attributes(root: Path) -> Path:
    """Return the user's own attributes file, which counts in every repository."""
    named = _asked(root, ["config", "--type=path", "--get", "core.attributesFile"])
    config = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return Path(named or f"{config}/git/attributes").expanduser()


# --- who wrote a line --------------------------------------------------------------------------------------


class Touched(NamedTuple):
    """Who last touched a line, when (ISO 8601), in which commit; "" thrice where it is not committed yet."""

    author: str
    date: str
    commit: str


def blamed_lines(
    root: Path, lines: Mapping[str, Collection[int]]
) -> dict[tuple[str, int], Touched]:
    """Return who last touched some lines of some files, by file and line; one call of git for each file.

    What git does not know is left out: files that are not tracked, lines that are not there, lines older
    than a shallow clone, everything outside a git repository or without git.
    """
    found: dict[tuple[str, int], Touched] = {}
    try:
        known = set(_run(root, ["ls-files", "-z", "--", *lines]).decode().split("\0"))
    except PlanError:
        return found
    shallow = is_shallow(root)
    for file in lines.keys() & known:
        blame = _blame(root, file, shallow)
        found |= {(file, line): blame[line] for line in lines[file] if line in blame}
    return found


def _blame(root: Path, file: str, shallow: bool) -> dict[int, Touched]:
    """Return who last touched each line of a tracked file; nothing where it cannot be told.

    At the boundary of a shallow clone git names a commit that stands for all before it.
    """
    done = _done(root, ["blame", "--porcelain", "--", file])
    commits: dict[str, dict[str, str]] = {}
    found: dict[int, Touched] = {}
    name, at = "", 0
    for line in done.stdout.decode(errors="replace").split("\n") if done.returncode == 0 else ():
        if line.startswith("\t"):
            if not (shallow and "boundary" in commits[name]):
                found[at] = _touched(name, commits[name])
        elif head := _BLAMED.match(line):
            name, at = head[1], int(head[2])
            commits.setdefault(name, {})
        elif name:
            key, _, value = line.partition(" ")
            commits[name].setdefault(key, value)
    return found


def _touched(commit: str, told: Mapping[str, str]) -> Touched:
    if not commit.strip("0"):
        return Touched("", "", "")
    offset = told["author-tz"]
    zone = timezone(
        timedelta(minutes=int(offset[0] + "1") * (int(offset[1:3]) * 60 + int(offset[3:5])))
    )
    date = datetime.fromtimestamp(int(told["author-time"]), zone).isoformat()
    return Touched(steerless(told["author"]), date, commit[:_SHORT])


_BLAMED = re.compile(r"([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?")
_SHORT = 9


# --- showing changes ---------------------------------------------------------------------------------------


def colours(root: Path, terminal: bool) -> bool:
    """Whether git itself would colour a diff that goes to a terminal or not."""
    return (
        _asked(root, ["config", "--get-colorbool", "color.diff", str(terminal).lower()]) == "true"
    )


def patch(path: str, old: bytes, new: bytes, coloured: bool) -> str:
    """Return the patch of a file's contents; "" where they are equal."""
    with tempfile.TemporaryDirectory(prefix="plancli-") as place:
        folder = Path(place)
        (folder / "old").write_bytes(old)
        (folder / "new").write_bytes(new)
        colour = f"--color={'always' if coloured else 'never'}"
        plain = ["--no-index", "--no-ext-diff", "--no-textconv", "--text", colour]
        done = _done(folder, ["diff", *plain, "--", "old", "new"])
    lines = done.stdout.decode(errors="replace").split("\n")
    name = steerless(path)
    head = f"diff --git a/{name} b/{name}"
    return "\n".join([head, *lines[2:]]) if len(lines) > 1 else ""


def page(root: Path, lines: Iterable[str]) -> None:
    """Show lines in the user's own pager; they end where he leaves it."""
    import subprocess

    pager = _asked(root, ["var", "GIT_PAGER"]) or "cat"
    with subprocess.Popen(pager, shell=True, stdin=subprocess.PIPE) as shown:
        assert shown.stdin
        with suppress(BrokenPipeError):
            for line in lines:
                shown.stdin.write(line.encode(errors="surrogateescape"))
                shown.stdin.flush()
        with suppress(BrokenPipeError):
            shown.stdin.close()


def edited(editor: Sequence[str], path: Path) -> bool:
    """Let somebody edit a file in a program of his own; whether it could be started, and ended well."""
    import subprocess

    try:
        return subprocess.run([*editor, str(path)], check=False).returncode == 0
    except OSError:
        return False


# --- inside a merge -----------------------------------------------------------------------------------------


def top(root: Path) -> Path | None:
    """Return the top folder of the git repository around `root`; None outside git or without it."""
    try:
        return Path(_run(root, ["rev-parse", "--show-toplevel"]).decode().rstrip("\n"))
    except PlanError:
        return None


def is_merging(root: Path) -> bool:
    """Whether a merge, rebase, cherry-pick or revert is under way; never outside git or without it."""
    if top(root) is None:
        return False
    asked = [word for name in _UNDER_WAY for word in ("--git-path", name)]
    paths = os.fsdecode(_run(root, ["rev-parse", *asked])).splitlines()
    return any((root / path).exists() for path in paths)


def started_in() -> str:
    """Return the folder below the top in which the git around this process was started."""
    return os.environ.get("GIT_PREFIX", "")


def merged_in() -> dict[str, str]:
    """Return the commits that the `git merge` around this process brings in, with their names."""
    heads = {
        key.removeprefix(_HEAD): name for key, name in os.environ.items() if key.startswith(_HEAD)
    }
    return dict(sorted(heads.items()))


def commit_of(root: Path, revision: str) -> str | None:
    """Return the full name of a commit; None where there is no such revision."""
    return _asked(
        root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    )


def is_shallow(root: Path) -> bool:
    """Whether the history of a repository was fetched in part only."""
    return _asked(root, ["rev-parse", "--is-shallow-repository"]) == "true"


def refuse_outside(root: Path) -> None:
    """Refuse a folder that belongs to no git repository, and a computer without git."""
    _run(root, ["rev-parse", "--show-prefix"])


def base_of(root: Path, one: str, other: str) -> str | None:
    """Return the best common ancestor of two commits."""
    return _asked(root, ["merge-base", one, other])


def blob_at(root: Path, revision: str, path: str) -> str | None:
    """Return the name of the blob that a revision has at a path from the top folder."""
    return _asked(
        root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}:{path}"]
    )


def blob_of(root: Path, content: bytes) -> str | None:
    """Return the name that git gives to these bytes."""
    done = _done(root, ["hash-object", "--stdin"], content)
    return done.stdout.decode().strip() if done.returncode == 0 else None


def commits_with(root: Path, blob: str) -> list[str]:
    """Return the commits of all branches, newest first, that bring or take away a blob."""
    found = _asked(root, ["log", "--all", "--no-merges", "--format=%H", f"--find-object={blob}"])
    return found.split("\n") if found else []


def merge_lines(versions: Three[bytes], names: tuple[str, str], size: int = 7) -> Merged:
    """Merge three versions of a file line by line as git does, with conflict markers where they collide."""
    with tempfile.TemporaryDirectory(prefix="plancli-") as place:
        folder = Path(place)
        for side, content in zip(Three._fields, versions, strict=True):
            (folder / side).write_bytes(content)
        given = ["-L", names[0], "-L", "base", "-L", names[1], f"--marker-size={size}"]
        done = _done(folder, ["merge-file", "-p", *given, "ours", "base", "theirs"])
    if done.returncode >= _FAILED:
        raise refuse(Code.GIT, problem=done.stderr.decode(errors="replace").strip())
    return Merged(done.stdout, done.returncode == 0)


_UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
"""What lies in git's folder as long as one of these waits for a person."""
_HEAD = "GITHEAD_"
_FAILED = 128
_FAILED_SILENTLY = "git failed without a message"
_NO_REVISION = "git has no such revision"


# --- the process --------------------------------------------------------------------------------------------


def _asked(root: Path, arguments: list[str]) -> str | None:
    """Return what git answers; None where it says no."""
    done = _done(root, arguments)
    return done.stdout.decode().strip() or None if done.returncode == 0 else None


def _run(
    root: Path, arguments: list[str], given: bytes | None = None, silent: str = _FAILED_SILENTLY
) -> bytes:
    """Return what git prints; `silent` is what is wrong where it fails without a word."""
    done = _done(root, arguments, given)
    if done.returncode:
        problem = done.stderr.decode(errors="replace").strip() or silent
        code = Code.NO_GIT if problem.startswith(_OUTSIDE) else Code.GIT
        raise refuse(
            code, Place(str(root)), problem=_NO_REPOSITORY if code is Code.NO_GIT else problem
        )
    return done.stdout


def _done(
    root: Path, arguments: list[str], given: bytes | None = None
) -> "subprocess.CompletedProcess[bytes]":
    import subprocess  # a check seldom asks git, and this takes long to import

    environ = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith("GIT_") or key in _KEPT
    }
    environ |= {"LC_ALL": "C", "LANGUAGE": "C"}
    command = ["git", *_ALWAYS, *arguments]
    try:
        return subprocess.run(
            command, cwd=root, env=environ, input=given, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise refuse(Code.NO_GIT, problem="git is not installed") from None


_ALWAYS = ("-c", "core.quotePath=false", "-c", "safe.bareRepository=explicit")
"""Paths are called what they are called; and what a branch lays beside its plan (HEAD, config, objects, refs)
is no repository: git would run what the settings there say. Git before 2.38 does not know this setting."""
_OUTSIDE = (
    "fatal: not a git repository",
    "fatal: --local can only be used inside a git repository",
)
_NO_REPOSITORY = "this folder belongs to no git repository"
_WHO = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
_KEPT = {*_WHO, "GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"} | {
    "GIT_CONFIG_PARAMETERS",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
}
"""What the user says of himself; all else comes from a git that runs this process, on another repository."""


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
