"""Every preset in every format holds the cells of its golden case, whoever reads it back."""

import csv
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from ruamel.yaml import YAML

from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.core.text.marked import Run as Words
from plancli.papers.excel import xlsx
from plancli.papers.pdf.table import source
from plancli.papers.word.table import docx
from plancli.render.tables import sheets
from plancli.render.tables.presets import PRESETS
from tests.conftest import ROOT, Run
from tests.papers.reading import READERS, Grid, from_docx
from tests.papers.worn import type_of

GOLDEN = Path(__file__).parent / "golden"


def faults(file: Path) -> list[str]:
    """Return what a validator of the Office schemas finds."""
    return [str(error) for error in OpenXmlValidator().validate(str(file)).errors]


def golden(name: str) -> Grid:
    rows = YAML(typ="safe").load((GOLDEN / f"{name}.yaml").read_text(encoding="utf-8"))
    return [[str(cell) for cell in row] for row in rows]


def as_markdown(rows: Grid) -> Grid:
    """Return cells as Markdown has them: a banner once, and a unit once for all its rows."""
    shown = [[row[0], *[""] * (len(row) - 1)] if len(set(row)) == 1 else row for row in rows]
    at = (
        rows[0].index("单位")
        if "单位" in rows[0]
        else rows[0].index("反馈人")
        if "反馈人" in rows[0]
        else None
    )
    if at is None or any(len(set(row)) == 1 for row in rows):
        return shown
    units = [row[at] for row in rows]
    return [
        [*row[:at], "" if number and units[number - 1] == row[at] else row[at], *row[at + 1 :]]
        for number, row in enumerate(shown)
    ]


def with_banners_as_column(rows: Grid) -> Grid:
    """Return cells as workbooks have them: a banner in each of its rows, which can be sorted then."""
    if not any(len(set(row)) == 1 for row in rows):
        return rows
    found, banner = [["类别", *rows[0]]], ""
    for row in rows[1:]:
        if len(set(row)) == 1:
            banner = row[0]
        else:
            found.append([banner, *row])
    return found


