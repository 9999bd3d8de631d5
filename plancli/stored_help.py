"""The help of plancli and of each command as it was stored when plancli was built.

A reader who asks for help waits for Python and for one small file: neither the command nor the parser of
command lines is imported. What is stored is what those would print, and only that:

- it holds for lines of 80 characters; a narrower terminal gets them wrapped by the parser;
- where plancli runs from its sources (an editable installation), a list says from which files it was made;
  when one of them is not as it was then, the parser is asked.

`cli.storing` writes both. Where nothing is stored, the parser is asked.
"""

import os
import sys

TYPE_CHECKING = False  # as in `language`
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PACKAGE = os.path.dirname(__file__)
STORE = os.path.join(PACKAGE, "help")
SOURCES = "sources"
"""The list of files from which the help of a language was made, in its folder; no wheel has it."""
_LONGEST_NAME = 2
"""Words of the name of a command: plancli intake sheet."""
WIDTH = 80
"""The parser writes no longer lines, however wide the terminal is."""


def stored_help(words: list[str], environ: "Mapping[str, str]", language: str) -> str | None:
    """Return the help that a command line asks for, without its last line break.

    None where it asks for something else, or where the parser has to say it.
    """
    file = _file(words)
    if file is None or "_PLANCLI_COMPLETE" in environ or columns(environ) < WIDTH:
        return None
    folder = os.path.join(STORE, language)
    try:
        if file not in os.listdir(folder) or not _is_made_of_what_is_there(folder):
            return None
        with open(os.path.join(folder, file), encoding="utf-8") as stored:
            return stored.read()
    except OSError:
        return None


def file_of(command: str) -> str:
    """Return the name of the file with the help of a command; empty: that of the program itself.

    That of one of a family has the blank of its name: git-setup and git setup are two.
    """
    return f"plancli-{command}.txt" if command else "plancli.txt"


def _file(words: list[str]) -> str | None:
    """Return the name of the file with the help that is asked for."""
    if words in ([], ["-h"], ["--help"]):
        return file_of("")
    *name, last = words
    if last != "--help" or len(name) > _LONGEST_NAME:
        return None
    # a blank that was quoted is none between the words of a name
    return None if "" in name or any(" " in word for word in name) else file_of(" ".join(name))


def columns(environ: "Mapping[str, str]") -> int:
    """Return how wide the terminal is, as shutil.get_terminal_size says it (which takes long to import)."""
    try:
        said = int(environ["COLUMNS"])
    except (KeyError, ValueError):
        said = 0
    if said > 0:
        return said
    try:
        seen = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # no terminal
        seen = 0
    return seen or WIDTH


def stamps(files: "Iterable[str]") -> list[str]:
    """Return a line for each file or folder below plancli/: its size, when it was changed, its name.

    A folder changes when a module comes or goes: some commands list what they find there.
    """
    lines = []
    for file in files:
        now = os.stat(f"{PACKAGE}/{file}")
        lines.append(f"{now.st_size} {now.st_mtime_ns} {file}")
    return lines


def name_in(stamp: str) -> str:
    """Return the name of the file in its line."""
    return stamp.split(" ", 2)[2]


def _is_made_of_what_is_there(folder: str) -> bool:
    """Whether the files from which the help was made are as they were; an installed plancli lists none."""
    try:
        with open(os.path.join(folder, SOURCES), encoding="utf-8") as listed:
            lines = listed.read().splitlines()
    except FileNotFoundError:
        return True
    return lines == stamps(map(name_in, lines))
