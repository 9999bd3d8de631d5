"""Fixtures: the real plan repository copied to a temporary folder, and the command line run in-process."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from plancli.__main__ import main
from tests.catalogues import LANGUAGES, compile_catalogue, is_compiled

ROOT = Path(__file__).parent.parent

# The suite is the same every time; HYPOTHESIS_PROFILE=explore looks further.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


for language in LANGUAGES:  # after a pull: what is tested is the catalogue as it is written
    if not is_compiled(language):
        compile_catalogue(language)


class Done(NamedTuple):
    """What a command line printed and returned."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANCLI_LANG", "en")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what plancli keeps outside the plan."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: folder / "state")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in a folder."""

    def run(folder: Path, *words: str) -> Done:
        capsys.readouterr()
        here = Path.cwd()
        try:
            code = main(["-C", str(folder), *words])
        finally:
            os.chdir(here)
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return run


@pytest.fixture
def adopted(tmp_path: Path) -> Path:
    """The real plan after the consultation, as committed."""
    folder = tmp_path / "adopted"
    for name in ("plan", "comments", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture
def circulated(adopted: Path, run: Run) -> Path:
    """The real plan as it was circulated: nothing applied."""
    assert run(adopted, "revert", "--all").code == 0
    return adopted


@pytest.fixture
def example(tmp_path: Path, run: Run) -> Path:
    """What `plancli init` writes."""
    folder = tmp_path / "example"
    assert run(tmp_path, "init", str(folder)).code == 0
    return folder


CHAPTER = """
key: {0}
title: 题
body:
  - {{id: {0}.1, heading: 甲段, text: 甲段的文字在这里。}}
  - {{id: {0}.2, heading: 乙段, text: "乙段的文字在这里,比较长一些的文字。"}}
  - {{id: {0}.3, heading: 丙段, text: 丙段的文字。}}
  - column: 专栏1
    title: 设备
    items:
      - {{id: {0}栏.1, text: 配备冷藏柜。}}
      - {{id: {0}栏.2, text: 配备消毒柜。}}
"""


MOVING = """
unit: 镇财政所
opinion: 移动。
edits:
{}
decision: {{status: 采纳, reply: 已移。}}
"""


@pytest.fixture
def moving(tmp_path: Path, run: Run) -> Callable[..., Path]:
    """Return what makes a plan of two chapters in which edits of 镇财政所 are adopted and applied."""

    def make(*edits: str) -> Path:
        folder = tmp_path / "moving"
        (folder / "comments/镇财政所").mkdir(parents=True)
        (folder / "plan").mkdir()
        manifest = (
            "title: 方案\nissuer: 镇政府\nunits: [{name: 镇财政所}]\nsections: [第一章, 第二章]\n"
        )
        (folder / "plan/plan.yaml").write_text(manifest, encoding="utf-8")
        for key in ("第一章", "第二章"):
            (folder / f"plan/{key}.yaml").write_text(CHAPTER.format(key), encoding="utf-8")
        assert run(folder, "freeze", "征求意见稿").code == 0
        listed = "\n".join(f"  - {{{edit}}}" for edit in edits)
        (folder / "comments/镇财政所/09.yaml").write_text(MOVING.format(listed), encoding="utf-8")
        assert run(folder, "apply", "镇财政所-09").code == 0
        return folder

    return make


@pytest.fixture
def committed(circulated: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The circulated plan in a git repository."""
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    git(circulated, "init", "-q", "-b", "main")
    git(circulated, "add", "-A")
    git(circulated, "commit", "-qm", "征求意见稿")
    return circulated


@pytest.fixture(scope="session")
def _set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: the circulated plan in a git repository, after git-setup."""
    folder = tmp_path_factory.mktemp("set-up") / "plan"
    for name in ("plan", "comments"):
        shutil.copytree(ROOT / name, folder / name)
    here = Path.cwd()
    git(folder, "init", "-q", "-b", "main")
    with pytest.MonkeyPatch.context() as patched:
        for key, value in EDITOR.items():
            patched.setenv(key, value)
        for words in (["revert", "--all"], ["git-setup"]):
            assert main(["-C", str(folder), *words]) == 0
            os.chdir(here)
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "征求意见稿")
    return folder


@pytest.fixture
def ready(_set_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The circulated plan in a git repository, after git-setup."""
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    return Path(shutil.copytree(_set_up, tmp_path / "ready", symlinks=True))


EDITOR = {
    "GIT_AUTHOR_NAME": "编辑",
    "GIT_COMMITTER_NAME": "编辑",
    "GIT_AUTHOR_EMAIL": "office@example.invalid",
    "GIT_COMMITTER_EMAIL": "office@example.invalid",
}


def git(folder: Path, *words: str, check: bool = True) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=check)
    return done.stdout


def plan_files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of the plan."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in (folder / "plan").rglob("*.yaml")
    }
