"""What else a reviewer puts into a file with tracked changes: nothing of it is passed over in silence."""

import io
import zipfile

import pytest

from plancli.core.intake.opinions import FileOpinions
from plancli.core.intake.returned import returned
from plancli.core.text.matchkey import fold
from plancli.papers.word.changes import tracked_in
from tests.papers.test_returned_notes import EXPORTED, GROUND, rezipped

BY = 'w:id="9" w:author="甲"'
BEHIND = "渠首设量水堰,每日记录。"
NAMESPACES = (
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(words: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"


def put_in(inside: str) -> str:
    return f"<w:ins {BY}>{inside}</w:ins>"


def taken_out(inside: str) -> str:
    return f"<w:del {BY}>{inside}</w:del>"


def said(behind: str = "", **parts: str) -> FileOpinions:
    """Return what comes back with something behind the last words of the draft, and with other parts."""
    with zipfile.ZipFile(io.BytesIO(EXPORTED)) as packed:
        found = {name: packed.read(name) for name in packed.namelist()}
    text = found["word/document.xml"].decode()
    end = text.index("</w:r>", text.index(BEHIND)) + len("</w:r>")
    text = text[:end] + behind + text[end:]
    found["word/document.xml"] = text.replace("<w:document ", f"<w:document {NAMESPACES}").encode()
    for name, content in parts.items():
        found[f"word/{name}.xml"] = content.encode()
    return returned(tracked_in(rezipped(found)), {"甲": "甲"}, GROUND)


FRACTION = (
    "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num>"
    "<m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
)
MATRIX = (
    "<m:oMath><m:m><m:mr><m:e><m:r><m:t>a</m:t></m:r></m:e>"
    "<m:e><m:r><m:t>b</m:t></m:r></m:e></m:mr></m:m></m:oMath>"
)
PICTURE = (
    "<w:r><w:drawing><wp:inline>"
    '<wp:docPr id="3" name="图片 3" descr="量水堰照片"/></wp:inline></w:drawing></w:r>'
)
ENDNOTE = f'<w:endnote w:id="5"><w:p>{run("见水利厅规范。")}</w:p></w:endnote>'
ENDNOTES = f"<w:endnotes {W}>{ENDNOTE}</w:endnotes>"
FRAMED = f"<w:txbxContent><w:p>{run('量水堰每年率定。')}</w:p></w:txbxContent>"
BOX = f"<w:r><w:pict><v:shape><v:textbox>{FRAMED}</v:textbox></v:shape></w:pict></w:r>"
HEADED = f"<w:p>{run('灌区')}{put_in(run('续建'))}{run('规划')}</w:p>"
HEADER = f"<w:hdr {W}>{HEADED}<w:p>{run('未改')}</w:p></w:hdr>"


@pytest.mark.parametrize(
    ("behind", "parts", "doubt", "words"),
    [
        pytest.param(
            put_in('<w:r><w:endnoteReference w:id="5"/></w:r>'),
            {"endnotes": ENDNOTES},
            "unplaced",
            "处增加尾注:“见水利厅规范。”。",
            id="an endnote",
        ),
        pytest.param(put_in(PICTURE), {}, "unplaced", "处插入图片:“量水堰照片”。", id="a picture"),
        pytest.param(
            taken_out(PICTURE), {}, "unplaced", "删除图片“量水堰照片”。", id="a picture that goes"
        ),
        pytest.param(put_in(run("按") + MATRIX), {}, "formula", "按ab", id="a formula"),
        pytest.param(put_in(BOX), {}, "unplaced", "量水堰每年率定。", id="a text box"),
        pytest.param("", {"header1": HEADER}, "not-draft", "在页眉或页脚中:", id="a header"),
        pytest.param("", {"footer7": HEADER}, "not-draft", "续建", id="a footer"),
    ],
)
def test_what_no_edit_does_waits_with_its_words(
    behind: str, parts: dict[str, str], doubt: str, words: str
) -> None:
    (one,) = said(behind, **parts).opinions
    assert (one.author, one.shown, one.doubt) == ("甲", (), doubt)
    assert fold(words) in fold(one.opinion)


def test_a_formula_in_a_sentence_comes_as_one_line_says_it() -> None:
    (one,) = said(put_in(run("按") + FRACTION)).opinions
    assert one.doubt is None
    assert "按a/b" in one.opinion


def test_words_beside_a_picture_are_still_an_edit() -> None:
    words, picture = said(put_in(run("堰旁立标尺。") + PICTURE)).opinions
    assert (words.doubt, picture.doubt) == (None, "unplaced")
    assert "标尺" in words.opinion


def test_a_row_in_a_table_in_a_new_row_comes_with_that() -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('里')}</w:p></w:tc></w:tr></w:tbl><w:p/>"
    row = f"<w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc>{inner}</w:tc></w:tr>"
    document = f"<w:document {W}><w:body><w:tbl>{row}</w:tbl></w:body></w:document>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", document)
    (inside, *_) = tracked_in(out.getvalue()).paragraphs
    assert inside.line is not None
    assert (inside.line.added, inside.runs[0].added) == ("甲", "甲")


def test_changed_looks_are_told_in_one_line_with_their_places() -> None:
    look = f"<w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>"
    found = said(f"<w:r>{look}</w:r>" + put_in(run("立标尺。")))
    assert [(one.remark, one.words, one.remark.meaning.formal) for one in found.noted] == [
        ("restyled", BEHIND, True)
    ]
