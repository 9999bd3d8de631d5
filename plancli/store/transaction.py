"""Write several files so that a crash leaves either all the old ones or all the new ones."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from plancli.core.finding import Code, Place, refuse

_FOLDER = ".plancli"
_COMPLETE = "complete"


def write_all(root: Path, files: Mapping[str, bytes], expected: Mapping[str, bytes | None]) -> None:
    """Write `files` (path below `root`: new bytes) together.

    `expected` gives the bytes that were read before (None: no file); a file that someone changed meanwhile
    stops everything. The new files are laid down beside the plan first; once that is complete, an
    interrupted run is finished by the next one (`recover`).
    """
    if not files:
        return
    for name, before in expected.items():
        path = root / name
        if (path.read_bytes() if path.exists() else None) != before:
            raise refuse(Code.CHANGED_MEANWHILE, Place(name))
    journal = root / _FOLDER
    shutil.rmtree(journal, ignore_errors=True)
    for name, content in files.items():
        _lay_down(journal / "new" / name, content)
    _lay_down(journal / _COMPLETE, b"")
    recover(root)


def recover(root: Path) -> None:
    """Finish a write that was interrupted after it was complete; drop one that was not."""
    journal = root / _FOLDER
    if not journal.exists():
        return
    if (journal / _COMPLETE).exists():
        new = journal / "new"
        for source in sorted(path for path in new.rglob("*") if path.is_file()):
            target = root / source.relative_to(new)
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)
    shutil.rmtree(journal)


def _lay_down(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
