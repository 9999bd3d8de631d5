"""How Word files look: paragraphs, boxes, titles, type and what they say of themselves."""

import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import tostring

from plancli.core.evidence.pieces import Piece
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.publish.prose import ProseLine, Style
from plancli.core.publish.prose import stamped as under_stamp
from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.core.text.marked import Run as Words
from plancli.papers.pdf.prose import source as prose_source
from plancli.papers.word import plan as plan_docx
from plancli.papers.word import table as table_docx
from plancli.papers.word.lines import lines, portions
from tests.conftest import ROOT, Run
from tests.papers.office import converted, is_installed
from tests.papers.reading import from_docx
from tests.papers.test_tables import faults
from tests.papers.worn import formatted_directly, said, type_of

REAL = "六安市“十四五”新型智慧城市建设规划(征求意见稿)征求意见及采纳情况"


def stretched(word: Path) -> list[str]:
    """Return the justified paragraphs with a soft line break, whose lines are torn apart."""
    whole = Document(str(word))
    found = (Paragraph(p, whole._body) for p in whole.element.body.iter(qn("w:p")))
    return [p.text for p in found if p._p.xpath(".//w:br") and said(p, "w:jc/@w:val") == "both"]


@pytest.mark.parametrize(
    "command", [["reply", "镇财政所"], ["report", "--preset", "narrative"], ["report"]]
)
def test_no_line_is_torn_apart(command: list[str], decided: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    assert run(decided, *command, "-o", str(file)).code == 0
    assert stretched(file) == []


def test_every_line_of_an_opinion_is_indented_alike(
    decided: Path, run: Run, tmp_path: Path
) -> None:
    run(decided, "reply", "镇财政所", "-o", str(tmp_path / "a.docx"))
    found = [p for p in Document(str(tmp_path / "a.docx")).paragraphs if "点," in p.text]
    assert [p.text[:6] for p in found] == ["意见:第一点", "第二点,增加"]
    indents = {said(p, "w:ind/@w:firstLineChars") for p in found}
    assert indents == {"200"}


def test_lines_keep_what_goes_and_comes() -> None:
    marked = (Words("=", "一\n二"), Words("-", "三"), Words("+", "\n四"))
    assert lines(marked) == [
        (Words("=", "一"),),
        (Words("=", "二"), Words("-", "三")),
        (Words("+", "四"),),
    ]


# --- boxes --------------------------------------------------------------------------------------------------


def column(name: str) -> list[Line]:
    """Return a column with two items."""
    items = [Line(LineKind.ITEM, f"{name}.{at}", name, 0, (), (Piece("文字。"),)) for at in (1, 2)]
    return [Line(LineKind.COLUMN, name, "第一章", 0, (Piece(name),)), *items]


def test_neighbouring_columns_stand_in_boxes_of_their_own() -> None:
    shown = [line for name in ("专栏1", "专栏2", "专栏3") for line in column(name)]
    word = Document(io.BytesIO(plan_docx.docx("标题", shown)))
    borders = [tostring(border) for border in word.element.body.iter(qn("w:pBdr"))]
    boxes = [borders[at : at + 3] for at in (0, 3, 6)]
    assert [len(set(box)) for box in boxes] == [1, 1, 1]  # alike: Word draws one box
    assert len({box[0] for box in boxes}) == 3


# --- titles -------------------------------------------------------------------------------------------------


def lines_of(title: str) -> list[str]:
    sheet = Sheet(title, (Head("意见"),), ())
    return Document(io.BytesIO(table_docx.docx(sheet))).paragraphs[0].text.split("\n")


def test_the_lines_of_a_title_end_with_words_and_are_about_equal() -> None:
    found = lines_of(REAL)
    assert "".join(found) == REAL
    assert len(found) == 2
    assert abs(len(found[0]) - len(found[1])) < 6
    assert found[0].endswith("建设")


def test_a_short_title_has_the_whole_line() -> None:
    assert lines_of("征求意见及采纳情况") == ["征求意见及采纳情况"]


def test_no_line_of_a_title_begins_with_a_closing_mark() -> None:
    found = lines_of("关于印发" + "《甲乙》、" * 18 + "的通知")
    assert len(found) > 1
    assert [line for line in found if line[0] in "》、" or line[-1] == "《"] == []


def test_a_title_without_a_word_to_break_at_stays_whole() -> None:
    assert lines_of("1" * 200) == ["1" * 200]


# --- tables -------------------------------------------------------------------------------------------------

LONG = "意见很长,理由也很长。" * 800


def table(columns: int, words: str) -> bytes:
    heads = tuple(Head(f"第{at}列") for at in range(columns))
    row = (words, *("短",) * (columns - 1))
    return table_docx.docx(Sheet("标题", heads, (Block((row,)),)))


@pytest.mark.parametrize(("columns", "size"), [(3, 12), (6, 12), (7, 9), (11, 9)])
def test_tables_with_many_columns_are_set_in_small_type(columns: int, size: int) -> None:
    (found,) = Document(io.BytesIO(table(columns, "短"))).tables
    cells = [cell.paragraphs[0] for cell in found.rows[1].cells]
    assert {type_of(run, one) for one in cells for run in one.runs} == {("仿宋", size)}


def test_a_comment_over_many_pages_is_several_paragraphs() -> None:
    (found,) = Document(io.BytesIO(table(11, LONG * 6))).tables
    cells = [row.cells[0] for row in found.rows[1:]]
    paragraphs = [paragraph.text for cell in cells for paragraph in cell.paragraphs]
    assert "".join(paragraphs) == LONG * 6
    assert len(paragraphs) > 10
    assert {text[-1] for text in paragraphs} == {"。"}


def test_the_comments_of_the_real_plan_stay_as_they_are(run: Run, tmp_path: Path) -> None:
    run(ROOT, "report", "--preset", "internal", "-o", str(tmp_path / "a.docx"))
    run(ROOT, "report", "--preset", "internal", "-o", str(tmp_path / "a.json"))
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    opinions = [row[5] for row in from_docx(tmp_path / "a.docx")[1:]]
    assert max(map(len, opinions)) > 800
    assert all(opinion.replace("\n", "\\n").replace('"', '\\"') in text for opinion in opinions)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("甲。乙。丙。丁。", ["甲。乙。", "丙。丁。"]),
        ("甲乙丙,丁戊。", ["甲乙丙,", "丁戊。"]),
        ("甲。乙丙,丁戊。", ["甲。乙丙,", "丁戊。"]),
        ("甲乙丙丁戊己", ["甲乙丙丁戊", "己"]),
        ("他说“好。”丁", ["他说“好。”", "丁"]),
        ("", [""]),
    ],
)
def test_where_a_long_line_is_divided(text: str, ends: list[str]) -> None:
    most = 6 if "“" in text else 5
    found = list(portions((Words("=", text[:3]), Words("+", text[3:])), most))
    assert ["".join(run.text for run in portion) for portion in found] == ends