@pytest.mark.parametrize("ending", READERS)
@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_in_every_format(
    preset: str, ending: str, consulted: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / f"表.{ending}"
    assert run(consulted, "report", "--preset", preset, "-o", str(file)).code == 0
    found = [[cell.strip().replace("**", "") for cell in row] for row in READERS[ending](file)]
    wanted = [[cell.strip() for cell in row] for row in golden(preset)]
    if ending == "xlsx":
        wanted = with_banners_as_column(wanted)
    if ending in ("csv", "json"):  # a banner is no row of data
        wanted = [row for row in wanted if len(set(row)) > 1]
    assert found == (as_markdown(wanted) if ending == "md" else wanted)


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize("preset", PRESETS)
def test_office_programs_find_nothing_to_repair(
    preset: str, ending: str, consulted: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / f"表.{ending}"
    run(consulted, "report", "--preset", preset, "-o", str(file))
    assert faults(file) == []


def test_the_real_table_in_word(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "表.docx"
    assert run(ROOT, "report", "-o", str(file)).code == 0
    word = Document(str(file))
    section, (table,) = word.sections[0], word.tables
    assert section.orientation == WD_ORIENT.LANDSCAPE
    sides = section.page_width, section.page_height
    assert [round(side.mm) for side in sides if side] == [297, 210]
    assert section.footer._element.xpath("string(.//w:instrText)").strip() == "PAGE"
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert len(from_docx(file)) == 28
    # a row stands on one page; a long one is printed in parts, each with the unit
    assert len(table.rows) > 28
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    first = [row.cells[0].text for row in table.rows]
    assert all(first)
    assert first.count("市交通运输局") == 3
    assert "市公安局(续)" in first
    cells = [cell for row in table.rows for cell in row.cells]
    words = [(run, one) for cell in cells for one in cell.paragraphs for run in one.runs]
    assert {type_of(run, one) for run, one in words} == {("仿宋", 12), ("黑体", 12)}
    assert {run.get(qn("w:hint")) for run in table._tbl.iter(qn("w:rFonts"))} == {"eastAsia"}


def test_the_real_table_in_excel(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "表.xlsx"
    assert run(ROOT, "report", "-o", str(file)).code == 0
    page, totals = load_workbook(file).worksheets
    assert page.freeze_panes == "A4"
    # D is hidden, and sorted with the rows; the longest comment just fits into one of them
    assert page.auto_filter.ref == "A3:D30"
    assert page.print_title_rows == "$3:$3"
    assert page.page_setup.orientation == "landscape"
    assert page["B5"].alignment.wrap_text
    heights = [page.row_dimensions[row].height for row in range(4, 31)]
    assert heights[0] < 21 < 300 < heights[1] <= 409
    sorted_rows = range(3, 31)
    assert not [area for area in page.merged_cells.ranges if area.min_row in sorted_rows]
    units = [page.cell(row, 1).value for row in range(4, 31)]
    assert units.count("市交通运输局") == 3
    assert totals.title == "合计"
    last_rows = totals.iter_rows(min_row=totals.max_row - 1, values_only=True)
    assert list(last_rows) == [("合计", 26, 26), ("占比", "100%", "100%")]


LONG = "".join(f"第{number}条：建议把水厂的供水规模再扩大一些。\n" for number in range(1, 90))


def test_nothing_of_a_long_row_is_cut_in_excel(consulted: Path, run: Run, tmp_path: Path) -> None:
    body = "".join(f"  {line}\n" for line in LONG.splitlines())
    (consulted / "comments/镇文化站/01.yaml").write_text(
        f"unit: 镇文化站\nopinion: |-\n{body}decision: {{status: 留作参考}}\n", encoding="utf-8"
    )
    file = tmp_path / "台账.xlsx"
    assert run(consulted, "report", "--preset", "internal", "-o", str(file)).code == 0
    assert faults(file) == []
    page = load_workbook(file).worksheets[0]
    head = next(row for row in page.iter_rows() if row[0].value == "编号")
    at = {cell.value: number for number, cell in enumerate(head)}
    rows = [row for row in page.iter_rows() if row[0].value == "镇文化站-01"]
    assert len(rows) > 1
    assert "".join(row[at["意见建议"]].value for row in rows) == LONG.removesuffix("\n")
    assert {row[at["单位"]].value for row in rows} == {"镇文化站"}
    assert all(page.row_dimensions[row[0].row].height <= 409 for row in rows)
    assert all(area.max_row < head[0].row for area in page.merged_cells.ranges if area.max_col < 9)
    offered = [one.formula1 for one in page.data_validations.dataValidation]
    assert any("部分采纳" in words for words in offered)


def test_empty_columns_of_the_ledger_are_left_out(example: Path, run: Run, tmp_path: Path) -> None:
    for ending in ("docx", "xlsx"):
        file = tmp_path / f"台账.{ending}"
        run(example, "report", "--preset", "internal", "-o", str(file))
        heads = READERS[ending](file)[0]
        # to be filled in, and to be read back, where a file can be
        assert ("办理人" in heads, "附注" in heads) == (ending == "xlsx",) * 2
        assert "意见建议" in heads


def test_the_unit_in_every_row(consulted: Path, run: Run, tmp_path: Path) -> None:
    for ending in ("docx", "xlsx", "html", "md"):
        file = tmp_path / f"表.{ending}"
        run(consulted, "report", "--repeat-unit", "-o", str(file))
        units = [row[0] for row in READERS[ending](file)]
        assert units.count("镇财政所") == 3


def test_csv_begins_with_the_mark_that_excel_wants(
    consulted: Path, run: Run, tmp_path: Path
) -> None:
    run(consulted, "report", "-o", str(tmp_path / "表.csv"))
    assert (tmp_path / "表.csv").read_bytes().startswith(b"\xef\xbb\xbf")


# --- hostile text -------------------------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}",
    '=HYPERLINK("x")',
    "+1",
    "-1",
    "@cmd",
    "a|b`c`*d*_e_~f~[g](h)",
    "\x1b[31m红\x1b[0m",
    "\x00\x08\x7f\x9b",
    "半\ud800个",
    "\u202eabc\u200f",
    '#strong[x] $x$ \\n "q"',
    "]]><!--&amp;",
    "𠮷😀",
    "👨\u200d👩\u200d👧❤\ufe0f葛\U000e0100",
)


@pytest.fixture
def hostile() -> Sheet:
    rows = tuple((text, (Words("-", text), Words("+", text))) for text in HOSTILE)
    heads = (Head(HOSTILE[0], shared=False), Head(HOSTILE[2]))
    return Sheet(HOSTILE[0], heads, (Block(rows, HOSTILE[0]),), HOSTILE, HOSTILE)


def cleaned(text: str) -> str:
    named = text.replace("\u202e", "⟨U+202E⟩").replace("\u200f", "⟨U+200F⟩")
    return "".join(
        "\ufffd" if c < " " or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff" else c
        for c in named
    )


@pytest.mark.parametrize("ending", READERS)
def test_hostile_text_comes_out_as_text(ending: str, hostile: Sheet, tmp_path: Path) -> None:
    file = tmp_path / f"表.{ending}"
    if ending in ("docx", "xlsx"):
        file.write_bytes(docx(hostile) if ending == "docx" else xlsx(hostile))
        assert faults(file) == []
    elif ending == "csv":
        file.write_text(sheets.as_csv(hostile), encoding="utf-8")
    elif ending == "json":
        from plancli.cli.output import as_text

        file.write_text(as_text(sheets.as_json(hostile)), encoding="utf-8")
    else:
        file.write_text(sheets.templated(hostile, ending, tmp_path), encoding="utf-8")
    found = READERS[ending](file)[-len(HOSTILE) :]
    guard = "'" if ending == "csv" else ""
    if ending == "xlsx":
        assert {row.pop(0) for row in found} == {cleaned(HOSTILE[0])}  # the banner, in each row
    for (plain, marked), text in zip(found, map(cleaned, HOSTILE), strict=True):
        safe = f"{guard}{text}" if text[0] in "=+@" else text
        assert plain == safe
        assert marked.removeprefix(guard) == text * 2


def test_whatever_row_a_printed_page_of_excel_begins_with_shows_its_unit(tmp_path: Path) -> None:
    heads = (Head("单位", 10, shared=True), Head("意见", 40))
    rows = tuple(("青禾镇", f"第{at}条") for at in range(9))
    (tmp_path / "表.xlsx").write_bytes(xlsx(Sheet("意见表", heads, (Block(rows),))))
    page = load_workbook(tmp_path / "表.xlsx").worksheets[0]
    (found,) = [rule for rules in page.conditional_formatting for rule in rules.rules]
    assert found.dxf.font.color.rgb == "FF888888"
    assert found.dxf.numFmt is None


def test_nothing_in_excel_is_a_formula(hostile: Sheet, tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_bytes(xlsx(hostile))
    page = load_workbook(tmp_path / "表.xlsx").worksheets[0]
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value} == {"s"}


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1+1", True),
        ("＝1+1", True),
        ("＠财务", True),
        ("－总量", True),
        ("＋cmd|'/C calc'!A0", True),
        ("-2+3+cmd|'/C calc'!A0", True),
        ("-1+HYPERLINK(1)", True),
        ("\t=1", True),
        ("-2.6", False),
        ("−2.6", False),
        ("-2.6%改为-3%", False),
        ("+2.6个百分点", True),
        ("3-5个", False),
        ("", False),
    ],
)
def test_what_a_spreadsheet_takes_for_a_formula_is_quoted(text: str, guarded: bool) -> None:
    sheet = Sheet("表", (Head("甲"),), (Block(((text,),)),), (), ())
    [_, [cell]] = csv.reader(sheets.as_csv(sheet).removeprefix("\ufeff").splitlines())
    assert cell.startswith("'") is guarded


def test_no_markup_reaches_the_page(hostile: Sheet, tmp_path: Path) -> None:
    page = sheets.templated(hostile, "html", tmp_path)
    assert "<script>" not in page
    assert "\x1b" not in page
    assert "49" not in page


def test_typst_is_given_strings_only(hostile: Sheet) -> None:
    typst = pytest.importorskip("typst", reason="needs typst: pip install 'plancli[typeset]'")
    assert bytes(typst.compile(source(hostile).encode())).startswith(b"%PDF")


def test_pdf_without_typst_says_what_to_install(
    consulted: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    done = run(consulted, "report", "-o", str(tmp_path / "表.pdf"))
    assert done.code == 2
    assert "plancli[typeset]" in done.err
    assert not (tmp_path / "表.pdf").exists()


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ sheet.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
    ],
)
def test_a_template_of_the_users_runs_in_a_sandbox(
    template: str, consulted: Path, run: Run, tmp_path: Path
) -> None:
    (consulted / "templates").mkdir(exist_ok=True)
    (consulted / "templates/我的.html.j2").write_text(template, encoding="utf-8")
    done = run(consulted, "report", "--template", "我的", "-o", str(tmp_path / "a.html"))
    assert (done.code, "P010" in done.err) == (2, True)
    assert not (tmp_path / "a.html").exists()


