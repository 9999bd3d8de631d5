"""Where a write is prepared before it happens: outside the work tree, where no branch can put anything.

A journal is acted on at the next command, so it must be one that plancli wrote. Everything in a work tree may
come from a stranger's branch; git's own folder cannot, but an unpacked archive can bring a .git with all that
is in it. So each journal bears the user's own seal (`store.private`).
"""

import hmac
import json
import os
import secrets
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from plancli.core.entry import N_
from plancli.core.finding import Code, Place, PlanError, refuse
from plancli.store.folders import state_folder
from plancli.store.lying import JOURNALS, journal_name
from plancli.store.private import lay_down as lay_down
from plancli.store.private import make_key, trusted, user_key
from plancli.store.private import sync_folder as sync_folder

_ENTRIES = "entries.json"
_SEAL = "seal"
_POINTER = b"gitdir: "
"""How the file begins that stands for git's folder in a linked work tree or a submodule."""


class Entry(NamedTuple):
    """One file of a write: its path below the root, and the digests of its bytes before and after.

    A digest is empty where there is no file. `content` is the name of the new bytes in the journal.
    """

    name: str
    old: str
    new: str
    content: str


def home(root: Path) -> Path:
    """Return the folder in which the journals of a plan repository lie; it may not exist yet."""
    place = root.resolve()
    for folder in (place, *place.parents):
        if (git := _git_folder(folder)) is not None:
            below = place.relative_to(folder).as_posix()
            return git / JOURNALS / journal_name(below)
    return _state_folder() / journal_name(str(place))


def _git_folder(folder: Path) -> Path | None:
    """Return git's own folder of a work tree that begins here; None where none does or we may not write.

    git never takes a path named .git from a branch, whatever its case. An archive can bring one, and its file
    could lead into the middle of other folders: one that is not this user's, or is a link, is not used.
    """
    found = folder / ".git"
    try:
        if found.is_symlink():
            return None
        if found.is_file():
            pointer = _first_bytes(found)
            if not pointer.startswith(_POINTER):
                return None
            found = folder / os.fsdecode(pointer.removeprefix(_POINTER).strip())
        usable = (found / "HEAD").is_file() and os.access(found, os.W_OK) and _own(found)
    except (OSError, ValueError):  # a pointer with a zero byte, or longer than any path
        return None
    return found if usable else None


def _first_bytes(file: Path) -> bytes:
    """Return what a pointer can hold at most; a longer file is none."""
    with file.open("rb") as opened:
        return opened.read(_LONGEST_PATH)


_LONGEST_PATH = 4096 + len(_POINTER) + 1


def _own(folder: Path) -> bool:
    return os.name != "posix" or folder.lstat().st_uid == os.geteuid()


def _state_folder() -> Path:
    return Path(state_folder()) / "journals"


def _key() -> bytes:
    """Return the key that seals this user's journals, made at the first write.

    Where the state folder cannot be written (a container without a home) it lasts as long as this process:
    what such a run leaves when it is killed is told by the next one, and not finished.
    """
    try:
        make_key()
        return user_key()
    except OSError:
        return _passing_key()


@cache
def _passing_key() -> bytes:
    return secrets.token_bytes()


def _seal(entries: bytes) -> bytes:
    return hmac.digest(_key(), entries, "sha256").hex().encode()


def make_home(root: Path) -> Path:
    """Return the folder of the journals, made where there is none: for this user alone."""
    folder = home(root)
    for one in (folder.parent, folder):
        one.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not trusted(folder):
        raise _broken(folder, N_("it is not this user's own folder"))
    return folder


def written(folder: Path, entries: list[Entry]) -> None:
    """Write down the entries of a journal whose contents lie ready; it then can be acted on."""
    text = json.dumps([list(entry) for entry in entries], ensure_ascii=False)
    content = text.encode("utf-8", errors="surrogateescape")
    lay_down(folder / _ENTRIES, content)
    lay_down(folder / _SEAL, _seal(content))
    sync_folder(folder)


def entries(folder: Path, root: Path) -> list[Entry]:
    """Return the entries of a journal; what is broken, or names what plancli never writes, is one refusal."""
    if not trusted(folder):
        raise _broken(folder, N_("it is not this user's own folder"))
    try:
        content = (folder / _ENTRIES).read_bytes()
        seal = (folder / _SEAL).read_bytes()
    except OSError:
        raise _broken(folder, N_("its list of files cannot be read")) from None
    if not hmac.compare_digest(seal, _seal(content)):
        raise _broken(folder, N_("it bears no seal of this user's plancli"))
    try:
        values = json.loads(content.decode("utf-8", errors="surrogateescape"))
        if not isinstance(values, list):
            raise TypeError("not a list of entries")
        found = [_entry(value) for value in values]
    except (ValueError, TypeError, RecursionError):
        raise _broken(folder, N_("its list of files cannot be read")) from None
    for entry in found:
        if not is_below(root, entry.name):
            raise _broken(folder, N_("it names a file outside the repository"))
    return found


def _entry(values: Any) -> Entry:
    if not (isinstance(values, list) and all(isinstance(value, str) for value in values)):
        raise ValueError("not the four values of an entry")
    entry = Entry(*values)
    if Path(entry.content).name != entry.content:
        raise ValueError("not a name in the journal")
    return entry


def is_below(root: Path, name: str) -> bool:
    """Whether a path is normalised and leads, over no link, to a place below the root."""
    parts = name.split("/")
    if any(part in ("", ".", "..") for part in parts) or ".git" in map(str.lower, parts):
        return False
    folder = root
    for part in parts[:-1]:
        folder /= part
        if folder.is_symlink():
            return False
    return not (folder / parts[-1]).is_symlink()


def _broken(folder: Path, problem: str) -> PlanError:
    return refuse(Code.BROKEN_JOURNAL, Place(str(folder)), problem=problem)


def make_folder(folder: Path) -> None:
    """Make a folder with those above it that are missing, and see that the names of all are on the disk."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in reversed(missing):
        sync_folder(one.parent)


def abandoned(folder: Path, prefix: str) -> Iterator[Path]:
    """Yield the folders of unfinished journals whose process is no more; a running one keeps its own."""
    for journal in folder.glob(f"{prefix}-*"):
        process = journal.name.split("-")[1]
        if not (process.isdecimal() and runs(int(process))):
            yield journal


def runs(process: int) -> bool:
    """Whether another process is running; this one has nothing unfinished when it asks."""
    if process == os.getpid() or os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