# --- what a file says of itself -----------------------------------------------------------------------------


def parts(file: Path, ending: str = "") -> dict[str, str]:
    with ZipFile(file) as archive:
        names = [name for name in archive.namelist() if name.endswith(ending)]
        return {name: archive.read(name).decode("utf-8") for name in names}


@pytest.mark.parametrize(("language", "east"), [("zh", "zh-CN"), ("en", "en-US")])
@pytest.mark.parametrize(
    "command",
    [["report", "-o"], ["report", "--preset", "narrative", "-o"], ["export"], ["compare", "-o"]],
)
def test_the_language_of_the_plan_is_declared(
    command: list[str], language: str, east: str, consulted: Path, run: Run, tmp_path: Path
) -> None:
    manifest = consulted / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8").replace("language: zh", f"language: {language}")
    manifest.write_text(text, encoding="utf-8")
    assert run(consulted, *command, str(tmp_path / "a.docx")).code == 0
    found = parts(tmp_path / "a.docx")
    assert f'<w:lang w:val="en-US" w:eastAsia="{east}"' in found["word/styles.xml"]
    assert f'<w:themeFontLang w:val="en-US" w:eastAsia="{east}"' in found["word/settings.xml"]
    assert "明朝" not in found["word/fontTable.xml"]
    assert "仿宋" in found["word/fontTable.xml"]


