"""Where a plan repository keeps its files, and their bytes."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from plancli.core.entry import N_
from plancli.core.finding import Code, Finding, Place, PlanError, refuse
from plancli.store.attachments import may_be_attached, undeclared
from plancli.store.lying import LARGEST, MOST_FILES, TOGETHER, Lying, TooManyError, lying_below
from plancli.store.lying import MANIFEST as MANIFEST
from plancli.store.plain import NotPlainError, beginning
from plancli.store.transaction import finish_interrupted
from plancli.store.yaml.strict import too_large

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
    file is a link, a pipe, or called 01.yaml.txt. Files that comments note may lie beside them.
    """
    finish_interrupted(root)
    found: dict[str, bytes] = {}
    refused: list[Finding] = []
    beside: list[Lying] = []
    together = 0
    for entry in _lying_below(root):
        if problem := _problem(entry):
            if problem is Code.NOT_READ and may_be_attached(entry):
                beside.append(entry)
            else:
                refused.append(_refused(problem, entry))
        elif entry.is_read:
            found[entry.name] = read_plain(entry.path, entry.name, entry.folder)
            together += len(found[entry.name])
            if together > TOGETHER:
                most = f"{TOGETHER >> 20} MiB"
                raise refuse(Code.TOO_MUCH, problem=N_("the size of all files"), most=most)
    refused += [_refused(Code.NOT_READ, entry) for entry in undeclared(beside, found)]
    if refused:
        raise PlanError(sorted(refused, key=str))
    return dict(sorted(found.items()))


def _refused(problem: Code, entry: Lying) -> Finding:
    name = _UNFIT.sub("\N{REPLACEMENT CHARACTER}", entry.name)
    return Finding(problem, place=Place(name))


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


def _lying_below(root: Path) -> Iterator[Lying]:
    try:
        yield from lying_below(str(root))
    except TooManyError as error:
        top, most = str(error), str(MOST_FILES)
        raise refuse(Code.TOO_MUCH, Place(top), problem=N_("files"), most=most) from None


def _problem(entry: Lying) -> Code | None:
    """Return why something cannot lie where it lies; None where it can."""
    if not entry.plain:
        return Code.NOT_A_FILE
    if _UNFIT.search(entry.name):
        return Code.BAD_FILE_NAME
    known = entry.is_read or entry.may_lie_beside or entry.is_picture
    return None if known else Code.NOT_READ


_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Line breaks, control characters and bytes that are no UTF-8: no name of a file that anybody means."""
