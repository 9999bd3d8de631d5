"""All files or none, whenever the machine stops."""

import os
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from plancli.core.finding import Code, PlanError
from plancli.store import transaction
from plancli.store.transaction import finish_interrupted, recover, write_all

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


def test_every_moment_of_a_stop_leaves_old_or_new(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
            monkeypatch.setattr(
                os, "getpid", lambda: 1
            )  # recover as somebody else, while this one runs
            recover(root)

    process = os.getpid()
    monkeypatch.setattr(transaction, "_lay_down", disturbed)
    monkeypatch.setattr(os, "kill", lambda other, _signal: None if other == process else 1 / 0)
    write_all(root, NEW, {**OLD, "plan/c/d.yaml": None})
    assert {
        name: content for name, content in state(root).items() if name.startswith("plan/")
    } == NEW


def test_a_journal_that_lost_a_file_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "recover", lambda _root: None)
    write_all(root, NEW, {})
    monkeypatch.undo()
    (root / ".plancli/complete/new/plan/b.yaml").unlink()
    with pytest.raises(PlanError) as caught:
        recover(root)
    assert caught.value.findings[0].code is Code.INTERRUPTED
    assert (root / "plan/a.yaml").read_bytes() == OLD["plan/a.yaml"]


LOCKS = pytest.mark.skipif(os.name != "posix", reason="no locks on this system")


@LOCKS
def test_two_writers_of_one_new_file_do_not_both_succeed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second begins while the first lays its files down: it waits, and then sees that it is too late."""
    lay_down, refused = transaction._lay_down, []

    def second() -> None:
        try:
            write_all(root, {"comments/01.yaml": b"second"}, {"comments/01.yaml": None})
        except PlanError as error:
            refused.append(error.findings[0].code)

    other = threading.Thread(target=second)

    def disturbed(path: Path, content: bytes) -> None:
        monkeypatch.setattr(transaction, "_lay_down", lay_down)
        lay_down(path, content)
        other.start()
        other.join(0.3)

    monkeypatch.setattr(transaction, "_lay_down", disturbed)
    write_all(root, {"comments/01.yaml": b"first"}, {"comments/01.yaml": None})
    other.join()
    assert refused == [Code.CHANGED_MEANWHILE]
    assert state(root) == {**OLD, "comments/01.yaml": b"first"}


def test_what_was_not_there_when_it_was_read_is_not_overwritten_without_a_lock(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_down = transaction._lay_down

    def overtaken(path: Path, content: bytes) -> None:
        lay_down(path, content)
        (root / "plan/c.yaml").write_bytes(b"somebody else's")

    monkeypatch.setattr(transaction, "fcntl", None)
    monkeypatch.setattr(transaction, "_lay_down", overtaken)
    with pytest.raises(PlanError) as caught:
        write_all(root, {"plan/c.yaml": b"mine"}, {"plan/c.yaml": None})
    assert caught.value.findings[0].code is Code.INTERRUPTED
    assert (root / "plan/c.yaml").read_bytes() == b"somebody else's"


def test_what_somebody_else_tidies_up_at_the_same_time_is_no_error(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tidied(_process: int) -> bool:
        shutil.rmtree(root / ".plancli")
        return False

    (root / ".plancli/new-1").mkdir(parents=True)
    monkeypatch.setattr(transaction, "_runs", tidied)
    recover(root)
    assert state(root) == OLD


@LOCKS
def test_a_reader_leaves_a_writer_alone_and_tidies_up_behind_a_dead_one(root: Path) -> None:
    journal = root / ".plancli/new-999999999"
    journal.mkdir(parents=True)
    with transaction._alone(root):
        finish_interrupted(root)
        assert journal.exists()
    finish_interrupted(root)
    assert not (root / ".plancli").exists()
