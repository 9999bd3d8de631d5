"""The hooks for pre-commit, run by pre-commit itself, which installs plancli by itself."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import EDITOR, ROOT, git

pytestmark = pytest.mark.slow

CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: plancli-check
      - id: plancli-fmt
"""
PIP = {"PIP_RETRIES": "0", "PIP_TIMEOUT": "10", "PIP_NO_COMPILE": "1"}
"""Of all that is installed little is imported, and is compiled when it is."""
TASKS = "plan/第二章-任务.yaml"
FOLDERS = "规划 一/六安", "规划 二"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A clone of this project, from which pre-commit installs it once."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone of the project, so pre-commit has nothing to clone")
    folder = tmp_path_factory.mktemp("hooks")
    git(folder, "clone", "-q", str(ROOT), "project")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PRE_COMMIT_HOME", str(folder / "pre-commit"))
        yield folder / "project"


def with_hooks(folder: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder a git repository that names this project's hooks."""
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    revision = git(project, "rev-parse", "HEAD").strip()
    (folder / ".pre-commit-config.yaml").write_text(
        CONFIG.format(repo=project, rev=revision), encoding="utf-8"
    )
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "示例")
    return folder


@pytest.fixture
def hooked(example: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan repository with the hooks."""
    return with_hooks(example, project, monkeypatch)


@pytest.fixture
def several(example: Path, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with the hooks and a plan in each of two subfolders."""
    top = tmp_path / "大库"
    for name in FOLDERS:
        shutil.copytree(example, top / name)
    (top / "plan").mkdir()
    (top / "plan/别的.yaml").write_text("a: {b: 1}\n", encoding="utf-8")  # of another program
    return with_hooks(top, project, monkeypatch)


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def pre_commit(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the hooks; the test ends here where pip has no index from which to install what plancli needs."""
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **PIP, "PYTHONDONTWRITEBYTECODE": ""},
    )
    if "No matching distribution found for hatchling" in done.stdout:
        pytest.skip("pip reaches no package index, so pre-commit cannot install plancli")
    return done


def test_check_as_a_hook(hooked: Path) -> None:
    passed = pre_commit(hooked, "--all-files")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "plancli check" in passed.stdout
    replaced(hooked / TASKS, "。", "!")
    git(hooked, "add", "-A")
    failed = pre_commit(hooked)
    assert failed.returncode == 1
    assert "P405" in failed.stdout


def test_a_commit_that_only_deletes_is_checked(hooked: Path) -> None:
    git(hooked, "rm", "-q", "comments/镇民政办/01.yaml")
    failed = pre_commit(hooked)
    assert failed.returncode == 1
    assert "P208" in failed.stdout


def test_the_hooks_find_the_plans_in_subfolders(several: Path) -> None:
    passed = pre_commit(several, "--all-files")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert passed.stdout.count("Passed") == 2
    replaced(several / FOLDERS[1] / TASKS, "学校用房", "闲置校舍")
    git(several, "add", "-A")
    failed = pre_commit(several)
    assert failed.returncode == 1
    assert f"\n{FOLDERS[1]}/{TASKS}:7:" in failed.stdout
    assert "P405" in failed.stdout
    assert FOLDERS[0] not in failed.stdout


def test_each_file_is_laid_out_in_its_own_plan(several: Path) -> None:
    files = [f"{folder}/{TASKS}" for folder in FOLDERS]
    laid = [(several / file).read_bytes() for file in files]
    for file in files:
        replaced(several / file, "用房。\n      每个", "用房。每个")
    git(several, "add", "-A")
    failed = pre_commit(several)
    assert failed.returncode == 1
    assert all(f"\n{file}\n" in failed.stdout for file in files)
    assert [(several / file).read_bytes() for file in files] == laid


@pytest.mark.parametrize(
    ("gone", "code"), [("comments/镇民政办/01.yaml", "P208"), ("plan/plan.yaml", "P116")]
)
def test_a_commit_that_only_deletes_in_a_subfolder_is_checked(
    several: Path, gone: str, code: str
) -> None:
    git(several, "rm", "-q", f"{FOLDERS[0]}/{gone}")
    failed = pre_commit(several)
    assert failed.returncode == 1
    assert f"\n{FOLDERS[0]}/plan/" in failed.stdout
    assert f" {code} " in failed.stdout
