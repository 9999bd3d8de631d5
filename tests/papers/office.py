"""LibreOffice for tests: a server that is asked what it makes of tracked changes, and conversions to PDF."""

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.foreign import answer, end, patiently

SOFFICE = shutil.which("soffice")
PYTHON = "/usr/bin/python3"
"""The Python that has LibreOffice's own module `uno`."""
READER = Path(__file__).parent / "accept_or_reject.py"
TYPIST = Path(__file__).parent / "fill_in.py"
SORTER = Path(__file__).parent / "sort_and_filter.py"
EDITOR = Path(__file__).parent / "track.py"
MERGER = Path(__file__).parent / "mail_merge.py"
DRIVERS = Path("/usr/lib/libreoffice/program/libdbaxmllo.so")
"""What registers a list as a source of data, in a package of its own (libreoffice-base-nogui)."""

SECONDS = 120
"""The longest that one file may take on a machine that does other work as well."""


@cache
def is_installed() -> bool:
    if SOFFICE is None or not Path(PYTHON).exists():
        return False
    found = "import importlib.util, sys; sys.exit(importlib.util.find_spec('uno') is None)"
    return subprocess.run([PYTHON, "-c", found], check=False).returncode == 0


class Office:
    """A LibreOffice with a profile of its own below a folder, listening on a pipe."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.start()

    def start(self) -> None:
        self.pipe = f"plancli{uuid4().hex}"
        words = [*_headless(self.folder / self.pipe), f"--accept=pipe,name={self.pipe};urp;"]
        # whatever it starts is ended with it
        self.server = subprocess.Popen(words, text=True, start_new_session=True)

    def stop(self) -> None:
        end(self.server)

    def start_again(self) -> None:
        """Whoever of the two fell over, the other's state is not to be trusted."""
        self.stop()
        self.start()

    def read(self, file: Path) -> dict[str, list[str]]:
        """Return the paragraphs of a file with all its tracked changes accepted, and rejected."""
        found: dict[str, list[str]] = json.loads(self._asked(file, READER))
        return found

    def fill_in(self, file: Path, cells: dict[str, str]) -> None:
        """Type into cells of a workbook, and save it."""
        self._asked(file, TYPIST, json.dumps(cells))

    def sort_and_filter(self, file: Path, head: str, words: str) -> dict[str, list[list[str]]]:
        """Return the rows of a workbook that a filter leaves, and all of them sorted by that column."""
        found: dict[str, list[list[str]]] = json.loads(self._asked(file, SORTER, head, words))
        return found

    def mail_merge(self, listed: Path, folder: Path, texts: list[str]) -> dict[str, list[Any]]:
        """Return the fields that a list offers, and the paragraphs of a letter for each of its rows."""
        told = self._asked(listed, MERGER, str(folder), json.dumps(texts))
        found: dict[str, list[Any]] = json.loads(told)
        return found

    def track(self, file: Path, steps: list[tuple[str, str, str, str]]) -> None:
        """Work on a document with all changes tracked, and save it: author, verb and words of each step."""
        self._asked(file, EDITOR, json.dumps(steps))

    def _asked(self, file: Path, script: Path, *words: str) -> str:
        def ask() -> str:
            file.with_name(f".~lock.{file.name}#").unlink(missing_ok=True)
            return answer([PYTHON, str(script), self.pipe, str(file), *words], SECONDS)

        return patiently(ask, self.start_again)


def converted(file: Path, seconds: int = SECONDS) -> Path:
    """Return a file as PDF, which LibreOffice only writes of what it can read."""
    told = ["--convert-to", "pdf", "--outdir", str(file.parent), str(file)]

    def ask() -> str:
        # a profile whose owner fell over would ask what to recover
        return answer([*_headless(file.parent / uuid4().hex), *told], seconds)

    patiently(ask)
    return file.with_suffix(".pdf")


def _headless(profile: Path) -> list[str]:
    """Return how LibreOffice is started with a profile of its own."""
    words = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
    return [str(SOFFICE), *words]