def test_a_file_says_who_made_it_and_when(consulted: Path, run: Run, tmp_path: Path) -> None:
    run(consulted, "report", "-o", str(tmp_path / "a.docx"))
    properties = Document(str(tmp_path / "a.docx")).core_properties
    now = datetime.now(UTC)
    for made in (properties.created, properties.modified):
        assert made is not None
        assert now - made.replace(tzinfo=UTC) < timedelta(minutes=5)
    found = parts(tmp_path / "a.docx")
    assert "<Application>plancli</Application>" in found["docProps/app.xml"]
    assert [name for name in found if "thumbnail" in name] == []
    assert "Microsoft" not in found["docProps/app.xml"]


@pytest.mark.parametrize(
    "command",
    [["report", "-o"], ["compare", "-o"], ["export", "--clean"], ["reply", "镇民政办", "-o"]],
)
def test_a_file_without_remarks_has_no_list_of_them(
    command: list[str], example: Path, run: Run, tmp_path: Path
) -> None:
    run(example, *command, str(tmp_path / "a.docx"))
    assert "word/comments.xml" not in parts(tmp_path / "a.docx")
    run(example, "export", str(tmp_path / "b.docx"))
    assert "word/comments.xml" in parts(tmp_path / "b.docx")


# --- what is not for publication ----------------------------------------------------------------------------

STAMP = "不得对外公布"


@pytest.mark.parametrize(
    ("command", "pages"),
    [
        (["report", "-o"], {"first", "default"}),
        (["report", "--preset", "narrative", "-o"], {"first", "default", "even"}),
        (["export"], {"first", "default", "even"}),
        (["reply", "镇财政所", "-o"], {"first", "default", "even"}),
    ],
)
def test_the_stamp_stands_once_on_each_page(
    command: list[str], pages: set[str], example: Path, run: Run, tmp_path: Path
) -> None:
    run(example, "decide", "镇财政所-02", "--status", "采纳")
    assert run(example, *command, str(tmp_path / "a.docx")).code == 1
    word = Document(str(tmp_path / "a.docx"))
    (section,) = word.sections
    # the first page has it above all else, the others in their margin
    assert sum(STAMP in paragraph.text for paragraph in word.paragraphs) == 1
    assert STAMP in word.paragraphs[0].text
    assert section.different_first_page_header_footer
    headers = {
        "first": section.first_page_header,
        "default": section.header,
        "even": section.even_page_header,
    }
    stamped = {name for name, header in headers.items() if STAMP in header.paragraphs[0].text}
    assert stamped == {"default", "even"}
    footers = {
        "first": section.first_page_footer,
        "default": section.footer,
        "even": section.even_page_footer,
    }
    numbered = {name for name in footers if "PAGE" in footers[name]._element.xml}
    assert numbered >= pages


def test_the_stamp_stands_on_each_page_of_a_pdf() -> None:
    text = under_stamp((ProseLine(Style.TITLE, (Words("=", "复函"),)),), "内部")
    found = prose_source(text, "zh")
    assert "here().page() > 1" in found
    assert found.count('"内部"') == 2
    assert "header" not in prose_source(text[1:], "zh")


def test_what_may_be_published_has_no_stamp(example: Path, run: Run, tmp_path: Path) -> None:
    assert run(example, "report", "-o", str(tmp_path / "a.docx")).code == 0
    found = parts(tmp_path / "a.docx")
    assert not [name for name in found if "header" in name]
    assert "titlePg" not in found["word/document.xml"]
    assert STAMP not in found["word/document.xml"]


