"""At whatever moment a command is stopped, the next one finds the old state or the new one."""

import os
from pathlib import Path

import pytest

from tests.crash import KILL, MODES, SCENARIOS, Scenario, prepared, sample, tried

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders in which scenarios begin, made once."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        return prepared(tmp_path_factory.mktemp("states"))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_a_stop_leaves_the_old_state_or_the_new_one(
    scenario: Scenario, states: dict[str, Path], tmp_path: Path
) -> None:
    other = MODES[1 + SCENARIOS.index(scenario) % (len(MODES) - 1)]
    faults = tried(scenario, states, tmp_path, sample(1, 3), (KILL, other))
    assert [fault for fault in faults if fault] == []
