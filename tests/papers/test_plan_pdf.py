"""The plan as PDF: headings that a reader lists, columns in boxes, tables with their heads on each page."""

import base64
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from plancli.core.comments.record import Patch
from plancli.core.evidence.redline import plain, redline
from plancli.core.plan.model import Column, Figure, Footnote, Paragraph, Section, Table
from plancli.core.plan.outline import Outline
from plancli.core.plan.picture import Picture, PictureKind
from plancli.papers.pdf.plan import Pictures, pdf, source
from tests.core.tabled import TABLE, round_of
from tests.papers.test_compared_tables import PATCHES

BOX = Column(
    column="专栏1", title="船", items=(Paragraph(id="专栏1.1", heading="渡船", text="更新3艘。"),)
)
PLAN = (
    Section(key="第一章", title="渡运", body=(Paragraph(id="1.1", text="见表1。"), TABLE, BOX)),
    Section(key="第一章/一", title="班次", body=(Paragraph(id="1.2", text="加密#班次。"),)),
)


def words(found: str) -> str:
    """Return all words of a source, in order."""
    text = re.sub(r'font: \((?:"[^"]*",? ?)*\)|lang: "\\w+"|rgb\("#\w+"\)', "", found)
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text))


def clean(patches: dict[str, Patch] | None = None) -> str:
    return source("渡口规划", plain(round_of(patches or {}, {}).paper), "zh")


def test_it_has_all_words_in_order() -> None:
    found = words(source("渡口规划", plain(Outline(PLAN)), "zh"))
    order = [
        "第一章 渡运",
        "见表1。",
        "单位:次",
        "一、客运",
        "注:去年",
        "专栏1 船",
        "渡船",
        "一、班次",
        "加密#班次。",
    ]
    places = [found.index(one) for one in order]
    assert places == sorted(places)


def test_heads_are_merged_and_repeated() -> None:
    found = clean()
    assert "table.header(" in found
    assert "table.cell(colspan: 2" in found
    assert "table.cell(rowspan: 2" in found
    assert "table.cell(colspan: 3)" in found  # the row across


def test_clean_it_has_no_marks_and_otherwise_what_goes_and_comes() -> None:
    assert not re.search(r"(?<!set )strike\(", clean(PATCHES))
    found = source("渡口规划", redline(round_of(PATCHES, {})), "zh")
    for gone in ("16", "晚点班次"):
        assert re.search(rf'strike\(text\([^"]*"#990000"\), "{gone}"\)\)', found), gone
    assert 'underline(strong(text("18")))' in found


LONG = Table.model_validate(
    {
        "table": "表1",
        "title": "渡口",
        "columns": [
            "渡口",
            {"key": "今年", "head": "班次|今年"},
            {"key": "明年", "head": "班次|明年"},
        ],
        "rows": [[f"第{at}渡口", str(at), "1"] for at in range(90)],
    }
)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_on_each_page_the_head_stands_again(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    section = Section(key="第一章", title="渡运", body=(LONG,))
    file = tmp_path / "规划.pdf"
    file.write_bytes(pdf("渡口规划", plain(Outline([section])), "zh", "内部稿"))
    said = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True)
    pages = said.stdout.decode().split("\f")[:-1]
    assert len(pages) > 1
    for page in pages:
        assert re.search("今\\s*年\\s+明\\s*年", page)
        assert "内部稿" in page
    assert all(f"第 {at} 渡口" in said.stdout.decode() for at in range(90))
    assert b"/Outlines" in file.read_bytes()  # a reader lists the headings


PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def figure_of(lookup: Callable[[str], Picture | None]) -> str:
    figure = Figure(image="图1.png", number="图1", title="航线", alt="两岸")
    section = Section(key="第一章", title="渡运", body=(figure,))
    return source("渡口规划", plain(Outline([section])), "zh", "", Pictures(lookup))


def test_a_figure_stands_over_its_title() -> None:
    found = figure_of(lambda _name: Picture(PictureKind.PNG, PIXEL, 4000, 1000))
    assert 'image("1.png", alt: "两岸", width: 442.2pt)' in found
    assert found.index("image(") < found.index("图1 航线")


def test_a_picture_that_is_not_there_is_named() -> None:
    assert "[图1.png]" in figure_of(lambda _name: None)
    pytest.importorskip("typst")
    section = Section(
        key="第一章", title="渡运", body=(Figure(image="图1.png", title="航线", alt="两岸"),)
    )
    lines = list(plain(Outline([section])))
    found = pdf("渡口规划", lines, "zh", "", lambda _name: Picture(PictureKind.PNG, PIXEL, 9, 9))
    assert b"/Image" in found


def test_a_footnote_stands_at_its_mark() -> None:
    note = {"id": "注1", "after": "清淤", "text": "含疏浚。"}
    paragraph = Paragraph.model_validate({"id": "1.1", "text": "每年清淤两次。", "notes": [note]})
    lines = list(plain(Outline([Section(key="第一章", title="航道", body=(paragraph,))])))
    found = source("渡口规划", lines, "zh")
    assert (
        '#text("每年清淤")#footnote(numbering: _ => "①")[#text("含疏浚。")]#text("两次。")' in found
    )
    assert found.count("含疏浚") == 1
    pytest.importorskip("typst")
    assert pdf("渡口规划", lines, "zh").startswith(b"%PDF")


def test_a_formula_stands_in_the_middle_with_its_number_and_the_mark_of_its_footnote() -> None:
    note = Footnote(id="1.1.注1", after="N", text="N为船数。")
    formula = Paragraph(id="1.1", formula=True, number="(1)", text="T = N / 2", notes=(note,))
    section = Section(key="第一章", title="渡运", body=(formula,))
    found = source("渡口规划", plain(Outline((section,))), "zh")
    assert "#align(center, par(first-line-indent: 0pt)[" in found
    assert "#footnote(" in found
    order = [found.index(one) for one in ("T = N", "N为船数。", " / 2", "(1)")]
    assert order == sorted(order)
