"""What the tests see: sampled mutants of plancli/core, each run against the tests that can notice it.

`python -m bench.mutants --sample 300 --seed 1` works in a copy of the committed state. First every test runs
once, and coverage records which test runs which line of core (kept by commit, in .mutants). Then the sample
is drawn: a place in the code, then one of the operators of cosmic-ray that fit there. A mutant is killed when
a test fails or takes far longer than it did; it survived when every test that runs its line passes, or when
`--tests` seconds of them did: the tests of the same room first, then the quickest. A mutant that no test runs
survived too. The same seed on the same commit draws the same mutants.
"""

import argparse
import ast
import functools
import json
import logging
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from difflib import unified_diff
from importlib import import_module
from pathlib import Path
from random import Random
from typing import NamedTuple

import coverage
import pytest
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from hypothesis import Phase, settings

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".mutants"
CORE = "plancli/core"

SHARE_SURVIVING = 0.08
"""Of the sampled mutants, at most this share may survive."""

SLACK, SLOWER = 10.0, 10.0
"""Seconds, and how many times its own duration, that a test may take before its mutant counts as killed."""

WIDER = 3
"""The distance of a test that runs core through the whole program: these come last, if the near ones pass."""

COLLECTING = 90.0
"""Seconds in which the tests must have been found."""

# Only changes that somebody could have written: `a < b` becomes `a <= b`, not `a is b`. Nearly every
# program dies of the others at once, and they would flatter the tests.
COMPARISONS = [
    ("Lt", "LtE"),
    ("Lt", "GtE"),
    ("LtE", "Lt"),
    ("LtE", "Gt"),
    ("Gt", "GtE"),
    ("Gt", "LtE"),
    ("GtE", "Gt"),
    ("GtE", "Lt"),
    ("Eq", "NotEq"),
    ("NotEq", "Eq"),
    ("Is", "IsNot"),
    ("IsNot", "Is"),
]
ARITHMETIC = [
    ("Add", "Sub"),
    ("Sub", "Add"),
    ("Mul", "FloorDiv"),
    ("FloorDiv", "Mul"),
    ("Div", "Mul"),
    ("Mod", "FloorDiv"),
    ("BitOr", "BitAnd"),
    ("BitAnd", "BitOr"),
    ("BitXor", "BitOr"),
]
OPERATORS = [
    *(f"core/ReplaceComparisonOperator_{old}_{new}" for old, new in COMPARISONS),
    *(f"core/ReplaceBinaryOperator_{old}_{new}" for old, new in ARITHMETIC),
    "core/AddNot",
    "core/ExceptionReplacer",
    "core/NumberReplacer",
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceBreakWithContinue",
    "core/ReplaceContinueWithBreak",
    "core/ReplaceFalseWithTrue",
    "core/ReplaceTrueWithFalse",
    "core/ReplaceUnaryOperator_Delete_Not",
    "core/ReplaceUnaryOperator_Delete_USub",
    "core/ZeroIterationForLoop",
]

# Loaded once, before the processes that run tests are forked; nothing of plancli, which is mutated.
LOADED = [
    "babel",
    "docx",
    "jinja2",
    "jsonschema",
    "openpyxl",
    "pydantic",
    "rich",
    "ruamel.yaml",
    "typer",
    "xlsxwriter",
]


class Mutant(NamedTuple):
    """A change of one place: what `operator` does at its `occurrence` in the file."""

    path: str
    line: int
    operator: str
    occurrence: int

    @property
    def room(self) -> str:
        return self.path.removeprefix(f"{CORE}/").partition("/")[0].removesuffix(".py")


class Verdict(NamedTuple):
    """What became of a mutant: the test that noticed it, or None; how many tests had passed; why it ended."""

    mutant: Mutant
    diff: str
    noticed: str | None
    passed: int
    note: str


class Known(NamedTuple):
    """What the run without mutants showed: seconds of each test that passed, tests by path and line."""

    seconds: dict[str, float]
    by_line: dict[str, dict[int, list[str]]]


# --- the sample ---------------------------------------------------------------------------------------------


def sample(folder: Path, size: int, rng: Random, rooms: list[str]) -> list[Mutant]:
    """Draw places without replacement, and one mutant of each."""
    places = defaultdict(list)
    for path in sorted((folder / CORE).rglob("*.py")):
        for mutant, place in mutants_of(
            path.read_text("utf-8"), path.relative_to(folder).as_posix()
        ):
            if not rooms or mutant.room in rooms:
                places[mutant.path, place].append(mutant)
    drawn = rng.sample(sorted(places), min(size, len(places)))
    return [rng.choice(places[place]) for place in drawn]


