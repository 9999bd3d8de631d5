"""Sides measured in turn in one run, ratios with what is owed, and peak memory of whole processes."""

import math
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
DEVNULL = subprocess.DEVNULL
RAM_DISK = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where whole commands write: disks differ too much to be compared."""

PLANCLI = (str(Path(sys.executable).with_name("plancli")),)
"""The script that pip makes: what a user runs."""
LIMIT, ENOUGH = 180, 8
"""Seconds after which a command is not waited for, and is not run once more."""

Side = Callable[[], object]

_LAUNCHER = (
    "import resource, subprocess, sys\n"
    "null = subprocess.DEVNULL\n"
    "code = subprocess.run(sys.argv[1:], stdin=null, stdout=null, stderr=null).returncode\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    "sys.exit(code)"
)


class SideError(Exception):
    """A side failed: a command ended with an error, or did not write what it should."""


def in_turn(
    rounds: int, *sides: Side, prepare: Side = lambda: None, warm: bool = True
) -> list[float]:
    """Return the median seconds of each side, run A B C A B C … after one round that does not count.

    `prepare` goes before every side and is not measured. A side that fails is not run again and gives nan,
    one that does not end inf. One that has taken ENOUGH seconds is not run again: its first run counts.
    """
    times: list[list[float]] = [[] for _ in sides]
    spent = [0.0] * len(sides)
    broken: dict[int, float] = {}
    for number in range(rounds + warm):
        for at, side in enumerate(sides):
            if at in broken or spent[at] > ENOUGH:
                continue
            prepare()
            start = time.perf_counter()
            try:
                side()
            except (SideError, subprocess.TimeoutExpired) as error:
                print(f"  {error}", flush=True)
                broken[at] = math.nan if isinstance(error, SideError) else math.inf
            taken = time.perf_counter() - start
            spent[at] += taken
            if number >= warm or spent[at] > ENOUGH:
                times[at].append(taken)
    return [broken.get(at) or statistics.median(kept) for at, kept in enumerate(times)]


def environment(**changed: str) -> dict[str, str]:
    """Return the environment of a measured process: byte code is cached, as after any installation.

    git compares characters only where the locale says what one is.
    """
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"LC_ALL": "C.UTF-8"} | changed


def command(*words: str, folder: Path = ROOT, good: Sequence[int] = (0,)) -> Side:
    """Return a side that runs a process in `folder`; other exit codes than the good ones are an error."""

    def run() -> None:
        done = subprocess.run(
            words,
            cwd=folder,
            env=environment(),
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=subprocess.PIPE,
            timeout=LIMIT,
            check=False,
        )
        if done.returncode not in good:
            said = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            raise SideError(f"{' '.join(words)}: exit code {done.returncode} {''.join(said)}")

    return run


def python(*words: str) -> Side:
    """Return a side that runs Python with `words` in the project's folder."""
    return command(sys.executable, *words)


def plancli(*words: str, folder: Path = ROOT) -> Side:
    """Return a side that runs plancli as a user does; that it found something is no error."""
    return command(*PLANCLI, *words, folder=folder, good=(0, 1))


def making(side: Side, made: Path) -> Side:
    """Return a side that must make a file or a folder, which goes at once: the next run makes it anew."""

    def run() -> None:
        side()
        if not made.exists():
            raise SideError(f"{made.name} was not written")
        if made.is_dir():
            shutil.rmtree(made)
        else:
            made.unlink()

    return run


def peak(words: Sequence[str], folder: Path = ROOT, good: Sequence[int] = (0, 1)) -> float:
    """Return the peak memory of a command in MiB, nan if it fails.

    It is run from a small process, as the system counts the parent's memory until the command begins.
    """
    launched = [sys.executable, "-S", "-c", _LAUNCHER, *words]
    try:
        done = subprocess.run(
            launched,
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return math.nan
    return int(done.stdout) / 1024 if done.returncode in good else math.nan
