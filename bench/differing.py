"""Character diff of a long text: our whole process beside git's."""

import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

from bench import corpus, wording
from bench.measure import DEVNULL, RAM_DISK, ROOT, environment, in_turn, peak, show
from plancli.core.plan.outline import Outline
from plancli.core.text.diff import exact

OWED = {1_000: 1.6, 10_000: 0.8}
_OURS = (
    "import gc, sys\n"
    "gc.disable()\n"  # as the command line does
    "from pathlib import Path\n"
    "from plancli.core.text.diff import exact, marked\n"
    "old, new = (Path(name).read_text(encoding='utf-8') for name in sys.argv[1:])\n"
    "sys.stdout.write(marked(exact(old, new)))\n"
)
_GIT = ("git", "diff", "--no-index", "--word-diff-regex=.", "--word-diff=porcelain")

_ENV = environment(
    LC_ALL="C.UTF-8"
)  # git compares characters only where the locale says what one is


def differing(size: int, counts: tuple[int, ...]) -> bool:
    """Print the ratios for a text of `size` characters with each number of edits."""
    print(
        f"\ncharacter diff, {size:,} characters: a whole Python process / git's --word-diff-regex=."
    )
    paragraphs = [
        spot.paragraph.text for spot in Outline(corpus.plan(size).sections).spots.values()
    ]
    old = "\n".join(paragraphs) + "\n"
    kept = [_compared(old, count) for count in counts]
    return all(kept)


def edited(text: str, count: int, rng: Random) -> str:
    """Return the text with `count` small edits: one in each of as many stretches, line breaks left alone."""
    step = len(text) // count
    parts = [_edited(text[at : at + step], rng) for at in range(0, step * count, step)]
    return "".join([*parts, text[step * count :]])


def _edited(text: str, rng: Random) -> str:
    start = rng.randrange(len(text) - 6)
    end = start + rng.choice((0, 1, 2, 3, 4))
    words = wording.clause(rng)[: rng.choice((0, 1, 2, 4))] or ("" if end > start else "的")
    return text if "\n" in text[start:end] else text[:start] + words + text[end:]


def _compared(old: str, count: int) -> bool:
    new = edited(old, count, Random(count))
    with tempfile.TemporaryDirectory(dir=RAM_DISK) as folder:
        files = [Path(folder) / "old", Path(folder) / "new"]
        for path, text in zip(files, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        ours = (sys.executable, "-c", _OURS, *map(str, files))
        git = (*_GIT, *map(str, files))
        ours_seconds, git_seconds = in_turn(7, lambda: _run(ours), lambda: _run(git))
        kept = show(
            f"{count:,} edits", ours_seconds / git_seconds, OWED.get(count, 1.6), ours_seconds
        )
        memory = peak(ours), peak(git, env=_ENV)
        print(
            f"peak memory: ours {memory[0]:.0f} MiB, git {memory[1]:.0f} MiB; {_spelling(old, new)}"
        )
    return kept


def _run(command: tuple[str, ...]) -> None:
    done = subprocess.run(command, cwd=ROOT, env=_ENV, stdout=DEVNULL, check=False)
    if done.returncode not in (0, 1):
        raise ChildProcessError(command)


def _spelling(old: str, new: str) -> str:
    """Verify that the script spells both texts."""
    runs = exact(old, new)
    texts = ["".join(run.text for run in runs if run.op != mark) for mark in "+-"]
    changed = sum(len(run.text) for run in runs if run.op != "=")
    verdict = "the script spells both texts" if texts == [old, new] else "WRONG SCRIPT"
    return f"{verdict}, {len(runs):,} runs, {changed:,} characters changed"
