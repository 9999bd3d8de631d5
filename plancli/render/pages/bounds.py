"""Bounds on what a template of a stranger's branch can take: it is filled in a process of its own.

A sandbox keeps a template from files and programs, not from time and memory: loops in loops, a macro that
calls itself twice, `'a'|center(3000000000)`, a block that holds itself twice. There is no list of all the
ways, so the system counts for us: a child process has so much time of a processor and so much memory.
"""

import json
import os
import resource
import signal
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

SECONDS = 30
"""Time of a processor. The table of 10,000 comments takes less than three."""

MEMORY = 1 << 30
"""Bytes beyond what plancli takes already. The table of 10,000 comments takes less than a tenth."""


class Mistake(NamedTuple):
    """What is wrong in a template, and where: file and line, or "" and 0 where that is not known."""

    problem: str
    file: str = ""
    line: int = 0


def within(fill: Callable[[], str | Mistake]) -> str | Mistake:
    """Return what `fill` returns, worked out in a child process within the bounds; else raise TimeoutError.

    The child shares the values of this process as they are now, and nothing that it changes comes back.
    Memory that is not given is a MemoryError, in `fill` or here. Where a system has no fork nothing is
    bounded.
    """
    if not hasattr(os, "fork"):
        return fill()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _answer(fill, writer)
    os.close(writer)
    ended = None
    try:
        with os.fdopen(reader, "rb") as answered:
            answer = answered.read()
        ended = os.waitpid(child, 0)[1]
    finally:
        if ended is None:  # Ctrl-C while it works
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    if os.WIFSIGNALED(ended):
        # Who is not ended for its time was ended by the system, which had no memory left for it.
        raise TimeoutError if os.WTERMSIG(ended) == signal.SIGXCPU else MemoryError
    return _read(answer)


def _answer(fill: Callable[[], str | Mistake], writer: int) -> NoReturn:
    """Write the answer and end: nothing of the parent is flushed or cleaned up a second time."""
    try:
        _bind()
        answer = _written(fill())
    except BaseException:  # whatever it is, the parent has to hear of it: nothing is printed here
        answer = _FAULT + traceback.format_exc().encode("utf-8", "replace")
    try:
        with os.fdopen(writer, "wb") as out:
            out.write(answer)
    finally:
        os._exit(0)


def _bind() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _lower(resource.RLIMIT_CPU, SECONDS)
    taken = _taken()
    # Where the system does not say what is taken, only time is bounded.
    if taken:
        _lower(resource.RLIMIT_AS, taken + MEMORY)


def _lower(limit: int, wanted: int) -> None:
    """Set a limit, unless the user's own is lower."""
    soft, hard = resource.getrlimit(limit)
    if soft == resource.RLIM_INFINITY or soft > wanted:
        resource.setrlimit(limit, (wanted, hard))


def _taken() -> int:
    """Return how many bytes of memory this process has asked for; 0 where the system does not say."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * resource.getpagesize()


# A text goes as it is, behind one sign: as JSON it would be three times as long.
_TEXT, _MISTAKE, _FAULT = b"t", b"m", b"f"


def _written(answer: str | Mistake) -> bytes:
    if isinstance(answer, Mistake):
        return _MISTAKE + json.dumps(answer).encode()
    return _TEXT + answer.encode("utf-8", "surrogatepass")


def _read(answer: bytes) -> str | Mistake:
    kind, rest = answer[:1], answer[1:]
    if kind == _TEXT:
        return rest.decode("utf-8", "surrogatepass")
    if kind == _MISTAKE:
        return Mistake(*json.loads(rest))
    raise RuntimeError(rest.decode("utf-8", "replace") or "the process ended without an answer")
