"""What one program writes that another does not."""

import io
import zipfile

import openpyxl

from plancli.core.intake.grid import Grid
from plancli.papers.sheets.reading import grids_in

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def word(body: str) -> list[Grid]:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        root = f'<w:document xmlns:w="{_W}" xmlns:mc="{_MC}"><w:body>{body}</w:body></w:document>'
        packed.writestr("word/document.xml", root)
    return grids_in(out.getvalue())


def row(*cells: str, more: str = "") -> str:
    return f"<w:tr>{more}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


def texts(grid: Grid) -> list[list[str]]:
    return [list(row.texts) for row in grid.rows]


def test_tracked_changes_of_a_table_count_as_accepted() -> None:
    gone = "<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('乙')}</w:moveFrom>"
    cell = f"<w:p>{gone}{moved}<w:ins>{run('丙')}</w:ins>{run('丁')}</w:p>"
    removed = row("<w:p/>", more="<w:trPr><w:del/></w:trPr>")
    (grid,) = word(f"<w:tbl>{row(cell)}{removed}</w:tbl>")
    assert texts(grid) == [["丙丁"]]


def test_paragraphs_and_breaks_are_lines_and_a_box_is_no_text_of_its_cell() -> None:
    box = f"<w:r><mc:AlternateContent><mc:Fallback>{run('框')}</mc:Fallback></mc:AlternateContent></w:r>"
    cell = f"<w:p>{run('一')}<w:r><w:br/></w:r>{run('二')}{box}</w:p><w:p>{run('三')}</w:p>"
    (grid,) = word(f"<w:tbl>{row(cell)}</w:tbl>")
    assert texts(grid) == [["一\n二\n三"]]


def test_a_table_in_a_cell_is_one_by_itself_and_rows_may_stand_in_controls() -> None:
    inner = f"<w:tbl>{row(paragraph('内'))}</w:tbl><w:p/>"
    controlled = f"<w:sdt><w:sdtContent>{row(paragraph('外'))}</w:sdtContent></w:sdt>"
    outer, nested = word(f"{paragraph('前')}<w:tbl>{controlled}{row(inner)}</w:tbl>")
    assert (texts(outer), texts(nested), outer.before) == ([["外"], [""]], [["内"]], ("前",))


def test_cells_left_out_ahead_of_a_row_keep_the_columns() -> None:
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    first = row(paragraph("甲"), paragraph("乙"))
    (grid,) = word(f"<w:tbl>{first}{row(paragraph('丙'), more=before)}</w:tbl>")
    assert texts(grid) == [["甲", "乙"], ["", "丙"]]


def page(body: str) -> list[Grid]:
    return grids_in(f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


def test_a_page_is_read_as_it_is_shown() -> None:
    cell = "<td>\n  甲 &nbsp; 乙\n<script>x</script><br>丙<p>丁</p>戊<!-- 己 --></td>"
    (grid,) = page(f"<table><caption>题</caption><tr>{cell}</tr></table>")
    assert texts(grid) == [["甲   乙\n丙\n丁\n戊"]]
    assert grid.before == ("题",)


def test_a_cell_that_reaches_down_and_across_fills_its_place() -> None:
    rows = '<tr><td rowspan=2 colspan="2">甲<td>乙</tr><tr><td>丙</tr><tr><td>丁</tr>'
    (grid,) = page(f"<table>{rows}</table>")
    assert texts(grid) == [["甲", "甲", "乙"], ["甲", "甲", "丙"], ["丁"]]
    assert [cell.above for cell in grid.rows[1].cells] == [True, True, False]


def test_numbers_of_excel_are_as_they_are_shown_and_hidden_sheets_stay_hidden() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([8.0, 2.5, True, " 甲_x000D_\n乙 ", None])
    book.create_sheet("藏").sheet_state = "veryHidden"
    out = io.BytesIO()
    book.save(out)
    grid, hidden = grids_in(out.getvalue())
    assert texts(grid) == [["8", "2.5", "TRUE", "甲\n乙"]]
    assert (grid.hidden, hidden.hidden) == (False, True)


def test_a_page_that_calls_itself_an_excel_file_is_a_page() -> None:
    raw = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>甲</td></tr></table>'
    )
    assert texts(grids_in(raw.encode("gb18030"))[0]) == [["甲"]]


def test_words_struck_through_by_hand_do_not_run_into_the_others() -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r>"
    off = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>留</w:t></w:r>'
    cell = f"<w:p>{struck.format('九')}{struck.format('所')}{run('十所')}{off}</w:p>"
    (grid,) = word(f"<w:tbl>{row(cell)}</w:tbl>")
    assert texts(grid) == [["[删去:九所]十所留"]]
    (grid,) = page("<table><tr><td><s>九<b>所</b></s>十所<td><del> </del>甲</table>")
    assert texts(grid) == [["[删去:九所]十所", "甲"]]


def test_what_a_control_shows_till_somebody_fills_it_in_is_nobodys_words() -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    prompt = "<w:showingPlcHdr/>"
    inside = (
        f"<w:p>{control.format(prompt, run('单击选择'))}{control.format('', run('第二章'))}</w:p>"
    )
    round_ = control.format(prompt, paragraph("单击填写"))
    (grid,) = word(f"<w:tbl>{row(inside, round_)}</w:tbl>")
    assert texts(grid) == [["第二章", ""]]
