"""The hooks for pre-commit, run by pre-commit itself, which installs plancli by itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import EDITOR, ROOT, git

CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: plancli-check
"""


@pytest.fixture
def hooked(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan repository that names this project's hooks."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone of the project, so pre-commit has nothing to clone")
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    project = tmp_path / "project"
    git(tmp_path, "clone", "-q", str(ROOT), str(project))
    revision = git(project, "rev-parse", "HEAD").strip()
    (example / ".pre-commit-config.yaml").write_text(
        CONFIG.format(repo=project, rev=revision), encoding="utf-8"
    )
    git(example, "init", "-q", "-b", "main")
    git(example, "add", "-A")
    git(example, "commit", "-qm", "示例")
    return example


def pre_commit(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the hooks; the test ends here where pip has no index from which to install what plancli needs."""
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PIP_RETRIES": "0", "PIP_TIMEOUT": "10"},
    )
    if "No matching distribution found for hatchling" in done.stdout:
        pytest.skip("pip reaches no package index, so pre-commit cannot install plancli")
    return done


def test_check_as_a_hook(hooked: Path) -> None:
    passed = pre_commit(hooked, "--all-files")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "plancli check" in passed.stdout
    plan = hooked / "plan/第二章-任务.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("。", "!", 1), encoding="utf-8")
    git(hooked, "add", "-A")
    failed = pre_commit(hooked)
    assert failed.returncode == 1
    assert "P405" in failed.stdout


def test_a_commit_that_only_deletes_is_checked(hooked: Path) -> None:
    git(hooked, "rm", "-q", "comments/镇民政办/01.yaml")
    failed = pre_commit(hooked)
    assert failed.returncode == 1
    assert "P208" in failed.stdout
