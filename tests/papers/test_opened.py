"""Word files of strangers: broken, locked, without end, or leading elsewhere."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from plancli.core.finding import PlanError
from plancli.papers.word import form
from tests.conftest import Run

BODY = "word/document.xml"
_TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"


def whole() -> bytes:
    word = Document()
    word.add_table(1, 1).cell(0, 0).text = "{{opinion}}"
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def packed(change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a form in which the contents of the parts are what `change` makes of them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def with_body(words: bytes) -> bytes:
    return packed(lambda name, content: words if name == BODY else content)


def locked() -> bytes:
    content = bytearray(whole())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(sign)
        while start >= 0:
            content[start + at] |= 1  # the flag of a password
            start = content.find(sign, start + 4)
    return bytes(content)


ENTITIES = b'<!DOCTYPE d [<!ENTITY a "%s">%s]><d>&x;</d>' % (
    b"a" * 1000,
    b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 50) for at in range(23)),
)
BAD = {
    "no archive": b"PK\x03\x04 and no more",
    "nothing": b"",
    "an older format": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "cut off": whole()[:-200],
    "cut in the middle": whole()[:3000],
    "a password": locked(),
    "no XML": with_body(b"<w:document"),
    "another XML": with_body(b"<a/>"),
    "entities in entities": with_body(ENTITIES),
    "nested without end": with_body(b"<a>" * 100_000),
    "no types": packed(lambda name, content: b"<x/>" if "Content_Types" in name else content),
    "no relations": packed(lambda name, content: b"" if name.endswith(".rels") else content),
    "a bomb": packed(lambda name, content: content + b" " * (70 << 20) if name == BODY else content),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_form_that_is_none_is_one_error(
    kind: str, consulted: Path, run: Run, tmp_path: Path
) -> None:
    folder = consulted / "templates"
    folder.mkdir(exist_ok=True)
    (folder / "表.docx").write_bytes(BAD[kind])
    done = run(consulted, "report", "--template", "表", "-o", str(tmp_path / "x.docx"))
    assert done.code == 2
    assert len([line for line in done.err.splitlines() if "表.docx" in line]) == 1
    assert "Traceback" not in done.err
    assert not (tmp_path / "x.docx").exists()


def test_nothing_leads_out_of_a_form(tmp_path: Path) -> None:
    word = Document()
    settings = word.part._settings_part
    template = settings.relate_to("http://elsewhere.example/a.dotm", _TEMPLATE, is_external=True)
    attached = word.settings.element.makeelement(qn("w:attachedTemplate"))
    attached.set(qn("r:id"), template)
    word.settings.element.append(attached)
    link = word.part.relate_to(
        "http://elsewhere.example/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    paragraph = word.add_paragraph("见{{opinion}}")
    shown = paragraph._p.makeelement(qn("w:hyperlink"))
    shown.set(qn("r:id"), link)
    shown.append(paragraph.runs[0]._r)
    paragraph._p.append(shown)
    word.save(str(tmp_path / "f.docx"))

    made = form.filled(tmp_path / "f.docx", {}, [[{"opinion": "附件"}]])
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        everything = b"".join(map(parts.read, parts.namelist()))
    assert b"elsewhere" not in everything
    assert b"attachedTemplate" not in everything
    assert "见" in Document(io.BytesIO(made)).element.body.xpath("string(.)")


def test_what_would_be_repeated_too_often_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "f.docx").write_bytes(whole())
    rows = [{"opinion": str(at)} for at in range(50)]
    assert form.filled(tmp_path / "f.docx", {}, [rows])
    monkeypatch.setattr(form, "_MOST_ELEMENTS", 100)
    with pytest.raises(PlanError):
        form.filled(tmp_path / "f.docx", {}, [rows])
