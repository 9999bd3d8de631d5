"""A Word document: words in their order, wherever they stand; what is left out is counted."""

import io

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from plancli.core.intake.body import BlockKind, LeftOut, NoteReference
from plancli.papers.bodies.word import body_of_word
from tests.papers.bodies.packages import counted, level, package, paragraph


def words(content: bytes) -> list[str]:
    return [block.printed for block in body_of_word(content).blocks]


def test_headings_by_style_whatever_it_is_called_or_stands_on() -> None:
    word = Document()
    word.add_paragraph("河湖规划", style="Title")
    word.add_heading("水情", 1)
    word.add_heading("河流", 2)
    own = word.styles.add_style("自定标题", 1)
    own.base_style = word.styles["Heading 3"]
    word.add_paragraph("干流", style="自定标题")
    word.add_paragraph("共三条。").alignment = WD_ALIGN_PARAGRAPH.CENTER
    out = io.BytesIO()
    word.save(out)
    found = body_of_word(out.getvalue()).blocks
    assert [(one.words, one.level) for one in found] == [
        ("河湖规划", 0), ("水情", 1), ("河流", 2), ("干流", 3), ("共三条。", None),
    ]  # fmt: skip
    assert found[-1].centred


def test_an_outline_level_is_one_and_that_of_running_text_none() -> None:
    outline = '<w:outlineLvl w:val="{}"/>'
    found = body_of_word(
        package(paragraph("水情", outline.format(1)) + paragraph("三条", outline.format(9)))
    ).blocks
    assert [one.level for one in found] == [2, None]


def test_numbers_of_lists_and_of_styles_stand_ahead() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题 1"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    first = level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="a"/>')
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{first}'
        f"{level(1, 'decimal', '%2.')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    chapter = '<w:pStyle w:val="a"/>'
    body = (
        paragraph("水情", chapter)
        + paragraph("河流", counted(1, 1))
        + paragraph("前言", chapter + counted(0))
        + paragraph("任务", chapter)
    )
    content = package(body, styles=styles, numbering=numbering)
    assert words(content) == ["第一章水情", "1. 河流", "前言", "第二章任务"]


def test_bold_heads_and_heads_in_another_type() -> None:
    kai = '<w:r><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr><w:t>巡河。</w:t></w:r>'
    body = paragraph("**巡河。**每月。") + f"<w:p>{kai}<w:r><w:t>每月。</w:t></w:r></w:p>"
    body += paragraph("每月**巡河**。") + paragraph("**巡河**")
    assert [one.run_in for one in body_of_word(package(body)).blocks] == [3, 3, 0, 2]


def test_boxes_are_text_boxes_borders_and_tables_of_one_cell() -> None:
    border = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    frame = f"<w:txbxContent>{paragraph('三里。')}</w:txbxContent>"
    drawing = (
        f"<w:p><w:r><w:t>河段见框。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>{frame}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{frame}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    bordered = paragraph("四里。", f"<w:pBdr>{border}</w:pBdr>")
    row = "<w:tr><w:tc>{}</w:tc></w:tr>"
    cell = f"<w:tbl>{row.format(paragraph('专栏1'))}{row.format(paragraph('五里。'))}</w:tbl>"
    found = body_of_word(package(drawing + bordered + bordered + paragraph("完。") + cell)).blocks
    assert [(one.words, one.box) for one in found] == [
        ("河段见框。", 0), ("三里。", 1), ("四里。", 2), ("四里。", 2), ("完。", 0),
        ("专栏1", 3), ("五里。", 3),
    ]  # fmt: skip


def test_tables_by_rows_and_what_goes_on_from_above_once() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    merged = f"<w:tcPr><w:vMerge/></w:tcPr>{paragraph('东河')}"
    table = f"<w:tbl>{row(paragraph('河'), paragraph('长'))}{row(merged, paragraph('9'))}</w:tbl>"
    (found,) = body_of_word(package(table)).blocks
    assert (found.kind, found.cells) == (BlockKind.TABLE, (("河", "长"), ("", "9")))
    assert [cell.above for cell in found.grid[1]] == [True, False]


def test_widths_of_cells_repeated_heads_and_tables_within_cells() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('支流')}</w:tc></w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{paragraph('河')}</w:tc><w:tc><w:tcPr>"
        f'<w:gridSpan w:val="2"/></w:tcPr>{paragraph("长")}</w:tc></w:tr>'
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{paragraph("东")}{inner}</w:tc>'
        f"<w:tc>{paragraph('9')}</w:tc></w:tr></w:tbl>"
    )
    (found,) = body_of_word(package(table)).blocks
    assert found.heads == 1
    assert [[(cell.words, cell.width) for cell in row] for row in found.grid] == [
        [("河", 1), ("长", 2)], [("", 1), ("东 支流", 1), ("9", 1)],
    ]  # fmt: skip


def test_content_controls_fields_and_links_are_text_and_contents_are_known() -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('水情 1')}</w:sdtContent></w:sdt>"
    )
    control = f"<w:sdt><w:sdtContent>{paragraph('河流')}</w:sdtContent></w:sdt>"
    inside = (
        "<w:p><w:hyperlink><w:r><w:t>三</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>条</w:t></w:r>"
        "</w:sdtContent></w:sdt><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>。</w:t></w:r></w:p>"
    )
    found = body_of_word(package(contents + control + inside)).blocks
    assert [(one.words, one.kind) for one in found] == [
        ("水情 1", BlockKind.CONTENTS), ("河流", BlockKind.TEXT), ("三条。", BlockKind.TEXT),
    ]  # fmt: skip


