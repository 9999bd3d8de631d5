"""What plan.yaml says about the language, read before any parser is there."""

from pathlib import Path

import pytest

from plancli.language import plan_language, wanted

MANIFESTS = {
    "title: 规划\n": "zh",
    "title: 规划\nlanguage: en\nunits: []\n": "en",
    "language: en": "en",
    "language: 'en'\n": "en",
    'language:   "en"  # for the translation\n': "en",
    "language:\n  en\n": "en",
    "title: 规划\r\nlanguage: en\r\n": "en",
    "# language: en\n": "zh",
    "tables:\n  language: en\n": "zh",
    "languages: en\n": "zh",
    "language:": "zh",
}


@pytest.mark.parametrize("manifest", MANIFESTS)
def test_a_plan_says_its_language_at_the_beginning_of_a_line(manifest: str, tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_bytes(manifest.encode())
    assert plan_language(tmp_path) == MANIFESTS[manifest]


def test_the_nearest_plan_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert plan_language(tmp_path) is None
    inner = tmp_path / "县" / "镇"
    for folder, language in ((tmp_path, "en"), (tmp_path / "县", "zh")):
        (folder / "plan").mkdir(parents=True)
        (folder / "plan/plan.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    inner.mkdir()
    assert plan_language(inner) == "zh"
    assert plan_language(tmp_path / "other") == "en"
    monkeypatch.chdir(tmp_path)
    assert plan_language("") == "en"
    assert plan_language("县/镇") == "zh"


def test_a_plan_that_cannot_be_read_leaves_it_to_the_one_above(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text("language: en\n", encoding="utf-8")
    (tmp_path / "inner/plan/plan.yaml").mkdir(parents=True)
    assert plan_language(tmp_path / "inner") == "en"


def test_the_reader_is_heard_before_any_plan(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text("language: en\n", encoding="utf-8")
    assert wanted({"LANG": "zh_CN.UTF-8"}, tmp_path) == "en"
    assert wanted({"LANG": "en_US", "PLANCLI_LANG": "zh"}, tmp_path) == "zh"
    assert wanted({"LANG": "zh_CN.UTF-8"}, tmp_path / "plan" / "drafts") == "en"


def test_a_current_folder_that_is_gone_has_no_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    try:
        gone.rmdir()
    except OSError:
        pytest.skip("this system keeps folders in which a program runs")
    assert plan_language("") is None
