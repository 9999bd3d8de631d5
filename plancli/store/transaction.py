"""Write several files so that a crash leaves either all the old ones or all the new ones."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from plancli.core.finding import Code, Place, refuse

try:
    import fcntl
except ImportError:  # Windows: what two processes do at once is refused, not put in order
    fcntl = None  # type: ignore[assignment]

_FOLDER = ".plancli"
_COMPLETE = "complete"
_DIGESTS = "digests"
_NEW = "new"


def write_all(
    root: Path, files: Mapping[str, bytes | None], expected: Mapping[str, bytes | None]
) -> None:
    """Write `files` (path below `root`: new bytes) together.

    A file that is None is removed. `expected` gives the bytes that were read before (None: no file); a file
    that someone changed meanwhile stops everything. The new files are laid down beside the plan first, in a
    folder of this process; once that is complete it takes its final name, and an interrupted run is finished
    by the next one (`recover`). One process at a time does this.
    """
    if files:
        root.mkdir(parents=True, exist_ok=True)
        with _alone(root):
            _write(root, files, expected)


def _write(
    root: Path, files: Mapping[str, bytes | None], expected: Mapping[str, bytes | None]
) -> None:
    recover(root)
    for name, before in expected.items():
        if _bytes_of(root / name) != before:
            raise refuse(Code.CHANGED_MEANWHILE, Place(name))
    journal = root / _FOLDER / f"{_NEW}-{os.getpid()}"
    for name, content in files.items():
        if content is not None:
            _lay_down(journal / _NEW / name, content)
    read = {name: expected[name] if name in expected else _bytes_of(root / name) for name in files}
    digests = {name: [_digest(read[name]), _digest(content)] for name, content in files.items()}
    _lay_down(journal / _DIGESTS, json.dumps(digests).encode())
    try:
        journal.replace(root / _FOLDER / _COMPLETE)
    except OSError:  # another process has just completed its own
        shutil.rmtree(journal, ignore_errors=True)
        raise refuse(Code.CHANGED_MEANWHILE, Place(next(iter(files)))) from None
    recover(root)


def finish_interrupted(root: Path) -> None:
    """Do what `recover` does, unless another process is at work: what it has begun is its own affair.

    What is complete is waited for, so that nobody reads files of which only some have been written.
    """
    if (root / _FOLDER).exists():
        with _alone(root, wait=(root / _FOLDER / _COMPLETE).exists()) as alone:
            if alone:
                recover(root)


def recover(root: Path) -> None:
    """Finish a write that was interrupted after it was complete; drop one that was not.

    A file that is neither as it was nor as it should become was changed since: then nothing is touched.
    """
    complete = root / _FOLDER / _COMPLETE
    if complete.exists():
        digests = json.loads((complete / _DIGESTS).read_bytes())
        for name, (old, new) in digests.items():
            if not _can_become(complete / _NEW / name, root / name, old, new):
                left = f"{_FOLDER}/{_COMPLETE}/{_NEW}/{name}"
                raise refuse(Code.INTERRUPTED, Place(name), new=left, folder=_FOLDER)
        for name, (_, new) in digests.items():
            if new:
                _move(complete / _NEW / name, root / name)
            else:
                (root / name).unlink(missing_ok=True)
        shutil.rmtree(complete)
    _drop_abandoned(root / _FOLDER)


@contextmanager
def _alone(root: Path, wait: bool = True) -> Iterator[bool]:
    """Keep the other processes that write below `root` out; yield whether they are.

    The lock goes with the process that holds it, however that ends. Where the file system has no locks,
    nobody is kept out.
    """
    if fcntl is None:
        yield True
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        yield _locked(folder, wait)
    finally:
        os.close(folder)


def _locked(folder: int, wait: bool) -> bool:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a network drive without locks
        return True
    return True


def _can_become(source: Path, target: Path, old: str, new: str) -> bool:
    """Whether a file is as it was and its new bytes lie ready, or is already as it should become."""
    ready = not new or source.exists()
    now = _digest(_bytes_of(target))
    return now == new or (now == old and ready)


def _drop_abandoned(folder: Path) -> None:
    """Remove what processes that are no more left unfinished; a running one keeps its own."""
    if not folder.exists():
        return
    with suppress(FileNotFoundError):  # somebody else is tidying up
        for journal in folder.glob(f"{_NEW}-*"):
            if not _runs(int(journal.name.rpartition("-")[2])):
                shutil.rmtree(journal)
    with suppress(OSError):  # somebody else is writing
        folder.rmdir()


def _runs(process: int) -> bool:
    """Whether another process is running; this one has nothing unfinished when it asks."""
    if process == os.getpid() or os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


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
