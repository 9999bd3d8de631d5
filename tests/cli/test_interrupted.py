"""What to do after a run that was stopped, done as it is said: nothing that anybody wrote is lost."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import EDITOR, Run, git
from tests.crash import KILL, MODES
from tests.crash import run as stopped

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

APPLY = ("apply", "--all")
REMARK = "# 我自己加的一行\n"


def waiting(example: Path, run: Run) -> dict[str, str]:
    """Let two comments wait to be merged; return the files of the plan as they are to become."""
    assert (
        run(example, "decide", "镇财政所-02", "--status", "采纳", "--reply", "已增加。").code == 0
    )
    assert run(example, *APPLY).code == 0
    wanted = texts(example)
    assert run(example, "revert", "--all").code == 0
    return wanted


def texts(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in (root / "plan").rglob("*.yaml")
    }


def stopped_when(
    example: Path, words: tuple[str, ...], how: str, reached: Callable[[Path], bool]
) -> Path:
    """Return a copy of the plan in which a command was stopped as soon as it had reached a state."""
    for at in range(1, 80):
        copy = shutil.copytree(example, example.with_name(f"stopped-{at}"))
        stopped(words, copy, at, how)
        if reached(copy):
            return copy
    raise AssertionError("the state is never reached")


def test_what_was_edited_behind_a_killed_run_stays_and_the_rest_is_finished(
    example: Path, run: Run
) -> None:
    wanted = waiting(example, run)
    before = texts(example)

    def not_written_yet(root: Path) -> list[str]:
        now = texts(root)
        return [file for file in wanted if now[file] == before[file] != wanted[file]]

    def some_are_written(root: Path) -> bool:
        return bool(not_written_yet(root)) and texts(root) != before

    root = stopped_when(example, APPLY, KILL, some_are_written)
    file = not_written_yet(root)[0]
    edited = root / file
    edited.write_text(edited.read_text(encoding="utf-8") + REMARK, encoding="utf-8")

    told = run(root, "status")
    assert told.code == 2
    assert file in told.err
    assert edited.read_text(encoding="utf-8").endswith(REMARK)

    # as the hint says: take over what is needed of the file that it names, then delete that file
    [prepared] = [Path(name) for name in re.findall(r"is in (\S+):", told.err)]
    edited.write_text(prepared.read_text(encoding="utf-8") + REMARK, encoding="utf-8")
    prepared.unlink()

    assert run(root, "status").code == 0
    assert texts(root) == {**wanted, file: wanted[file] + REMARK}
    assert run(root, *APPLY).code == 0
    assert texts(root) == {**wanted, file: wanted[file] + REMARK}
    assert run(root, "check").code == 0


@pytest.mark.parametrize("how", MODES)
def test_the_next_command_says_what_it_finished(example: Path, run: Run, how: str) -> None:
    wanted = waiting(example, run)
    before = texts(example)
    root = stopped_when(example, APPLY, how, lambda root: texts(root) not in (before, wanted))
    told = run(root, "status")
    assert texts(root) == wanted
    assert told.code == 0
    assert "An interrupted run was finished" in told.err


def test_a_run_that_commits_and_was_killed_is_finished_under_the_name_of_its_comment(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    wanted = waiting(example, run)
    git(example, "init", "-q", "-b", "main")
    git(example, "add", "-A")
    git(example, "commit", "-qm", "start")
    clean = git(example, "status", "--porcelain")
    words = (*APPLY, "--commit")
    root = stopped_when(
        example, words, KILL, lambda root: git(root, "status", "--porcelain") != clean
    )
    assert run(root, *words).code == 0
    assert texts(root) == wanted
    assert git(root, "status", "--porcelain") == ""
    names = re.findall(r"^Comment: (.*)$", git(root, "log", "--format=%B"), re.MULTILINE)
    assert sorted(names) == ["镇民政办-01", "镇财政所-02"]
