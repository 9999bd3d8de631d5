"""PDF files for those who print, look something up, hear or copy them: read back by independent programs."""

import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import html

from plancli.core.evidence.redline import plain
from plancli.core.evidence.retitled import with_title
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.publish.prose import Prose, ProseLine, Style
from plancli.core.publish.sheet import Block, Cell, Head, Sheet
from plancli.core.text.marked import Run
from plancli.papers.pdf.plan import pdf as plan_pdf
from plancli.papers.pdf.plan import source
from plancli.papers.pdf.prose import pdf as prose_pdf
from plancli.papers.pdf.table import pdf as table_pdf
from plancli.papers.unprinted import Unprinted

pytest.importorskip("typst", reason='PDF needs the extra "typeset"')
pdfium = pytest.importorskip("pypdfium2")

RUNS = {
    "address": "https://example.cn/" + "dock" * 70,
    "digits": "0123456789" * 30,
    "capitals": "FERRY" * 60,
    "dots": "。" * 300,
    "dashes": "—" * 300,
    "accents": "e\N{COMBINING ACUTE ACCENT}" * 300,
    "no-break blanks": "渡\N{NO-BREAK SPACE}" * 300,
    "brackets": "（“" * 150,
}
"""Stretches without a place to end a line in."""


def a_sheet(columns: int, *cells: Cell) -> Sheet:
    """Return a table with so many equal columns and one row that begins with `cells`."""
    heads = tuple(Head(f"第{at + 1}列") for at in range(columns))
    row = (*cells, *("边上的字" for _ in range(columns - len(cells))))
    return Sheet("渡口一览表", heads, (Block((row,)),))


def letter(*words: str) -> Prose:
    lines = [ProseLine(Style.TITLE, (Run("=", "关于渡口的复函"),))]
    lines += [ProseLine(Style.BODY, (Run("=", one),)) for one in words]
    return tuple(lines)


def plan_of(*words: str, level: str = "第一章") -> bytes:
    body = tuple(Paragraph(id=f"1.{at}", text=one) for at, one in enumerate(words, 1))
    outline = Outline((Section(key=level, title="渡运", body=body),))
    return plan_pdf("渡口规划", plain(outline), "zh")


class Word(NamedTuple):
    """A word where it stands on its page, in points."""

    page: int
    left: float
    right: float
    top: float
    bottom: float
    text: str


def words_of(content: bytes, folder: Path) -> tuple[list[Word], list[tuple[float, float]]]:
    """Return the words of a PDF as poppler reads them, and the sizes of its pages."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler")
    file, read = folder / "one.pdf", folder / "one.html"
    file.write_bytes(content)
    subprocess.run(["pdftotext", "-bbox", file, read], check=True)
    words, sizes = [], []
    for at, page in enumerate(html.parse(read).iter("page")):
        sizes.append((float(page.get("width")), float(page.get("height"))))
        for word in page.iter("word"):
            left, right, top, bottom = (float(word.get(edge)) for edge in EDGES)
            words.append(Word(at, left, right, top, bottom, word.text or ""))
    return words, sizes


EDGES = ("xmin", "xmax", "ymin", "ymax")


def printed_over(words: list[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield the pairs of words that are printed over each other."""
    for at, one in enumerate(words):
        for other in words[at + 1 :]:
            is_beside = one.right <= other.left + 1 or other.right <= one.left + 1
            middle = (other.top + other.bottom) / 2
            if one.page == other.page and not is_beside and one.top < middle < one.bottom:
                yield one, other


def text_of(content: bytes) -> str:
    """Return all words of a PDF as PDFium reads them, without blanks."""
    document = pdfium.PdfDocument(content)
    return re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in document))


