"""What `make test` leaves out is run all the same: by `make rest`, and by `.ci/run`."""

import re

import pytest

from tests.conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def recipe(target: str) -> str:
    """Return the lines below a target."""
    found = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    assert found
    return found[1]


def test_the_targets_leave_out_what_the_other_runs() -> None:
    assert recipe("test").split(" -m ")[1].strip() == "'not slow'"
    assert recipe("rest").split(" -m ")[1].strip() == "slow"


def test_every_test_is_run_on_the_machine_that_has_the_last_word() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    targets = [line.split()[1] for line in lines if line.startswith("make ")]
    assert targets.index("test") < targets.index("rest")


def test_there_is_one_mark(pytestconfig: pytest.Config) -> None:
    """Another one that `make test` left out would have to be run by `make rest`."""
    own = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("markers = [")[1]
    assert re.findall(r'"(\w+): ', own.split("]")[0]) == ["slow"]
    assert any(line.startswith("slow: ") for line in pytestconfig.getini("markers"))
