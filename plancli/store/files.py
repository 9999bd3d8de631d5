"""Where a plan repository keeps its files, and their bytes."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.finding import Code, Finding, Place, PlanError, refuse
from plancli.store.plain import HOLDS_FOLDERS, NotPlainError, beginning, folder_below
from plancli.store.transaction import finish_interrupted
from plancli.store.yaml.strict import LARGEST, too_large

MANIFEST = "plan/plan.yaml"
RECORD = "plan/applied.yaml"
DRAFTS = "plan/drafts/"


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above `start` that holds plan/plan.yaml."""
    for folder in (start, *start.parents):
        if os.path.lexists(folder / MANIFEST):  # what is no file there is told when it is read
            return folder
    raise refuse(Code.NO_REPOSITORY, Place(str(start)))


def plan_of(file: Path) -> Path | None:
    """Return the folder of the plan to whose text a file belongs; None where it belongs to none."""
    try:
        root = find_root(file.parent)
    except PlanError:
        return None
    return root if (root / "plan") in file.parents else None


def read_files(root: Path) -> dict[str, bytes]:
    """Return the bytes of every YAML file of the plan and its comments, by path below `root`.

    What lies there and would not be read is refused, each by name: a comment must not vanish because its
    file is a link, a pipe, or called 01.yaml.txt.
    """
    finish_interrupted(root)
    found: dict[str, bytes] = {}
    refused: list[Finding] = []
    together = 0
    for entry in _entries_below(root):
        if problem := _problem(entry):
            refused.append(
                Finding(problem, place=Place(_UNFIT.sub("\N{REPLACEMENT CHARACTER}", entry.name)))
            )
        elif entry.top != _TEMPLATES and entry.name.endswith(_READ):
            found[entry.name] = read_plain(entry.path, entry.name, entry.folder)
            together += len(found[entry.name])
            if together > _TOGETHER:
                most = f"{_TOGETHER >> 20} MiB"
                raise refuse(Code.TOO_MUCH, problem=N_("the size of all files"), most=most)
    if refused:
        raise PlanError(sorted(refused, key=str))
    return dict(sorted(found.items()))


def read_plain(path: str | Path, name: str, folder: int | None = None) -> bytes:
    """Return the bytes of a file that is one: no link is followed, no pipe waited for, nothing endless read.

    `name` is what a refusal calls it; `folder` an open one from which the path leads.
    Raises OSError where there is no such file.
    """
    try:
        found = beginning(path, LARGEST + 1, folder)
    except NotPlainError:
        raise refuse(Code.NOT_A_FILE, Place(name)) from None
    if len(found) > LARGEST:
        raise too_large(name)
    return found


_TOGETHER = 512 << 20
"""Bytes of all files together at most: ten times what a plan with 10,000 comments in three drafts has."""
_MOST_FILES = 200_000
"""Files and folders at most."""


_TEMPLATES = "templates"
_READ = (".yaml", ".yml")
_BESIDE = re.compile(
    r"README(\..*)?|\.gitkeep|\.gitignore|\.gitattributes|\.DS_Store|Thumbs\.db|desktop\.ini"
)
"""What may lie beside the files that are read: for people, for git, and what file managers leave."""


class _Entry(NamedTuple):
    """What lies below the plan's folders: its path below the root and on the disk; a folder has no entry.

    The path on the disk leads from `folder`, an open one, where the system can keep one open.
    """

    top: str
    name: str
    path: str
    plain: bool
    """Whether it is a file, not a link, pipe, socket or device."""
    folder: int | None = None


def _entries_below(root: Path) -> Iterator[_Entry]:
    for top in ("plan", "comments", _TEMPLATES):
        if (root / top).is_symlink():
            yield _Entry(top, top, str(root / top), plain=False)
        elif (root / top).is_dir():
            yield from _entries(root, top)


def _entries(root: Path, top: str) -> Iterator[_Entry]:
    """Yield what lies in a folder and all below it; the folders still to be looked at wait in a list."""
    waiting = [top]
    met = 0
    while waiting:
        name = waiting.pop()
        try:
            folder = folder_below(root, name) if HOLDS_FOLDERS else None
        except NotPlainError:  # a link since it was listed
            yield _Entry(top, name, name, plain=False)
            continue
        try:
            with os.scandir(root / name if folder is None else folder) as entries:
                for entry in entries:
                    met += 1
                    if met > _MOST_FILES:
                        most = str(_MOST_FILES)
                        raise refuse(Code.TOO_MUCH, Place(top), problem=N_("files"), most=most)
                    own = f"{name}/{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(own)
                    else:
                        plain = entry.is_file(follow_symlinks=False)
                        yield _Entry(top, own, entry.path, plain, folder)
        finally:
            if folder is not None:
                os.close(folder)


def _problem(entry: _Entry) -> Code | None:
    """Return why something cannot lie where it lies; None where it can. Templates may have any ending."""
    if not entry.plain:
        return Code.NOT_A_FILE
    if _UNFIT.search(entry.name):
        return Code.BAD_FILE_NAME
    last = entry.name.rpartition("/")[2]
    read = entry.top == _TEMPLATES or last.endswith(_READ) or _BESIDE.fullmatch(last)
    return None if read else Code.NOT_READ


_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Line breaks, control characters and bytes that are no UTF-8: no name of a file that anybody means."""
