"""Short commands on the real plan, beside an empty Python: what a user waits for."""

import tempfile

from bench.measure import RAM_DISK, in_turn, plancli, python
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
            "report here": ["report", "-o", f"{folder}/a.html"],
        }
        shown = [plancli(*words) for words in commands.values()]
        helping = [plancli(name, "--help") for name in HELPED]
        bare, *times = in_turn(sizes.starts, python("-c", "pass"), *shown, *helping)
    own, helped = times[: len(commands)], times[len(commands) :]
    for key, seconds in zip(commands, own, strict=True):
        results.add(key, ratio(seconds, bare), seconds)
    results.add("command help", ratio(max(helped), bare), max(helped), len(HELPED))
