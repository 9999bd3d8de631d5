"""Readers that run as a process of their own: a file made to exhaust or crash one ends it alone."""

import sys
from typing import TYPE_CHECKING

from plancli.core.entry import N_
from plancli.papers.packed import UnfitFileError

if TYPE_CHECKING:
    import subprocess

_MEMORY = 2 << 30
"""Bytes of memory; a PDF of 500 pages or a workbook of 10,000 rows takes a twentieth."""
_EXHAUSTING = N_("it is made to exhaust who reads it, or so broken that nobody can; save it anew")


def started(module: str, *words: str) -> "subprocess.Popen[bytes]":
    """Start a module of ours that reads stdin and writes to stdout; what its libraries say is dropped."""
    import subprocess  # seldom needed, and slow to import

    # -P: a folder in which somebody works is nothing to import from
    command = [sys.executable, "-P", "-m", module, *words]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def answered(module: str, content: bytes, patience: float) -> bytes:
    """Return what a module prints of a file; give it up where that takes more than so many seconds."""
    import subprocess

    with started(module) as reader:
        try:
            said, _nothing = reader.communicate(content, timeout=patience)
        except subprocess.TimeoutExpired:
            said = b""
        finally:
            reader.kill()
    if reader.returncode or not said:
        raise UnfitFileError(_EXHAUSTING)
    return said


def limit_memory() -> None:
    """Let this process take no more memory than a file needs, where the system knows limits."""
    try:
        import resource
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > _MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, hard))
