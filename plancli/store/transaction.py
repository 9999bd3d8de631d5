"""Write several files so that a crash leaves either all the old ones or all the new ones."""

import errno
import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from plancli.core.entry import N_
from plancli.core.finding import Code, Place, refuse
from plancli.store import journal
from plancli.store.journal import Entry
from plancli.store.lying import COMPLETE
from plancli.store.plain import beginning

try:
    import fcntl
except ImportError:  # Windows: what two processes do at once is refused, not put in order
    fcntl = None  # type: ignore[assignment]

_NEW = "new"
_DONE = "done"
_BESIDE = ".plancli-{}"
"""The name under which new bytes stand beside the file whose place they take, for a moment."""


def write_all(
    root: Path, files: Mapping[str, bytes | None], expected: Mapping[str, bytes | None]
) -> None:
    """Write `files` (path below `root`: new bytes) together.

    A file that is None is removed. `expected` gives the bytes that were read before (None: no file); a file
    that someone changed meanwhile stops everything. The new bytes are laid down in a journal first, outside
    the work tree; once that is complete it takes its final name, and an interrupted run is finished by the
    next one (`recover`). One process at a time does this.
    """
    if files:
        journal.make_folder(root)
        with _alone(root):
            _write(root, files, expected)


def _write(
    root: Path, files: Mapping[str, bytes | None], expected: Mapping[str, bytes | None]
) -> None:
    recover(root)
    reached: set[str] = set()
    for name in files:
        if not journal.is_below(root, name):
            raise refuse(Code.NOT_WRITABLE, Place(name))
        folder = name.rpartition("/")[0]
        if folder not in reached:
            _must_be_reachable(root, name)
            reached.add(folder)
    for name, before in expected.items():
        if _bytes_of(root / name) != before:
            raise refuse(Code.CHANGED_MEANWHILE, Place(name))
    home = journal.make_home(root)
    prepared = home / f"{_NEW}-{os.getpid()}-{secrets.token_hex(4)}"
    prepared.mkdir(mode=0o700)
    entries: list[Entry] = []
    for number, (name, content) in enumerate(files.items()):
        before = expected[name] if name in expected else _bytes_of(root / name)
        if content is not None:
            journal.lay_down(prepared / str(number), content)
        entries.append(Entry(name, _digest(before), _digest(content), str(number)))
    journal.written(prepared, entries)
    try:
        prepared.replace(home / COMPLETE)
    except OSError:  # another process has just completed its own
        shutil.rmtree(prepared, ignore_errors=True)
        raise refuse(Code.CHANGED_MEANWHILE, Place(next(iter(files)))) from None
    journal.sync_folder(home)
    recover(root)


def _must_be_reachable(root: Path, name: str) -> None:
    """See that a file can be laid down before anything is: a journal that cannot be finished blocks all.

    Raises OSError, which names the file, where a folder on the way is none or may not be written.
    """
    place = (root / name).parent
    while not place.exists():
        place = place.parent
    if not place.is_dir():
        raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), name)
    if not os.access(place, os.W_OK | os.X_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), name)


def finish_interrupted(root: Path) -> list[str]:
    """Do what `recover` does, unless another process is at work: what it has begun is its own affair.

    What is complete is waited for, so that nobody reads files of which only some have been written.
    """
    home = journal.home(root)
    if not home.exists():
        return []
    finished: list[str] = []
    with _alone(root, wait=(home / COMPLETE).exists()) as alone:
        if alone:
            finished = recover(root)
    return finished


def recover(root: Path) -> list[str]:
    """Finish a write that was interrupted after it was complete, and return its files; drop one that was not.

    A file that somebody changed since is not touched: the others get their new bytes, and its own stay in the
    journal until somebody has looked (its new bytes deleted there, or the file as it should become).
    """
    home = journal.home(root)
    complete = home / COMPLETE
    entries: list[Entry] = []
    if complete.exists():
        entries = journal.entries(complete, root)
        waiting = [entry for entry in entries if not _finished(complete, root, entry)]
        if waiting:
            first = waiting[0]
            raise refuse(Code.INTERRUPTED, Place(first.name), new=str(complete / first.content))
        _keep_names(root, entries)
        done = home / f"{_DONE}-{secrets.token_hex(4)}"
        complete.replace(done)  # at once: half a journal would be a broken one
        shutil.rmtree(done)
    _drop_abandoned(home)
    return [entry.name for entry in entries]


def _keep_names(root: Path, entries: Sequence[Entry]) -> None:
    """See that the names of all files are on the disk, before the journal goes that could give them again.

    Each folder once, whatever number of files it has: a disk needs milliseconds for each.
    """
    for folder in dict.fromkeys((root / entry.name).parent for entry in entries):
        if folder.is_dir():  # it may have gone with what was removed
            journal.sync_folder(folder)


def _finished(complete: Path, root: Path, entry: Entry) -> bool:
    """Bring one file to its new bytes; False where somebody changed it since, and nobody has looked yet."""
    target, source = root / entry.name, complete / entry.content
    now = _digest(_bytes_of(target))
    beside = target.parent / _BESIDE.format(_digest(entry.name.encode())[:12])
    beside.unlink(missing_ok=True)  # what an interrupted run left there
    if now == entry.new:
        return True
    if now != entry.old:
        return bool(entry.new) and not source.exists()
    if not entry.new:
        target.unlink(missing_ok=True)
        return True
    content = _bytes_of(source)
    if content is None or _digest(content) != entry.new:
        raise refuse(
            Code.BROKEN_JOURNAL,
            Place(str(complete)),
            problem=N_("the new words of a file are missing"),
        )
    journal.make_folder(target.parent)
    journal.lay_down(beside, content, _mode_of(target))
    beside.replace(target)
    return True


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


def _drop_abandoned(home: Path) -> None:
    """Remove what is done, and what processes that are no more left unfinished."""
    if not home.exists():
        return
    with suppress(FileNotFoundError):  # somebody else is tidying up
        for left in [*home.glob(f"{_DONE}-*"), *journal.abandoned(home, _NEW)]:
            shutil.rmtree(left)
    with suppress(OSError):  # somebody else is writing
        home.rmdir()


def _mode_of(path: Path) -> int | None:
    """Return the permissions that a file has; None where there is none yet."""
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else None


def _bytes_of(path: Path) -> bytes | None:
    """Return what a file holds; None where there is none. A link that took its place is not followed."""
    try:
        return beginning(path, -1)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _digest(content: bytes | None) -> str:
    return "" if content is None else hashlib.sha256(content).hexdigest()
