"""The user's own folders, and those that a branch can fill."""

from pathlib import Path

import pytest

from plancli.store.folders import brought_by_branch, cache_folder, state_folder


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A folder in a folder, neither of git's yet."""
    folder = tmp_path / "above/plan"
    folder.mkdir(parents=True)
    return folder


def test_the_folders_are_where_the_variables_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "one"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "two"))
    assert cache_folder() == str(tmp_path / "one/plancli")
    assert state_folder() == str(tmp_path / "two/plancli")
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, " ")
    assert cache_folder() == str(tmp_path / ".cache/plancli")
    assert state_folder() == str(tmp_path / ".local/state/plancli")


def test_without_git_a_branch_fills_the_folder_of_the_plan(plan: Path) -> None:
    assert brought_by_branch(str(plan), str(plan))
    assert brought_by_branch(f"{plan}/build/cache", str(plan))
    assert not brought_by_branch(str(plan.parent), str(plan))
    assert not brought_by_branch(f"{plan}-cache", str(plan))


def test_a_branch_fills_all_below_the_top_of_git(plan: Path) -> None:
    top = plan.parent
    (top / ".git").mkdir()
    assert brought_by_branch(f"{top}/cache", str(plan))
    assert not brought_by_branch(str(top.parent), str(plan))


def test_what_is_around_a_whole_repository_is_not_its_branches(plan: Path) -> None:
    for folder in (plan, plan.parent):
        (folder / ".git").mkdir()
    assert brought_by_branch(f"{plan}/cache", str(plan))
    assert not brought_by_branch(f"{plan.parent}/cache", str(plan))


@pytest.mark.parametrize("deep", [False, True])
def test_what_is_around_a_submodule_is_filled_by_branches_too(plan: Path, deep: bool) -> None:
    (plan / ".git").write_text("gitdir: ../.git/modules/plan\n")
    (plan.parent.parent if deep else plan.parent).joinpath(".git").mkdir()
    assert brought_by_branch(f"{plan.parent}/cache", str(plan))


def test_a_linked_work_tree_by_itself_ends_where_it_ends(plan: Path) -> None:
    (plan / ".git").write_text("gitdir: /elsewhere/.git/worktrees/plan\n")
    assert brought_by_branch(f"{plan}/cache", str(plan))
    assert not brought_by_branch(f"{plan.parent}/cache", str(plan))


def test_no_link_hides_where_a_folder_is(plan: Path) -> None:
    inside, outside = plan / "inside", plan.parent / "outside"
    inside.symlink_to(outside)
    outside.symlink_to(plan / "real")
    assert brought_by_branch(str(outside), str(plan))
    linked = plan.parent / "linked"
    linked.symlink_to(plan)
    assert brought_by_branch(f"{plan}/cache", str(linked))


def test_everything_is_below_the_root_of_the_system() -> None:
    assert brought_by_branch("/cache", "/")
