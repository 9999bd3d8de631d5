"""At whatever moment a command is stopped, the next one finds the old state or the new one."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import crash
from tests.conftest import ROOT
from tests.crash import KILL, MODES, SCENARIOS, Fault, Scenario, prepared, sample, tried

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders in which scenarios begin, made once."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        return prepared(tmp_path_factory.mktemp("states"))


STOPPED = [
    pytest.param(one, id=one.name, marks=() if at % 4 == 0 else pytest.mark.slow)
    for at, one in enumerate(SCENARIOS)
]


@pytest.mark.parametrize("scenario", STOPPED)
def test_a_stop_leaves_the_old_state_or_the_new_one(
    scenario: Scenario, states: dict[str, Path], tmp_path: Path
) -> None:
    other = MODES[1 + SCENARIOS.index(scenario) % (len(MODES) - 1)]
    faults = tried(scenario, states, tmp_path, sample(1, 2), (KILL, other))
    assert [fault for fault in faults if fault] == []


# --- every command that writes is tried ---------------------------------------------------------------------

_HOME = "plancli.store.transaction.write_all"
"""Through which everything goes that is written below a plan."""
_NOT_TRIED = {
    "git_merge": "git lets it write copies of its own, and drops them if it fails",
}


def test_every_command_that_writes_is_tried() -> None:
    tried_ones = {word.replace("-", "_") for one in SCENARIOS for word in one.words}
    # those of a family have two words: intake sheet
    tried_ones |= {"_".join(one.words[:2]) for one in SCENARIOS}
    assert {*_writing_commands()} - tried_ones == {*_NOT_TRIED}


def _writing_commands() -> Iterator[str]:
    """Yield the commands from which references lead, over any number of functions, to the one that writes."""
    used = dict(_references())
    writing = {_HOME}
    while more := {name for name, others in used.items() if others & writing} - writing:
        writing |= more
    for name in writing:
        if name.startswith("plancli.cli.commands.") and name.endswith(".command"):
            yield name.split(".")[-2]


def _references() -> Iterator[tuple[str, set[str]]]:
    """Yield each function and class of the package with all that it refers to, by whole names."""
    for path in (ROOT / "plancli").rglob("*.py"):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        defined = [one for one in tree.body if isinstance(one, ast.FunctionDef | ast.ClassDef)]
        known = {one.name: f"{module}.{one.name}" for one in defined}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                known |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
        for one in defined:
            names = {node.id for node in ast.walk(one) if isinstance(node, ast.Name)}
            yield f"{module}.{one.name}", {known[name] for name in names & known.keys()}


# --- the command line of `make crash` -----------------------------------------------------------------------


def test_what_is_asked_for_is_tried_and_told(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "")  # both are put back afterwards
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    words = ["note", "blacken", "--mode", "kill", "--mode", "Ctrl-C", "--points", "2"]
    assert crash.attempt(words) == 0
    out, err = capfd.readouterr()
    lines = [line.split() for line in out.splitlines()]
    assert [line[:2] for line in lines[:4]] == [
        ["blacken", "kill"], ["blacken", "Ctrl-C"], ["note", "kill"], ["note", "Ctrl-C"]
    ]  # fmt: skip
    assert lines[4:] == [["4", "lines,", "8", "stops,", "faults:", "0"]]
    assert "4 of 4" in err


def test_a_fault_is_told_and_ends_with_1(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tally = crash.Tally(crash.Job(SCENARIOS[0], KILL), 7, [Fault("apply", 3, KILL, "a mixture")])
    monkeypatch.setattr(crash, "_tallies", lambda *_: iter([tally]))
    assert crash.attempt(["apply", "--mode", "kill"]) == 1
    out = capfd.readouterr().out
    assert "before change 3: a mixture" in out
    assert "faults: 1" in out


@pytest.mark.parametrize("words", [["--mode", "sunshine"], ["nothing"]])
def test_what_there_is_not_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        crash.attempt(words)
    assert stop.value.code == 2
