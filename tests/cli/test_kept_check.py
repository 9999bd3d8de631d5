"""The answer that is kept of a check: to the byte what the command says, and given before it is imported."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plancli import kept_check
from plancli.__main__ import main
from plancli.cli import checking
from plancli.store import folders, kept
from plancli.store.lying import journal_name
from tests.conftest import ROOT, Done, copied, keep_in
from tests.drawn import png
from tests.test_startup import imported

Check = Callable[..., Done]

OPTIONS = [
    (),
    ("--strict",),
    ("--each",),
    ("--json",),
    ("--json", "--strict"),
    ("--each", "--strict", "--json"),
    ("--format", "text"),
    ("--format", "text", "--format", "json"),
    ("--format", "json", "--each"),
    ("--format", "md"),
    ("--format", "junit"),
    ("--format", "github"),
    ("--format", "gitlab", "--strict"),
    ("--format", "sarif"),
    ("--format", "md", "--json"),
    ("--format", "poem"),
    ("--format", "poem", "--json"),
    ("--format",),
    ("--json", "--json"),
    ("--format=text",),
    ("--json=1",),
    ("--stric",),
    ("--today", "2021-03-01"),
    ("--today", "tomorrow"),
    ("--all",),
    ("--anew",),
    ("more",),
    ("--", "--json"),
]


@pytest.fixture
def check(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    cache: Path,  # noqa: ARG001 (an empty one)
) -> Check:
    """Run check in a folder; `whole`: without looking at what is kept as an answer."""

    def run(folder: Path, *words: str, whole: bool = False, language: str = "zh") -> Done:
        monkeypatch.chdir(folder)
        monkeypatch.setenv("PLANCLI_LANG", language)
        capsys.readouterr()
        with monkeypatch.context() as patched:
            if whole:
                patched.setattr(kept_check, "answered", lambda *_: None)
            code = main(["check", *words])
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return run


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[kept.Asked]:
    """The questions that the whole command answers."""
    met: list[kept.Asked] = []
    checked = checking.checked

    def noted(asked: kept.Asked, *words: Any, **more: Any) -> int:
        met.append(asked)
        return checked(asked, *words, **more)

    monkeypatch.setattr(checking, "checked", noted)
    return met


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the plan lies that every option is asked about, and what is kept of it."""
    return tmp_path_factory.mktemp("asked")


LANGUAGES = ("zh", "en")


