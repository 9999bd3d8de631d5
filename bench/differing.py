"""Character diff of a long text, by one function in a process of its own, beside git's."""

import sys
import tempfile
from pathlib import Path
from random import Random

from bench import corpus, wording
from bench.measure import RAM_DISK, command, in_turn, peak
from bench.results import Results, ratio
from bench.sizes import Sizes
from plancli.core.plan.outline import Outline
from plancli.core.text.diff import exact

_OURS = (
    "import gc, sys\n"
    "gc.disable()\n"  # as the command line does
    "from pathlib import Path\n"
    "from plancli.core.text.diff import exact\n"
    "from plancli.core.text.marked import marked\n"
    "old, new = (Path(name).read_text(encoding='utf-8') for name in sys.argv[1:])\n"
    "sys.stdout.write(marked(exact(old, new)))\n"
)
_GIT = ("git", "diff", "--no-index", "--word-diff-regex=.", "--word-diff=porcelain")


def differing(results: Results, sizes: Sizes) -> None:
    """Measure a long text with few and with many edits."""
    outline = Outline(corpus.plan(sizes.characters).sections)
    old = "\n".join(spot.paragraph.text for spot in outline.spots.values()) + "\n"
    for name, count in zip(("few", "many"), sizes.edits, strict=True):
        _compared(results, sizes, f"characters {name}", old, count)


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


def _compared(results: Results, sizes: Sizes, key: str, old: str, count: int) -> None:
    new = edited(old, count, Random(count))
    with tempfile.TemporaryDirectory(dir=RAM_DISK) as folder:
        files = [Path(folder) / "old", Path(folder) / "new"]
        for path, text in zip(files, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        ours = (sys.executable, "-c", _OURS, *map(str, files))
        git = (*_GIT, *map(str, files))
        ours_seconds, git_seconds = in_turn(
            2 * sizes.rounds + 1, command(*ours), command(*git, good=(0, 1))
        )
        results.add(key, ratio(ours_seconds, git_seconds), ours_seconds, count)
        memory = peak(ours), peak(git)
        print(
            f"  peak memory: ours {memory[0]:.0f} MiB, git {memory[1]:.0f} MiB; {_spelling(old, new)}"
        )


def _spelling(old: str, new: str) -> str:
    """Verify that the script spells both texts."""
    runs = exact(old, new)
    texts = ["".join(run.text for run in runs if run.op != mark) for mark in "+-"]
    changed = sum(len(run.text) for run in runs if run.op != "=")
    verdict = "the script spells both texts" if texts == [old, new] else "WRONG SCRIPT"
    return f"{verdict}, {len(runs):,} runs, {changed:,} characters changed"
