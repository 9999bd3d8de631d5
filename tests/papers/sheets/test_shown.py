"""What a workbook hides or strikes through is not taken for what it says."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from plancli.core.intake.grid import Grid
from plancli.papers.sheets.reading import grids_in
from tests.conftest import Run

_SPACES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in {
        "office": "office", "table": "table", "text": "text", "style": "style",
    }.items()
)  # fmt: skip


def workbook() -> openpyxl.Workbook:
    """A table of which the second unit, a column and a sheet are hidden, and some words struck through."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["单位", "意见", "内部备注", "建议修改为"])
    sheet.append(["镇财政所", "请明确开放时间。", "不公开", ""])
    sheet.append(["镇民政办", "此条作废。", "x", ""])
    sheet.append(["镇文化站", "", "", ""])
    gone = TextBlock(InlineFont(strike=True), "九点")
    sheet["B4"] = CellRichText("上午", gone, TextBlock(InlineFont(strike=False), "八点开门。"))
    sheet.append(["镇文化站", "整条划去。", "", ""])
    sheet["B5"].font = Font(strike=True)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("旧表").sheet_state = "hidden"
    for row in (["单位", "意见"], ["镇财政所", "旧意见。"]):
        book["旧表"].append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def opendocument() -> bytes:
    """The same as an .ods."""
    struck = '<style:text-properties style:text-line-through-style="solid"/>'
    hidden = '<style:table-properties table:display="false"/>'
    styles = f'<style:style style:name="T">{struck}</style:style>'
    styles += f'<style:style style:name="H">{hidden}</style:style>'

    def row(*cells: str, more: str = "") -> str:
        held = "".join(
            f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells
        )
        return f"<table:table-row {more}>{held}</table:table-row>"

    rows = [
        row("单位", "意见", "内部备注", "建议修改为"),
        row("镇财政所", "请明确开放时间。", "不公开", ""),
        row("镇民政办", "此条作废。", "x", "", more='table:visibility="filter"'),
        row("镇文化站", '上午<text:span text:style-name="T">九点</text:span>八点开门。', "", ""),
        row("镇文化站", '<text:span text:style-name="T">整条划去。</text:span>', "", ""),
    ]
    columns = '<table:table-column table:number-columns-repeated="2"/>'
    columns += '<table:table-column table:visibility="collapse"/><table:table-column/>'
    old = row("单位", "意见") + row("镇财政所", "旧意见。")
    tables = f'<table:table table:name="Sheet">{columns}{"".join(rows)}</table:table>'
    tables += f'<table:table table:name="旧表" table:style-name="H">{old}</table:table>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("content.xml", f"<office:a{_SPACES}>{styles}{tables}</office:a>")
    return out.getvalue()


@pytest.fixture(params=["xlsx", "ods"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"收回.{request.param}"
    path.write_bytes(saved(workbook()) if request.param == "xlsx" else opendocument())
    return path


def test_a_grid_knows_what_is_hidden_and_what_is_struck(file: Path) -> None:
    sheet, old = grids_in(file.read_bytes())
    assert [row.number for row in sheet.rows if row.hidden] == [3]
    assert (set(sheet.hidden_columns), sheet.hidden, old.hidden) == ({2}, False, True)
    assert [row.texts[1] for row in sheet.rows[3:]] == [
        "上午[删去:九点]八点开门。",
        "[删去:整条划去。]",
    ]


def test_what_is_hidden_is_left_out_and_told(example: Path, run: Run, file: Path) -> None:
    done = run(example, "intake", "sheet", str(file))
    assert done.code == 0, done.err
    hidden = [line.split("!")[1] for line in done.out.splitlines() if "hides" in line]
    told = [(line.split()[0], line.split("“")[1].split("”")[0]) for line in hidden]
    assert told == [("1", "内部备注"), ("3", "镇民政办 此条作废。"), ("1", "旧表")]
    written = "".join(path.read_text() for path in (example / "comments").rglob("0*.yaml"))
    assert "开放时间" in written
    assert not any(words in written for words in ("作废", "不公开", "旧意见"))


def grid_with(part: str, old: str, new: str) -> Grid:
    """Return the first sheet of the workbook with a change in one of its parts."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(workbook()))) as book,
        zipfile.ZipFile(out, "w") as changed,
    ):
        for name in book.namelist():
            text = book.read(name).decode()
            if name == part:
                assert old in text
                text = text.replace(old, new)
            changed.writestr(name, text)
    return grids_in(out.getvalue())[0]


def test_rows_and_columns_count_without_saying_where_they_are() -> None:
    grid = grid_with("xl/worksheets/sheet1.xml", 'r="3"', "")
    assert [row.number for row in grid.rows if row.hidden] == [3]


def test_what_is_said_not_to_be_hidden_is_shown() -> None:
    grid = grid_with("xl/worksheets/sheet1.xml", 'hidden="1"', 'hidden="0"')
    assert not any(row.hidden for row in grid.rows)
    assert not grid.hidden_columns


def test_columns_that_are_hidden_to_the_edge_are_no_more_than_there_are() -> None:
    columns = '<col hidden="1" min="5" max="999999"/></cols>'
    assert max(grid_with("xl/worksheets/sheet1.xml", "</cols>", columns).hidden_columns) < 16_384
