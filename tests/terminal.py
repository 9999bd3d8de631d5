"""A terminal in which somebody presses keys: each page ends with a line that says how to stop."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


def _sit_down(terminal: int) -> None:
    """Let a process have a terminal in which Ctrl-C stops it, also where the tests run in the background."""
    os.login_tty(terminal)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _says_more(terminal: int, process: "subprocess.Popen[bytes]") -> bool:
    """Wait until a process says something; one that waits itself, for minutes, is ended."""
    ready, _, _ = select.select([terminal], [], [], _PATIENCE)
    if not ready:
        process.kill()
    return bool(ready)


_PATIENCE = 120
"""Seconds after which even a machine with much other work has said something."""


def pressed(folder: Path, words: Sequence[str], *keys: str, columns: int = 40, **more: str) -> str:
    """Press keys in a terminal, each when its page is there; return what it showed."""
    above, below = pty.openpty()
    fcntl.ioctl(below, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    hidden = ("COLUMNS", "LINES", "NO_COLOR", "EDITOR", "VISUAL")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    process = subprocess.Popen(
        [sys.executable, "-m", "plancli", "-C", str(folder), *words],
        stdin=below,
        stdout=below,
        stderr=below,
        env={**env, "TERM": "xterm", **more},
        preexec_fn=lambda: _sit_down(below),  # noqa: PLW1509 (there are no threads here)
    )
    os.close(below)
    left, shown = list(keys), b""
    with suppress(OSError):  # the other end is closed
        # a program that says nothing more is waiting for a key that nobody will press
        while _says_more(above, process) and (piece := os.read(above, 65536)):
            shown += piece
            if left and len(keys) - len(left) < shown.count(b" stop\r\n"):
                os.write(above, left.pop(0).encode())
    os.close(above)
    assert process.wait() == 0, shown.decode()
    return shown.decode().replace("\r\n", "\n")
