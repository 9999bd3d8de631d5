"""The heat map in Excel: the figures of the page, as numbers, with totals and shades."""

import io
from pathlib import Path

import openpyxl

from plancli.core.publish.review.heat import ALL, heat_map
from plancli.papers.excel_heat import xlsx
from tests.conftest import ROOT, Run
from tests.core.publish.test_review import review_of

WATER = ROOT / "examples/water"


def test_the_workbook_has_the_figures_of_the_page(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "分布.xlsx"
    assert run(WATER, "site", "--internal", "-o", str(file)).code == 0
    heat, book = heat_map(review_of(WATER)), openpyxl.load_workbook(io.BytesIO(file.read_bytes()))
    assert book.sheetnames == ["意见", "冲突已协调的"]
    page = book.worksheets[0]
    assert [cell.value for cell in page[1]] == ["单位", *heat.chapters.values(), "全部"]
    for at, unit in enumerate((*heat.units, ALL), 2):
        figures = [heat.at(unit, chapter).comments or None for chapter in (*heat.chapters, ALL)]
        assert [cell.value for cell in page[at]] == [unit or "全部", *figures]
    assert page.freeze_panes == "B2"
    assert len(page.conditional_formatting) == 1
    assert book.worksheets[1].cell(page.max_row, page.max_column).value == heat.at().settled


def test_heads_and_units_of_several_lines_are_not_cut() -> None:
    unit = "青禾示范区政务服务和数据资源管理委员会办公室"
    heat = heat_map(review_of(WATER))
    long = heat._replace(units=(unit, *heat.units[1:]))
    page = openpyxl.load_workbook(io.BytesIO(xlsx(long, "水利规划", "zh"))).worksheets[0]
    lines = max(len(title) / 7 for title in heat.chapters.values())
    assert page.row_dimensions[1].height > 12 * lines
    assert page.row_dimensions[2].height >= 2 * 14
    assert page.oddHeader.center.text == "水利规划"