POINTS = """\
unit: 镇文化站
opinion: 三点意见。
items:
  - opinion: 增加冰箱。
    edits: [{insert: 、冰箱, after: 冷藏柜}]
    decision: {status: 采纳}
  - opinion: 删去适度收费。
    at: {section: 第一章}
    edits: [{delete: 和午餐}]
    decision: {status: 采纳}
  - opinion: 增加一段。
    edits: [{add: {id: 第二章.9, heading: 监管, text: 每月检查。}, to: 第二章}]
    decision: {status: 采纳}
"""


def test_what_stood_before_and_stands_after_has_a_line_for_every_wording(
    consulted: Path, run: Run
) -> None:
    (consulted / "comments/镇文化站/01.yaml").write_text(POINTS, encoding="utf-8")
    run(consulted, "report", "--preset", "internal", "-o", "台账.csv")
    (own,) = [row for row in READERS["csv"](consulted / "台账.csv") if row[0] == "镇文化站-01"]
    before, after = own[6].split("\n"), own[7].split("\n")
    assert before[0].replace("冷藏柜", "冷藏柜、冰箱") == after[0]
    assert before[1].replace("和午餐", "") == after[1]
    assert (before[2:], after[2:]) == (["—", "—"], ["监管", "每月检查。"])


def test_each_place_has_a_line_of_its_own(consulted: Path, run: Run) -> None:
    (consulted / "comments/镇文化站/01.yaml").write_text(POINTS, encoding="utf-8")
    run(consulted, "report", "--preset", "standard", "-o", "汇总.csv")
    (own,) = [row for row in READERS["csv"](consulted / "汇总.csv") if row[3] == "镇文化站"]
    assert own[1] == "专栏1“食堂设备”中“厨房”\n第一章“目标”中“总体目标”\n第二章“任务”新增内容"


