"""The user's own folders, where plancli keeps what is not the plan's, and no branch decides what lies there.

Imported before any parser: it imports next to nothing, and paths are strings.
"""

import os
import sys


def cache_folder() -> str:
    """Return plancli's folder in the user's cache; it may not exist yet."""
    base = xdg_folder("XDG_CACHE_HOME", "~/.cache")
    if base is not None:
        return os.path.join(base, "plancli")
    import platformdirs

    return str(platformdirs.user_cache_path("plancli", appauthor=False))


def state_folder() -> str:
    """Return plancli's folder for what has to outlast a run; it may not exist yet."""
    base = xdg_folder("XDG_STATE_HOME", "~/.local/state")
    if base is not None:
        return os.path.join(base, "plancli")
    import platformdirs

    return str(platformdirs.user_state_path("plancli", appauthor=False))


def xdg_folder(variable: str, ordinary: str) -> str | None:
    """Return a folder of the user by the rule of the XDG base directories; None where platformdirs knows.

    Asking platformdirs loads pathlib and much else. A folder that is said relative to the current one is left
    to it too.
    """
    said = os.environ.get(variable, "").strip()
    if sys.platform != "linux" or (said and not os.path.isabs(said)):
        return None
    return said or os.path.expanduser(ordinary)


def brought_by_branch(folder: str, root: str) -> bool:
    """Whether a branch decides what a folder holds: it lies in the work tree that has the plan at `root`."""
    top = _work_tree(os.path.realpath(root))
    place = os.path.realpath(folder)
    return f"{place}{os.sep}".startswith(f"{top.rstrip(os.sep)}{os.sep}")


def _work_tree(place: str) -> str:
    """Return the folder at or above one from which a branch can bring files; without git, the folder itself.

    Where .git is a file, of a submodule or a linked work tree, another work tree may be around it, and its
    branches decide too.
    """
    top, folder = place, place
    while True:
        git = os.path.join(folder, ".git")
        if os.path.lexists(git):
            top = folder
            if not os.path.isfile(git):
                return top
        above = os.path.dirname(folder)
        if above == folder:
            return top
        folder = above
