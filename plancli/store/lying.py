"""What lies in the folders of a plan, and whether it may lie there.

Imported before any parser: the kept verdict of `check` is answered by it, so it imports next to nothing, and
its paths are strings.
"""

import os
from hashlib import sha256

from plancli.core.text.picture_endings import ENDINGS as PICTURE_ENDINGS
from plancli.store.plain import HOLDS_FOLDERS, NotPlainError, folder_below

TYPE_CHECKING = False  # mypy takes it for true, as that of typing
if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST = "plan/plan.yaml"
TEMPLATES = "templates"
TOPS = ("plan", "comments", TEMPLATES)
FORMER_JOURNAL = ".plancli"
"""Where journals lay in the work tree once; what a branch brings there is told, and never acted on."""
JOURNALS = "plancli"
"""The folder in git's own with the journals of the plans in a repository."""
COMPLETE = "complete"
"""The part of a journal that says that a write is to be finished."""
LARGEST = 32 << 20
"""Bytes of one file at most. The draft of a plan with 10,000 paragraphs has three million."""
TOGETHER = 512 << 20
"""Bytes of all files together at most: ten times what a plan with 10,000 comments in three drafts has."""
MOST_FILES = 200_000
"""Files and folders at most."""
ENDINGS = (".yaml", ".yml")
_BESIDE = (
    "README",
    ".gitkeep",
    ".gitignore",
    ".gitattributes",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
)
"""What may lie beside the files that are read: for people, for git, and what file managers leave."""


def journal_name(plan: str) -> str:
    """Return the name of a plan's folder among the journals: by its path below git's top, or the whole."""
    return sha256(os.fsencode(plan)).hexdigest()[:20]


class TooManyError(OSError):
    """More files lie below a folder, whose name is the only argument, than any plan has."""


class Lying:
    """What lies below the plan's folders: its path below the root and on the disk; a folder has no entry.

    The path on the disk leads from `folder`, an open one, where the system can keep one open.
    `plain`: whether it is a file, not a link, pipe, socket or device.
    """

    __slots__ = ("folder", "name", "path", "plain", "top")

    def __init__(
        self, top: str, name: str, path: str, plain: bool, folder: int | None = None
    ) -> None:
        self.top = top
        self.name = name
        self.path = path
        self.plain = plain
        self.folder = folder

    @property
    def is_read(self) -> bool:
        """Whether it is one of the files of which the plan and its comments consist."""
        return self.top != TEMPLATES and self.name.endswith(ENDINGS)

    @property
    def is_picture(self) -> bool:
        """Whether it is called a picture and lies where those of figures do; nothing reads it as a plan."""
        return self.top == "plan" and self.name.lower().endswith(PICTURE_ENDINGS)

    @property
    def may_lie_beside(self) -> bool:
        """Whether it may lie there though it is not read; templates may have any ending."""
        last = self.name.rpartition("/")[2]
        return self.top == TEMPLATES or last in _BESIDE or last.startswith("README.")


def lying_below(root: str) -> "Iterator[Lying]":
    """Yield what lies in the folders of a plan; raise TooManyError where that has no end."""
    for top in TOPS:
        folder = os.path.join(root, top)
        if os.path.islink(folder):
            yield Lying(top, top, folder, plain=False)
        elif os.path.isdir(folder):
            yield from _in_folder(root, top)


def _in_folder(root: str, top: str) -> "Iterator[Lying]":
    """Yield what lies in a folder and all below it; the folders still to be looked at wait in a list."""
    waiting = [top]
    met = 0
    while waiting:
        name = waiting.pop()
        try:
            folder = folder_below(root, name) if HOLDS_FOLDERS else None
        except NotPlainError:  # a link since it was listed
            yield Lying(top, name, name, plain=False)
            continue
        try:
            with os.scandir(os.path.join(root, name) if folder is None else folder) as entries:
                for entry in entries:
                    met += 1
                    if met > MOST_FILES:
                        raise TooManyError(top)
                    own = f"{name}/{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(own)
                    else:
                        plain = entry.is_file(follow_symlinks=False)
                        yield Lying(top, own, entry.path, plain, folder)
        finally:
            if folder is not None:
                os.close(folder)
