"""The plan's tables as a workbook: pages as printed, figures as numbers, nothing that computes."""

import csv
import io
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

from plancli.cli.formats import PlanPaper
from plancli.cli.formats.xlsx import FORMAT
from plancli.core.comments.edits import Add, NewRow, Retitle, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.evidence.redline import plain, redline
from plancli.core.finding import PlanError
from plancli.core.publish.drawn import DrawnCell, DrawnTable
from plancli.core.text.marked import Run
from plancli.papers.excel_tables import code_columns, figure, page_names
from tests.core.tabled import round_of
from tests.papers import office
from tests.papers.test_compared_tables import PATCHES

TODAY = date(2026, 3, 1)


def written(patches: dict[str, Patch], clean: bool = False) -> bytes:
    round_ = round_of(patches, {})
    lines = list(plain(round_.paper)) if clean else redline(round_)
    paper = PlanPaper(round_, "渡口规划", lines, None if clean else [], False, TODAY, "")
    assert FORMAT.plan is not None
    return FORMAT.plan(paper)


def pages(content: bytes) -> list[Worksheet]:
    return list(load_workbook(io.BytesIO(content)))


def cells(page: Worksheet) -> list[list[object]]:
    return [list(row) for row in page.iter_rows(values_only=True)]


def test_a_table_is_a_page_as_it_is_printed() -> None:
    (page,) = pages(written({}, clean=True))
    assert page.title == "表1"
    assert cells(page) == [
        ["表1 渡口主要指标", None, None],
        ["单位:次", None, None],
        ["指标", "渡运", None],
        [None, "去年", "今年"],
        ["一、客运", None, None],
        ["日均班次", 12, 16],
        ["晚点班次", 3, 2],
        ["检修", 4, 4],
        ["注:去年的数为全年平均。", None, None],
    ]
    merged = {str(one) for one in page.merged_cells.ranges}
    assert merged == {"A1:C1", "A2:C2", "A3:A4", "B3:C3", "A5:C5", "A9:C9"}
    assert (page.freeze_panes, page.print_title_rows) == ("A5", "$3:$4")


def test_what_changed_has_a_ground_and_is_listed() -> None:
    page, changed = pages(written(PATCHES))
    filled = [
        (cell.value or "")
        for row in page.iter_rows(min_row=3)
        for cell in row
        if cell.fill.fgColor.rgb == "FFFFF6DC"
    ]
    assert filled == ["明年", 18, "=20", "", "夜航", "", 1, ""]
    assert changed.title == "修改"
    assert cells(changed)[2] == ["表", "行", "列", "原文（稿）", "修改后", "依据（意见编号、单位）"]
    assert cells(changed)[3:] == [
        ["表1 渡口主要指标", "", "明年（新增）", "", "渡运 明年\n日均班次 =20", "甲-1"],
        ["表1 渡口主要指标", "日均班次", "今年", "16", "18", "甲-1"],
        ["表1 渡口主要指标", "晚点班次（删除）", "", "晚点班次 | 3 | 2", "", "乙-1"],
        ["表1 渡口主要指标", "夜航（新增）", "", "", "夜航 |  | 1 | ", "乙-1"],
    ]


def test_titles_and_measures_that_changed_are_listed_too() -> None:
    edits = (
        Retitle(title="表1", wording="渡口指标"),
        Rewrite(rewrite="表1/unit", wording="单位:班"),
        Rewrite(rewrite="表1.注1", wording="注:全年平均。"),
        Rewrite(rewrite="表1.0/*", wording="一、旅客"),
    )
    _, changed = pages(written({"甲-1": Patch(edits=edits)}))
    assert [row[1] for row in cells(changed)[3:]] == ["标题", "计量单位", "一、旅客", "注1"]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    new = NewRow(cells=("=1+1", "@SUM(1)", "+2"))
    content = written({"甲-1": Patch(edits=(Add(add=new, to="表1"),))})
    file = tmp_path / "表.xlsx"
    file.write_bytes(content)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    kinds = {cell.data_type for page in pages(content) for row in page for cell in row}
    assert kinds <= {"s", "n"}
    assert ["=1+1", "@SUM(1)", "+2"] in [row[:3] for row in cells(pages(content)[0])]


def test_a_plan_without_tables_is_refused() -> None:
    assert FORMAT.plan is not None
    round_ = round_of({}, {})
    lines = [line for line in plain(round_.paper) if line.kind == "paragraph"]
    with pytest.raises(PlanError, match="P053"):
        FORMAT.plan(PlanPaper(round_, "渡口规划", lines, None, False, TODAY, ""))


# --- figures ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "value", "shown"),
    [
        ("0", 0, "0"),
        ("12", 12, "0"),
        ("-3", -3, "0"),
        ("3.0", 3, "0.0"),
        ("1,450", 1450, "#,##0"),
        ("12,001,450.50", 12001450.5, "#,##0.00"),
        ("123456789012345", 123456789012345, "0"),
    ],
)
def test_a_plain_number_is_one(words: str, value: float, shown: str) -> None:
    assert figure(words) == (value, shown)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "001",
        "63%",
        "1,45",
        "12,",
        "+3",
        "-0",
        "1e3",
        "约20",
        "3-5",
        "1 450",
        "1234567890123456",
        "３",
        "①",
    ],
)
def test_what_excel_would_show_otherwise_is_words(words: str) -> None:
    assert figure(words) is None


def drawn_column(*words: str) -> DrawnTable:
    rows = tuple((DrawnCell((Run("=", one),)),) for one in words)
    return DrawnTable(1, (), (), (), rows, ())


def test_a_column_of_codes_has_no_numbers() -> None:
    assert code_columns(drawn_column("001", "120")) == {0}
    assert code_columns(drawn_column("100", "120")) == set()
    assert code_columns(drawn_column("001", "1,200")) == set()


# --- names of pages -----------------------------------------------------------------------------------------


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=6))
def test_pages_have_names_that_excel_takes(wanted: list[str]) -> None:
    names = page_names(wanted)
    assert len({name.lower() for name in names}) == len(wanted)
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'" != name[-1]


def test_a_number_that_comes_again_is_told_apart() -> None:
    assert page_names(["表1", "表1", "a/b", "History"]) == ["表1", "表1 (2)", "a b", "History (2)"]


def test_the_cells_of_a_column_begin_alike() -> None:
    new = NewRow(cells=("两岸渡口的候船厅和栈桥改造", "", "按全年平均计，约为十二"))
    page, *_ = pages(written({"甲-1": Patch(edits=(Add(add=new, to="表1"),))}))
    # three cells of the first column are words, most of the last one are figures
    for column, side in ((0, "left"), (2, "center")):
        places = [row[column].alignment.horizontal for row in page.iter_rows(min_row=6, max_row=9)]
        assert places == [side] * 4


# --- another program ----------------------------------------------------------------------------------------


@pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(written(PATCHES))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    told = [
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
    ]
    assert office.SOFFICE is not None
    command = [office.SOFFICE, "--headless", profile, *told, "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=office.SECONDS)
    (found,) = tmp_path.glob("*.csv")
    rows = list(csv.reader(found.read_text(encoding="utf-8").splitlines()))
    assert ["日均班次", "12", "18", "=20"] in rows
    assert rows[0][0] == "表1 渡口主要指标"