def test_notes_follow_their_paragraph_and_deleted_words_are_counted() -> None:
    body = (
        '<w:p><w:r><w:t>三条</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>四条'
        "</w:delText></w:r></w:del><w:ins><w:r><w:t>。</w:t></w:r></w:ins></w:p>"
    )
    notes = '<w:footnote w:id="0" w:type="separator"/>'
    notes += f'<w:footnote w:id="2">{paragraph("含支流。")}</w:footnote>'
    found = body_of_word(package(body, footnotes=notes))
    assert [(one.words, one.kind) for one in found.blocks] == [
        ("三条。", BlockKind.TEXT), ("含支流。", BlockKind.NOTE),
    ]  # fmt: skip
    assert found.left_out == {LeftOut.DELETED: 1}


_MARK = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def _mixed(*parts: str | int) -> str:
    """Return a paragraph of words, and of references to notes by their ids."""
    runs = (
        _MARK.format(part)
        if isinstance(part, int)
        else f'<w:r><w:t xml:space="preserve">{part}</w:t></w:r>'
        for part in parts
    )
    return f"<w:p>{''.join(runs)}</w:p>"


def _footnote(name: int, *paragraphs: str) -> str:
    return f'<w:footnote w:id="{name}">{"".join(map(paragraph, paragraphs))}</w:footnote>'


def test_a_footnote_of_one_paragraph_says_where_its_reference_stands() -> None:
    body = _mixed("  河流", 1, "三条 ", 2, "长,", 3, "湖两个。", 4, 5)
    body += (
        f"<w:tbl><w:tr><w:tc>{paragraph('河')}</w:tc><w:tc>{_mixed('长', 6)}</w:tc></w:tr></w:tbl>"
    )
    body += '<w:p><w:r><w:t>渠。</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    drawn = "<w:p><w:r><w:t>见图。</w:t><w:drawing/></w:r></w:p>"
    notes = (
        _footnote(1, "含支流。", "") + _footnote(2, "干流。") + _footnote(3, "第一段。", "第二段。")
    )
    notes += (
        f'<w:footnote w:id="4">{drawn}</w:footnote>'
        + _footnote(5, "末尾。")
        + _footnote(6, "公里。")
    )
    ends = f'<w:endnote w:id="1">{paragraph("尾注。")}</w:endnote>'
    found = body_of_word(package(body, footnotes=notes, endnotes=ends)).blocks
    assert found[0].words == "河流三条 长,湖两个。"
    assert [(one.words, one.reference) for one in found if one.kind is BlockKind.NOTE] == [
        ("含支流。", NoteReference(1, 2)),
        ("干流。", NoteReference(1, 5)),
        ("第一段。第二段。", None),
        ("见图。", None),
        ("末尾。", NoteReference(1, 11)),
        ("公里。", None),
        ("尾注。", None),
    ]


def test_a_reference_stands_in_the_line_that_has_it_and_a_second_one_says_no_more() -> None:
    line = "<w:r><w:t>{}</w:t></w:r>"
    body = "<w:p>" + line.format("三条。") + "<w:r><w:br/></w:r>" + line.format("两")
    body += _MARK.format(1) + line.format("个。") + "</w:p>" + _mixed("再说", 1, "一次。")
    found = body_of_word(package(body, footnotes=_footnote(1, "湖。"))).blocks
    assert [(one.words, one.place, one.reference) for one in found] == [
        ("三条。", 1, None), ("两个。", 2, None), ("湖。", 3, NoteReference(2, 1)), ("再说一次。", 4, None),
    ]  # fmt: skip


def test_a_line_break_behind_a_sentence_parts_paragraphs_and_no_other_does() -> None:
    broken = "<w:p>{}<w:r><w:t>{}</w:t><w:br/><w:t>{}</w:t></w:r></w:p>"
    centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    body = (
        broken.format(centred, "河湖", "规划")
        + broken.format("", "一段。", "二段。")
        + broken.format("", "半", "句。")
    )
    assert words(package(body)) == ["河湖规划", "一段。", "二段。", "半句。"]


def test_headers_and_hidden_words_are_no_text() -> None:
    hidden = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>三条。</w:t></w:r></w:p>"
    )
    found = body_of_word(package(hidden, header1=paragraph("规划"), footer1=paragraph("")))
    assert [one.words for one in found.blocks] == ["三条。"]
    assert found.left_out == {LeftOut.HEADER: 1}


def test_another_package_is_no_document() -> None:
    with pytest.raises(KeyError):
        body_of_word(package("").replace(b"word/document.xml", b"word/doc_ment.xml"))


def test_a_list_says_how_deep_its_paragraphs_stand_also_without_numbers() -> None:
    bullets = "".join(level(at, "bullet", "-") for at in range(3))
    numbering = (
        f'<w:abstractNum w:abstractNumId="4">{bullets}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num>'
    )
    body = paragraph("前言") + paragraph("巡河", counted(1)) + paragraph("每月", counted(2, 1))
    found = body_of_word(package(body, numbering=numbering)).blocks
    assert [one.listed and (one.listed.name, one.listed.level) for one in found] == [
        *(None, ("4", 0), ("4", 1))
    ]
