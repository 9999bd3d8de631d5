"""Stop every command that writes before each change to a file, and see what the next command finds.

`make crash` tries every point of every command, killed and with a full disk; the suite tries a seeded sample.
What a point is, Python tells: the interpreter announces (PEP 578) each file that is opened for writing,
renamed, removed, each folder made or removed; before the N-th of them the process is gone or the call fails.
"""

import argparse
import errno
import gc
import io
import multiprocessing
import os
import pkgutil
import random
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

import plancli
from plancli.__main__ import main
from tests.conftest import git
from tests.papers.ledger import places

_CHANGES = {
    "os.rename",
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "os.chmod",
    "os.link",
    "os.symlink",
    "os.truncate",
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_KILLED = 137
KILL, STOP = "kill", "Ctrl-C"
ERRORS = {"full disk": errno.ENOSPC, "broken disk": errno.EIO, "no permission": errno.EACCES}
MODES = (KILL, *ERRORS, STOP)
_GIT_CHANGES = {"add", "commit", "config", "reset"}
"""What git is asked to change; what it changes itself is its own affair."""

Files = dict[str, Any]


class Scenario(NamedTuple):
    """A command in a state of the repository, the command that comes next, and how that one may end."""

    name: str
    state: str
    words: tuple[str, ...]
    then: tuple[str, ...] = ("status",)
    ends: tuple[int, ...] = (0, 1)


_LETTER = Path(__file__).parent / "data/intake/letter.txt"
_ROWS = Path(__file__).parent / "data/intake/rows.csv"
_DRAFT = ("intake", "draft", str(Path(__file__).parent / "data/intake/draft.md"), "--into", "新")
_FIGURED = Path(__file__).parent / "data/intake/figured/draft.md"
_DRAWN = ("intake", "draft", str(_FIGURED), "--into", "新")
_PAPER = Path(__file__).parent / "data/intake/paper.pdf"
_RETURNED = Path(__file__).parent / "data/intake/returned.docx"
_COMMITS = ("apply", "--all", "--commit")
_DECIDES = ("decide", "镇财政所-02", "镇财政所-01", "--status", "留作参考", "--commit")
_UPGRADES = ("upgrade", "--commit")
_OUTSIDE = ("-C", "方案", "report", "-o", "../表.html")
_INIT = ("init", "新")
_OWN_PLAN = (*_INIT, "--empty", "--title", "村规", "--chapter", "总则")
_CI = ("init", ".", "--ci", "github")

SCENARIOS = (
    Scenario("apply", "decided", ("apply", "--all")),
    Scenario("revert", "applied", ("revert", "--all")),
    Scenario(
        "new",
        "decided",
        ("new", "--unit", "镇文化站", "--opinion", "建议删去。", "--delete", "和消毒柜"),
    ),
    Scenario(
        "decide",
        "decided",
        ("decide", "镇财政所-02", "--status", "不采纳", "--reason", "已有安排。"),
    ),
    Scenario(
        "decide many",
        "decided",
        ("decide", "镇财政所-02", "镇财政所-01", "镇民政办-01", "--status", "留作参考"),
    ),
    Scenario("decide commit", "committed", _DECIDES, _DECIDES),
    # done already, a second time is refused
    Scenario("intake draft", "empty", _DRAFT, _DRAFT, (0, 2)),
    Scenario("draft with a picture", "empty", _DRAWN, _DRAWN, (0, 2)),
    Scenario("another picture", "figured", ("apply", "--all")),
    Scenario("decide from", "filled in", ("decide", "--from", "台账.xlsx")),
    Scenario("intake", "decided", ("intake", "sheet", str(_ROWS))),
    Scenario("form", "decided", ("intake", "form", "-o", "意见表.docx")),
    Scenario("returned", "decided", ("intake", "returned", str(_RETURNED))),
    Scenario("review", "taken in", ("intake", "review", "--take", "镇财政所-04")),
    Scenario("all", "decided", ("intake", "all", str(_LETTER), str(_RETURNED))),
    Scenario("letter", "decided", ("intake", "letter", str(_LETTER))),
    Scenario("intake undo", "taken in", ("intake", "undo")),
    Scenario("intake pages", "decided", ("intake", "pages", str(_PAPER))),
    Scenario("blacken", "applied", ("blacken", "镇财政所-02", "油烟净化器")),
    Scenario("unit", "applied", ("unit", "镇财政所", "--rename", "镇财政局")),
    Scenario(
        "mend", "applied", ("mend", "--replace", "学校", "--with", "校舍", "--reason", "误录。")
    ),
    Scenario("note", "rewritten", ("note", "第二章.1", "--reason", "选址改由各村负责。")),
    Scenario("renumber", "moved", ("renumber",)),
    Scenario("upgrade", "old form", _UPGRADES, _UPGRADES),
    Scenario("everywhere", "common word", ("everywhere",)),
    Scenario(
        "waived", "common word", ("everywhere", "--waive", "第二章.1", "--reason", "名称已批准。")
    ),
    Scenario("rebase", "second", ("rebase", "镇财政所-01")),
    Scenario("freeze", "applied", ("freeze", "送审稿", "--circulate")),
    Scenario("fmt", "loose", ("fmt",)),
    Scenario("report", "applied", ("report", "-o", "表.html")),
    Scenario("word", "applied", ("report", "-o", "表.docx")),
    Scenario("export", "applied", ("export", "稿.md")),
    Scenario("letters", "applied", ("reply", "镇民政办", "-o", "复函/镇民政办.docx")),
    Scenario("site", "applied", ("site", "-o", "页")),
    Scenario("schemas", "applied", ("schema", "-o", ".schemas")),
    Scenario("all letters", "applied", ("reply", "-o", "复函")),
    Scenario("check", "applied", ("check", "--format", "junit", "-o", "查.xml")),
    Scenario("compare", "applied", ("compare", "-o", "修订.html")),
    Scenario("cover", "applied", ("cover", "-o", "封面.docx")),
    Scenario("audit", "applied", ("audit", "-o", "查.html")),
    Scenario("tasks", "applied", ("tasks", "-o", "分工.xlsx")),
    Scenario("outside", "nested", _OUTSIDE, _OUTSIDE),
    Scenario("commits", "committed", _COMMITS, _COMMITS),
    Scenario("git-setup", "committed", ("git-setup",), ("git-setup",)),
    Scenario("init", "empty", _INIT, _INIT),
    Scenario("own plan", "empty", _OWN_PLAN, _OWN_PLAN),
    Scenario("ci", "committed", _CI),
)
NAMES = tuple(scenario.name for scenario in SCENARIOS)


class Stopped(NamedTuple):
    """How a run ended: its exit code, and how many changes it had begun."""

    code: int
    changes: int


def run(words: tuple[str, ...], folder: Path, at: int = 0, how: str = KILL) -> Stopped:
    """Run a command line in a process that is stopped before its `at`-th change; 0: not at all."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(words, folder, at, how, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        changes = len(told.read())
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Stopped(code, changes)


def _child(words: tuple[str, ...], folder: Path, at: int, how: str, told: int) -> None:
    """Be the process of a command: tell each change by one byte, stop before the one that is asked for."""
    code = 70
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
        os.chdir(folder)
        sys.dont_write_bytecode = True  # what the interpreter keeps for itself is no change
        sys.addaudithook(_stopper(at, how, told))
        code = main(list(words))
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    finally:
        os._exit(code)


def _stopper(at: int, how: str, told: int) -> Callable[[str, tuple[Any, ...]], None]:
    begun = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal begun
        changing = event in _CHANGES or _opens_for_writing(event, arguments)
        if not changing and not _asks_git(event, arguments):
            return
        begun += 1
        os.write(told, b".")
        if begun != at:
            return
        if how == KILL:
            os._exit(_KILLED)
        if how == STOP:
            raise KeyboardInterrupt
        raise OSError(ERRORS[how], os.strerror(ERRORS[how]))

    return hook


def _opens_for_writing(event: str, arguments: tuple[Any, ...]) -> bool:
    if event != "open":
        return False
    path, _, flags = arguments
    return (
        isinstance(path, str | bytes) and bool(flags & _WRITING) and os.fsdecode(path) != os.devnull
    )


def _asks_git(event: str, arguments: tuple[Any, ...]) -> bool:
    if event != "subprocess.Popen":
        return False
    words = [str(word) for word in arguments[1]]
    asks = "--get" in words or "--get-colorbool" in words
    return words[0] == "git" and not asks and not _GIT_CHANGES.isdisjoint(words)


def contents(folder: Path) -> Files:
    """Return what lies below a folder, by path; of an office file its parts, without the time of writing."""
    found: Files = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and ".git" not in path.relative_to(folder).parts:
            found[path.relative_to(folder).as_posix()] = _content(path)
    if (folder / ".git").exists():
        for words in (["log", "--format=%B%n%an"], ["status", "--porcelain"], ["config", "--list"]):
            found[f"git {words[0]}"] = git(folder, *words)
        attributes = folder / ".git/info/attributes"
        found["attributes"] = attributes.read_bytes() if attributes.exists() else b""
    return found


def _content(path: Path) -> object:
    raw = path.read_bytes()
    if path.suffix not in (".docx", ".xlsx"):
        return raw
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(raw)) as parts:
        return {name: parts.read(name) for name in parts.namelist() if name != "docProps/core.xml"}
    return raw


def _import_commands() -> None:
    """Import what all runs need once: each of them is a fork of this process."""
    for found in pkgutil.walk_packages(plancli.__path__, "plancli."):
        if not found.name.endswith("__main__"):
            import_module(found.name)
    gc.collect()
    gc.freeze()  # a fork that collects would copy all that is imported


def prepared(box: Path) -> dict[str, Path]:
    """Return folders in the states in which scenarios begin."""
    _import_commands()
    states = {name: box / name for name in _STATES}
    done(("init", str(states["decided"])), box)
    done(("revert", "--all"), states["decided"])
    done(("decide", "镇财政所-02", "--status", "采纳", "--reply", "已增加。"), states["decided"])
    for name in ("applied", "loose", "taken in"):
        shutil.copytree(states["decided"], states[name])
    done(("apply", "--all"), states["applied"])
    done(("intake", "sheet", str(_ROWS)), states["taken in"])
    shutil.copytree(states["applied"], states["filled in"])
    _fill_in(states["filled in"])
    section = states["loose"] / "plan/第二章-任务.yaml"
    _edit(section, "用房。\n      每个", "用房。每个")
    for name in ("rewritten", "moved", "common word", "second"):
        shutil.copytree(states["applied"], states[name])
    _edit(states["rewritten"] / "plan/第二章-任务.yaml", "村部", "村委会")
    order = "  - 第一章\n  - 第二章\n"
    _edit(states["moved"] / "plan/plan.yaml", order, "".join(reversed(order.splitlines(True))))
    everywhere = "{replace: 闲置, with: 空闲, everywhere: true}"
    _edit(
        states["common word"] / "comments/镇财政所/01.yaml",
        "edits:\n",
        f"edits:\n  - {everywhere}\n",
    )
    done(("freeze", "送审稿", "--circulate"), states["second"])
    done((*_DRAWN[:-1], str(states["figured"])), box)
    _ask_for_a_picture(states["figured"])
    shutil.copytree(states["applied"], states["nested"] / "方案")
    states["empty"].mkdir()
    shutil.copytree(states["decided"], states["committed"])
    git(states["committed"], "init", "-q", "-b", "main")
    for key, value in _SETTINGS.items():
        git(states["committed"], "config", key, value)
    git(states["committed"], "add", "-A")
    git(states["committed"], "commit", "-qm", "start")
    shutil.copytree(states["committed"], states["old form"])
    _edit(states["old form"] / "plan/plan.yaml", "format: 2\n", "")
    git(states["old form"], "commit", "-qam", "as before")
    return states


_STATES = (
    "decided",
    "applied",
    "loose",
    "taken in",
    "filled in",
    "rewritten",
    "moved",
    "common word",
    "second",
    "figured",
    "nested",
    "empty",
    "committed",
    "old form",
)
"""A decided comment waits; it is in the text; a section is laid out otherwise; a table was taken in; a
ledger was filled in; the office changed a text, or the order of chapters; a word is to be replaced
everywhere; a second round; another picture is to be shown; a plan in a folder of others; nothing; all in
git; in git in the old form."""


def _ask_for_a_picture(folder: Path) -> None:
    """Let a unit ask for another picture in the figure of a plan, and adopt that."""
    shutil.copy(folder / "plan/figures/图1.png", folder / "plan/figures/图1-改.png")
    (folder / "comments/镇渡管站").mkdir(parents=True)
    edit = "edits:\n  - {image: 图1, with: figures/图1-改.png}\n"
    decided = "decision: {status: 采纳, reply: 已更换。}\n"
    comment = f"unit: 镇渡管站\nopinion: 请更换图1。\n{edit}{decided}"
    (folder / "comments/镇渡管站/01.yaml").write_text(comment, encoding="utf-8")


def _fill_in(folder: Path) -> None:
    """Decide two comments in a ledger of a plan."""
    done(("report", "--preset", "internal", "-o", "台账.xlsx"), folder)
    filled = {
        "镇财政所-01": {"采纳情况": "留作参考"},
        "镇民政办-01": {"采纳情况": "撤回", "办理人": "张三"},
    }
    file = folder / "台账.xlsx"
    book = openpyxl.load_workbook(file)
    for place, words in places(file, filled).items():
        book.active[place] = words
    book.save(file)


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new), encoding="utf-8")


_SETTINGS = {"user.name": "某", "user.email": "x@example.org", "gc.auto": "0"}


def done(words: tuple[str, ...], folder: Path) -> None:
    stopped = run(words, folder)
    assert stopped.code == 0, (words, stopped)


class Fault(NamedTuple):
    """A point at which a stop does not leave the old state or the new one, or blocks the next command."""

    scenario: str
    at: int
    how: str
    problem: str


Choose = Callable[[int], list[int]]
"""Takes points of all those that a command has: of 1 … count."""


def tried(
    scenario: Scenario,
    states: dict[str, Path],
    box: Path,
    choose: Choose,
    modes: tuple[str, ...] = MODES,
) -> Iterator[Fault | None]:
    """Stop a command at the points that `choose` takes of all; yield a fault, or None, for each."""
    before = contents(states[scenario.state])
    whole = shutil.copytree(states[scenario.state], box / "whole")
    count = run(scenario.words, whole).changes
    after = contents(whole)
    shutil.rmtree(whole)
    for at in choose(count):
        for how in modes:
            place = shutil.copytree(states[scenario.state], box / f"{at}-{how}")
            first = run(scenario.words, place, at, how)
            then = run(scenario.then, place)
            found = contents(place)
            problem = _problem(found, before, after)
            if how != KILL and first.code == 0 and found != after:
                problem = "says that it is done"
            if not problem and then.code not in scenario.ends:
                problem = f"the next command ends with {then.code}"
            yield Fault(scenario.name, at, how, problem) if problem else None
            shutil.rmtree(place)


def _problem(found: Files, before: Files, after: Files) -> str:
    if found in (before, after):
        return ""
    known = before.keys() | after.keys()
    strange = [name for name in found if name not in known]
    mixed = [name for name in known if found.get(name) not in (before.get(name), after.get(name))]
    return f"left over: {strange}; neither old nor new: {mixed}; a mixture of both otherwise"


def sample(seed: int, most: int) -> Choose:
    """Return what chooses up to `most` points, the first and the last among them."""
    return partial(_sampled, seed, most)


def _sampled(seed: int, most: int, count: int) -> list[int]:
    points = list(range(1, count + 1))
    if len(points) <= most:
        return points
    between = random.Random(seed).sample(points[1:-1], most - 2)
    return sorted([points[0], *between, points[-1]])


def every(count: int) -> list[int]:
    return list(range(1, count + 1))


_MEMORY = "/dev/shm"
_QUICK = _MEMORY if os.path.isdir(_MEMORY) else None  # noqa: PTH112
"""Where states are copied to: in memory, as what is tried here is the order of changes and not the disk."""


# --- the command line ---------------------------------------------------------------------------------------


class Job(NamedTuple):
    """One line of the answer: a command, stopped in one way at many points."""

    scenario: Scenario
    mode: str


class Tally(NamedTuple):
    """How a job ended."""

    job: Job
    points: int
    faults: list[Fault]


def attempt(arguments: list[str]) -> int:
    """Stop what the arguments ask for; print a line for each command and mode, and the sum."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if unknown := {*asked.scenario} - {*NAMES}:
        parser.error(f"no scenario {', '.join(sorted(unknown))}")
    scenarios = [one for one in SCENARIOS if one.name in (asked.scenario or NAMES)]
    jobs = [Job(one, mode) for one in scenarios for mode in asked.mode or MODES]
    choose = sample(asked.seed, asked.points) if asked.points else every
    points = faults = 0
    with tempfile.TemporaryDirectory(dir=_QUICK) as folder:
        for tally in _tallies(jobs, Path(folder), choose, asked.workers):
            points += tally.points
            faults += len(tally.faults)
            _tell(tally)
    sys.stdout.write(f"{len(jobs)} lines, {points} stops, faults: {faults}\n")
    return 1 if faults else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.crash",
        description="Stop commands that write before each change to a file, let the next command run, and "
        "see that all files are old or all are new. Exit code 1 if a stop leaves anything else.",
    )
    parser.add_argument("scenario", nargs="*", metavar="SCENARIO", help=", ".join(NAMES))
    parser.add_argument(
        "--mode",
        action="append",
        choices=MODES,
        help="how to stop; may be repeated; else in each way",
    )
    parser.add_argument(
        "--points", type=int, metavar="N", help="a sample of so many points of each; else every one"
    )
    parser.add_argument("--seed", type=int, default=1, help="of the sample (%(default)s)")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="at once (%(default)s)")
    return parser


