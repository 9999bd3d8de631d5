"""Whole commands on a long plan with many comments, beside loading them, libyaml and git."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench import corpus
from bench.life import Filed, Kind, lively
from bench.measure import PLANCLI, RAM_DISK, Side, command, in_turn, making, peak, plancli, python
from bench.results import Results, ratio
from bench.rivals import commit
from bench.sizes import Sizes

_LOAD = """
import gc, sys
gc.disable()
from pathlib import Path
from plancli.store.files import read_files
from plancli.store.repository import load
load(read_files(Path(sys.argv[1])))
"""
"""Everything read and validated, nothing done with it."""
_NODES = """
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
_VALUES = """
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
FORMATS = ("html", "md", "csv", "json", "xlsx", "docx")


class Desk:
    """A repository with many comments, applied where they can be, and a folder for what is made."""

    def __init__(self, folder: Path, sizes: Sizes) -> None:
        self.root, self.made, self.kept = folder / "plan", folder / "made", folder / "kept"
        self.made.mkdir()
        sections = corpus.plan(sizes.long).sections
        self.filed = lively(sections, sizes.many)
        self.section = self._plain().adopted[0].sentence.section.key
        self.comment = self._plain().comment.id
        # git is asked for what differs between the draft and the plan with all comments in it
        commit(self.root, corpus.files(sections, [one.comment for one in self.filed]))
        self.characters = sum(map(len, corpus.texts_of(sections).values()))
        self.run("apply", "--all")()

    def _plain(self) -> Filed:
        return next(one for one in self.filed if one.kind is Kind.PLAIN)

    def run(self, *words: str) -> Side:
        return plancli("-C", str(self.root), *words)

    def making(self, *words: str, into: str) -> Side:
        made = self.made / into
        return making(self.run(*words, "-o", str(made)), made)

    def load(self) -> Side:
        return python("-c", _LOAD, str(self.root))

    def git(self, *words: str) -> Side:
        return command("git", *words, "--", "plan", folder=self.root)

    def restore(self) -> None:
        """Put the plan back to the state in which one comment is not in the text."""
        shutil.rmtree(self.root / "plan")
        shutil.copytree(self.kept / "plan", self.root / "plan")


def commands(results: Results, sizes: Sizes) -> None:
    """Measure checking, publishing, showing, comparing, and applying one comment."""
    with tempfile.TemporaryDirectory(dir=RAM_DISK) as folder:
        desk = Desk(Path(folder), sizes)
        results.add("characters", desk.characters)
        _checking(results, sizes, desk)
        _tables(results, sizes, desk)
        _making(results, sizes, desk)
        _comparing(results, sizes, desk)
        _remembering(results, desk)
        _applying_one(results, sizes, desk)


def _checking(results: Results, sizes: Sizes, desk: Desk) -> None:
    count = len(desk.filed)
    anew, kept, load, nodes, values = in_turn(
        sizes.rounds,
        desk.run("check", "--anew"),
        desk.run("check"),
        desk.load(),
        python("-c", _NODES + _EACH, str(desk.root)),
        python("-c", _VALUES + _EACH, str(desk.root)),
    )
    results.add("load", ratio(load, values), load, count)
    results.add("check nodes", ratio(anew, nodes), anew, count)
    results.add("check values", ratio(anew, values), anew)
    results.add("check again", ratio(kept, anew), kept)


def _tables(results: Results, sizes: Sizes, desk: Desk) -> None:
    """Measure a table as the first run after a change makes it, and as the next one does."""
    sides: dict[str, Side] = {}
    for name in FORMATS:
        sides[f"report {name}"] = desk.making("report", "--anew", into=f"a.{name}")
    for name in FORMATS:
        sides[f"report {name} kept"] = desk.making("report", into=f"a.{name}")
    _beside_loading(results, sizes, desk, sides)


def _making(results: Results, sizes: Sizes, desk: Desk) -> None:
    sides = {
        "compare": desk.making("compare", into="compared.html"),
        "audit": desk.making("audit", into="audit.html"),
        "reply": desk.making("reply", "--anew", into="letters"),
        "site": desk.making("site", into="site.html"),
        "show comment": desk.run("show", desk.comment),
        "show section": desk.run("show", desk.section),
    }
    _beside_loading(results, sizes, desk, sides)


def _beside_loading(results: Results, sizes: Sizes, desk: Desk, sides: Mapping[str, Side]) -> None:
    load, *times = in_turn(sizes.rounds, desk.load(), *sides.values(), warm=False)
    for key, seconds in zip(sides, times, strict=True):
        results.add(key, ratio(seconds, load), seconds)


def _comparing(results: Results, sizes: Sizes, desk: Desk) -> None:
    ours, lines, words = in_turn(
        sizes.rounds,
        desk.run("diff"),
        desk.git("diff"),
        desk.git("diff", "--word-diff-regex=."),
    )
    results.add("diff lines", ratio(ours, lines), ours)
    results.add("diff words", ratio(ours, words), ours)


def _remembering(results: Results, desk: Desk) -> None:
    """Keep what some commands need at most; each is known to end."""
    asked = {
        "check": ["check", "--anew"],
        "kept": ["check"],
        **{
            name: ["report", "--anew", "-o", str(desk.made / f"a.{name}")]
            for name in ("html", "xlsx", "docx")
        },
        "site": ["site", "-o", str(desk.made / "site.html")],
    }
    for name, words in asked.items():
        results.add(f"memory {name}", peak([*PLANCLI, "-C", str(desk.root), *words]))


def _applying_one(results: Results, sizes: Sizes, desk: Desk) -> None:
    desk.run("revert", desk.comment)()
    shutil.copytree(desk.root / "plan", desk.kept / "plan")
    ours, load = in_turn(
        sizes.rounds, desk.run("apply", desk.comment), desk.load(), prepare=desk.restore
    )
    results.add("apply one", ratio(ours, load), ours)
