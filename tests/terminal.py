"""A terminal in which somebody presses keys: each page ends with a line that says how to stop."""

import fcntl
import os
import pty
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
        while piece := os.read(above, 65536):
            shown += piece
            if left and len(keys) - len(left) < shown.count(b" stop\r\n"):
                os.write(above, left.pop(0).encode())
    os.close(above)
    assert process.wait() == 0, shown.decode()
    return shown.decode().replace("\r\n", "\n")