def _tallies(jobs: list[Job], box: Path, choose: Choose, workers: int) -> Iterator[Tally]:
    """Yield how the jobs end, in their order; say on stderr how far they are."""
    os.environ["XDG_STATE_HOME"], os.environ["XDG_CACHE_HOME"] = str(box / "s"), str(box / "c")
    (box / "states").mkdir()
    states = prepared(box / "states")
    forked = multiprocessing.get_context("fork")  # each worker has everything imported already
    with ProcessPoolExecutor(workers, mp_context=forked) as pool:
        under_way = [
            pool.submit(_tally, job, states, box / str(at), choose) for at, job in enumerate(jobs)
        ]
        for at, job in enumerate(jobs):
            sys.stderr.write(f"{at + 1} of {len(jobs)}: {job.scenario.name}, {job.mode}\n")
            yield under_way[at].result()


def _tally(job: Job, states: dict[str, Path], box: Path, choose: Choose) -> Tally:
    box.mkdir()
    results = list(tried(job.scenario, states, box, choose, (job.mode,)))
    return Tally(job, len(results), [fault for fault in results if fault])


def _tell(tally: Tally) -> None:
    name, mode = tally.job.scenario.name, tally.job.mode
    sys.stdout.write(f"{name:11} {mode:13} points {tally.points:4}, faults {len(tally.faults):3}\n")
    for fault in tally.faults[:5]:
        sys.stdout.write(f"    before change {fault.at}: {fault.problem}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(attempt(sys.argv[1:]))
