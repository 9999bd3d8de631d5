"""Write several files so that a crash leaves either all the old ones or all the new ones."""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from plancli.core.finding import Code, Place, refuse

_FOLDER = ".plancli"
_COMPLETE = "complete"
_NEW = "new"


def write_all(root: Path, files: Mapping[str, bytes | None], expected: Mapping[str, bytes | None]) -> None:
    """Write `files` (path below `root`: new bytes) together.

    A file that is None is removed. `expected` gives the bytes that were read before (None: no file); a file
    that someone changed meanwhile stops everything. The new files are laid down beside the plan first; once
    that is complete, an interrupted run is finished by the next one (`recover`).
    """
    if not files:
        return
    for name, before in expected.items():
        if _bytes_of(root / name) != before:
            raise refuse(Code.CHANGED_MEANWHILE, Place(name))
    journal = root / _FOLDER
    shutil.rmtree(journal, ignore_errors=True)
    for name, content in files.items():
        if content is not None:
            _lay_down(journal / _NEW / name, content)
    digests = {name: [_digest(_bytes_of(root / name)), _digest(content)] for name, content in files.items()}
    _lay_down(journal / "digests", json.dumps(digests).encode())
    (journal / "digests").replace(journal / _COMPLETE)
    recover(root)


def recover(root: Path) -> None:
    """Finish a write that was interrupted after it was complete; drop one that was not.

    A file that is neither as it was nor as it should become was changed since: then nothing is touched.
    """
    journal = root / _FOLDER
    if not journal.exists():
        return
    if (journal / _COMPLETE).exists():
        digests = json.loads((journal / _COMPLETE).read_bytes())
        for name, known in digests.items():
            if _digest(_bytes_of(root / name)) not in known:
                left = f"{_FOLDER}/{_NEW}/{name}"
                raise refuse(Code.INTERRUPTED, Place(name), new=left, folder=_FOLDER)
        for name, (_, new) in digests.items():
            if new:
                _move(journal / _NEW / name, root / name)
            else:
                (root / name).unlink(missing_ok=True)
    shutil.rmtree(journal)


def _move(source: Path, target: Path) -> None:
    if source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _digest(content: bytes | None) -> str:
    return "" if content is None else hashlib.sha256(content).hexdigest()


def _lay_down(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