def mutants_of(code: str, path: str) -> Iterator[tuple[Mutant, tuple[int, int]]]:
    """Yield each mutant of a file with its place: line and column."""
    tree = get_ast(code)
    typed = _types(code)
    for name in OPERATORS:
        operator = get_operator(name)()
        positions = (
            position for node in ast_nodes(tree) for position in operator.mutation_positions(node)
        )
        for occurrence, (start, _) in enumerate(positions):
            if not any(first <= start < last for first, last in typed) and not _joins_types(
                code, name, start[0]
            ):
                yield Mutant(path, start[0], name, occurrence), start


def _types(code: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the spans of annotations: no behaviour is written there."""
    found: list[ast.expr] = []
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.arg(annotation=ast.expr() as told) | ast.AnnAssign(annotation=told):
                found.append(told)
            case ast.FunctionDef(returns=ast.expr() as told):
                found.append(told)
            case _:
                pass
    lines = code.splitlines()
    return [
        (
            _start(lines, n.lineno, n.col_offset),
            _start(lines, n.end_lineno or 0, n.end_col_offset or 0),
        )
        for n in found
    ]


def _joins_types(code: str, operator: str, line: int) -> bool:
    """Whether a `|` stands in the name of a type: Part = Paragraph | Column."""
    return "BitOr_" in operator and any(
        isinstance(node, ast.Assign)
        and node.lineno <= line <= (node.end_lineno or 0)
        and isinstance(node.targets[0], ast.Name)
        and re.fullmatch(r"_?[A-Z][a-z]\w*", node.targets[0].id)
        for node in ast.parse(code).body
    )


def _start(lines: list[str], line: int, octets: int) -> tuple[int, int]:
    """Return a place of ast, which counts octets, as cosmic-ray counts."""
    return line, len(lines[line - 1].encode()[:octets].decode())


# --- tests that can notice ----------------------------------------------------------------------------------


class Suite:
    """The code of core as its tests see it."""

    def __init__(self, folder: Path, known: Known):
        self.known = known
        self.codes = {
            p.relative_to(folder).as_posix(): p.read_text("utf-8")
            for p in sorted((folder / CORE).rglob("*.py"))
        }

    def tests(self, mutant: Mutant, limit: float) -> list[str]:
        """Return the tests that can notice a mutant, the likeliest first, as many as take `limit` seconds.

        Those of its module and room come first, and of these those that run what few tests run beside it: a
        loop that runs over nothing is noticed by the tests that come to its body.
        """
        seconds = self.known.seconds
        noticing = {
            test
            for path, line in self._lines(mutant)
            for test in self.known.by_line.get(path, {}).get(line, [])
        }
        noticing |= {test for test in seconds if _distance(mutant, test) == 0}
        rarity = self._rarity(mutant)
        most = len(seconds)
        ordered = sorted(
            noticing & seconds.keys(),
            key=lambda test: (
                _distance(mutant, test),
                rarity.get(test, most),
                seconds[test],
                test,
            ),
        )
        spent = 0.0
        chosen: list[str] = []
        for test in ordered:
            spent += seconds[test]
            if spent > limit and chosen:
                break
            chosen.append(test)
        return chosen

    def _rarity(self, mutant: Mutant) -> dict[str, int]:
        """Return for each test how many run the line beside the mutant that the fewest run, it among them.

        Beside it is the function that it stands in, or the module.
        """
        lines = self.known.by_line.get(mutant.path, {})
        function = _function_at(self.codes[mutant.path], mutant.line)
        found: dict[str, int] = {}
        for line, tests in lines.items():
            if function is None or line in function:
                for test in tests:
                    found[test] = min(found.get(test, len(tests)), len(tests))
        return found

    def _lines(self, mutant: Mutant) -> list[tuple[str, int]]:
        """Return where a mutant shows: in its statement; outside functions, where the name is used.

        Where no test runs a line with the name, every test of the module may see that it cannot be imported.
        """
        tree = ast.parse(self.codes[mutant.path])
        around = [
            n
            for n in ast.walk(tree)
            if isinstance(n, ast.stmt | ast.ExceptHandler)
            and n.lineno <= mutant.line <= (n.end_lineno or 0)
        ]
        functions = [
            n for n in around if isinstance(n, ast.FunctionDef) and n.body[0].lineno <= mutant.line
        ]
        if functions:
            smallest = max(around, key=lambda node: (node.lineno, -(node.end_lineno or 0)))
            return [(mutant.path, line) for line in _own_lines(smallest, mutant.line)]
        names = {name for node in around for name in _named(node)}
        used = [place for name in names for place in self._uses(name)]
        # what a function has by default shows where it runs, whoever calls it
        for node in around:
            if isinstance(node, ast.FunctionDef):
                body = range(node.body[0].lineno, (node.end_lineno or 0) + 1)
                used += [(mutant.path, line) for line in body]
        if not any(self.known.by_line.get(path, {}).get(line) for path, line in used):
            return [(mutant.path, line) for line in self.known.by_line.get(mutant.path, {})]
        return used

    def _uses(self, name: str) -> Iterator[tuple[str, int]]:
        word = re.compile(rf"\b{re.escape(name)}\b")
        for path, code in self.codes.items():
            for number, line in enumerate(code.splitlines(), 1):
                if word.search(line):
                    yield path, number


def _function_at(code: str, line: int) -> range | None:
    """Return the lines of the innermost function that holds a line; None outside functions."""
    found: range | None = None
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef):
            own = range(node.lineno, (node.end_lineno or 0) + 1)
            if line in own and (found is None or len(own) < len(found)):
                found = own
    return found


def _own_lines(statement: ast.AST, line: int) -> range:
    """Return the lines of a statement; of one that holds others, those before the first."""
    first = getattr(statement, "lineno", line)
    last = getattr(statement, "end_lineno", line)
    body = getattr(statement, "body", None)
    return range(
        first, max(body[0].lineno, first + 1, line + 1) if isinstance(body, list) else last + 1
    )


def _named(node: ast.AST) -> list[str]:
    match node:
        case ast.Assign(targets=targets):
            return [n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)]
        case (
            ast.AnnAssign(target=ast.Name(id=name))
            | ast.FunctionDef(name=name)
            | ast.ClassDef(name=name)
        ):
            return [name]
        case _:
            return []


def _distance(mutant: Mutant, test: str) -> int:
    """Return 0 for a test of the module, 1 for one of its room, 2 for the others of core, 3 for the rest."""
    path = Path(mutant.path)
    mirrored = f"tests/core/{path.relative_to(CORE).with_name(f'test_{path.name}').as_posix()}"
    if test.startswith(mirrored):
        return 0
    if test.startswith(f"tests/core/{mutant.room}/"):
        return 1
    return 2 if test.startswith(("tests/core/", "tests/test_rule")) else WIDER


# --- running tests ------------------------------------------------------------------------------------------


class Recorder:
    """A plugin of pytest: which lines of core each test runs, and how long it takes."""

    def __init__(self, measured: coverage.Coverage):
        self.measured = measured
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: set[str] = set()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        _forget()
        self.measured.switch_context(item.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration
        if not report.passed or hasattr(report, "wasxfail"):
            self.failed.add(report.nodeid)


def _forget() -> None:
    """Empty every cache of core: a line counts for each test that needs it, not for the first only."""
    for name, module in list(sys.modules.items()):
        if name.startswith("plancli."):
            for value in list(vars(module).values()):
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()


class Chosen:
    """A plugin of pytest: only these tests, in this order; a pipe says which one begins, which one failed."""

    def __init__(self, tests: list[str], pipe: int):
        self.order = {test: number for number, test in enumerate(tests)}
        self.pipe = pipe

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        # A counterexample is enough, the smallest is not looked for.
        settings.register_profile(
            "brief", settings(), phases=[Phase.explicit, Phase.generate], database=None
        )
        settings.load_profile("brief")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (i for i in items if i.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        self._say("begins", item.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._say("failed", report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._say("failed", f"{report.nodeid} (cannot be read)")

    def _say(self, *words: str) -> None:
        os.write(self.pipe, (json.dumps(words) + "\n").encode())


class Ended(NamedTuple):
    """How a run of chosen tests ended: the test that failed or hung, else None; how many began."""

    noticed: str | None
    begun: int
    note: str


def run_chosen(folder: Path, tests: list[str], known: Known) -> Ended:
    """Run tests in a process of their own until one fails or hangs."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os.setpgid(0, 0)
        _quiet(folder)
        files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
        code = pytest.main(
            ["-x", "-p", "no:cacheprovider", "--rootdir", str(folder), *files],
            [Chosen(tests, writer)],
        )
        os.write(writer, (json.dumps(["ended", str(int(code))]) + "\n").encode())
        os._exit(0)
    os.close(writer)
    try:
        return _watch(reader, known)
    finally:
        os.close(reader)
        _end(child)


def _watch(reader: int, known: Known) -> Ended:
    """Read what the process says; a test that takes far too long ends it."""
    waiting, allowed, begun, rest = "finding the tests", COLLECTING, 0, b""
    while True:
        ready, _, _ = select.select([reader], [], [], allowed)
        if not ready:
            return Ended(waiting, begun, "too slow")
        said = os.read(reader, 65536)
        if not said:
            return Ended(waiting, begun, "the process died")
        *lines, rest = (rest + said).split(b"\n")
        for word, name in map(json.loads, lines):
            if word == "begins":
                waiting, begun, allowed = (
                    name,
                    begun + 1,
                    SLACK + SLOWER * known.seconds.get(name, 1.0),
                )
            elif word == "failed":
                return Ended(name, begun, "failed")
            else:
                return Ended(
                    None if name == "0" else waiting,
                    begun,
                    "passed" if name == "0" else f"pytest ended with {name}",
                )


def _quiet(folder: Path) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.chdir(folder)


def _end(child: int) -> None:
    """End a process with all that it started: its group is its own."""
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)