@pytest.mark.parametrize("name", RUNS)
def test_what_cannot_be_broken_stays_in_its_column(name: str, tmp_path: Path) -> None:
    for columns in (3, 6, 12):
        words, [*sizes] = words_of(table_pdf(a_sheet(columns, "头", RUNS[name])), tmp_path)
        assert list(printed_over(words)) == []
        for word in words:
            assert word.left >= 0
            assert word.right <= sizes[word.page][0] - 60
    for content in (prose_pdf(letter(RUNS[name]), "zh"), plan_of(RUNS[name])):
        words, sizes = words_of(content, tmp_path)
        assert max(word.right for word in words) <= sizes[0][0] - 60  # a mark may hang by half


@pytest.mark.parametrize("name", ["address", "digits", "capitals", "dots"])
def test_what_was_broken_is_copied_as_it_was(name: str) -> None:
    assert RUNS[name] in text_of(table_pdf(a_sheet(2, "头", RUNS[name])))


def test_a_run_that_is_changed_in_its_middle_is_one_run(tmp_path: Path) -> None:
    runs = (Run("=", "https://example.cn/"), Run("-", "dock" * 20), Run("+", "pier" * 20))
    words, sizes = words_of(table_pdf(a_sheet(12, runs)), tmp_path)
    assert list(printed_over(words)) == []
    assert max(word.right for word in words) <= sizes[0][0] - 60


def test_a_cell_as_long_as_excel_allows_is_there_to_its_end(tmp_path: Path) -> None:
    long = ("加密班次，渡口。" * 4096)[:32_767]
    content = table_pdf(a_sheet(2, "头", long))
    assert len(pdfium.PdfDocument(content)) > 20
    assert text_of(content).count("次，") == long.count("次，")
    words, sizes = words_of(content, tmp_path)
    assert max(word.bottom for word in words) <= sizes[0][1]


def test_a_cell_without_any_place_for_the_end_of_a_line_is_set() -> None:
    assert text_of(table_pdf(a_sheet(2, "头", "x" * 3000))).count("x") == 3000


NOWHERE = "\U0010fffd"
"""A character that no font has."""
OTHER = "\U0010fffc"
"""And another one."""


def test_a_character_that_no_font_has_is_numbered_and_told() -> None:
    with pytest.warns(Unprinted, match=r"U\+10FFFD") as told:
        content = table_pdf(a_sheet(2, f"渡{NOWHERE}口"))
    assert "渡[U+10FFFD]口" in text_of(content)
    [one] = told
    assert isinstance(one.message, Unprinted)
    assert one.message.characters == (NOWHERE,)


def test_characters_between_two_that_no_font_has_are_printed() -> None:
    """Typst names them, too: they stood in the font in which it looked for both."""
    with pytest.warns(Unprinted) as told:
        content = table_pdf(a_sheet(2, f"渡口{NOWHERE}码头站{OTHER}渡口", "码头站"))
    text = text_of(content)
    assert "渡口[U+10FFFD]码头站[U+10FFFC]渡口" in text
    assert text.count("码头站") == 2
    [one] = told
    assert isinstance(one.message, Unprinted)
    assert one.message.characters == (OTHER, NOWHERE)


def test_other_characters_are_looked_for_in_all_fonts() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "电话☎已办✓。" in text_of(prose_pdf(letter("电话☎已办✓。"), "zh"))


BY_UNIT = Sheet(
    "采纳情况表",
    (Head("单位", shared=True, listed=True), Head("意见")),
    (
        Block((("水运所", "甲"), ("水运所", "乙"))),
        Block((("港务局", "丙"),)),
        Block((("港务局", "丁"),), banner="票价"),
    ),
)


def listed(content: bytes) -> list[tuple[int, str]]:
    """Return what a reader of PDF lists beside the pages, each with how deep."""
    return [(mark.level, mark.get_title()) for mark in pdfium.PdfDocument(content).get_toc()]


def test_units_are_listed_once_each_below_their_topic() -> None:
    assert listed(table_pdf(BY_UNIT)) == [(0, "水运所"), (0, "港务局"), (0, "票价"), (1, "港务局")]


