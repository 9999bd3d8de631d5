"""`check` where nothing has changed: the answer of the last run, given before anything else is imported.

Only a command line that is plainly understood is answered here, and only by what the whole command printed
for the same words, language, files, day and program (`store.kept`). All else is left to the command: what
lies in the folders and may not, an interrupted write, a folder that cannot be read. Other options are left
to the parser of command lines, too.
"""

import os
import sys
import time

from plancli.store.folders import xdg_folder
from plancli.store.kept import Answer, Asked, content_key, kept_answer
from plancli.store.lying import (
    COMPLETE,
    FORMER_JOURNAL,
    JOURNALS,
    LARGEST,
    MANIFEST,
    TOGETHER,
    journal_name,
    lying_below,
)
from plancli.store.plain import beginning

TYPE_CHECKING = False  # mypy takes it for true, as that of typing
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def plainly_asked(words: list[str], environ: "Mapping[str, str]", language: str) -> Asked | None:
    """Return what a command line asks of `check`; None where the parser of command lines has to read it."""
    if "_PLANCLI_COMPLETE" in environ or not _speaks_utf8():
        return None
    return _asked(words, language)


def answered(asked: Asked) -> Answer | None:
    """Return what `check` says to a question, where it is known; None where the command has to say it."""
    if asked.anew:
        return None
    try:
        root = _root(os.getcwd())
        if root is None or _may_be_unfinished(root):
            return None
        files = _files(root)
        if files is None:
            return None
        return kept_answer(root, content_key(files, time.strftime("%Y-%m-%d")), asked)
    except OSError:  # the command says what it is
        return None


def _asked(words: list[str], language: str) -> Asked | None:
    """Read a command line as the parser does, where it has no other words than these."""
    if words[:1] != ["check"]:
        return None
    asked = Asked("text", strict=False, each=False, language=language)
    as_json = False
    rest = words[1:]
    while rest:
        word = rest.pop(0)
        if word == "--json":
            as_json = True
        elif word == "--strict":
            asked.strict = True
        elif word == "--each":
            asked.each = True
        elif word == "--anew":
            asked.anew = True
        elif word == "--format" and rest:
            asked.style = rest.pop(0)
        else:
            return None
    if as_json and asked.style == "text":
        asked.style = "json"
    return None if as_json and asked.style != "json" else asked


def _speaks_utf8() -> bool:
    """Whether both outputs take every character: where one does not, the command meets the error itself."""
    streams = (sys.stdout, sys.stderr)
    names = [getattr(one, "encoding", None) or "" for one in streams]
    return all(name.lower().replace("-", "") == "utf8" for name in names)


def _root(start: str) -> str | None:
    """Return the nearest folder at or above one that holds plan/plan.yaml."""
    for folder in _and_above(start):
        if os.path.lexists(os.path.join(folder, MANIFEST)):
            return folder
    return None


def _may_be_unfinished(root: str) -> bool:
    """Whether a journal is complete, or of a former kind, anywhere where one of this repository could lie.

    Which of these places is the right one is the command's affair, as is a .git that points elsewhere.
    """
    if os.path.lexists(os.path.join(root, FORMER_JOURNAL)):
        return True
    state = xdg_folder("XDG_STATE_HOME", "~/.local/state")
    if state is None:
        return True
    place = os.path.realpath(root)
    homes = [os.path.join(state, "plancli", "journals", journal_name(place))]
    for folder in _and_above(place):
        git = os.path.join(folder, ".git")
        if os.path.isfile(git):
            return True
        below = os.path.relpath(place, folder)
        homes.append(os.path.join(git, JOURNALS, journal_name(below)))
    return any(os.path.lexists(os.path.join(home, COMPLETE)) for home in homes)


def _and_above(folder: str) -> "Iterator[str]":
    yield folder
    while (above := os.path.dirname(folder)) != folder:
        folder = above
        yield folder


def _files(root: str) -> "dict[str, bytes] | None":
    """Return the files of a repository as `store.files.read_files` does; None where it would refuse one."""
    found: dict[str, bytes] = {}
    together = 0
    for entry in lying_below(root):
        if not entry.plain or not entry.name.isprintable():
            return None
        if entry.is_read:
            raw = beginning(entry.path, LARGEST + 1, entry.folder)
            together += len(raw)
            if len(raw) > LARGEST or together > TOGETHER:
                return None
            found[entry.name] = raw
        elif not entry.may_lie_beside:
            return None
    return dict(sorted(found.items()))
