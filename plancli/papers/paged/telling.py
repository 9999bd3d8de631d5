"""How far the reading of a long paper has come."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Step = Callable[[], None]
"""Called after each page that was read."""
Telling = Callable[[int], AbstractContextManager[Step]]
"""Told how many pages there are, shows how far reading has come."""


@contextmanager
def silently(_pages: int) -> Iterator[Step]:
    """Show nothing of how far reading has come."""
    yield lambda: None