@pytest.fixture
def asked_before(home: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan of which several questions were asked before."""
    plan, kept_there = home / "plan", home / "kept"
    keep_in(kept_there, monkeypatch)
    if not plan.exists():
        kept_there.mkdir()
        copied(ROOT, plan)
        for words in ((), ("--json",), ("--strict",), ("--each",)):
            for language in LANGUAGES:
                check(plan, *words, language=language)
    return plan


@pytest.mark.parametrize("words", OPTIONS, ids=" ".join)
def test_every_run_says_what_the_whole_command_says(
    asked_before: Path, check: Check, words: tuple[str, ...]
) -> None:
    for language in LANGUAGES:
        whole = check(asked_before, *words, whole=True, language=language)
        assert check(asked_before, *words, language=language) == whole
        assert check(asked_before, *words, language=language) == whole


@pytest.mark.parametrize("words", [(), ("--json",), ("--strict", "--each")], ids=" ".join)
def test_errors_are_kept_with_their_exit_code(
    adopted: Path, check: Check, words: tuple[str, ...], judged: list[kept.Asked]
) -> None:
    path = adopted / "comments/市医保局/01.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: 采纳", "status: 不采纳"), encoding="utf-8")
    first = check(adopted, *words)
    assert first.code == 1
    assert check(adopted, *words) == first
    assert len(judged) == 1


def test_each_language_has_its_own_answer(adopted: Path, check: Check) -> None:
    chinese, english = check(adopted), check(adopted, language="en")
    assert chinese != english
    assert (check(adopted), check(adopted, language="en")) == (chinese, english)


def test_a_folder_inside_the_plan_is_answered_too(
    adopted: Path, check: Check, judged: list[kept.Asked]
) -> None:
    first = check(adopted)
    assert check(adopted / "comments") == first
    assert len(judged) == 1


def _edited(root: Path) -> None:
    path = root / "plan/plan.yaml"
    path.write_bytes(path.read_bytes() + b"# a remark\n")


def _linked(root: Path) -> None:
    (root / "comments/99.yaml").symlink_to(root / "plan/plan.yaml")


def _beside(root: Path) -> None:
    (root / "plan/notes.docx").write_bytes(b"")


def _foreign(root: Path) -> None:
    (root / ".plancli").mkdir()


def _elsewhere(root: Path) -> None:
    (root / ".git").write_text("gitdir: somewhere\n")


def _unfinished(root: Path) -> None:
    (root / ".git/plancli" / journal_name(".") / "complete").mkdir(parents=True)


def _unfinished_above(root: Path) -> None:
    below = journal_name(root.name)
    (root.parent / ".git/plancli" / below / "complete").mkdir(parents=True)


def _unfinished_without_git(root: Path) -> None:
    home = Path(os.environ["XDG_STATE_HOME"]) / "plancli/journals" / journal_name(str(root))
    (home / "complete").mkdir(parents=True)


@pytest.mark.parametrize(
    "change",
    [
        _edited,
        _linked,
        _beside,
        _foreign,
        _elsewhere,
        _unfinished,
        _unfinished_above,
        _unfinished_without_git,
    ],
)
def test_what_is_not_plain_is_left_to_the_command(
    adopted: Path, check: Check, judged: list[kept.Asked], change: Callable[[Path], None]
) -> None:
    check(adopted)
    change(adopted)
    done = check(adopted)
    assert len(judged) == 2
    assert done == check(adopted, whole=True)


@pytest.mark.parametrize("name", ["README.zh.md", ".gitkeep", "README"])
def test_what_may_lie_beside_changes_nothing(
    adopted: Path, check: Check, judged: list[kept.Asked], name: str
) -> None:
    first = check(adopted)
    (adopted / "comments" / name).write_text("for people")
    assert check(adopted) == first
    assert len(judged) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda _content: b"",
        lambda content: content.replace(b"\n0 ", b"\n1 "),
        lambda content: content[:-1],
        lambda content: content + b"x",
        lambda content: b"0" * 40 + content[40:],
        lambda content: content.replace(b"\n", b"", 2),
    ],
)
def test_a_damaged_answer_is_not_believed(
    adopted: Path, check: Check, cache: Path, damage: Callable[[bytes], bytes]
) -> None:
    first = check(adopted)
    (file,) = cache.rglob("*.answer")
    file.write_bytes(damage(file.read_bytes()))
    assert check(adopted) == first


def test_an_answer_in_the_plan_is_never_looked_at(
    adopted: Path, check: Check, cache: Path, judged: list[kept.Asked]
) -> None:
    check(adopted)
    (file,) = cache.rglob("*.answer")
    file.rename(adopted / file.name)
    check(adopted)
    assert len(judged) == 2


def test_what_git_may_tell_otherwise_tomorrow_is_not_kept(
    adopted: Path, check: Check, cache: Path
) -> None:
    """A change that nobody explains is told with the last one who touched it."""
    path = adopted / "plan/第四章/17-智慧交通工程.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("公共道路", "公用道路", 1), encoding="utf-8")
    assert "P405" in check(adopted).out
    assert not list(cache.rglob("*.answer"))


def test_a_variable_that_is_no_whole_path_is_left_to_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    assert folders.xdg_folder("XDG_CACHE_HOME", "~/.cache") is None


@pytest.mark.usefixtures("cache")
def test_the_second_check_imports_next_to_nothing(adopted: Path) -> None:
    """What --version has too is Python's own, and what the test itself needs."""
    first = imported("check", folder=adopted)
    second = imported("check", folder=adopted)
    assert {"pydantic", "gettext"} <= first
    more = second - imported("--version", folder=adopted)
    assert more <= {"hashlib", "_hashlib", "_blake2", "time", "errno", "stat", "pwd"}


def test_what_rests_on_pictures_is_not_kept(example: Path, check: Check) -> None:
    section = example / "plan/第二章-任务.yaml"
    with section.open("a", encoding="utf-8") as file:
        file.write("  - image: figures/图1.png\n    title: 布局\n    alt: 三处\n")
    picture = example / "plan/figures/图1.png"
    picture.parent.mkdir()
    picture.write_bytes(png())
    said = check(example)
    # with the last picture nothing lies there any more that the kept answer would stumble over
    picture.unlink()
    assert check(example) == check(example, whole=True) != said
    assert "P137" in check(example).out