def test_a_plan_is_listed_from_its_first_level_on_whatever_part_of_it_is_printed() -> None:
    tree = [
        Section(key="第一章", title="渡运"),
        Section(key="第一章/一", title="班次"),
        Section(key="第一章/1", title="加密"),
        Section(key="第二章", title="票价"),
    ]
    whole = plan_pdf("渡口规划", plain(Outline(tuple(tree))), "zh")
    titles = [(0, "第一章 渡运"), (1, "一、班次"), (1, "1.加密"), (0, "第二章 票价")]
    assert [title for _level, title in listed(whole)] == [title for _level, title in titles]
    lines = [line for line in plain(Outline(tuple(tree))) if line.key != "第一章"]
    assert listed(plan_pdf("渡口规划", lines, "zh"))[0] == (0, "一、班次")


def told_of(content: bytes, folder: Path, *command: str) -> str:
    """Return what a program prints of a PDF."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}")
    file = folder / "one.pdf"
    file.write_bytes(content)
    told = subprocess.run([*command, file], capture_output=True, check=True).stdout
    return told.decode(errors="replace")


CHANGED = (
    *letter("请见附件。"),
    ProseLine(Style.BODY, (Run("-", "六班"), Run("+", "八班 eight"))),
)


@pytest.mark.parametrize("content", [table_pdf(BY_UNIT), prose_pdf(CHANGED, "zh"), plan_of("甲")])
def test_fonts_are_embedded_and_the_file_is_sound(content: bytes, tmp_path: Path) -> None:
    _head, _line, *fonts = told_of(content, tmp_path, "pdffonts").splitlines()
    assert fonts
    assert all(re.search(r" yes (yes|no ) yes ", font) for font in fonts)
    assert "No syntax" in told_of(content, tmp_path, "qpdf", "--check")


def test_who_hears_a_table_hears_its_heads(tmp_path: Path) -> None:
    told = told_of(table_pdf(BY_UNIT), tmp_path, "pdfinfo", "-struct-text")
    tags = re.findall(r"^ *(\w+)", told, re.MULTILINE)
    assert tags.count("TH") == 2
    assert {"Table", "THead", "TBody", "TR", "TD", "H1"} <= set(tags)


@pytest.mark.parametrize(("language", "tag"), [("zh", b"zh-CN"), ("en", b"en")])
def test_it_has_a_title_and_a_language_and_nobody_s_name(
    language: str, tag: bytes, tmp_path: Path
) -> None:
    content = prose_pdf(letter("已阅。"), language)
    told = told_of(content, tmp_path, "pdfinfo")
    assert re.search(r"Title: +关于渡口的复函\n", told)
    assert re.search(r"Tagged: +yes", told)
    assert "Author" not in told
    assert b"/Lang(" + tag + b")" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content


def test_the_line_below_what_comes_is_one_line_under_all_fonts() -> None:
    """Its pieces stand side by side, at one height and in one thickness."""
    changed = (ProseLine(Style.BODY, (Run("+", "八班 eight 九班①②" * 2),)),)
    content = prose_pdf((*letter(), *changed), "zh")
    [page] = pdfium.PdfDocument(content)
    paths = [one.get_bounds() for one in page.get_objects([PATH])]
    lines = sorted((left, right, low, high) for left, low, right, high in paths)
    assert len(lines) > 1  # several fonts
    assert len({(round(low, 1), round(high, 1)) for *_, low, high in lines}) == 1
    for (_, end, *_one), (start, *_other) in pairwise(lines):
        assert abs(start - end) < 2


PATH = 2
"""What PDFium calls what is drawn, and is neither words nor a picture."""


def test_each_row_has_its_unit_so_that_none_is_without_behind_a_page_break() -> None:
    rows = tuple(("水运所", f"第{at}条。" + "加密班次，" * 30) for at in range(20))
    heads = (Head("单位", share=10, shared=True, listed=True), Head("意见", share=60))
    content = table_pdf(Sheet("采纳情况表", heads, (Block(rows),)))
    document = pdfium.PdfDocument(content)
    assert len(document) > 2
    assert all("水运所" in page.get_textpage().get_text_range() for page in document)
    assert listed(content) == [(0, "水运所")]


def test_a_row_of_more_than_half_a_page_names_its_unit_again_beside_what_goes_on() -> None:
    heads = (Head("单位", share=10, shared=True, listed=True), Head("意见", share=60))
    content = table_pdf(Sheet("采纳情况表", heads, (Block((("水运所", "加密班次，" * 400),)),)))
    pages = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(content)]
    assert len(pages) > 1
    assert all("水运所" in page for page in pages)
    assert listed(content) == [(0, "水运所")]


def test_the_name_of_what_goes_on_is_said_once_on_each_page() -> None:
    heads = (Head("单位", 10, shared=True), Head("意见", 40), Head("答复", 40))
    rows = tuple((f"第{at}水运站", "渡口增加班次。" * 150, "将增加。" * at) for at in range(8))
    document = pdfium.PdfDocument(table_pdf(Sheet("意见表", heads, (Block(rows),))))
    pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    for text in pages:
        names = re.findall(r"第\d水运站", text)
        assert names
        assert len(names) == len(set(names))
        # what goes on from the page before stands above all else
        assert text.count("（续）") <= 1


def test_each_row_stands_on_one_page_beside_the_name_of_its_unit() -> None:
    heads = (Head("单位", 10, shared=True), Head("意见", 40))
    opinion = f"起头{'渡口增加班次并延长开放时间。' * 7}收尾"
    rows = tuple((f"第{at}水运站", opinion) for at in range(40))
    document = pdfium.PdfDocument(table_pdf(Sheet("意见表", heads, (Block(rows),))))
    pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    assert len(pages) > 4
    for text in pages:
        assert text.count("起头") == text.count("收尾") == text.count("水运站")


def test_new_words_in_chinese_are_drawn_thicker() -> None:
    """As office programs draw them: types for Chinese have no bold face."""
    ink = []
    for op in ("=", "±", "+"):
        content = table_pdf(a_sheet(1, (Run(op, "永渡渡口增加班次"),)))
        drawn = pdfium.PdfDocument(content)[0].render(scale=4).buffer
        ink.append(sum(255 - shade for shade in bytes(drawn)))
    plain, _struck, come = ink
    assert come > plain * 1.02


def test_columns_of_few_words_are_as_wide_as_these_in_a_ledger() -> None:
    labels = ("编号", "单位", "页码", "意见", "修改前", "修改后", "采纳情况", "理由")
    heads = tuple(Head(label, 40 if label in ("意见", "修改后", "理由") else 8) for label in labels)
    words = "增加汛期班次，延长夜间开放时间。" * 6
    row = ("水运站-01", "水运站", "12", words, "十班", words, "部分采纳", words)
    lines = text_of(table_pdf(Sheet("台账", heads, (Block((row,)),)))).split("\n")
    for whole in ("水运站-01", "部分采纳", "采纳情况"):
        assert any(whole in line for line in lines), whole


def test_the_name_of_the_issue_is_marked_as_gone_from_the_title() -> None:
    lines = with_title("渡口规划", "（征求意见稿）", list(plain(Outline(()))))
    shown = source("渡口规划", lines, "zh")
    assert 'strike(text(fill: rgb("#' in shown
    assert '"（征求意见稿）"' in shown
    whole = pdfium.PdfDocument(plan_pdf("渡口规划", [], "zh", issue="（征求意见稿）"))
    assert whole[0].get_textpage().get_text_bounded().startswith("渡口规划（征求意见稿）")
    clean = pdfium.PdfDocument(plan_pdf("渡口规划", [], "zh"))
    assert "征求意见稿" not in clean[0].get_textpage().get_text_bounded()
