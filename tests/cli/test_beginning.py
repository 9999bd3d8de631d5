"""init: the example, a plan of one's own, and what people keep in the folder already."""

from pathlib import Path

import pytest

from plancli.core.plan.manifest import FORMAT
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import Run

OWN = ("--empty", "--title", "某县养老服务规划", "--chapter", "总体要求", "--chapter", "主要任务")


def test_a_plan_of_ones_own_reaches_its_first_comment(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", "zh")
    done = run(tmp_path, "init", ".", *OWN, "--issuer", "某县民政局", "--unit", "县财政局")
    assert done.code == 0
    assert run(tmp_path, "check").code == 0
    found = load(read_files(tmp_path))
    assert [(section.key, section.title) for section in found.sections] == [
        ("第一章", "总体要求"),
        ("第二章", "主要任务"),
    ]
    assert found.manifest.format == FORMAT
    assert (found.manifest.title, found.manifest.issuer) == ("某县养老服务规划", "某县民政局")
    chapter = tmp_path / "plan/第一章-总体要求.yaml"
    # what the head of the file shows is what can be written there
    text = chapter.read_text(encoding="utf-8")
    shown = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")][1:-1]
    chapter.write_text(text + "\n".join(shown) + "\n", encoding="utf-8")
    assert run(tmp_path, "check").code == 0
    assert run(tmp_path, "freeze", "征求意见稿").code == 0
    assert run(tmp_path, "unit", "县卫健委", "--add").code == 0
    words = ("--opinion", "改。", "--replace", "第一句", "--with", "首句")
    assert run(tmp_path, "new", "--unit", "县卫健委", *words).code == 0
    assert run(tmp_path, "check").code == 0
    assert "示例镇" not in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_without_chapters_there_is_one(tmp_path: Path, run: Run) -> None:
    assert run(tmp_path, "init", ".", "--empty", "--title", "Care").code == 0
    assert [section.title for section in load(read_files(tmp_path)).sections] == ["1"]
    assert run(tmp_path, "check").code == 0


def test_the_example_has_the_newest_format(example: Path, run: Run) -> None:
    assert load(read_files(example)).manifest.format == FORMAT
    assert "already" in run(example, "upgrade").out


@pytest.mark.parametrize(("language", "word"), [("en", "wrote this folder"), ("zh", "本目录")])
def test_what_stands_beside_the_plan_is_in_its_language(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, language: str, word: str
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", language)
    assert run(tmp_path, "init", ".", "--empty", "--title", "Ferry 2030").code == 0
    texts = {path: path.read_text(encoding="utf-8") for path in tmp_path.rglob("README.md")}
    assert len(texts) == 3
    assert texts[tmp_path / "README.md"].startswith("# Ferry 2030\n")
    assert word in texts[tmp_path / "README.md"]
    for text in texts.values():
        chinese = any("一" <= character <= "鿿" for character in text)
        assert chinese == (language == "zh")


def test_a_title_is_needed(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "init", ".", "--empty")
    assert (done.code, list(tmp_path.iterdir())) == (2, [])
    assert "--title" in done.err


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--title", "养老服务规划"), "--empty"),
        (("--chapter", "总体要求"), "--empty"),
        (("--unit", "县财政局"), "--empty"),
        (("--issuer", "某县民政局"), "--empty"),
        (("--install", "dist/plancli.whl"), "--ci"),
    ],
)
def test_an_option_that_would_say_nothing_is_refused(
    tmp_path: Path, run: Run, words: tuple[str, ...], named: str
) -> None:
    done = run(tmp_path, "init", ".", *words)
    assert (done.code, list(tmp_path.iterdir())) == (2, [])
    assert named in done.err


@pytest.mark.parametrize("words", [(), OWN])
def test_what_people_keep_in_the_folder_stays(
    tmp_path: Path, run: Run, words: tuple[str, ...]
) -> None:
    (tmp_path / "README.md").write_text("# 我们的仓库\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("*.bak\n", encoding="utf-8")
    done = run(tmp_path, "init", ".", *words)
    assert done.code == 0
    assert "left as it is: README.md\n" in done.err
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "# 我们的仓库\n"
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*.bak\n"
    assert run(tmp_path, "check").code == 0


@pytest.mark.parametrize(
    ("file", "code"), [("plan/章.txt", "P127"), ("comments/某局/01.yaml", "P008")]
)
def test_files_where_a_plan_has_its_own_are_told_before_anything_is_written(
    tmp_path: Path, run: Run, file: str, code: str
) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text("x: y\n", encoding="utf-8")
    done = run(tmp_path, "init", ".")
    assert done.code == 2
    assert code in done.err
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == [path]
