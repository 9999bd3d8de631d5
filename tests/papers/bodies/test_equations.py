"""Equations of a Word draft: one that stands by itself is a formula, one in a sentence stays its letters."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from tests.conftest import Run

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def equation(words: str) -> object:
    return parse_xml(f"<m:oMath {MATH}><m:r><m:t>{words}</m:t></m:r></m:oMath>")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    word = Document()
    word.add_heading("城区节水规划", 0)
    word.add_heading("第一章 目标", 1)
    word.add_paragraph("节水率按下式计算：")
    alone = word.add_paragraph("")
    alone._p.append(equation("η=(Q1−Q2)/Q1"))
    alone.add_run("\t（1-1）")
    sentence = word.add_paragraph("式中，")
    sentence._p.append(equation("Q1"))
    sentence.add_run("为基准年用水量。")
    bare = word.add_paragraph("")
    bare._p.append(equation("W=f(x)"))
    word.save(str(tmp_path / "稿.docx"))
    return tmp_path


def test_an_equation_by_itself_is_a_formula(draft: Path, run: Run) -> None:
    into = draft / "规划"
    done = run(draft, "intake", "draft", "稿.docx", "--into", str(into))
    assert done.code in (0, 1), done.err
    (file,) = [path for path in (into / "plan").rglob("*.yaml") if "目标" in path.name]
    text = file.read_text("utf-8")
    assert "formula: true\n    number: （1-1）\n    text: |-\n      η=(Q1−Q2)/Q1\n" in text
    assert "formula: true\n    text: |-\n      W=f(x)\n" in text
    assert "式中，Q1为基准年用水量。" in text
    assert text.count("formula: true") == 2
