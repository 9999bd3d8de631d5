"""Letters to units: what they are about, their last page, and a form of the office's own."""

import re
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.section import Section, _Footer, _Header
from docx.shared import Pt
from openpyxl import load_workbook

from plancli.core.publish.prose import ProseLine, Style, kept_together
from plancli.core.text.marked import Run as Words
from plancli.render.pages.letter import beginning
from tests.conftest import Run
from tests.papers.reading import READERS


def lines(*styles: Style) -> tuple[ProseLine, ...]:
    return tuple(ProseLine(style, (Words("=", "甲"),)) for style in styles)


def test_a_heading_is_what_the_comment_is_about_and_a_status_stands_once(
    consulted: Path, run: Run
) -> None:
    told = run(consulted, "reply", "镇民政办").out
    assert "一、关于第一章“目标”中“总体目标”" in told
    assert told.count("已采纳") == 1


def test_a_comment_without_a_place_is_called_by_its_topic_or_its_first_words(
    consulted: Path, run: Run
) -> None:
    comment = consulted / "comments/镇文化站/01.yaml"
    told = "unit: 镇文化站\nopinion: 建议多听老人的意见,形成制度。\ndecision: {status: 留作参考}\n"
    comment.write_text(told, encoding="utf-8")
    assert "一、关于“建议多听老人的意见”" in run(consulted, "reply", "镇文化站").out
    comment.write_text(f"{told}topic: [服务, 制度]\n", encoding="utf-8")
    assert "一、关于服务、制度" in run(consulted, "reply", "镇文化站").out
    comment.write_text(told.replace("多听老人的意见", "把“老人”写成“老年人”"), encoding="utf-8")
    assert "一、关于“建议把‘老人’写成‘老年人’”" in run(consulted, "reply", "镇文化站").out


@pytest.mark.parametrize(
    ("opinion", "said"),
    [
        ("同意。", "同意"),
        ("一\n二", "一"),
        ("建议" * 30, "建议" * 10 + "……"),
    ],
)
def test_how_an_opinion_begins(opinion: str, said: str) -> None:
    assert beginning(opinion) == said


def test_a_signature_does_not_stand_alone_on_a_page() -> None:
    body, right, heading = Style.BODY, Style.RIGHT, Style.HEADING
    assert kept_together(lines(Style.TITLE, body, body, body, right, right)) == [
        *(False, False, True, True),
        *(True, False),
    ]
    assert not any(kept_together(lines(Style.TITLE, heading, body, body)))


def test_the_last_lines_of_a_letter_in_word_stay_with_its_signature(
    consulted: Path, run: Run, tmp_path: Path
) -> None:
    run(consulted, "reply", "镇民政办", "-o", str(tmp_path / "复函.docx"))
    *_, before, thanks, issuer, day = Document(str(tmp_path / "复函.docx")).paragraphs
    assert [bool(one.paragraph_format.keep_with_next) for one in (before, thanks, issuer)] == [
        True
    ] * 3
    assert not day.paragraph_format.keep_with_next


@pytest.fixture
def form(consulted: Path) -> Path:
    """Return a form for letters, as an office types it in Word."""
    word = Document()
    word.add_paragraph("云溪函〔2026〕{{编号}}号")
    heading = word.add_paragraph("关于{{单位}}意见的复函")
    heading.runs[0].font.size = Pt(22)
    word.add_paragraph("对《{{title}}》提出的{{条数}}条意见收悉。")
    word.add_paragraph("{{条序}}、{{事项}}")
    word.add_paragraph("{{意见}}")
    word.add_paragraph("{{办理情况}}")
    word.add_paragraph("{{改动}}")
    word.add_paragraph("联系人：办公室")
    word.add_paragraph("{{issuer}}\t{{日期}}")
    (consulted / "templates").mkdir(exist_ok=True)
    word.save(str(consulted / "templates/reply.docx"))
    return consulted


def test_a_letter_in_a_form_of_the_office(form: Path, run: Run, tmp_path: Path) -> None:
    assert run(form, "reply", "镇民政办", "-o", str(tmp_path / "复函.docx")).code == 0
    word = Document(str(tmp_path / "复函.docx"))
    texts = [one.text for one in word.paragraphs]
    assert texts[0].startswith("云溪函〔2026〕")
    assert texts[0].removeprefix("云溪函〔2026〕").removesuffix("号").isdecimal()
    assert texts[1:4] == [
        "关于镇民政办意见的复函",
        "对《示例镇社区食堂建设方案》提出的1条意见收悉。",
        "一、关于第一章“目标”中“总体目标”",
    ]
    assert word.paragraphs[1].runs[0].font.size == Pt(22)
    assert "联系人：办公室" in texts
    assert not any("{{" in text for text in texts)
    struck = [run_.text for one in word.paragraphs for run_ in one.runs if run_.font.strike]
    assert struck  # what was deleted


