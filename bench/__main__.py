"""All that is measured, part after part, each in a process of its own: `make bench`.

The exit code is 1 while a row is missed: worse than what is owed, failed, or not measured.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.applying import applying
from bench.commands import commands
from bench.differing import differing
from bench.locating import locating
from bench.measure import ROOT
from bench.merging import merging
from bench.paged import paged
from bench.pages import pages
from bench.reading import reading
from bench.results import SPEED, Results, line, missed, read
from bench.rows import GROUPS, ROWS
from bench.sizes import QUICK, WHOLE, Sizes
from bench.starts import starts
from bench.taking import taking
from bench.traps import trapped

PARTS: dict[str, Callable[[Results, Sizes], None]] = {
    "starts": starts,
    "apply": applying,
    "commands": commands,
    "read": reading,
    "locate": locating,
    "merge": merging,
    "diff": differing,
    "taking": taking,
    "paged": paged,
    "pages": pages,
    "traps": trapped,
}
QUICKLY = ROOT / "build" / "speed.json"
"""Figures of a quick run, which are not for publishing."""
PATIENCE = 900
"""Seconds after which a part is given up; its rows are missed."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that it runs")
    parser.add_argument("--results", type=Path, help="where the figures are kept, as JSON")
    parser.add_argument("part", nargs="?", choices=PARTS, help="only this, in this process")
    options = parser.parse_args()
    path: Path = options.results or (QUICKLY if options.quick else SPEED)
    if options.part:
        PARTS[options.part](Results(path), QUICK if options.quick else WHOLE)
        return 0
    Results(path).clear()
    for part in PARTS:
        run_part(part, path, ["--quick"] if options.quick else [])
    return summary(path)


def run_part(part: str, path: Path, options: list[str]) -> None:
    """Run one part; whatever becomes of it, the next one has its turn."""
    print(f"\n{part}", flush=True)
    start = time.monotonic()
    words = [sys.executable, "-m", "bench", part, "--results", str(path), *options]
    try:
        code = subprocess.run(words, cwd=ROOT, timeout=PATIENCE, check=False).returncode
    except subprocess.TimeoutExpired:
        code = None
    if code != 0:
        print(f"{part} " + ("took too long" if code is None else f"ended with {code}"), flush=True)
    print(f"  {part}: {time.monotonic() - start:.0f} s", flush=True)


def summary(path: Path) -> int:
    """Print every row once more, tables together; return 1 while one is missed."""
    results = read(path)
    for group in GROUPS.values():
        print(f"\n{group.said.en}")
        for key in group.rows:
            print(line(key, results.get(key)))
    lost = [key for key in ROWS if missed(key, results.get(key))]
    print(f"\n{len(lost)} of {len(ROWS)} rows missed{': ' if lost else ''}{', '.join(lost)}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
