"""A PDF read by a process of its own: a file that is made to exhaust or to crash its reader ends that alone.

Forms that hold each other a thousand million times, a page of 200 MB of commands: PDFium works them off
without end, and takes memory as it comes.
"""

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import IO, Any

from plancli.core.entry import N_
from plancli.core.intake.paper import PagedPaper, PaperCell, PaperKind, PaperLine, PaperPage
from plancli.papers.apart import limit_memory, started
from plancli.papers.packed import UnfitFileError
from plancli.papers.paged.telling import Step, Telling, silently

PATIENCE = 20.0
"""Seconds for a page; the largest of a plan take a tenth of one."""


def paper_apart(
    content: bytes,
    telling: Telling = silently,
    with_fonts: bool = False,
    patience: float = PATIENCE,
) -> PagedPaper:
    """Return the lines of a PDF, page by page; a page that takes more than so many seconds is given up."""
    reader = started(__name__, *(["fonts"] if with_fonts else []))
    assert reader.stdin is not None
    assert reader.stdout is not None
    try:
        try:
            reader.stdin.write(content)
            reader.stdin.close()
        except OSError:
            raise UnfitFileError(_EXHAUSTING) from None
        said = _said(reader.stdout, reader.kill, telling, patience)
    finally:
        reader.kill()
        reader.stdout.close()
        reader.wait()
    if not said:
        raise UnfitFileError(_EXHAUSTING)
    found = json.loads(said)
    if isinstance(found, str):
        raise UnfitFileError(found)
    return _paper(found)


_EXHAUSTING = N_(
    "it is made to exhaust who reads it, or so broken that nobody can; print it to a PDF anew"
)


def _said(out: IO[bytes], kill: Step, telling: Telling, patience: float) -> bytes:
    """Return the last line of the reader; the one before says how many pages, then one comes for each."""
    first = _line(out, kill, patience)
    if not first.strip().isdigit():
        return first
    with telling(int(first)) as step:
        line = _line(out, kill, patience)
        while line == b"\n":
            step()
            line = _line(out, kill, patience)
    return line


def _line(out: IO[bytes], kill: Step, patience: float) -> bytes:
    """Return the next line; nothing where none comes in time."""
    watch = Timer(patience, kill)
    watch.start()
    try:
        return out.readline()
    finally:
        watch.cancel()


def _paper(found: Any) -> PagedPaper:
    """Build a paper from what JSON has of it."""
    pages: list[PaperPage] = []
    for sheet, label, width, lines in found[0]:
        made: list[PaperLine] = []
        for kind, cells, *rest in lines:
            made.append(
                PaperLine(PaperKind(kind), tuple(PaperCell(*cell) for cell in cells), *rest)
            )
        pages.append(PaperPage(sheet, label, width, tuple(made)))
    return PagedPaper(tuple(pages), *found[1:])


# --- the reader -------------------------------------------------------------------------------------------


def main() -> None:
    """Read a PDF from stdin; print how many pages it has, a line for each, and the paper or a problem."""
    limit_memory()
    gc.disable()  # it ends before anything is worth collecting
    from plancli.papers.paged.reading import paper_of

    try:
        paper = paper_of(sys.stdin.buffer.read(), _aloud, with_fonts="fonts" in sys.argv[1:])
    except UnfitFileError as error:
        print(json.dumps(str(error)))
    else:
        print(json.dumps(paper))


@contextmanager
def _aloud(pages: int) -> Iterator[Step]:
    print(pages, flush=True)
    yield lambda: print(flush=True)


if __name__ == "__main__":
    main()