def test_letters_that_are_no_word_documents_keep_their_template(
    form: Path, run: Run, tmp_path: Path
) -> None:
    run(form, "reply", "镇民政办", "-o", str(tmp_path / "复函.md"))
    assert "云溪函" not in (tmp_path / "复函.md").read_text("utf-8")


def test_the_list_of_letters(consulted: Path, run: Run, tmp_path: Path) -> None:
    done = run(consulted, "reply", "-o", str(tmp_path), "--list", str(tmp_path / "清单.xlsx"))
    head, *rows = READERS["xlsx"](tmp_path / "清单.xlsx")
    counted = ["意见条数", "已采纳", "部分采纳", "未采纳", "其他"]
    assert head == ["序号", "单位", "称谓", *counted, "复函文件"]
    assert rows
    assert all((tmp_path / row[-1]).is_file() for row in rows)
    for row in rows:
        comments, *split = (int(cell or 0) for cell in row[3:-1])  # the reader has nothing for 0
        assert sum(split) == comments
    numbers = [row[0] for row in rows]
    assert numbers == sorted(set(numbers), key=int)
    # a letter to one unit has the number that it has among all
    last = rows[-1]
    run(consulted, "reply", last[1], "--list", str(tmp_path / "一.csv"))
    assert READERS["csv"](tmp_path / "一.csv")[1][:2] == last[:2]
    assert done.code in (0, 1)


LETTERHEAD = """\
letters:
  reference: 云溪函〔2026〕{number}号
  contact: 规划科,办公楼二楼
  copies: [镇党委办公室, 镇人大办公室]
"""


@pytest.fixture
def headed(consulted: Path) -> Path:
    """A plan that says what its letters bear."""
    manifest = consulted / "plan/plan.yaml"
    manifest.write_text(LETTERHEAD + manifest.read_text(encoding="utf-8"), encoding="utf-8")
    return consulted


def test_a_letter_bears_its_reference_whom_to_ask_and_who_has_copies(
    headed: Path, run: Run, tmp_path: Path
) -> None:
    told = run(headed, "reply", "镇民政办").out
    run(headed, "reply", "镇民政办", "--list", str(tmp_path / "清单.csv"))
    [number] = [row[0] for row in READERS["csv"](tmp_path / "清单.csv")[1:]]
    assert f"云溪函〔2026〕{number}号" in told
    assert re.search("联系人[:：]规划科[,，]办公楼二楼", told)
    assert re.search("抄送[:：]镇党委办公室、镇人大办公室", told)


def test_a_form_has_them_too_and_all_that_the_table_has(
    headed: Path, run: Run, tmp_path: Path
) -> None:
    word = Document()
    word.add_paragraph("{{发文字号}}|{{联系人}}|{{抄送}}|{{来函文号}}|{{收文日期}}")
    word.add_paragraph("{{nth}}|{{place}}|{{page}}|{{status}}|{{original}}|{{位置}}")
    (headed / "templates").mkdir(exist_ok=True)
    word.save(str(headed / "templates/reply.docx"))
    pending = headed / "comments/镇财政所/02.yaml"
    pending.write_text(pending.read_text("utf-8").replace("待定", "留作参考"), encoding="utf-8")
    done = run(headed, "reply", "镇财政所", "-o", str(tmp_path / "复函.docx"))
    assert done.code in (0, 1), done.err
    whole, *answers = [one.text for one in Document(str(tmp_path / "复函.docx")).paragraphs]
    assert "规划科" in whole
    assert "〔2026〕3号" in whole
    assert any("第二章" in answer for answer in answers)
    assert not any("{{" in answer for answer in answers)


def test_a_form_that_asks_for_what_the_plan_does_not_say_is_refused(
    consulted: Path, run: Run, tmp_path: Path
) -> None:
    word = Document()
    word.add_paragraph("{{contact}}{{opinion}}")
    (consulted / "templates").mkdir(exist_ok=True)
    word.save(str(consulted / "templates/reply.docx"))
    done = run(consulted, "reply", "镇民政办", "-o", str(tmp_path / "复函.docx"))
    assert done.code == 2
    assert "{{contact}}" in done.err


def test_a_reference_without_the_number_is_refused(headed: Path, run: Run) -> None:
    manifest = headed / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8").replace("{number}", "7")
    manifest.write_text(text, encoding="utf-8")
    assert "{number}" in run(headed, "check").out


def test_the_last_page_of_a_pdf_has_text_beside_the_signature() -> None:
    pytest.importorskip("typst", reason='PDF needs the extra "typeset"')
    pdfium = pytest.importorskip("pypdfium2")
    from plancli.papers.pdf.prose import pdf

    ending = lines(Style.BODY, Style.RIGHT, Style.RIGHT)
    last_pages: list[int] = []
    for many in range(16, 26):
        document = pdfium.PdfDocument(
            pdf((*lines(Style.TITLE), *lines(*[Style.BODY] * many), *ending), "zh")
        )
        last = document[len(document) - 1].get_textpage().get_text_range()
        last_pages.append(len(document))
        assert last.count("甲") >= 4  # two lines of text, signature, date
    assert set(last_pages) == {1, 2}  # the break was met