def test_what_a_reader_of_pdf_lists_stands_in_one_line() -> None:
    pytest.importorskip("typst", reason='PDF needs the extra "typeset"')
    pdfium = pytest.importorskip("pypdfium2")
    from plancli.papers.pdf.table import pdf

    heads = (Head("位置", listed=True), Head("修改后"))
    place = "第三章 渠系维护\n清淤\n第4页第2行"
    document = pdfium.PdfDocument(pdf(Sheet("对照表", heads, (Block(((place, "每年清淤。"),)),))))
    [entry] = document.get_toc()
    assert entry.get_title() == "第三章 渠系维护 清淤 第4页第2行"
    shown = document[0].get_textpage().get_text_range()
    assert "清淤\r\n第 4 页第 2 行" in shown


def test_one_long_reply_leaves_what_stands_beside_other_long_replies_unseen(tmp_path: Path) -> None:
    long = "渠道每年清淤一次，由管护站安排人员。" * 300
    rows = ((long, "不改", "甲"), ("同意", "".join(f"第{at}条不改。" for at in range(900)), "乙"))
    heads = (Head("意见"), Head("理由"), Head("结果"))
    (tmp_path / "表.xlsx").write_bytes(xlsx(Sheet("表", heads, (Block(rows),))))
    page = load_workbook(tmp_path / "表.xlsx").active
    ruled = {str(found.sqref)[0] for found in page.conditional_formatting}
    assert {"B", "C"} <= ruled


def test_words_that_go_on_with_the_same_words_are_all_shown(tmp_path: Path) -> None:
    rows = (("同意", "不改"), ("啊" * 20_000, "不改"))
    sheet = Sheet("表", (Head("意见"), Head("结果")), (Block(rows),))
    (tmp_path / "表.xlsx").write_bytes(xlsx(sheet))
    page = load_workbook(tmp_path / "表.xlsx").active
    ruled = {str(one.sqref)[0]: one.rules[0].formula[0] for one in page.conditional_formatting}
    assert ("<>2" in ruled["A"], "<>" in ruled["B"]) == (True, False)
