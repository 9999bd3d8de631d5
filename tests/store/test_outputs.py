"""A file that a user asks for is written whole, and never through a link that a branch has laid."""

import os
import stat
from pathlib import Path

import pytest

from plancli.core.finding import Code, PlanError
from plancli.store import outputs
from plancli.store.outputs import write_output
from tests.conftest import git

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no links there")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    return tmp_path


def test_a_file_is_written_with_its_folders_and_keeps_its_permissions(tree: Path) -> None:
    target = tree / "report/table.html"
    write_output(target, b"one")
    target.chmod(0o600)
    write_output(target, b"two")
    assert target.read_bytes() == b"two"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in target.parent.iterdir()] == ["table.html"]


@pytest.mark.parametrize("link", ["report", "report/table.html"])
def test_a_link_in_the_work_tree_is_refused(tree: Path, link: str) -> None:
    config = (tree / ".git/config").read_bytes()
    (tree / link).parent.mkdir(exist_ok=True)
    (tree / link).symlink_to(tree / (".git" if link == "report" else ".git/config"))
    with pytest.raises(PlanError) as caught:
        write_output(tree / "report/table.html", b"[core]")
    assert caught.value.findings[0].code is Code.NOT_A_FILE
    assert (tree / ".git/config").read_bytes() == config
    assert not (tree / ".git/table.html").exists()


def test_a_link_of_the_users_own_outside_a_work_tree_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "short").symlink_to(tmp_path / "real")
    write_output(tmp_path / "short/table.csv", b"1")
    assert (tmp_path / "real/table.csv").read_bytes() == b"1"


def test_what_fails_leaves_the_old_file(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tree / "table.md"
    write_output(target, b"old")

    def full(path: Path, content: bytes, _mode: int | None) -> None:
        path.write_bytes(content[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(outputs, "lay_down", full)
    with pytest.raises(OSError, match="No space"):
        write_output(target, b"new words")
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tree.iterdir()) == [".git", "table.md"]


def test_a_device_is_written_to() -> None:
    write_output(Path(os.devnull), b"x")


def test_what_a_killed_run_left_beside_goes_with_the_next_one(tree: Path) -> None:
    write_output(tree / "a.md", b"1")
    left = outputs._beside(tree / "a.md").name.rpartition("-")[0] + "-999999999"
    (tree / left).write_bytes(b"half")
    write_output(tree / "b.md", b"2")
    assert (tree / left).exists()  # of another file: that one's next run takes it away
    write_output(tree / "a.md", b"2")
    assert sorted(path.name for path in tree.iterdir()) == [".git", "a.md", "b.md"]
