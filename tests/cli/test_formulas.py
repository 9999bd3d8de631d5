"""Formulas: kept to the letter, changed as a whole, with their number behind them."""

import json
from pathlib import Path

import pytest
from docx import Document

from tests.conftest import Run, plan_files

CHAPTER = """\
key: 第一章
title: 测算
body:
  - id: 第一章.1
    number: (1)
    text: 节水率按下式计算。
  - id: 式1
    formula: true
    number: （1）
    text: η = (Q1 − Q2) / Q1 × 100%
  - id: 第一章.2
    number: (2)
    text: 式中各量按年计。
"""
MANIFEST = (
    "title: 规划\nissuer: 市局\nlanguage: zh\n"
    "units: [{name: 甲局}, {name: 乙局}]\nsections: [第一章]\n"
)
FORMULA = "η = (Q1 − Q2) / Q1 × 100%"


@pytest.fixture
def plan(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "plan"
    (folder / "plan").mkdir(parents=True)
    (folder / "plan/plan.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "plan/第一章.yaml").write_text(CHAPTER, encoding="utf-8")
    assert run(folder, "freeze", "稿").code == 0
    return folder


def comment(folder: Path, unit: str, edit: str) -> None:
    file = folder / f"comments/{unit}/01.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    told = f"unit: {unit}\nopinion: 改式。\nedits:\n  - {edit}\ndecision: {{status: 采纳}}\n"
    file.write_text(told, encoding="utf-8")


def outcomes(folder: Path, run: Run) -> list[str]:
    told = json.loads(run(folder, "apply", "--all", "--json").out)["comments"]
    return [one["outcome"] for one in told.values()]


def test_the_draft_keeps_it_to_the_letter(plan: Path, run: Run) -> None:
    assert run(plan, "check").code == 0
    run(plan, "fmt")
    assert f"text: |-\n      {FORMULA}\n" in (plan / "plan/第一章.yaml").read_text("utf-8")
    assert FORMULA in (plan / "plan/drafts/稿.yaml").read_text("utf-8")


@pytest.mark.parametrize("first", ["{replace: Q2, with: Q3}", "{rewrite: 式1, with: a = b}"])
def test_two_changes_of_one_formula_meet_wherever_they_are(
    first: str, plan: Path, run: Run
) -> None:
    comment(plan, "甲局", first)
    comment(plan, "乙局", "{replace: 100%, with: 1}")
    assert outcomes(plan, run) == ["conflict", "conflict"]
    assert FORMULA in (plan / "plan/第一章.yaml").read_text("utf-8")


def test_who_asks_for_the_same_formula_agrees_and_it_goes_back(plan: Path, run: Run) -> None:
    before = plan_files(plan)
    for unit in ("甲局", "乙局"):
        comment(plan, unit, "{rewrite: 式1, with: 'η = 1 − Q2 / Q1'}")
    assert outcomes(plan, run) == ["agreed", "agreed"]
    assert "η = 1 − Q2 / Q1\n" in (plan / "plan/第一章.yaml").read_text("utf-8")
    assert run(plan, "revert", "--all").code == 0
    after = plan_files(plan)
    assert after["plan/第一章.yaml"] == before["plan/第一章.yaml"]


def test_its_number_is_of_no_series(plan: Path, run: Run) -> None:
    comment(plan, "甲局", "{remove: 第一章.1}")
    run(plan, "apply", "--all")
    assert run(plan, "renumber").code == 0
    written = (plan / "plan/第一章.yaml").read_text("utf-8")
    assert "formula: true\n    number: （1）" in written
    assert "id: 第一章.2\n    number: (1)" in written


def test_a_formula_that_is_added(plan: Path, run: Run) -> None:
    added = (
        "{add: {id: 式2, formula: true, number: （2）, text: W = η × Q1}, to: 第一章, after: 式1}"
    )
    comment(plan, "甲局", added)
    run(plan, "apply", "--all")
    written = (plan / "plan/第一章.yaml").read_text("utf-8")
    assert "formula: true" in written.partition("式2")[2]


def test_a_formula_has_no_heading(plan: Path, run: Run) -> None:
    file = plan / "plan/第一章.yaml"
    text = file.read_text("utf-8").replace("formula: true", "formula: true\n    heading: 率")
    file.write_text(text, encoding="utf-8")
    done = run(plan, "check")
    assert done.code == 1
    assert done.out.startswith("plan/第一章.yaml:9:")
    assert "a formula has a number, a text and notes, and nothing else" in done.out


def test_a_formula_of_two_lines_is_refused(plan: Path, run: Run) -> None:
    file = plan / "plan/第一章.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace(FORMULA, "|-\n      a = b\n      c = d"), encoding="utf-8")
    done = run(plan, "check")
    assert done.code == 1
    assert "a formula stands on one line" in done.out


def test_it_is_published_with_its_number_behind_it(plan: Path, run: Run, tmp_path: Path) -> None:
    comment(plan, "甲局", "{rewrite: 式1, with: 'η = 1 − Q2 / Q1'}")
    run(plan, "apply", "--all")
    run(plan, "export", str(tmp_path / "a.docx"), "--clean")
    texts = [one.text for one in Document(str(tmp_path / "a.docx")).paragraphs]
    assert "η = 1 − Q2 / Q1\u3000（1）" in texts
    run(plan, "export", str(tmp_path / "b.docx"))
    xml = Document(str(tmp_path / "b.docx")).element.xml
    assert "delText" in xml
    run(plan, "site", "-o", str(tmp_path / "a.html"))
    assert 'class="row formula kept"' in (tmp_path / "a.html").read_text("utf-8")
    run(plan, "export", str(tmp_path / "a.md"), "--clean")
    assert "η = 1 − Q2 / Q1" in (tmp_path / "a.md").read_text("utf-8")


def test_it_is_set_in_the_middle_of_the_pdf(plan: Path, run: Run, tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="needs typst: pip install 'plancli[typeset]'")
    pdfium = pytest.importorskip("pypdfium2")
    run(plan, "export", str(tmp_path / "a.pdf"), "--clean")
    text = pdfium.PdfDocument(str(tmp_path / "a.pdf"))[0].get_textpage().get_text_range()
    assert "（1）" in text
    assert "Q2" in text