# --- the copy -----------------------------------------------------------------------------------------------


@contextmanager
def copied(commit: str) -> Iterator[Path]:
    """A copy of the committed state, which commands and tests find before the installed one."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as temporary:
        folder = Path(temporary) / "plancli"
        _git("clone", "-q", "--no-hardlinks", str(ROOT), str(folder))
        _git("-C", str(folder), "checkout", "-q", commit)
        for catalogue in (ROOT / "plancli/locale").rglob("*.mo"):  # built, not kept in git
            shutil.copy(catalogue, folder / catalogue.relative_to(ROOT))
        os.environ["PYTHONPATH"] = str(folder)
        os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        yield folder


@contextmanager
def mutated(folder: Path, mutant: Mutant) -> Iterator[str]:
    """Change the file of a mutant for a while; yield the change as a diff."""
    path = folder / mutant.path
    before, times = path.read_text("utf-8"), path.stat()
    after = mutate_code(before, get_operator(mutant.operator)(), mutant.occurrence)
    assert after is not None, mutant
    compiled = list(path.parent.glob(f"__pycache__/{path.stem}.*"))
    for found in (
        compiled
    ):  # a file of the same length written in the same second would be taken for the old one
        found.rename(found.with_suffix(".kept"))
    path.write_text(after, "utf-8")
    try:
        lines = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
        yield "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))
    finally:
        path.write_text(before, "utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        for found in compiled:
            found.with_suffix(".kept").rename(found)


def known_of(folder: Path, commit: str, suite: list[str]) -> Known:
    """Return what the run without mutants shows, from the last time if the commit is the same."""
    kept = KEPT / f"{commit}-{'+'.join(suite).replace('/', '.')}.json"
    if not kept.exists():
        KEPT.mkdir(exist_ok=True)
        print(f"{commit[:12]}: every test runs once", flush=True)
        child = os.fork()
        if child == 0:
            _quiet(folder)
            _record(folder, kept, suite)
            os._exit(0)
        os.waitpid(child, 0)
    seconds, names, by_line = json.loads(kept.read_text("utf-8"))
    return Known(
        seconds,
        {
            path: {
                int(line): [names[number] for number in numbers] for line, numbers in lines.items()
            }
            for path, lines in by_line.items()
        },
    )


def _record(folder: Path, kept: Path, suite: list[str]) -> None:
    measured = coverage.Coverage(data_file=None, source=[str(folder / CORE)], config_file=False)
    recorder = Recorder(measured)
    measured.start()
    pytest.main(["-p", "no:cacheprovider", "--rootdir", str(folder), *suite], [recorder])
    measured.stop()
    data = measured.get_data()
    seconds = {
        test: taken for test, taken in recorder.seconds.items() if test not in recorder.failed
    }
    names = sorted(data.measured_contexts() - {""})
    numbers = {name: number for number, name in enumerate(names)}
    by_line = {
        Path(path).relative_to(folder).as_posix(): {
            line: [numbers[test] for test in tests if test]
            for line, tests in data.contexts_by_lineno(path).items()
        }
        for path in data.measured_files()
    }
    written = kept.with_suffix(".new")
    written.write_text(json.dumps([seconds, names, by_line], ensure_ascii=False), "utf-8")
    written.rename(kept)


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", *words], check=True, capture_output=True, text=True
    ).stdout.strip()


# --- the report ---------------------------------------------------------------------------------------------


def judge(folder: Path, suite: Suite, mutant: Mutant, limit: float) -> Verdict:
    """Run the tests that can notice a mutant."""
    tests = suite.tests(mutant, limit)
    near = [test for test in tests if _distance(mutant, test) < WIDER]
    passed, note = 0, "no test runs it"
    with mutated(folder, mutant) as diff:
        for stage in (near, tests[len(near) :]):
            if not stage:
                continue
            ended = run_chosen(folder, stage, suite.known)
            passed, note = passed + ended.begun, ended.note
            if ended.noticed:
                return Verdict(mutant, diff, ended.noticed, passed, note)
    return Verdict(mutant, diff, None, passed, note)


def told(verdict: Verdict) -> str:
    """Return a verdict in lines: place, what became of it, the change."""
    mutant = verdict.mutant
    name = mutant.operator.removeprefix("core/")
    fate = (
        f"killed by {verdict.noticed} ({verdict.note})"
        if verdict.noticed
        else f"SURVIVED {verdict.passed} tests ({verdict.note})"
    )
    return f"{mutant.path}:{mutant.line} {name}: {fate}\n{verdict.diff}"


def summary(verdicts: Iterable[Verdict]) -> str:
    """Return the table of rooms, and every survivor."""
    verdicts = list(verdicts)
    sampled = Counter(verdict.mutant.room for verdict in verdicts)
    left = Counter(verdict.mutant.room for verdict in verdicts if not verdict.noticed)
    lines = [f"{'room':14}{'mutants':>8}{'killed':>8}{'survived':>9}"]
    for room in [*sorted(sampled), "all"]:
        own, survived = (
            (len(verdicts), left.total()) if room == "all" else (sampled[room], left[room])
        )
        lines.append(
            f"{room:14}{own:8}{own - survived:8}{survived:9}  {survived / max(own, 1):6.1%}"
        )
    survivors = sorted(
        (verdict for verdict in verdicts if not verdict.noticed), key=lambda v: v.mutant
    )
    return "\n".join([*lines, "", *map(told, survivors)])


def _sample_run(
    folder: Path, commit: str, asked: argparse.Namespace, say: Callable[[str], None]
) -> list[Verdict]:
    known = known_of(folder, commit, asked.suite)
    suite = Suite(folder, known)
    for name in LOADED:
        import_module(name)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # what is compiled of a mutant must not outlive it
    sys.dont_write_bytecode = True
    verdicts = []
    until = time.monotonic() + 60 * asked.minutes
    for mutant in sample(folder, asked.sample, Random(asked.seed), asked.room):
        if time.monotonic() > until:
            say(f"{asked.minutes} minutes are over")
            break
        verdicts.append(judge(folder, suite, mutant, asked.tests))
        say(f"{len(verdicts)} {told(verdicts[-1])}")
    return verdicts


def main() -> int:
    options = argparse.ArgumentParser(
        description="Sampled mutants of plancli/core against the tests."
    )
    options.add_argument("--sample", type=int, default=300, help="how many mutants (default 300)")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument(
        "--tests", type=float, default=20.0, help="seconds of tests for a mutant (default 20)"
    )
    options.add_argument(
        "--minutes", type=float, default=120.0, help="stop after this many minutes (default 120)"
    )
    options.add_argument(
        "--room", action="append", default=[], help="only this room of core; may be repeated"
    )
    options.add_argument(
        "--suite", nargs="+", default=["tests"], help="files and folders of tests (default: all)"
    )
    options.add_argument("--log", action="store_true", help="show every verdict as it falls")
    asked = options.parse_args()
    os.nice(10)
    logging.disable(logging.INFO)
    commit = _git("-C", str(ROOT), "rev-parse", "HEAD")

    def say(line: str) -> None:
        if asked.log:
            print(line, flush=True)

    with copied(commit) as folder:
        verdicts = _sample_run(folder, commit, asked, say)
    survived = sum(not verdict.noticed for verdict in verdicts)
    print(
        f"commit {commit[:12]}, seed {asked.seed}, {asked.tests:g} seconds of tests for a mutant\n"
    )
    print(summary(verdicts))
    return 0 if survived <= SHARE_SURVIVING * len(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
