"""Files that are files: no link is followed, no pipe waited for, nothing endless read.

Imported before the language of the messages is known, so it imports next to nothing.
"""

import errno
import os
import stat

_PLAINLY = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
_LINKED = (errno.ELOOP, errno.EMLINK, errno.ENXIO)
"""What systems say of a link that is not to be followed, and of a socket."""


class NotPlainError(OSError):
    """What lies there is a link, a pipe, a device or a folder."""


def beginning(path: "str | os.PathLike[str]", most: int) -> bytes:
    """Return up to `most` bytes of a file; raise NotPlainError, or OSError where there is none."""
    try:
        descriptor = os.open(path, _PLAINLY)
    except OSError as error:
        if error.errno in _LINKED:
            raise NotPlainError(*error.args) from None
        raise
    with open(descriptor, "rb") as file:  # noqa: PTH123 (no path: it is open)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotPlainError(errno.EINVAL, os.strerror(errno.EINVAL))
        return file.read(most)
