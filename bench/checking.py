"""`plancli check` beside only parsing the same files with libyaml's C parser: `python -m bench.checking`."""

import sys
import tempfile
from pathlib import Path

from bench import corpus
from bench.consultation import consult
from bench.measure import RAM_DISK, in_turn, peak, process, show

SIZE, COMMENTS = 1_410_000, 10_000
"""Gives 500 sections."""
OWED, OWED_AGAIN = 4.0, 1 / 3

_PARSE = """
import gc, os, sys
gc.disable()
from _ruamel_yaml import CParser
class Parser(CParser):
    def resolve(self, *_): return "text"
    def ascend_resolver(self): pass
    def descend_resolver(self, *_): pass
def read(text): return Parser(text).get_single_node()
"""
"""Only nodes, with a resolver that does nothing: the least that the parser can be asked for."""
_LOAD = """
import gc, os, sys
gc.disable()
from ruamel.yaml import YAML
read = YAML(typ="safe").load
"""
"""What a program gets that loads the files with the same parser: Python values."""
_EACH = """
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".yaml"):
            with open(f"{folder}/{name}", encoding="utf-8") as file:
                read(file.read())
"""


def checking(size: int = SIZE, comments: int = COMMENTS) -> bool:
    """Print what a first and a second check cost, with every comment in the text."""
    with tempfile.TemporaryDirectory(dir=RAM_DISK) as folder:
        root = Path(folder)
        sections = corpus.plan(size).sections
        corpus.write(root, corpus.files(sections, [r.comment for r in consult(sections, comments)]))
        process("-m", "plancli", "-C", folder, "apply", "--all")()
        check = ["-m", "plancli", "-C", folder, "check"]
        first, again, parse, load = in_turn(
            5,
            process(*check, "--anew"),
            process(*check),
            process("-c", _PARSE + _EACH, folder),
            process("-c", _LOAD + _EACH, folder),
        )
        print(f"\nplancli check: {comments:,} comments, {len(sections)} sections")
        kept = [
            show("first check / only parsing with libyaml, to nodes", first / parse, OWED, first),
            show("first check / only parsing with libyaml, to values", first / load, OWED, first),
            show("second check / first check", again / first, OWED_AGAIN, again),
        ]
        memory = peak([sys.executable, *check, "--anew"]), peak([sys.executable, *check])
        print(f"peak memory: first {memory[0]:.0f} MiB, second {memory[1]:.0f} MiB")
    return all(kept)


if __name__ == "__main__":
    sys.exit(0 if checking() else 1)
