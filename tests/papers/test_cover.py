"""The cover sheet: one page in every format, with the totals, what is unresolved and the largest changes."""

import re
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator

from plancli.core.publish.cover_sheet import DecisionBar, decision_bars, from_its_first_change
from plancli.core.text.marked import GAP
from plancli.core.text.marked import Run as Words
from tests.conftest import ROOT, Run
from tests.papers.office import converted, is_installed

WATER = ROOT / "examples/water"


def test_bars_are_as_long_as_what_they_count() -> None:
    assert decision_bars([("已采纳", 8), ("未采纳", 2)], "zh") == (
        DecisionBar("已采纳", "8（80%）", 1),
        DecisionBar("未采纳", "2（20%）", 0.25),
    )
    assert decision_bars([], "en") == ()


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ([Words("=", "水厂"), Words("-", "两座")], "水厂两座"),
        ([Words("=", "一二三四五六七八九十"), Words("+", "甲" * 3)], "……三四五六七八九十甲甲甲"),
        ([Words("+", "甲" * 30)], "甲" * 12 + "……"),
        ([Words("-", "甲" * 10), Words("=", "乙" * 10)], "甲" * 10 + "乙" * 2 + "……"),
        ([GAP, Words("+", "甲" * 12)], "甲" * 12),
        ([], ""),
    ],
)
def test_a_change_is_shown_from_where_it_begins(runs: list[Words], shown: str) -> None:
    assert "".join(run.text for run in from_its_first_change(runs, 12)) == shown


def test_what_it_says(consulted: Path, run: Run) -> None:
    done = run(consulted, "cover")
    assert done.out.startswith("# 示例镇社区食堂建设方案(征求意见稿)征求意见情况一览")
    told = run(consulted, "report", "--summary").out
    (comments,) = re.findall(r"意见(\d+)条", told)
    assert f"的{comments}条意见建议" in done.out
    assert f"| 合计 | {comments} |" in done.out


def test_what_waits_is_named_with_its_unit_and_once(consulted: Path, run: Run) -> None:
    waiting = "unit: 镇文化站\nopinion: 建议增加书架。\n"
    (consulted / "comments/镇文化站/01.yaml").write_text(waiting, encoding="utf-8")
    done = run(consulted, "cover")
    (unresolved,) = re.findall(r"## 未办结事项\n\n(.*?)\n\n##", done.out, re.DOTALL)
    assert "尚未决定:" in unresolved
    assert unresolved.count("镇文化站") == 1


def test_nothing_is_unresolved_in_the_real_plan(run: Run) -> None:
    done = run(ROOT, "cover")
    assert done.code == 0
    assert "- 没有未办结的事项。" in done.out
    assert done.out.count("| ---") == 6
    changes = done.out.partition("## 改动最大的各处")[2]
    assert changes.count("\n|") == 12  # ten, a head and its line


def test_an_unproved_paper_is_stamped(consulted: Path, run: Run, tmp_path: Path) -> None:
    file = consulted / "comments/镇民政办/01.yaml"
    adopted = file.read_text("utf-8")
    file.write_text(adopted.replace("晚餐", "夜宵"), encoding="utf-8")
    for ending in ("md", "html"):
        done = run(consulted, "cover", "-o", str(tmp_path / f"a.{ending}"))
        assert done.code == 1
        assert "内部稿" in (tmp_path / f"a.{ending}").read_text("utf-8")


def test_the_word_document_is_one_page_with_bars_that_are_read_aloud(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "封面.docx"
    run(WATER, "cover", "--draft", "征求意见稿", "-o", str(file))
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    body = Document(str(file)).element.body
    told = body.xpath(".//*[local-name()='docPr']/@descr")
    assert any(re.fullmatch(r"已采纳 \d+（\d+%）", one) for one in told)
    if is_installed():
        pdfium = pytest.importorskip("pypdfium2")
        assert len(pdfium.PdfDocument(str(converted(file)))) == 1


def test_the_pdf_is_one_page(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="needs typst: pip install 'plancli[typeset]'")
    pdfium = pytest.importorskip("pypdfium2")
    file = tmp_path / "封面.pdf"
    run(WATER, "cover", "--draft", "征求意见稿", "-o", str(file))
    assert len(pdfium.PdfDocument(str(file))) == 1


def test_the_page_has_a_chart_of_its_own(run: Run, tmp_path: Path) -> None:
    run(ROOT, "cover", "-o", str(tmp_path / "封面.html"))
    page = (tmp_path / "封面.html").read_text("utf-8")
    assert '<svg role="img"' in page
    assert "http" not in page.replace("http-equiv", "")


def test_totals_by_unit_add_up_to_what_is_told_above_the_table(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    run(WATER, "report", "--draft", "征求意见稿", "-o", str(file))
    page = load_workbook(file)["合计"]
    rows = [row for row in page.iter_rows(values_only=True) if isinstance(row[1], int)]
    *units, together = rows
    assert list(together[1:]) == [sum(column) for column in list(zip(*units, strict=True))[1:]]
    assert together[1] == sum(together[2:])
    heads = next(row for row in page.iter_rows(values_only=True) if row[0] == "单位")
    lead = load_workbook(file).worksheets[0]["A2"].value
    for label, number in zip(heads[2:], together[2:], strict=True):
        assert f"{label}{number}条" in lead


def test_places_are_called_as_the_paper_calls_them(run: Run) -> None:
    """A number or an empty name alone says nothing to whoever signs."""
    changes = run(WATER, "cover", "--internal").out.partition("## 改动最大的各处")[2]
    places = [line.split("|")[1].strip() for line in changes.splitlines() if line.startswith("|")][
        2:
    ]
    assert len(places) == 10
    assert "第二章第三节“发展目标”中公式（1）" in places
    assert not [place for place in places if place.endswith("中") or len(place) < 5]


def test_of_many_units_that_did_not_answer_the_first_are_named(circulated: Path, run: Run) -> None:
    villages = [f"青禾镇第{number}村民委员会" for number in range(1, 61)]
    assert run(circulated, "unit", *villages, "--add").code == 0
    shown = run(circulated, "cover").out
    (silent,) = re.findall(r"未反馈的单位:.*", shown)
    assert "青禾镇第2村民委员会" in silent
    assert "青禾镇第60村民委员会" not in silent
    assert re.search(r"等6\d个单位。$", silent)
    assert len(silent) < 130


@pytest.mark.parametrize("ending", ["md", "html", "docx", "pdf"])
def test_of_a_table_without_rows_there_is_a_sentence(ending: str, example: Path, run: Run) -> None:
    assert run(example, "revert", "--all").code == 0
    for path in (example / "comments").rglob("*.yaml"):
        path.unlink()
    assert run(example, "cover", "--internal", "-o", f"c.{ending}").code == 0
    path = example / f"c.{ending}"
    if ending == "docx":
        assert Document(str(path)).tables == []
        shown = "".join(one.text for one in Document(str(path)).paragraphs)
    elif ending == "pdf":
        pdfium = pytest.importorskip("pypdfium2")
        shown = "".join(page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(path))
    else:
        shown = path.read_text(encoding="utf-8")
    assert "没有单位提出意见。" in shown
    assert "没有改动。" in shown
    assert "修改前" not in shown