def test_mail_merge_finds_its_fields_in_the_first_row(
    consulted: Path, run: Run, tmp_path: Path
) -> None:
    for ending in ("xlsx", "csv"):
        run(consulted, "reply", "-o", str(tmp_path), "--list", str(tmp_path / f"清单.{ending}"))
    page = load_workbook(tmp_path / "清单.xlsx").worksheets[0]
    assert [cell.value for cell in page[1]][:2] == ["序号", "单位"]
    assert not page.merged_cells.ranges
    head = (tmp_path / "清单.csv").read_text("utf-8-sig").splitlines()[0]
    assert head.startswith("序号,单位,称谓,意见条数,")


def formed(plan: Path, *texts: str, around: str = "") -> None:
    """Give a plan a form for letters with some paragraphs, and words in all heads and feet of its pages."""
    word = Document()
    for text in texts:
        word.add_paragraph(text)
    if around:
        [section] = word.sections
        section.different_first_page_header_footer = True
        word.settings.odd_and_even_pages_header_footer = True
        for part in around_pages(section):
            part.paragraphs[0].text = around
    (plan / "templates").mkdir(exist_ok=True)
    word.save(str(plan / "templates/reply.docx"))


def around_pages(section: Section) -> tuple[_Header | _Footer, ...]:
    first, even = section.first_page_header, section.even_page_header
    feet = section.footer, section.first_page_footer, section.even_page_footer
    return (section.header, first, even, *feet)


def in_form(plan: Path, run: Run, unit: str) -> DocxDocument:
    done = run(plan, "reply", unit, "-o", str(plan.parent / "复函.docx"))
    assert done.code in (0, 1), done.err
    return Document(str(plan.parent / "复函.docx"))


def test_every_head_and_foot_of_a_form_is_filled_in(headed: Path, run: Run) -> None:
    formed(headed, "{{意见}}", around="{{发文字号}}　致{{单位}}")
    [section] = in_form(headed, run, "镇民政办").sections
    for part in around_pages(section):
        assert re.fullmatch(r"云溪函〔2026〕\d+号　致镇民政办", part.paragraphs[0].text)


def test_a_person_is_addressed_as_one(decided: Path, run: Run) -> None:
    formed(decided, "{{称谓}}的来信收悉。", "{{意见}}")
    assert in_form(decided, run, "朱小明").paragraphs[0].text == "您的来信收悉。"
    assert in_form(decided, run, "镇民政办").paragraphs[0].text == "贵单位的来信收悉。"


def test_days_in_a_form_are_written_as_in_the_letter(decided: Path, run: Run) -> None:
    formed(decided, "{{收文日期}}来函{{来函文号}}收悉。", "{{意见}}")
    texts = [one.text for one in in_form(decided, run, "镇财政所").paragraphs]
    assert texts[0] == "2026年1月5日来函〔2026〕3号收悉。"


def test_a_line_of_a_form_that_has_nothing_to_say_goes(decided: Path, run: Run) -> None:
    formed(decided, "来函：{{来函文号}}", "{{条序}}、{{意见}}", "改动：{{改动}}", "（{{条序}}）")
    letter = in_form(decided, run, "朱小明")  # no letter, and nothing changed
    assert [one.text[:3] for one in letter.paragraphs] == ["一、我", "（一）"]


def test_a_cell_without_words_keeps_its_place(decided: Path, run: Run) -> None:
    word = Document()
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{{意见}}", "{{改动}}"
    (decided / "templates").mkdir(exist_ok=True)
    word.save(str(decided / "templates/reply.docx"))
    [table] = in_form(decided, run, "朱小明").tables
    assert table.cell(0, 1).text == ""


def test_braces_of_full_width_are_braces(decided: Path, run: Run) -> None:
    formed(decided, "致｛｛ 单位 ｝｝：", "{{意见}}")
    assert in_form(decided, run, "朱小明").paragraphs[0].text == "致朱小明："


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("联系人：{{联 系 人}}", "{{联 系 人}}"),
        ("{{unit|upper}}", "{{unit|upper}}"),
        ("致{{单位：", "{{单位"),
        ("致单位}}：", "致单位}}"),
        ("抄送：{{抄送}}", "copies"),  # plan.yaml does not say it
        ("{{发文字号}}", "reference"),
    ],
)
def test_what_a_form_would_print_as_braces_is_refused(
    decided: Path, run: Run, text: str, told: str
) -> None:
    formed(decided, "{{意见}}", text)
    done = run(decided, "reply", "朱小明", "-o", str(decided.parent / "复函.docx"))
    assert done.code == 2
    assert told in done.err
    assert not (decided.parent / "复函.docx").exists()
