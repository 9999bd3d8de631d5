"""Single keys of a terminal, without Enter; lines where there is none that gives them."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

try:
    import termios
    import tty
except ImportError:  # Windows has no such terminals, and gives keys in its own way
    termios = None  # type: ignore[assignment]

STOP = "\x04"
"""Ctrl-D, and the end of what is typed."""
_ESCAPE = "\x1b"
_ARROWS = {"C": "→", "D": "←", "A": "↑", "B": "↓"}
_PATIENCE = 0.05
"""Seconds until what follows an Escape belongs to it no more."""


class Keys:
    """The keys that somebody presses; `single` where they come one by one."""

    def __init__(self) -> None:
        self.single = termios is not None and _is_terminal()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Give keys as they are pressed, unseen; afterwards the terminal is as it was."""
        if not self.single:
            yield
            return
        before = termios.tcgetattr(sys.stdin.fileno())
        # what was typed ahead counts: a clerk who knows the way is faster than the screen
        tty.setcbreak(sys.stdin.fileno(), termios.TCSADRAIN)
        try:
            yield
        finally:
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)

    @contextmanager
    def as_before(self) -> Iterator[None]:
        """Give the terminal back for a while, inside of `at_once`: to an editor, to lines that are typed."""
        if not self.single:
            yield
            return
        now = termios.tcgetattr(sys.stdin.fileno())
        lines = list(now)
        lines[3] |= termios.ICANON | termios.ECHO
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, lines)
        try:
            yield
        finally:
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, now)

    def next(self) -> str:
        """Return the next key, an arrow as one; the first character of a line where there are only lines."""
        if not self.single:
            line = sys.stdin.readline()
            return line.strip()[:1] if line else STOP
        key = _character()
        return _arrow() if key == _ESCAPE else key


def _is_terminal() -> bool:
    with suppress(OSError, ValueError):  # a stream of its own has no number
        return os.isatty(sys.stdin.fileno())
    return False


def _character() -> str:
    """Read one character, of several bytes perhaps; nothing of it is left in a buffer of ours."""
    raw = b""
    while True:
        byte = os.read(sys.stdin.fileno(), 1)
        if not byte:
            return STOP
        raw += byte
        with suppress(UnicodeDecodeError):
            return raw.decode()
        if len(raw) == _LONGEST:
            return "\N{REPLACEMENT CHARACTER}"


_LONGEST = 4
"""No character has more bytes in UTF-8."""


def _arrow() -> str:
    """Return the arrow whose bytes follow an Escape; Escape itself where none do."""
    import select

    if not select.select([sys.stdin.fileno()], [], [], _PATIENCE)[0]:
        return _ESCAPE
    if _character() not in "[O":
        return _ESCAPE
    return _ARROWS.get(_character(), _ESCAPE)
