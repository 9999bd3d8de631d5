"""Make what plancli reads and git does not hold: compiled catalogues and patterns, the help, the words.

Runs where plancli is built; `python hatch_build.py` does the same in a checkout.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Built(BuildHookInterface[Any]):
    """Runs for wheels and for editable installs, which read what is made beside the sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        make_all(Path(self.root))


def make_all(root: Path) -> None:
    """Make everything beside the sources."""
    compile_catalogues(root)
    store_patterns(root, root / "plancli/patterns")
    store_words(root, root / "plancli/dictionary")
    store_help(root, root / "plancli/help")  # last: it notes the folders


def compile_catalogues(root: Path) -> None:
    """Sources hold .po files, programs read .mo files."""
    for source in sorted((root / "plancli/locale").glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as written:
            catalogue = read_po(written)
        with source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalogue)


def store_help(root: Path, store: Path) -> None:
    """Keep the help of every command in every language, each in its folder (plancli/cli/storing.py)."""
    shutil.rmtree(store, ignore_errors=True)
    languages = sorted(path.name for path in (root / "plancli/locale").iterdir() if path.is_dir())
    for language in ("en", *languages):
        _run(root, "plancli.cli.storing", language, str(store / language))


def store_patterns(root: Path, store: Path) -> None:
    """Keep the regular expressions as this Python compiles them (plancli/cli/storing_patterns.py)."""
    shutil.rmtree(store, ignore_errors=True)
    _run(root, "plancli.cli.storing_patterns", str(store / f"{sys.implementation.cache_tag}.bin"))


def store_words(root: Path, store: Path) -> None:
    """Keep the dictionary of words so that a start reads what it needs (plancli/cli/storing_words.py)."""
    shutil.rmtree(store, ignore_errors=True)
    _run(root, "plancli.cli.storing_words", str(store / "words.bin"))


def _run(root: Path, module: str, *words: str) -> None:
    """Run a module of the plancli that is built."""
    # An isolated build finds its packages by the path that is there.
    path = os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH", "")]))
    command = [sys.executable, "-m", module, *words]
    subprocess.run(command, cwd=root, env=os.environ | {"PYTHONPATH": path}, check=True)


if __name__ == "__main__":
    make_all(Path(__file__).parent)
