"""Fixtures: the real plan repository copied to a temporary folder, and the command line run in-process."""

import gc
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Generator, Iterator
from itertools import count
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


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays to the end: Python does not look through it again for what it could free."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()
    return collected


class Done(NamedTuple):
    """What a command line printed and returned."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    speak_english(monkeypatch)


def speak_english(patched: pytest.MonkeyPatch) -> None:
    patched.setenv("PLANCLI_LANG", "en")
    patched.setenv("COLUMNS", "100")
    patched.setenv("LANGUAGE", "en")


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths for the folders of one test after the other."""
    # a numbered folder of pytest reads the names of all the others first, which is quadratic
    folder = tmp_path_factory.mktemp("tests")
    return (folder / str(number) for number in count())


@pytest.fixture
def tmp_path(_folders: Iterator[Path], request: pytest.FixtureRequest) -> Path:
    """An empty folder, named by its test as pytest would name it."""
    number = next(_folders)
    name = re.sub(r"\W", "_", request.node.name)[:30]
    folder = number.with_name(f"{name}{number.name}")
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def _caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths for the caches of one test after the other."""
    folder = tmp_path_factory.mktemp("caches")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def cache(_caches: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what plancli keeps outside the plan."""
    folder = next(_caches)
    folder.mkdir()
    keep_in(folder, monkeypatch)
    return folder


def keep_in(folder: Path, patched: pytest.MonkeyPatch) -> None:
    """Let plancli keep in a folder what it keeps outside the plan."""
    patched.setattr("platformdirs.user_cache_path", lambda *_, **__: folder)
    patched.setenv("XDG_CACHE_HOME", str(folder))
    patched.setattr("platformdirs.user_state_path", lambda *_, **__: folder / "state")
    patched.setenv("XDG_STATE_HOME", str(folder / "state"))


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


Prepare = Callable[..., None]


@pytest.fixture(scope="session")
def _prepare(_caches: Iterator[Path]) -> Prepare:
    """Run command lines in a folder from which many tests get their copies."""

    def prepare(folder: Path, *lines: tuple[str, ...]) -> None:
        here = Path.cwd()
        with pytest.MonkeyPatch.context() as patched:
            speak_english(patched)
            keep_in(next(_caches), patched)
            for key, value in EDITOR.items():
                patched.setenv(key, value)
            for words in lines:
                assert main(["-C", str(folder), *words]) == 0
                os.chdir(here)

    return prepare


def copied(root: Path, folder: Path) -> Path:
    """Copy the files of a plan repository."""
    for name in ("plan", "comments", "templates"):
        shutil.copytree(root / name, folder / name)
    return folder


@pytest.fixture
def adopted(tmp_path: Path) -> Path:
    """The real plan after the consultation, as committed."""
    return copied(ROOT, tmp_path / "adopted")


@pytest.fixture(scope="session")
def _circulated(tmp_path_factory: pytest.TempPathFactory, _prepare: Prepare) -> Path:
    folder = copied(ROOT, tmp_path_factory.mktemp("circulated") / "plan")
    _prepare(folder, ("revert", "--all"))
    return folder


@pytest.fixture
def circulated(_circulated: Path, tmp_path: Path) -> Path:
    """The real plan as it was circulated: nothing applied."""
    return Path(shutil.copytree(_circulated, tmp_path / "adopted"))


@pytest.fixture(scope="session")
def _example(tmp_path_factory: pytest.TempPathFactory, _prepare: Prepare) -> Path:
    folder = tmp_path_factory.mktemp("example") / "plan"
    _prepare(folder.parent, ("init", str(folder)))
    return folder


@pytest.fixture
def example(_example: Path, tmp_path: Path) -> Path:
    """What `plancli init` writes."""
    return Path(shutil.copytree(_example, tmp_path / "example"))


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


@pytest.fixture(scope="session")
def _committed(_circulated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(_circulated, tmp_path_factory.mktemp("committed") / "plan"))
    _into_git(folder)
    return folder


@pytest.fixture
def committed(_committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The circulated plan in a git repository."""
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    return Path(shutil.copytree(_committed, tmp_path / "adopted", symlinks=True))


@pytest.fixture(scope="session")
def _set_up(_circulated: Path, tmp_path_factory: pytest.TempPathFactory, _prepare: Prepare) -> Path:
    folder = Path(shutil.copytree(_circulated, tmp_path_factory.mktemp("set-up") / "plan"))
    shutil.rmtree(folder / "templates")
    git(folder, "init", "-q", "-b", "main")
    _prepare(folder, ("git-setup",))
    _into_git(folder)
    return folder


@pytest.fixture
def ready(_set_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The circulated plan in a git repository, after git-setup."""
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    return Path(shutil.copytree(_set_up, tmp_path / "ready", symlinks=True))


def _into_git(folder: Path) -> None:
    """Commit all that a folder has."""
    with pytest.MonkeyPatch.context() as patched:
        for key, value in EDITOR.items():
            patched.setenv(key, value)
        git(folder, "init", "-q", "-b", "main")
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "征求意见稿")


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
