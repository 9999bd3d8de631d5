"""Settings of git that are there before git-setup comes, and files as other editors end their lines."""

from pathlib import Path

import pytest

from tests.conftest import Run, git

HEALTH, COMMENT = "plan/第四章/19-医疗健康工程.yaml", "comments/市医保局/01.yaml"
ZEROS = "0" * 40


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a user without settings."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / ".config"))
    return folder


def local(folder: Path, key: str) -> str:
    return git(folder, "config", "--local", "--get", key, check=False).strip()


def test_what_counts_for_all_repositories_of_a_user_is_not_set_again(
    committed: Path, run: Run, home: Path
) -> None:
    git(committed, "config", "--global", "core.quotepath", "false")
    before = (home / ".gitconfig").read_bytes()
    assert run(committed, "git-setup").code == 0
    assert local(committed, "core.quotepath") == ""
    assert run(committed, "git-setup", "--remove").code == 0
    assert (home / ".gitconfig").read_bytes() == before


def test_a_pager_of_the_users_own_for_all_repositories_stays(
    committed: Path, run: Run, home: Path
) -> None:
    assert home.exists()
    git(committed, "config", "--global", "pager.show", "delta")
    done = run(committed, "git-setup")
    assert "pager.show" in done.err
    assert local(committed, "pager.show") == ""
    assert git(committed, "config", "pager.show") == "delta\n"


def test_the_pager_of_a_plancli_that_moved_is_replaced(
    committed: Path, run: Run, home: Path
) -> None:
    """Whoever made a new virtual environment has the old one still in his settings."""
    assert home.exists()
    git(committed, "config", "pager.log", "/gone/bin/python -m plancli git-pager")
    assert run(committed, "git-setup").code == 0
    assert "/gone/" not in local(committed, "pager.log")
    assert "git-pager" in local(committed, "pager.log")


@pytest.mark.parametrize("path", [HEALTH, COMMENT])
def test_line_ends_of_another_system_are_no_change(
    adopted: Path, run: Run, tmp_path: Path, path: str
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes((adopted / path).read_bytes())
    other.write_bytes(one.read_bytes().replace(b"\n", b"\r\n"))
    words = (path, str(one), ZEROS, "100644", str(other), ZEROS, "100644")
    assert run(adopted, "git-diff", *words) == (0, f"diff --plancli a/{path} b/{path}\n", "")
