"""Programs of others, which fall over now and then: LibreOffice, Chromium. What they read is asked again.

On a busy machine LibreOffice ends by a signal once in some hundred files that it reads the next time, and
either side of the bridge may be the one that ends. Only an answer of a program that lives can fail a test.
"""

import os
import signal
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

import pytest

T = TypeVar("T")

ATTEMPTS = 3
OFFICE_FELL = (77, 79, 81)
"""What `soffice` returns after a fatal error, a crash, and where it wants to be started again."""
TOLD = os.EX_TEMPFAIL
"""What a script of ours returns that lost the program it was talking to."""


class FellOverError(Exception):
    """A program ended by a signal, lost the other one, or gave no answer in time."""


class RefusedError(Exception):
    """A program that lives said no; its words."""


def answer(words: Sequence[str], seconds: float) -> str:
    """Return what a program prints.

    Raises FellOverError or RefusedError. Whatever the program started ends with it.
    """
    running = subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    try:
        out, err = running.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise FellOverError(f"no answer in {seconds} seconds: {words}") from None
    finally:
        end(running)
    code = running.returncode
    # a shell in between adds 128 to the number of the signal
    if code < 0 or code > 128 or code == TOLD or code in OFFICE_FELL:
        raise FellOverError(f"ended with {code}: {words}\n{err}")
    if code:
        raise RefusedError(err)
    return out


def end(running: "subprocess.Popen[str]") -> None:
    """End a program that leads a session of its own, and all that it started; none of them is asked."""
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.communicate()


def patiently(ask: Callable[[], T], anew: Callable[[], object] = lambda: None) -> T:
    """Return an answer; after each fall, `anew` makes ready and it is asked again, three times in all."""
    for _ in range(ATTEMPTS - 1):
        try:
            return ask()
        except FellOverError:
            anew()
    return ask()


def fell(reports: Sequence[pytest.TestReport]) -> bool:
    """Tell whether a test failed within Playwright: Chromium is gone, or gave no answer in time."""
    return any("playwright/_impl" in report.longreprtext for report in reports if report.failed)
