"""What the operating system says about a file, in words that can be translated."""

import errno

from plancli.messages import N_

_PROBLEMS = {
    errno.ENOENT: N_("no such file or folder"),
    errno.EACCES: N_("permission denied"),
    errno.EPERM: N_("permission denied"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of the path is not a folder"),
    errno.EEXIST: N_("it is there already"),
    errno.ENOSPC: N_("no space left on the disk"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ENOTEMPTY: N_("the folder is not empty"),
}


def problem(error: OSError) -> str:
    """Return why a file cannot be read or written (a message, in English)."""
    return _PROBLEMS.get(error.errno or 0) or error.strerror or str(error)
