"""`plancli apply --all` on a repository on disk, beside git and diff-match-patch with the same edits."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench import corpus
from bench.consultation import Request, consult
from bench.measure import DEVNULL, RAM_DISK, ROOT, Side, environment, in_turn, peak, show
from bench.rivals import Patching, commit, git, unified
from plancli.core.plan.model import Section

OWED_EACH, AIM_ONCE = 1 / 6, 1.0
"""Beside one git process a patch, and beside one git call for all."""


class Trial:
    """The same comments as a plan repository, as a git repository with diffs, and as patches."""

    def __init__(
        self, folder: Path, sections: Sequence[Section], requests: Sequence[Request]
    ) -> None:
        self.sections, self.requests = sections, requests
        self.ours, self.fresh, self.theirs = folder / "ours", folder / "fresh", folder / "git"
        files = corpus.files(sections, [request.comment for request in requests])
        plan = {path: text for path, text in files.items() if path.startswith("plan/")}
        corpus.write(self.ours, files)
        corpus.write(self.fresh, plan)
        self.section_files = corpus.section_files(sections)
        commit(self.theirs, self.section_files)
        diffs = [unified(self.section_files, request) for request in requests]
        self.diffs = [folder / "diffs" / f"{number:05}.diff" for number in range(len(diffs))]
        corpus.write(
            folder,
            {f"diffs/{path.name}": diff for path, diff in zip(self.diffs, diffs, strict=True)},
        )
        self.all_diffs = folder / "all.diff"
        self.all_diffs.write_text("".join(diffs), encoding="utf-8")
        self.patching = Patching(sections)
        self.patched: dict[str, str] = {}

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-m", "plancli", "-C", str(self.ours), "apply", "--all"]

    @property
    def git_command(self) -> list[str]:
        return ["git", "apply", "--3way", str(self.all_diffs)]

    def reset(self) -> None:
        """Put both repositories back to the state before."""
        shutil.rmtree(self.ours / "plan", ignore_errors=True)
        shutil.copytree(self.fresh / "plan", self.ours / "plan")
        git(self.theirs, "reset", "--hard", "--quiet")

    def apply(self) -> None:
        done = subprocess.run(
            self.command, cwd=ROOT, env=environment(), stdout=DEVNULL, stderr=DEVNULL, check=False
        )
        if done.returncode not in (0, 1):
            raise ChildProcessError(self.command)

    def git_once(self) -> None:
        git(self.theirs, *self.git_command[1:])

    def git_each(self) -> None:
        for diff in self.diffs:
            git(self.theirs, "apply", str(diff))

    def dmp(self) -> None:
        self.patched, _ = self.patching.applied(self.requests, self.patching.texts)


def applying(size: int, counts: Sequence[int], each_up_to: int) -> bool:
    """Print the ratios and what is wrong for each number of comments."""
    print(f"\nplancli apply --all on a repository of {size:,} characters, beside other tools")
    print(
        f"git once: one `git apply --3way`; git each: a process a patch, and dmp: up to {each_up_to:,} only"
    )
    sections = corpus.plan(size).sections
    kept = [_compared(sections, count, count <= each_up_to) for count in counts]
    return all(kept)


def _compared(sections: Sequence[Section], count: int, slow: bool) -> bool:
    with tempfile.TemporaryDirectory(dir=RAM_DISK) as folder:
        trial = Trial(Path(folder), sections, consult(sections, count))
        sides: list[Side] = [
            trial.apply,
            trial.git_once,
            *([trial.git_each, trial.dmp] if slow else []),
        ]
        ours, once, *rest = in_turn(3, *sides, prepare=trial.reset, warm=False)
        kept = [show(f"{count:,} comments: plancli / git once", ours / once, AIM_ONCE, ours)]
        if rest:
            each, dmp = rest
            kept.append(
                show(f"{count:,} comments: plancli / git each", ours / each, OWED_EACH, ours)
            )
            print(f"git each {each * 1000:.0f} ms, dmp (in memory, no files) {dmp * 1000:.0f} ms")
        kept.append(_judged(trial, slow))
    return all(kept)


def _judged(trial: Trial, slow: bool) -> bool:
    """Print memory and what each tool got wrong; return whether ours got nothing wrong."""
    trial.reset()
    memory = peak(trial.command), peak(trial.git_command, trial.theirs)
    print(f"peak memory: plancli {memory[0]:.0f} MiB, git once {memory[1]:.0f} MiB")
    ours = wrong_files(trial, trial.ours)
    print(
        f"wrong: plancli {_said(*ours)}; git once {_said(*wrong_files(trial, trial.theirs))}",
        end="",
    )
    if slow:
        trial.reset()
        trial.git_each()
        print(f"; git each {_said(*wrong_files(trial, trial.theirs))}", end="")
        print(f"; dmp {_said(*wrong(trial.patching.texts, trial.patched, trial.requests))}", end="")
    print(flush=True)
    return ours == (0, 0)


def _said(sections: int, edits: int) -> str:
    return f"{sections} sections, {edits} edits lost"


def wrong_files(trial: Trial, root: Path) -> tuple[int, int]:
    """Count section files that do not say what they should, and edits that are not in them."""
    paths = {section.key: corpus.section_path(section) for section in trial.sections}
    before = {key: trial.section_files[path] for key, path in paths.items()}
    after = {key: (root / path).read_text(encoding="utf-8") for key, path in paths.items()}
    return wrong(before, after, trial.requests)


def wrong(
    before: Mapping[str, str], after: Mapping[str, str], requests: Iterable[Request]
) -> tuple[int, int]:
    """Compare texts of sections with the truth; a sentence that is edited stands only once in its section."""
    truth = dict(before)
    lost = 0
    for request in requests:
        key, new = request.sentence.section.key, request.sentence_after
        truth[key] = truth[key].replace(request.sentence.text, new)
        lost += new not in after[key]
    return sum(after[key] != text for key, text in truth.items()), lost
