"""How far long work has come: a bar on stderr where that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

Step = Callable[[], None]
"""Called once for each piece of work that is done."""


@contextmanager
def progress(total: int) -> Iterator[Step]:
    """Draw a bar over `total` steps while the block runs."""
    with typer.progressbar(length=total, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield lambda: bar.update(1)
