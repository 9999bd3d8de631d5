"""Files of this user alone: read where nobody else can have written them, and known by the user's own seal.

A seal is made with a key that lies in the user's state folder. Who can put a file into one of the other
folders (an archive with a .git, a cache that a host of CI keeps for every branch) does not have it.
Imported before any parser: it imports next to nothing.
"""

import os
import stat
from hashlib import blake2b

from plancli.store.folders import state_folder

_KEY_FILE = os.path.join("journals", "journal.key")
_KEY_BYTES = 32
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)

# --- files --------------------------------------------------------------------------------------------------


def own_bytes(path: str) -> bytes:
    """Return what a file holds; OSError unless it is this user's, no link, and nobody else may write it."""
    descriptor = os.open(path, _READING | _BINARY)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or not _is_own(status):
            raise PermissionError(path)
        with open(descriptor, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(descriptor)


def keep_own(path: str, raw: bytes) -> None:
    """Write a file for this user alone, whole or not at all; OSError where that cannot be."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    beside = f"{path}.{os.getpid()}"
    if os.path.lexists(beside):  # of a process that was killed
        os.unlink(beside)
    with open(os.open(beside, _NEW | _BINARY, 0o600), "wb") as file:
        file.write(raw)
    os.replace(beside, path)


def lay_down(path: str | os.PathLike[str], content: bytes, mode: int | None = None) -> None:
    """Write a new file and see that it is on the disk; what stands there already, a link too, is an error."""
    descriptor = os.open(path, _NEW | _BINARY, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: str | os.PathLike[str]) -> None:
    """See that the names in a folder are on the disk, where the system can do that."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:  # a file system that cannot
        pass
    finally:
        os.close(descriptor)


def trusted(folder: str | os.PathLike[str]) -> bool:
    """Whether a folder is this user's own and nobody else may write into it (POSIX; else by place alone)."""
    status = os.lstat(folder)
    return os.name != "posix" or (stat.S_ISDIR(status.st_mode) and _is_own(status))


def _is_own(status: os.stat_result) -> bool:
    """Whether something is this user's own and nobody else may write it; elsewhere than on POSIX it is."""
    if os.name != "posix":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE


# --- the seal -----------------------------------------------------------------------------------------------


def seal(body: bytes) -> bytes:
    """Return the user's seal of something, as letters and digits; OSError where the user has no key yet."""
    return blake2b(body, key=user_key(), digest_size=20).hexdigest().encode()


def user_key() -> bytes:
    """Return this user's key; OSError where there is none, or not one that nobody else knows."""
    path = _key_file()
    key = own_bytes(path)
    if len(key) != _KEY_BYTES or not trusted(os.path.dirname(path)):
        raise PermissionError(path)
    return key


def make_key() -> None:
    """Make this user's key where there is none; of two processes that do it at once the first one's stays.

    OSError where the state folder cannot be written, as in a container without a home.
    """
    path = _key_file()
    if os.path.lexists(path):
        return
    folder = os.path.dirname(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    beside = f"{path}-{os.getpid()}-{os.urandom(4).hex()}"
    lay_down(beside, os.urandom(_KEY_BYTES), 0o600)
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(beside)
    sync_folder(folder)


def _key_file() -> str:
    return os.path.join(state_folder(), _KEY_FILE)
