"""Files that are named on the command line or lie in a folder, read one by one; all of them or none."""

import hashlib
import os
import stat
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import typer

from plancli.cli.progress import progress
from plancli.cli.system import problem
from plancli.core.finding import Code, Finding, Place, PlanError, refuse
from plancli.core.intake.opinions import FileOpinions, Received
from plancli.core.plan.arrival import PASTED
from plancli.core.text.characters import steerless
from plancli.messages import N_, _
from plancli.papers.packed import LARGEST, UnfitFileError
from plancli.render.findings.shell import word


def all_received(
    words: Sequence[str],
    endings: Collection[str],
    reader: Callable[[bytes], Sequence[FileOpinions]],
    unfit: Code = Code.NO_TABLE,
) -> list[Received]:
    """Return what files say, and those of folders that have such endings.

    Files that cannot be read (`UnfitFileError` of the reader: `unfit`), or that the reader refuses, are
    refused, all of them at once.
    """
    paths = list(_paths(words, endings))
    found: list[Received] = []
    wrong: list[Finding] = []
    with progress(len(paths)) as step:
        for path in paths:
            try:
                found.append(_received(path, reader, unfit))
            except PlanError as error:
                wrong += error.findings
            except OSError as error:
                said = {"problem": problem(error)}
                wrong.append(Finding(Code.SYSTEM, said, place=Place(steerless(path))))
            step()
    if wrong:
        raise PlanError(wrong)
    for line in _passed_over(words, endings):
        typer.echo(line, err=True)
    return found


def _paths(words: Sequence[str], endings: Collection[str]) -> Iterator[str]:
    """Yield the files that are meant: of a folder those with the endings, in the order of their names."""
    for name in words:
        folder = Path(name)
        if name == PASTED or not folder.is_dir():
            yield name
            continue
        for path in _listed(folder):
            if _is_meant(path, endings):
                yield str(path)


def _listed(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder, but for what programs keep there for themselves."""
    for path in sorted(folder.iterdir()):
        # ~$ begins the name of what Office keeps beside a file that is open
        if not path.name.startswith(("~$", ".")):
            yield path


def _is_meant(path: Path, endings: Collection[str]) -> bool:
    """Whether a file of a folder is read: a sender's link would put another file into the sender's mouth."""
    return path.suffix.lower() in endings and not path.is_symlink()


def _passed_over(words: Sequence[str], endings: Collection[str]) -> Iterator[str]:
    """Yield what lies in folders and is not read: no file that came back is lost in silence.

    A folder within a folder is another one to be named: whether what it holds is meant, its name says to
    people alone.
    """
    folders = [Path(name) for name in words if name != PASTED and Path(name).is_dir()]
    others = [path for folder in folders for path in _listed(folder)]
    others = [path for path in others if not _is_meant(path, endings)]
    yield from _links(others)
    plain = [path for path in others if not path.is_symlink()]
    files = [steerless(path.name) for path in plain if not path.is_dir()]
    if files:
        line = _("Not read, since it is none of {endings}: {files}")
        yield line.format(endings=" ".join(endings), files="、".join(files))
    inner = [steerless(str(path)) for path in plain if path.is_dir()]
    if inner:
        yield _("Not read, since they are folders of their own; name them, too: {folders}").format(
            folders=" ".join(map(word, inner))
        )
    for folder in folders:
        if all(path in others for path in _listed(folder)):
            empty = _("Nothing is read of {folder}: none of {endings} lies in it")
            yield empty.format(folder=steerless(str(folder)), endings=" ".join(endings))


def _links(paths: Sequence[Path]) -> Iterator[str]:
    links = [steerless(path.name) for path in paths if path.is_symlink()]
    if links:
        line = _("Not read, since they are links to what may lie elsewhere: {files}")
        yield line.format(files="、".join(links))


def _received(
    path: str, reader: Callable[[bytes], Sequence[FileOpinions]], unfit: Code
) -> Received:
    content = content_of(path, unfit)
    place = Place(steerless(path))
    try:
        parts = tuple(reader(content))
    except UnfitFileError as error:
        raise refuse(unfit, place, problem=str(error)) from None
    except PlanError as error:
        raise PlanError(one._replace(place=one.place or place) for one in error.findings) from None
    return Received(Path(place.file).name, digest_of(content), parts)


def digest_of(content: bytes) -> str:
    """Return by what a file is known again, whatever its name is."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def content_of(path: str, unfit: str) -> bytes:
    """Return the bytes of a file, or what is pasted; what is too large is not read to its end.

    `unfit` is the error where it is no file: a folder, a device. Raises OSError where there is none.
    """
    if path == PASTED:
        return sys.stdin.buffer.read(LARGEST + 1)
    # opened before it is looked at, and without waiting for the other end of a pipe: what lies there may
    # be another file a moment later
    with os.fdopen(os.open(path, _READING), "rb") as source:
        if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
            raise refuse(unfit, Place(steerless(path)), problem=N_("it is no file"))
        return source.read(LARGEST + 1)


_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
