"""A table in 修订对照表: drawn before and after where a cell can hold one, else a row for each change."""

import csv
import io
import zipfile
from pathlib import Path

from docx import Document
from openxml_audit import OpenXmlValidator

from plancli.core.comments.edits import Add, NewRow, NewTableHead, Remove, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.evidence.compare import changed_parts, changes
from plancli.core.evidence.redline import redline
from plancli.core.publish.sheet import Sheet
from plancli.papers.excel import xlsx
from plancli.papers.pdf.table import source
from plancli.papers.word.table import docx
from plancli.render.tables import sheets
from plancli.render.tables.compare import comparison
from tests.core.tabled import round_of

PATCHES = {
    "甲-1": Patch(
        edits=(
            Rewrite(rewrite="表1.1/今年", wording="18"),
            Add(add=NewTableHead(head="渡运|明年", cells={"表1.1": "=20"}), to="表1"),
        )
    ),
    "乙-1": Patch(
        edits=(Remove(remove="表1.2"), Add(add=NewRow(cells=("夜航", "", "1")), to="表1")),
    ),
}


def drawn() -> Sheet:
    round_ = round_of(PATCHES, {})
    return comparison(round_, changed_parts(round_, redline(round_)))


def listed() -> Sheet:
    round_ = round_of(PATCHES, {})
    return comparison(round_, changes(round_, redline(round_)))


GROUND = """\
表1“明年”一列（新增）：甲-1
表1“日均班次”的“今年”：甲-1
表1“晚点班次”一行（删除）：乙-1
表1“夜航”一行（新增）：乙-1"""


def test_it_is_one_row_with_what_each_unit_asked_for() -> None:
    ((row,),) = (block.rows for block in drawn().blocks)
    assert row[0] == "第一章 渡运\n表1 渡口主要指标"
    assert row[3] == GROUND


def test_in_word_tables_stand_in_the_cells(tmp_path: Path) -> None:
    file = tmp_path / "表.docx"
    file.write_bytes(docx(drawn()))
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    _, row = Document(str(file)).tables[0].rows
    (before,), (after,) = (cell.tables for cell in row.cells[1:3])
    assert [cell.text for cell in before.rows[0].cells] == ["指标", "渡运", "渡运"]
    assert [cell.text for cell in before.rows[1].cells] == ["指标", "去年", "今年"]
    assert [cell.text for cell in after.rows[3].cells] == ["日均班次", "12", "18", "=20"]
    assert [cell.text for cell in after.rows[-1].cells] == ["夜航", "", "1", ""]
    xml = zipfile.ZipFile(file).read("word/document.xml").decode()
    assert xml.count("<w:tblHeader/>") == 1  # the head of the comparison alone is repeated


def test_in_a_page_they_have_heads_and_can_be_reached_by_keys(tmp_path: Path) -> None:
    page = sheets.templated(drawn(), "html", tmp_path)
    assert (
        page.count('<div class="drawn" tabindex="0" role="region" aria-label="表1 渡口主要指标">')
        == 2
    )
    assert '<th scope="colgroup" class="whole" colspan="2">渡运</th>' in page
    assert '<th scope="col" class="whole" rowspan="2">指标</th>' in page
    assert '<td class="changed whole"><del>16</del></td>' in page
    assert '<td class="changed whole"><ins>18</ins></td>' in page


def test_in_a_pdf_heads_are_merged() -> None:
    found = source(drawn())
    assert "table.cell(colspan: 2" in found
    assert "table.cell(rowspan: 2" in found


def test_in_a_spreadsheet_each_change_has_a_row() -> None:
    rows = list(csv.reader(io.StringIO(sheets.as_csv(listed()).removeprefix("\ufeff"))))
    assert [row[0].partition("\n")[2] for row in rows[1:]] == [
        "表1“明年”一列（新增）",
        "表1“日均班次”的“今年”",
        "表1“晚点班次”一行（删除）",
        "表1“夜航”一行（新增）",
    ]
    assert rows[2][1:] == ["16", "18", "甲-1"]
    assert xlsx(listed())


def test_a_long_table_stands_in_parts_below_its_heads_with_its_place_in_each(
    tmp_path: Path,
) -> None:
    edits = tuple(Add(add=NewRow(cells=(f"班次{n}", "", "1")), to="表1") for n in range(25))
    round_ = round_of({"甲-1": Patch(edits=edits)}, {})
    sheet = comparison(round_, changed_parts(round_, redline(round_)))
    file = tmp_path / "表.docx"
    file.write_bytes(docx(sheet))
    _, *parts = Document(str(file)).tables[0].rows
    places = [part.cells[0].text for part in parts]
    assert places == [places[0], *(f"{places[0]}（续）" for _part in parts[1:])]
    # grounds may be longer than the table
    tables = [table for part in parts for table in part.cells[2].tables]
    assert len(tables) == 3
    assert {table.rows[0].cells[0].text for table in tables} == {"指标"}
    said = [row.cells[0].text for table in tables for row in table.rows]
    assert [words for words in said if words.startswith("班次")] == [f"班次{n}" for n in range(25)]
    assert "（续）" in source(sheet)
