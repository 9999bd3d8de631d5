"""All files or none, whenever the machine stops."""

import json
import os
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from plancli.core.finding import Code, PlanError
from plancli.store import journal, transaction
from plancli.store.lying import COMPLETE
from plancli.store.transaction import finish_interrupted, recover, write_all
from tests.conftest import git

OLD = {"plan/a.yaml": b"old a", "plan/b.yaml": b"old b"}
NEW = {"plan/a.yaml": b"new a", "plan/b.yaml": b"new b", "plan/c/d.yaml": b"new d"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with files of a plan; around it lies nothing else."""
    root = tmp_path / "root"
    for name, content in OLD.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def state(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


class Stopped(BaseException):
    """The machine stops here."""


def test_every_moment_of_a_stop_leaves_old_or_new(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = {**OLD, "plan/c/d.yaml": None}
    seen = set()
    for moment in range(60):
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
    monkeypatch.setattr(Path, "unlink", counted(Path.unlink))
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
    complete = interrupted(root, monkeypatch)
    (root / "plan/a.yaml").write_bytes(b"edited by hand")
    with pytest.raises(PlanError) as caught:
        recover(root)
    assert caught.value.findings[0].code is Code.INTERRUPTED
    assert caught.value.findings[0].params["new"] == str(complete / "0")
    assert state(root) == {**NEW, "plan/a.yaml": b"edited by hand"}
    (complete / "0").unlink()  # as the hint says, when what is needed of it has been taken over
    recover(root)
    assert state(root) == {**NEW, "plan/a.yaml": b"edited by hand"}
    assert not complete.exists()


def interrupted(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stop a write when its journal is complete, before any file is written; return the journal."""
    with monkeypatch.context() as patched:
        patched.setattr(transaction, "recover", lambda _root: None)
        write_all(root, NEW, {})
    return journal.home(root) / "complete"


def test_nothing_to_write_leaves_no_trace(root: Path) -> None:
    write_all(root, {}, {})
    assert state(root) == OLD


def test_a_reader_that_comes_while_files_are_laid_down_does_no_harm(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process that reads (and recovers) meanwhile; then all is written, or nothing."""
    lay_down = journal.lay_down
    laid: list[Path] = []

    def disturbed(path: Path, content: bytes, mode: int | None = None) -> None:
        lay_down(path, content, mode)
        laid.append(path)
        if len(laid) == 1:
            monkeypatch.setattr(
                os, "getpid", lambda: 1
            )  # recover as somebody else, while this one runs
            recover(root)

    process = os.getpid()
    monkeypatch.setattr(journal, "lay_down", disturbed)
    monkeypatch.setattr(os, "kill", lambda other, _signal: None if other == process else 1 / 0)
    write_all(root, NEW, {**OLD, "plan/c/d.yaml": None})
    assert {
        name: content for name, content in state(root).items() if name.startswith("plan/")
    } == NEW


def test_a_journal_that_lost_a_file_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (interrupted(root, monkeypatch) / "1").unlink()
    with pytest.raises(PlanError) as caught:
        recover(root)
    assert caught.value.findings[0].code is Code.BROKEN_JOURNAL
    assert (root / "plan/b.yaml").read_bytes() == OLD["plan/b.yaml"]


LOCKS = pytest.mark.skipif(os.name != "posix", reason="no locks on this system")


@LOCKS
def test_two_writers_of_one_new_file_do_not_both_succeed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second begins while the first lays its files down: it waits, and then sees that it is too late."""
    lay_down, refused = journal.lay_down, []

    def second() -> None:
        try:
            write_all(root, {"comments/01.yaml": b"second"}, {"comments/01.yaml": None})
        except PlanError as error:
            refused.append(error.findings[0].code)

    other = threading.Thread(target=second)

    def disturbed(path: Path, content: bytes, mode: int | None = None) -> None:
        monkeypatch.setattr(journal, "lay_down", lay_down)
        lay_down(path, content, mode)
        other.start()
        other.join(0.3)

    monkeypatch.setattr(journal, "lay_down", disturbed)
    write_all(root, {"comments/01.yaml": b"first"}, {"comments/01.yaml": None})
    other.join()
    assert refused == [Code.CHANGED_MEANWHILE]
    assert state(root) == {**OLD, "comments/01.yaml": b"first"}


def test_what_was_not_there_when_it_was_read_is_not_overwritten_without_a_lock(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_down = journal.lay_down

    def overtaken(path: Path, content: bytes, mode: int | None = None) -> None:
        lay_down(path, content, mode)
        (root / "plan/c.yaml").write_bytes(b"somebody else's")

    monkeypatch.setattr(transaction, "fcntl", None)
    monkeypatch.setattr(journal, "lay_down", overtaken)
    with pytest.raises(PlanError) as caught:
        write_all(root, {"plan/c.yaml": b"mine"}, {"plan/c.yaml": None})
    assert caught.value.findings[0].code is Code.INTERRUPTED
    assert (root / "plan/c.yaml").read_bytes() == b"somebody else's"


def test_what_somebody_else_tidies_up_at_the_same_time_is_no_error(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tidied(_process: int) -> bool:
        shutil.rmtree(journal.home(root))
        return False

    (journal.make_home(root) / "new-1-a").mkdir()
    monkeypatch.setattr(journal, "runs", tidied)
    recover(root)
    assert state(root) == OLD


@LOCKS
def test_a_reader_leaves_a_writer_alone_and_tidies_up_behind_a_dead_one(root: Path) -> None:
    left = journal.make_home(root) / "new-999999999-a"
    left.mkdir()
    with transaction._alone(root):
        finish_interrupted(root)
        assert left.exists()
    finish_interrupted(root)
    assert not journal.home(root).exists()


# --- whose journal it is ----------------------------------------------------------------------------------


def test_a_journal_lies_in_gits_own_folder_and_not_in_the_work_tree(root: Path) -> None:
    git(root, "init", "-q")
    assert journal.home(root).parent == root / ".git/plancli"
    (root / "deep/plan").mkdir(parents=True)
    assert journal.home(root / "deep").parent == root / ".git/plancli"
    assert journal.home(root / "deep") != journal.home(root)


def test_a_linked_work_tree_has_its_own(committed: Path, tmp_path: Path) -> None:
    git(committed, "worktree", "add", "-q", str(tmp_path / "linked"), "-b", "other")
    assert journal.home(tmp_path / "linked").parent == committed / ".git/worktrees/linked/plancli"


@pytest.mark.parametrize("name", ["plan/a.yaml", "../outside", "hooks/pre-commit"])
def test_what_a_branch_brings_as_a_journal_is_never_acted_on(root: Path, name: str) -> None:
    content = b"words of a stranger"
    brought = root / ".plancli/complete/new" / name.replace("..", "up")
    brought.parent.mkdir(parents=True)
    brought.write_bytes(content)
    digests = {name: [transaction._digest(OLD.get(name)), transaction._digest(content)]}
    (root / ".plancli/complete/digests").write_text(json.dumps(digests))
    before = state(root.parent)
    finish_interrupted(root)
    assert state(root.parent) == before


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"[[", id="torn"),
        pytest.param(b"{}", id="of another form"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param(b'[["plan/a.yaml", "", ""]]', id="too short"),
        pytest.param(b'[["../a", "", "", "0"]]', id="outside"),
        pytest.param(b'[["plan/./a", "", "", "0"]]', id="not normalised"),
        pytest.param(b'[[".git/hooks/pre-commit", "", "", "0"]]', id="in gits folder"),
        pytest.param(b'[["plan/a.yaml", "", "", "../0"]]', id="content elsewhere"),
    ],
)
def test_a_broken_journal_is_one_refusal(
    root: Path, damage: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete = interrupted(root, monkeypatch)
    (complete / "entries.json").write_bytes(damage)
    (complete / "seal").write_bytes(journal._seal(damage))
    with pytest.raises(PlanError) as caught:
        recover(root)
    assert [finding.code for finding in caught.value.findings] == [Code.BROKEN_JOURNAL]
    assert state(root) == OLD


@LOCKS
def test_a_link_on_the_way_is_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    interrupted(root, monkeypatch)
    (root / "plan/c").symlink_to(elsewhere)
    with pytest.raises(PlanError) as caught:
        recover(root)
    assert caught.value.findings[0].code is Code.BROKEN_JOURNAL
    assert list(elsewhere.iterdir()) == []


@LOCKS
def test_a_journal_that_others_may_write_is_not_acted_on(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(root, monkeypatch).chmod(0o777)
    with pytest.raises(PlanError) as caught:
        recover(root)
    assert caught.value.findings[0].code is Code.BROKEN_JOURNAL
    assert state(root) == OLD


@LOCKS
def test_a_file_keeps_its_permissions(root: Path) -> None:
    (root / "plan/a.yaml").chmod(0o600)
    write_all(root, NEW, {})
    assert (root / "plan/a.yaml").stat().st_mode & 0o777 == 0o600


def test_a_journal_without_this_users_seal_is_not_acted_on(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unpacked archive can hold a .git with a whole journal in it, sealed by somebody else."""
    (root / ".git").mkdir()
    (root / ".git/HEAD").write_text("ref: refs/heads/main\n")
    complete = interrupted(root, monkeypatch)
    assert complete.is_relative_to(root / ".git")
    before = state(root)
    strange = tmp_path_factory.mktemp("strange")
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: strange)
    monkeypatch.setenv("XDG_STATE_HOME", str(strange))
    with pytest.raises(PlanError) as caught:
        recover(root)
    assert [finding.code for finding in caught.value.findings] == [Code.BROKEN_JOURNAL]
    assert state(root) == before


def test_a_journal_goes_with_the_repository_that_is_moved(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".git").mkdir()
    (root / ".git/HEAD").write_text("ref: refs/heads/main\n")
    interrupted(root, monkeypatch)
    moved = root.rename(tmp_path_factory.mktemp("other") / "moved")
    assert sorted(finish_interrupted(moved)) == sorted(NEW)
    assert {name: (moved / name).read_bytes() for name in NEW} == NEW


@LOCKS
def test_a_home_that_cannot_be_written_stops_no_write_inside_git(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".git").mkdir()
    (root / ".git/HEAD").write_text("ref: refs/heads/main\n")
    file = tmp_path_factory.mktemp("no-home") / "file"
    file.write_text("no folder")
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: file)
    monkeypatch.setenv("XDG_STATE_HOME", str(file))
    write_all(root, NEW, {})
    assert {name: (root / name).read_bytes() for name in NEW} == NEW


@LOCKS
@pytest.mark.parametrize("pointer", [b"gitdir: a\0b", b"gitdir: " + b"x/" * 9000, b"\xff" * 9000])
def test_a_pointer_to_gits_folder_that_leads_nowhere_is_not_followed(
    root: Path, pointer: bytes
) -> None:
    (root / ".git").write_bytes(pointer)
    write_all(root, NEW, {})
    assert {name: (root / name).read_bytes() for name in NEW} == NEW


def test_what_cannot_be_reached_is_refused_before_anything_is_prepared(root: Path) -> None:
    """A journal that can never be finished would stop every command that comes after."""
    (root / "report").write_bytes(b"a file")
    with pytest.raises(NotADirectoryError) as caught:
        write_all(root, {"plan/a.yaml": b"new a", "report/table.md": b"x"}, {})
    assert caught.value.filename == "report/table.md"
    finish_interrupted(root)
    assert state(root) == {**OLD, "report": b"a file"}


@pytest.mark.skipif(os.name != "posix", reason="folders cannot be synced there")
def test_every_folder_in_which_a_name_changed_is_synced_behind_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    sync = journal.sync_folder

    def noted(folder: Path) -> None:
        synced.append(folder)
        sync(folder)

    monkeypatch.setattr(journal, "sync_folder", noted)
    write_all(root, {**NEW, "plan/c/e/f.yaml": b"new", "plan/b.yaml": None}, {})
    below = {folder.relative_to(root).as_posix() for folder in synced if root in folder.parents}
    assert below == {"plan", "plan/c", "plan/c/e"}
    assert synced.index(root / "plan/c") < synced.index(root / "plan/c/e")  # the way before its end


@pytest.mark.skipif(os.name != "posix", reason="folders cannot be synced there")
def test_a_folder_of_many_files_is_synced_once_and_while_the_journal_still_stands(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = {f"plan/{number}.yaml": b"new" for number in range(5)}
    seen: list[tuple[bool, bool]] = []

    def noted(folder: Path) -> None:
        if folder == root / "plan":
            written = all((root / name).exists() for name in many)
            seen.append((written, (journal.home(root) / COMPLETE).exists()))

    monkeypatch.setattr(journal, "sync_folder", noted)
    write_all(root, many, {})
    assert seen == [(True, True)]
