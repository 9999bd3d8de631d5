"""Equations of a Word draft: one that stands by itself is a formula, one in a sentence stays its letters."""

import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from tests.conftest import Run
from tests.papers.equation_parts import (
    brackets,
    fraction,
    index,
    matrix,
    of_another_program,
    power,
)
from tests.papers.equation_parts import equation as equation_with
from tests.papers.equation_parts import run as run_of

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


# --- how they stand -----------------------------------------------------------------------------------------

RATIO = run_of("R=") + fraction(run_of("A"), run_of("B")) + power(run_of("x"), run_of("2"))
TABLE = matrix((run_of("a"), run_of("b")))


@pytest.fixture
def typeset(tmp_path: Path) -> Path:
    word = Document()
    word.add_heading("城区节水规划", 0)
    word.add_heading("第一章 目标", 1)
    for inside, behind in (
        (RATIO, "（1）"),
        (f"{RATIO}{run_of('（2）')}", ""),
        (f"<m:eqArr><m:e>{RATIO}{run_of('#')}{brackets(run_of('3'))}</m:e></m:eqArr>", ""),
        (run_of("P=") + brackets(TABLE), "\t（4）"),
    ):
        alone = word.add_paragraph("")
        alone._p.append(parse_xml(equation_with(inside)))
        alone.add_run(behind)
    ahead = word.add_paragraph("(5)\t")
    ahead._p.append(parse_xml(equation_with(RATIO)))
    sentence = word.add_paragraph("式中，")
    sentence._p.append(parse_xml(equation_with(index(run_of("Q"), run_of("1")))))
    sentence.add_run("为基准年用水量，")
    sentence._p.append(parse_xml(equation_with(TABLE)))
    sentence.add_run("为系数。")
    word.save(str(tmp_path / "稿.docx"))
    return tmp_path


def _drafted(folder: Path, run: Run) -> tuple[Path, str, str]:
    """Return the plan that a draft becomes, its chapter, and what is told of it."""
    done = run(folder, "intake", "draft", "稿.docx", "--into", str(folder / "规划"))
    assert done.code in (0, 1), done.err
    (file,) = [path for path in (folder / "规划/plan").rglob("*.yaml") if "第一章" in path.name]
    return folder / "规划", file.read_text("utf-8"), done.out + done.err


def test_an_equation_says_how_its_letters_stand_and_has_its_number_behind(
    typeset: Path, run: Run
) -> None:
    _, text, told = _drafted(typeset, run)
    for number in ("（1）", "（2）", "(3)", "(5)"):
        assert f"formula: true\n    number: {number}\n    text: |-\n      R=(A/B)x^2\n" in text
    assert "式中，Q_1为基准年用水量，ab为系数。" in text
    assert "taken for its number" in told
    assert "R=(A/B)x^2（2）" in told


def test_what_no_line_can_say_is_told_with_its_place(typeset: Path, run: Run) -> None:
    _, text, told = _drafted(typeset, run)
    assert "number: （4）\n    text: |-\n      P=ab\n" in text
    (heading,) = [line for line in told.splitlines() if "one line cannot say" in line]
    assert heading.split()[0] == "2"
    assert "paragraph 6  P=" in told
    assert "paragraph 8  式中，" in told


def test_the_way_back_loses_nothing(typeset: Path, run: Run) -> None:
    plan, text, _ = _drafted(typeset, run)
    run(plan, "unit", "市水务局", "--add")
    assert run(plan, "export", "导出.docx", "--draft-only").code == 0
    told = run(plan, "intake", "returned", "导出.docx", "--unit", "市水务局", "--dry-run")
    assert "0 comments" in told.out
    shutil.copy(plan / "导出.docx", typeset / "稿.docx")
    shutil.rmtree(plan)
    _, again, _ = _drafted(typeset, run)
    assert again.count("formula: true") == text.count("formula: true") == 5
    assert "number: （1）\n    text: |-\n      R=(A/B)x^2\n" in again


def test_changes_in_equations_come_back_as_edits(typeset: Path, run: Run) -> None:
    plan, _, _ = _drafted(typeset, run)
    run(plan, "unit", "市水务局", "--add")
    _retyped(typeset / "稿.docx", plan / "改.docx")
    told = run(plan, "intake", "returned", "改.docx", "--unit", "市水务局", "--dry-run").out
    assert "R=(A/B)x^3" in told
    assert "replace “R=(A/B)x^2” by “R=(A/B)x^3”" in told


def _retyped(file: Path, into: Path) -> None:
    """Copy a document with a power of its first equation changed, and tracked."""
    by = 'w:id="9" w:author="市水务局" w:date="2026-01-01T00:00:00Z"'
    two, three = run_of("2"), run_of("3")
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    text = parts["word/document.xml"].decode()
    was = f"<m:sup>{two}</m:sup>"
    assert was in text
    now = f"<m:sup><w:del {by}>{two}</w:del><w:ins {by}>{three}</w:ins></m:sup>"
    parts["word/document.xml"] = text.replace(was, now, 1).encode()
    with zipfile.ZipFile(into, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def test_equations_of_other_programs_are_told_and_leave_a_sign(tmp_path: Path, run: Run) -> None:
    word = Document()
    word.add_heading("城区节水规划", 0)
    word.add_heading("第一章 目标", 1)
    for ahead, behind in (("", "\t（1）"), ("式中，", "为基准年用水量。")):
        paragraph = word.add_paragraph(ahead)
        paragraph._p.append(parse_xml(of_another_program()))
        paragraph.add_run(behind)
    word.save(str(tmp_path / "稿.docx"))
    plan, text, told = _drafted(tmp_path, run)
    assert "formula: true\n    number: （1）\n    text: |-\n      □\n" in text
    assert "式中，□为基准年用水量。" in text
    assert "paragraph 4  式中，□为基准年用水量。" in told
    run(plan, "unit", "市水务局", "--add")
    file = str(tmp_path / "稿.docx")
    assert (
        "0 comments" in run(plan, "intake", "returned", file, "--unit", "市水务局", "--dry-run").out
    )


def test_a_table_that_only_lays_equations_out_is_none(tmp_path: Path, run: Run) -> None:
    word = Document()
    word.add_heading("城区节水规划", 0)
    word.add_heading("第一章 目标", 1)
    table = word.add_table(2, 3)
    for row, number in enumerate(("（1）", "（2）")):
        table.cell(row, 1).paragraphs[0]._p.append(parse_xml(equation_with(RATIO)))
        table.cell(row, 2).paragraphs[0].add_run(number)
    word.save(str(tmp_path / "稿.docx"))
    _, text, told = _drafted(tmp_path, run)
    assert "formula: true\n    number: （1）\n    text: |-\n      R=(A/B)x^2\n" in text
    assert "number: （2）" in text
    assert "a table" not in told
