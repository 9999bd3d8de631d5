"""Store the help in one language, where plancli is built: python -m plancli.cli.storing LANGUAGE FOLDER.

One run stores one language: the help of options is translated when their module is imported.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from plancli import stored_help
from plancli.cli.overview import COMMANDS, FOR_GIT
from plancli.language import CATALOGUES
from plancli.messages import activate


def store(language: str, folder: Path) -> None:
    """Write the help in a language into a folder, and from which files it was made."""
    folder.mkdir(parents=True, exist_ok=True)
    modules = sorted(Path(stored_help.PACKAGE).rglob("*.py"))
    before = stored_help.stamps(map(_named, modules))  # should one be edited meanwhile
    texts = dict(helps(language))
    used = set(_used(language))
    stamps = [stamp for stamp in before if stored_help.name_in(stamp) in used]
    others = sorted(used - set(map(stored_help.name_in, before)))
    stamps += stored_help.stamps(others)
    # Before the help itself: help without a list counts as that of an installed plancli, and is not checked.
    _write(folder / stored_help.SOURCES, "\n".join(stamps))
    for command, text in texts.items():
        _write(folder / stored_help.file_of(command), text)


def helps(language: str) -> Iterator[tuple[str, str]]:
    """Yield each command with its help as it is printed, and the program itself under an empty name."""
    os.environ["COLUMNS"] = str(stored_help.WIDTH)
    activate(language)
    from plancli.cli.app import run

    for command in ("", *COMMANDS, *FOR_GIT):
        words = [*command.split(), "--help"]
        with redirect_stdout(StringIO()) as printed:
            code = run(words)
        assert code == 0, words
        yield command, printed.getvalue().removesuffix("\n")


def _used(language: str) -> Iterator[str]:
    """Yield the modules of plancli that are imported, their folders and the catalogue."""
    for name, module in sys.modules.items():
        if name.partition(".")[0] == "plancli" and module.__file__ is not None:
            path = Path(module.__file__)
            # Now, else the first import by another Python changes the folder.
            path.with_name("__pycache__").mkdir(exist_ok=True)
            yield from (_named(path), _named(path.parent))
    catalogue = Path(CATALOGUES, language, "LC_MESSAGES", "plancli.mo")
    if catalogue.exists():  # English needs none
        yield _named(catalogue)


def _named(path: Path) -> str:
    return path.relative_to(stored_help.PACKAGE).as_posix()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    store(sys.argv[1], Path(sys.argv[2]))
