"""Files that are files: no link is followed, no pipe waited for, nothing endless read.

Imported before the language of the messages is known, so it imports next to nothing.
"""

import errno
import os
import stat

TYPE_CHECKING = False  # mypy takes it for true, as that of typing
if TYPE_CHECKING:
    from typing import BinaryIO

_PLAINLY = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
_FOLDER = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_DIRECTORY", 0)
_LINKED = (errno.ELOOP, errno.EMLINK, errno.ENXIO)
"""What systems say of a link that is not to be followed, and of a socket."""


class NotPlainError(OSError):
    """What lies there is a link, a pipe, a device or a folder."""


def opened(path: "str | os.PathLike[str]", folder: int | None = None) -> "BinaryIO":
    """Open a file to read its bytes; raise NotPlainError where it is none, or OSError where there is none.

    `folder` is an open one from which the path leads, where that is given.
    """
    try:
        descriptor = os.open(path, _PLAINLY, dir_fd=folder)
    except OSError as error:
        if error.errno in _LINKED:
            raise NotPlainError(error.errno, error.strerror, str(path)) from None
        raise
    file = open(descriptor, "rb")  # noqa: PTH123, SIM115 (no path: it is open; the caller closes it)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        file.close()
        raise NotPlainError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return file


def beginning(path: "str | os.PathLike[str]", most: int, folder: int | None = None) -> bytes:
    """Return up to `most` bytes of a file (-1: all); raise what `opened` does."""
    with opened(path, folder) as file:
        return file.read(most)


HOLDS_FOLDERS = os.open in os.supports_dir_fd and os.scandir in os.supports_fd
"""Whether the system lets an open folder be kept, whatever its path leads to meanwhile."""


def folder_below(root: "str | os.PathLike[str]", name: str) -> int:
    """Open a folder below a root, part by part, over no link; raise NotPlainError where there is one.

    A listing through it and files opened from it belong together, whoever swaps a folder meanwhile.
    """
    place = os.open(root, os.O_RDONLY)
    for part in name.split("/"):
        try:
            inner = os.open(part, _FOLDER, dir_fd=place)
        except OSError as error:
            if error.errno in (*_LINKED, errno.ENOTDIR):
                raise NotPlainError(error.errno, error.strerror, name) from None
            raise
        finally:
            os.close(place)
        place = inner
    return place