# --- styles -------------------------------------------------------------------------------------------------

WRITTEN = {
    "redline": ["export"],
    "plan": ["export", "--clean", "--line-numbers"],
    "report": ["report", "-o"],
    "ledger": ["report", "--preset", "internal", "-o"],
    "account": ["report", "--preset", "narrative", "-o"],
    "letter": ["reply", "镇民政办", "-o"],
    "comparison": ["compare", "-o"],
    "cover": ["cover", "-o"],
    "form": ["intake", "form", "-o"],
}


@pytest.mark.parametrize("name", WRITTEN)
def test_all_looks_are_styles(name: str, example: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    assert run(example, *WRITTEN[name], str(file)).code == 0
    assert faults(file) == []
    word = Document(str(file))
    assert formatted_directly(word) == []
    known = {style.style_id for style in word.styles}
    assert named_in(file) <= known


def named_in(file: Path) -> set[str]:
    """Return the ids of the styles that the parts of a file refer to."""
    found: set[str] = set()
    for name, text in parts(file, "xml").items():
        if name.startswith("word/"):
            found.update(re.findall(r'<w:(?:[pr]|tbl)Style w:val="([^"]*)"', text))
    return found


def test_the_plan_has_the_styles_of_an_office(example: Path, run: Run, tmp_path: Path) -> None:
    assert run(example, "export", str(tmp_path / "a.docx"), "--clean").code == 0
    word = Document(str(tmp_path / "a.docx"))
    offered = [style for style in word.styles if style.quick_style]
    assert [style.name for style in offered] == [
        *("Normal", "公文标题", "一级标题", "二级标题", "三级标题", "四级标题"),
        *("专栏标题", "专栏", "表格文字", "表格文字居中", "表头"),
    ]
    tree = [(said(p, "w:outlineLvl/@w:val"), p.text) for p in word.paragraphs]
    assert [one for one in tree if one[0]][:2] == [("0", "第一章 目标"), ("0", "第二章 任务")]
    titled = {p.style.name: p.text for p in reversed(word.paragraphs) if p.style}
    assert titled["公文标题"] == word.core_properties.title
    assert titled["一级标题"] == "第一章 目标"


def test_a_deep_title_is_of_the_last_level() -> None:
    lines = [Line(LineKind.SECTION, f"{at}", "", at, (Piece(f"{at}级"),)) for at in range(1, 7)]
    word = Document(io.BytesIO(plan_docx.docx("标题", lines)))
    levels = [said(p, "w:outlineLvl/@w:val") for p in word.paragraphs[1:-1]]
    assert levels == ["0", "1", "2", "3", "3", "3"]


def test_what_stands_behind_a_table_at_the_end_takes_no_page_of_its_own(
    decided: Path, run: Run, tmp_path: Path
) -> None:
    assert run(decided, "export", str(tmp_path / "a.docx")).code == 0
    last = Document(str(tmp_path / "a.docx")).paragraphs[-1]
    assert last.text == ""
    assert last.style is not None
    assert last.style.paragraph_format.line_spacing is not None
    assert last.style.paragraph_format.line_spacing <= 20_000  # of 12,700 a point


def test_each_page_of_a_long_row_says_once_of_which_unit_it_tells(tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    if not is_installed():
        pytest.skip("needs LibreOffice")
    heads = (Head("单位", 10, shared=True), Head("意见", 40))
    row = ("青禾镇水运站", "渡口增加班次并延长夜间开放时间，汛期每日巡查。" * 250)
    file = tmp_path / "表.docx"
    file.write_bytes(table_docx.docx(Sheet("意见表", heads, (Block((row,)),))))
    pages = [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(converted(file))]
    assert len(pages) > 4
    assert {text.count("水运站") for text in pages} == {1}
