"""A number that a comment or an editor changes has the mark of its note before the unit, in text and Word."""

import zipfile
from pathlib import Path

import pytest

from tests import noted
from tests.conftest import Run

DRAFT = "到2028年,集中供水率达到92%以上,管网漏损率降到12%以下。"
CHAPTER = noted.CHAPTER.replace("after: 12%", 'after: "92"')


@pytest.fixture
def numbered(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(noted, "CHAPTER", CHAPTER)
    folder = noted.written(tmp_path / "plan")
    assert run(folder, "freeze", "征求意见稿").code == 0
    return folder


def _commented(folder: Path, edit: str) -> None:
    file = folder / "comments/镇水利站/01.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = f"unit: 镇水利站\nopinion: 见修改。\nedits:\n  - {edit}\ndecision: {{status: 采纳}}\n"
    file.write_text(text, encoding="utf-8")


def _lines(folder: Path, run: Run, accept: bool) -> list[str]:
    run(folder, "export", "修订稿.docx", "--internal")
    return noted.read((folder / "修订稿.docx").read_bytes(), accept)


def test_the_mark_stays_before_the_unit(numbered: Path, run: Run) -> None:
    _commented(numbered, "{replace: 92%, with: 95%}")
    assert run(numbered, "apply", "--all").code == 0
    assert any("95[2024年为15%。]%以上" in line for line in _lines(numbered, run, True))
    assert any("92[2024年为15%。]%以上" in line for line in _lines(numbered, run, False))
    with zipfile.ZipFile(numbered / "修订稿.docx") as packed:
        # the note is one, and neither goes nor comes
        assert packed.read("word/footnotes.xml").decode().count("2024年为15%") == 1
    assert "P528" not in run(numbered, "check").out
    assert run(numbered, "revert", "--all").code == 0
    assert 'after: "92"' in (numbered / "plan/第一章.yaml").read_text(encoding="utf-8")


def test_what_the_office_changes_elsewhere_stays_with_it(numbered: Path, run: Run) -> None:
    file = numbered / "plan/第一章.yaml"
    text = file.read_text(encoding="utf-8").replace("12%以下", "11%以下")
    file.write_text(text, encoding="utf-8")
    _commented(numbered, "{replace: 92%, with: 9成}")
    assert run(numbered, "apply", "--all").code == 0
    assert any("达到9成[2024年为15%。]以上" in line for line in _lines(numbered, run, True))


def test_a_rewritten_paragraph_has_its_note_looked_at(numbered: Path, run: Run) -> None:
    _commented(numbered, "{rewrite: '1.2', with: 推进闸站改造。}")
    assert run(numbered, "apply", "--all").code == 0
    assert "P528" in run(numbered, "check").out
    file = numbered / "plan/第一章.yaml"
    said = "notes:\n      - {id: 注3, after: 推进闸站改造。, text: 保护区由县政府批准。}\n"
    text = file.read_text(encoding="utf-8").replace("note: 保护区由县政府批准。\n", said)
    file.write_text(text, encoding="utf-8")
    assert "P528" not in run(numbered, "check").out
