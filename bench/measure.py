"""Sides measured in turn in one run, ratios with what is owed, and peak memory of whole processes."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
DEVNULL = subprocess.DEVNULL
RAM_DISK = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where whole commands write: disks differ too much to be compared."""

Side = Callable[[], object]

_LAUNCHER = (
    "import resource, subprocess, sys\n"
    "null = subprocess.DEVNULL\n"
    "subprocess.run(sys.argv[1:], stdin=null, stdout=null, stderr=null)\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def in_turn(
    rounds: int, *sides: Side, prepare: Side = lambda: None, warm: bool = True
) -> list[float]:
    """Return the median seconds of each side, run A B C A B C … after one round that does not count.

    `prepare` goes before every side and is not measured.
    """
    times: list[list[float]] = [[] for _ in sides]
    for number in range(rounds + warm):
        for kept, side in zip(times, sides, strict=True):
            prepare()
            start = time.perf_counter()
            side()
            if number >= warm:
                kept.append(time.perf_counter() - start)
    return [statistics.median(kept) for kept in times]


def show(what: str, ratio: float, owed: float, seconds: float) -> bool:
    """Print one ratio with what is owed; return whether it is kept."""
    kept = ratio <= owed
    verdict = "ok" if kept else "MISSED"
    print(
        f"{what:58} {ratio:8.3f}  owed <= {owed:<6.3g} {verdict}  ({seconds * 1000:.2f} ms)",
        flush=True,
    )
    return kept


def environment(**changed: str) -> dict[str, str]:
    """Return the environment of a measured process: byte code is cached, as after any installation."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | changed


def process(*words: str) -> Side:
    """Return a side that runs Python with `words` in the project's folder."""

    def run() -> None:
        command = [sys.executable, *words]
        subprocess.run(
            command, cwd=ROOT, env=environment(), stdout=DEVNULL, stderr=DEVNULL, check=True
        )

    return run


def peak(
    command: Sequence[str], folder: Path = ROOT, env: Mapping[str, str] | None = None
) -> float:
    """Return the peak memory of a command in MiB; run from a small process, as the parent counts."""
    launched = [sys.executable, "-S", "-c", _LAUNCHER, *command]
    done = subprocess.run(
        launched, cwd=folder, env=env or environment(), capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1024
