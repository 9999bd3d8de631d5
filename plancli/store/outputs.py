"""Files that a user asks for by name: written beside their place and renamed, over no link of a branch."""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from plancli.core.finding import Code, Place, refuse
from plancli.store.files import MANIFEST
from plancli.store.journal import make_folder, runs
from plancli.store.private import lay_down, sync_folder
from plancli.store.transaction import write_all


def write_output(target: Path, content: bytes) -> None:
    """Write a file whole or not at all, with the folders that it needs; its permissions stay.

    Inside a work tree a branch decides what lies on the way: a link there is refused, as it would lead the
    words of the plan into a file of somebody else. A pipe or device elsewhere, such as /dev/stdout, is
    written to as it is.
    """
    write_outputs({target: content})


def write_outputs(files: Mapping[Path, bytes | None]) -> None:
    """Write files that belong together (None: the file goes); below a plan all of them or none."""
    below: dict[Path, dict[str, bytes | None]] = {}
    for target, content in files.items():
        whole = Path(os.path.abspath(target))  # noqa: PTH100 (resolve would follow the links)
        _refuse_links(whole)
        root = next((one for one in whole.parents if (one / MANIFEST).is_file()), None)
        if (
            root is not None and not whole.is_dir()
        ):  # the next command tidies up behind a killed one
            below.setdefault(root, {})[whole.relative_to(root).as_posix()] = content
        elif content is None:
            whole.unlink(missing_ok=True)
            sync_folder(whole.parent)
        else:
            _write_one(target, content)
    for root, named in below.items():
        write_all(root, named, {})


def _write_one(target: Path, content: bytes) -> None:
    """Write a file that lies in no plan."""
    if target.exists() and not target.is_file() and not target.is_dir():
        target.write_bytes(content)
        return
    place = target.resolve()
    make_folder(place.parent)
    mode = place.stat().st_mode & 0o777 if place.is_file() else None
    beside = _beside(place)
    try:
        lay_down(beside, content, mode)
        beside.replace(place)
        sync_folder(place.parent)
    finally:
        beside.unlink(missing_ok=True)


def _beside(place: Path) -> Path:
    """Return where new bytes wait beside their place; what a run that was killed left there goes.

    The name tells whose bytes and which process, so that two runs at once do not take each other's.
    """
    stem = f".plancli-{sha256(os.fsencode(place.name)).hexdigest()[:12]}"
    for left in place.parent.glob(f"{stem}-*"):
        process = left.name.rpartition("-")[2]
        if not (process.isdecimal() and runs(int(process))):
            left.unlink(missing_ok=True)
    return place.parent / f"{stem}-{os.getpid()}"


def _refuse_links(target: Path) -> None:
    """Refuse a link between the top of a work tree (or plan) and a file in it."""
    tops = [one for one in target.parents if (one / ".git").exists() or (one / MANIFEST).exists()]
    if not tops:
        return
    below = target.relative_to(tops[-1]).parts
    for count in range(1, len(below) + 1):
        place = tops[-1].joinpath(*below[:count])
        if place.is_symlink():
            raise refuse(Code.NOT_A_FILE, Place(str(place)))
