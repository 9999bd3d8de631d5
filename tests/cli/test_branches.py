"""Which commits a merge joins, told from the file alone, and on which draft their comments stand."""

from pathlib import Path

import pytest

from plancli.cli.branches import workspace_of
from plancli.core.revision.three import Three
from plancli.git.merging import commits_of
from plancli.store.files import read_files
from plancli.store.repository import Repository
from tests.conftest import EDITOR, git

FILE, OTHER = "plan/甲.yaml", "plan/乙.yaml"


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with one commit of one file."""
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, {FILE: "甲\n"})
    return tmp_path


def commit(top: Path, files: dict[str, str]) -> str:
    for path, text in files.items():
        (top / path).parent.mkdir(exist_ok=True)
        (top / path).write_text(text, encoding="utf-8")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "改")
    return git(top, "rev-parse", "HEAD").strip()


def branch(top: Path, name: str, start: str) -> None:
    git(top, "checkout", "-q", "-b", name, start)


def told(top: Path, base: str, ours: str, theirs: str) -> Three[str] | None:
    return commits_of(top, FILE, Three(*(text.encode() for text in (base, ours, theirs))))


def test_a_picked_commit_is_the_one_that_changes_the_file_so(top: Path) -> None:
    main = git(top, "rev-parse", "HEAD").strip()
    branch(top, "one", main)
    picked = commit(top, {FILE: "甲一\n"})
    branch(top, "other", main)
    ours = commit(top, {FILE: "甲二\n"})
    assert told(top, "甲\n", "甲二\n", "甲一\n") == (main, ours, picked)
    assert told(top, "甲\n", "别的\n", "甲一\n") is None


def test_a_reverted_commit_is_read_backwards(top: Path) -> None:
    main = git(top, "rev-parse", "HEAD").strip()
    reverted = commit(top, {FILE: "甲一\n"})
    ours = commit(top, {FILE: "甲一二\n"})
    assert told(top, "甲一\n", "甲一二\n", "甲\n") == (reverted, ours, main)


@pytest.mark.parametrize(("elsewhere", "known"), [("乙一\n", False), ("乙\n", True)])
def test_of_two_commits_that_change_the_file_so_neither_is_taken_unless_they_are_the_same(
    top: Path, elsewhere: str, known: bool
) -> None:
    main = git(top, "rev-parse", "HEAD").strip()
    for name, text in (("one", "乙\n"), ("two", elsewhere)):
        branch(top, name, main)
        commit(top, {FILE: "甲一\n", OTHER: text})
        git(top, "commit", "-q", "--amend", "-m", name)
    branch(top, "other", main)
    commit(top, {FILE: "甲二\n"})
    assert (told(top, "甲\n", "甲二\n", "甲一\n") is not None) is known


def test_a_file_that_both_sides_add_has_no_base(top: Path) -> None:
    git(top, "rm", "-q", FILE)
    empty = commit(top, {OTHER: "乙\n"})
    branch(top, "one", empty)
    picked = commit(top, {FILE: "丙一\n"})
    branch(top, "other", empty)
    ours = commit(top, {FILE: "丙二\n"})
    assert told(top, "", "丙二\n", "丙一\n") == (empty, ours, picked)


# --- the draft on which all stand ---------------------------------------------------------------------------

RECORD = "plan/applied.yaml"
DRAFT = "plan/drafts/征求意见稿.yaml"
EARLIER = "draft: 征求意见稿\nearlier:\n  - draft: 初稿\n    comments: {}\ncomments: {}\n"


def changed(files: dict[str, bytes], path: str, old: str, new: str) -> Repository:
    text = files[path].decode()
    assert old in text
    return Repository({**files, path: text.replace(old, new).encode()})


def test_three_plans_on_one_draft_have_a_workspace(example: Path) -> None:
    files = read_files(example)
    plan = Repository(files)
    other = changed(files, "plan/第二章-任务.yaml", "学校用房", "校舍")
    space = workspace_of(Three(plan, other, plan), ["镇民政办-01"])
    assert space is not None
    assert space.plan == other.as_titled
    assert list(space.recorded) == ["镇民政办-01"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (DRAFT, "消毒柜", "消毒锅"),
        (RECORD, "draft: 征求意见稿", "draft: 另一稿"),
        ("plan/plan.yaml", "draft: 征求意见稿\n", ""),
    ],
)
@pytest.mark.parametrize("side", [0, 1, 2])
def test_plans_on_different_drafts_have_none(
    example: Path, path: str, old: str, new: str, side: int
) -> None:
    files = read_files(example)
    plans = [Repository(files)] * 3
    plans[side] = changed(files, path, old, new)
    assert workspace_of(Three(*plans), []) is None


@pytest.mark.parametrize("side", [0, 1, 2])
def test_plans_of_different_rounds_have_none(example: Path, side: int) -> None:
    files = read_files(example)
    plans = [Repository(files)] * 3
    plans[side] = Repository({**files, RECORD: EARLIER.encode()})
    assert workspace_of(Three(*plans), []) is None
    assert workspace_of(Three(*[plans[side]] * 3), []) is not None
