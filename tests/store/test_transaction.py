"""All files or none, whenever the machine stops."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from plancli.core.finding import Code, PlanError
from plancli.store import transaction
from plancli.store.transaction import recover, write_all

OLD = {"plan/a.yaml": b"old a", "plan/b.yaml": b"old b"}
NEW = {"plan/a.yaml": b"new a", "plan/b.yaml": b"new b", "plan/c/d.yaml": b"new d"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, content in OLD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def state(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


class Stopped(BaseException):
    """The machine stops here."""


def test_every_moment_of_a_stop_leaves_old_or_new(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = {**OLD, "plan/c/d.yaml": None}
    seen = set()
    for moment in range(30):
        for name in list(state(root)):
            (root / name).unlink()
        for name, content in OLD.items():
            (root / name).write_bytes(content)
        stop_after(monkeypatch, moment)
        with suppress(Stopped):
            write_all(root, NEW, expected)
        monkeypatch.undo()
        recover(root)
        assert state(root) in (OLD, NEW)
        seen.add(state(root) == NEW)
    assert seen == {False, True}


def stop_after(monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """Let the given number of file operations pass, and stop at the next."""
    left = [moment]

    def counted(operation: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            if left[0] == 0:
                raise Stopped
            left[0] -= 1
            return operation(*args, **kwargs)

        return run

    monkeypatch.setattr(Path, "replace", counted(Path.replace))
    monkeypatch.setattr(Path, "mkdir", counted(Path.mkdir))
    monkeypatch.setattr(os, "fsync", counted(os.fsync))
    monkeypatch.setattr(shutil, "rmtree", counted(shutil.rmtree))


def test_a_file_changed_meanwhile_stops_everything(root: Path) -> None:
    with pytest.raises(PlanError) as caught:
        write_all(root, NEW, {**OLD, "plan/a.yaml": b"as read", "plan/c/d.yaml": None})
    assert caught.value.findings[0].code is Code.CHANGED_MEANWHILE
    assert state(root) == OLD


def test_a_file_edited_after_an_interrupted_run_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Path] = []

    def stop_at_the_second(folder: Path) -> None:
        calls.append(folder)
        if len(calls) == 2:
            raise Stopped

    monkeypatch.setattr("plancli.store.transaction.recover", stop_at_the_second)
    with suppress(Stopped):
        write_all(root, NEW, {})
    monkeypatch.undo()
    (root / "plan/a.yaml").write_bytes(b"edited by hand")
    with pytest.raises(PlanError) as caught:
        recover(root)
    assert caught.value.findings[0].code is Code.INTERRUPTED
    assert (root / "plan/a.yaml").read_bytes() == b"edited by hand"
    assert (root / "plan/b.yaml").read_bytes() == b"old b"


def test_nothing_to_write_leaves_no_trace(root: Path) -> None:
    write_all(root, {}, {})
    assert state(root) == OLD


def test_a_reader_that_comes_while_files_are_laid_down_does_no_harm(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process that reads (and recovers) meanwhile; then all is written, or nothing."""
    lay_down = transaction._lay_down
    laid: list[Path] = []

    def disturbed(path: Path, content: bytes) -> None:
        lay_down(path, content)
        laid.append(path)
        if len(laid) == 1:
            monkeypatch.setattr(os, "getpid", lambda: 1)  # recover as somebody else, while this one runs
            recover(root)

    process = os.getpid()
    monkeypatch.setattr(transaction, "_lay_down", disturbed)
    monkeypatch.setattr(os, "kill", lambda other, _signal: None if other == process else 1 / 0)
    write_all(root, NEW, {**OLD, "plan/c/d.yaml": None})
    assert {name: content for name, content in state(root).items() if name.startswith("plan/")} == NEW


def test_a_journal_that_lost_a_file_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transaction, "recover", lambda _root: None)
    write_all(root, NEW, {})
    monkeypatch.undo()
    (root / ".plancli/complete/new/plan/b.yaml").unlink()
    with pytest.raises(PlanError) as caught:
        recover(root)
    assert caught.value.findings[0].code is Code.INTERRUPTED
    assert (root / "plan/a.yaml").read_bytes() == OLD["plan/a.yaml"]
