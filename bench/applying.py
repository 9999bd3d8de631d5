"""`plancli apply --all` beside git with the same edits in its best configuration, and what came out."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import corpus
from bench.life import Filed, lively, wanted_texts
from bench.measure import PLANCLI, RAM_DISK, SideError, command, in_turn, peak, plancli
from bench.results import Results, ratio
from bench.rivals import commit, git, merged_patch, successive
from bench.sizes import Sizes
from plancli.core.plan.model import Section


class Trial:
    """The same edits as a plan repository with comments, and as a git repository with patches that apply."""

    def __init__(self, folder: Path, sections: Sequence[Section], filed: Sequence[Filed]) -> None:
        self.ours, self.fresh, self.theirs = folder / "ours", folder / "fresh", folder / "git"
        self.before = corpus.section_files(sections)
        self.after = corpus.section_files(corpus.with_texts(sections, wanted_texts(filed)))
        self.filed = filed
        files = corpus.files(sections, [one.comment for one in filed])
        corpus.write(self.ours, files)
        corpus.write(
            self.fresh, {path: text for path, text in files.items() if path.startswith("plan/")}
        )
        commit(self.theirs, self.before)
        self.merged = folder / "merged.diff"
        self.merged.write_text(merged_patch(self.theirs, self.after), encoding="utf-8")
        self.patches = folder / "patches"

    def reset(self) -> None:
        """Put both repositories back to the state before."""
        shutil.rmtree(self.ours / "plan")
        shutil.copytree(self.fresh / "plan", self.ours / "plan")
        git(self.theirs, "reset", "--hard", "--quiet")

    def git_once(self) -> None:
        command("git", "apply", str(self.merged), folder=self.theirs)()

    def write_patches(self) -> None:
        """Write a patch for each edit."""
        requests = [request for one in self.filed for request in one.adopted]
        numbered = enumerate(successive(self.before, requests))
        corpus.write(self.patches, {f"{at:05}.diff": patch for at, patch in numbered})

    def git_each(self) -> None:
        for patch in sorted(self.patches.iterdir()):
            command("git", "apply", str(patch), folder=self.theirs)()

    def wrong(self, root: Path) -> int:
        """Count section files below a folder that are not byte for byte what they must be."""
        return wrong_files(root, self.after)


def wrong_files(root: Path, wanted: Mapping[str, str]) -> int:
    """Count the files below `root` that do not say what is wanted."""
    differing = [
        path for path, text in wanted.items() if (root / path).read_text(encoding="utf-8") != text
    ]
    return len(differing)


def applying(results: Results, sizes: Sizes) -> None:
    """Measure few, some and many comments, of the few also one process of git an edit."""
    sections = corpus.plan(sizes.long).sections
    wrong = judged = 0
    for name, count in (("few", sizes.few), ("some", sizes.some), ("many", sizes.many)):
        with tempfile.TemporaryDirectory(dir=RAM_DISK) as folder:
            trial = Trial(Path(folder), sections, lively(sections, count))
            wrong += _compared(results, sizes, trial, name)
            judged += len(trial.after)
    results.add("apply wrong", wrong, amount=judged)


def _compared(results: Results, sizes: Sizes, trial: Trial, name: str) -> int:
    """Keep the rows of one number of comments; return how many files came out wrong."""
    count = len(trial.filed)
    sides = [plancli("-C", str(trial.ours), "apply", "--all"), trial.git_once]
    if name == "few":
        trial.write_patches()
        sides.append(trial.git_each)
    ours, once, *each = in_turn(sizes.rounds, *sides, prepare=trial.reset, warm=False)
    results.add(f"apply {name}", ratio(ours, once), ours, count)
    print(f"  one git apply of one merged patch: {once * 1000:.0f} ms")
    if each:
        results.add("apply each", ratio(ours, each[0]), ours, count)
    wrong = _judged(trial)
    if name == "many":
        trial.reset()
        results.add("memory apply", peak([*PLANCLI, "-C", str(trial.ours), "apply", "--all"]))
    return wrong


def _judged(trial: Trial) -> int:
    """Return how many files ours leaves wrong; git must leave none, else the sides are no match."""
    trial.reset()
    plancli("-C", str(trial.ours), "apply", "--all")()
    trial.git_once()
    if trial.wrong(trial.theirs):
        raise SideError("git apply gave other files than it should: the sides are no match")
    return trial.wrong(trial.ours)
