"""Short commands on the real plan, beside an empty Python: what a user waits for."""

import tempfile
from pathlib import Path

from bench.measure import RAM_DISK, in_turn, making, plancli, python
from bench.results import Results, ratio
from bench.sizes import Sizes

HELPED = ("check", "report", "decide")
"""Commands whose help is asked for: those with the most to say of themselves."""
COMMENT, WORDS = "市医保局-01", "推广普及电子医保凭证"


def starts(results: Results, sizes: Sizes) -> None:
    """Measure starting, helping, checking, showing and publishing in this repository."""
    with tempfile.TemporaryDirectory(dir=RAM_DISK) as folder:
        commands = {
            "version": ["--version"],
            "help": ["--help"],
            "check anew": ["check", "--anew"],
            "check kept": ["check"],
            "show here": ["show", COMMENT],
            "locate here": ["locate", WORDS],
            "diff here": ["diff"],
        }
        table = Path(folder) / "a.html"
        shown = {key: plancli(*words) for key, words in commands.items()}
        report = ["report", "-o", str(table)]
        shown["report here"] = making(plancli(*report, "--anew"), table)
        shown["report here kept"] = making(plancli(*report), table)
        helping = [plancli(name, "--help") for name in HELPED]
        bare, *times = in_turn(sizes.starts, python("-c", "pass"), *shown.values(), *helping)
    own, helped = times[: len(shown)], times[len(shown) :]
    for key, seconds in zip(shown, own, strict=True):
        results.add(key, ratio(seconds, bare), seconds)
    results.add("command help", ratio(max(helped), bare), max(helped), len(HELPED))
