"""The pictures in a Word document: taken with what stands for them, or counted as left out."""

import io
import zipfile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from plancli.core.intake.body import BlockKind, BodyPicture, LeftOut
from plancli.papers.bodies.word import body_of_word
from tests.drawn import png


def word(*pictures: bytes, alt: str = "") -> bytes:
    """Return a document with pictures, each in a paragraph of its own."""
    document = Document()
    document.add_paragraph("河流见图1。")
    for picture in pictures:
        shape = document.add_picture(io.BytesIO(picture))
        shape._inline.docPr.set("descr", alt)
    document.add_paragraph("图1 河流")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(content: bytes, name: str, new: bytes) -> bytes:
    """Return a document with other bytes in one of its files."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as packed:
        for one in old.namelist():
            packed.writestr(one, new if one == name else old.read(one))
    return out.getvalue()


def test_a_picture_is_a_block_behind_its_paragraph() -> None:
    content = word(png(), alt="三条\n河流")
    found = body_of_word(content, with_pictures=True)
    assert [block.kind for block in found.blocks if not block.words] == [BlockKind.PICTURE]
    (shown,) = [block.picture for block in found.blocks if block.picture]
    assert shown == BodyPicture(png(), ".png", "三条 河流", "image1.png")
    assert LeftOut.PICTURE not in found.left_out


def test_who_asks_for_no_pictures_has_them_counted() -> None:
    found = body_of_word(word(png()))
    assert not [block for block in found.blocks if block.kind is BlockKind.PICTURE]
    assert found.left_out[LeftOut.PICTURE] == 1


def test_what_not_every_program_shows_is_left_out_and_counted() -> None:
    content = changed(word(png()), "word/media/image1.png", b"\xd7\xcd\xc6\x9a metafile")
    found = body_of_word(content, with_pictures=True)
    assert not [block for block in found.blocks if block.picture]
    assert found.left_out[LeftOut.PICTURE] == 1


def test_a_picture_that_lies_outside_is_not_fetched() -> None:
    content = word(png())
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        relations = packed.read("word/_rels/document.xml.rels").decode()
    assert RELATIONSHIP_TYPE.IMAGE in relations
    for target in ("../../../etc/passwd", "/etc/passwd", "http://example.org/a.png"):
        moved = relations.replace("media/image1.png", target)
        found = body_of_word(
            changed(content, "word/_rels/document.xml.rels", moved.encode()), with_pictures=True
        )
        assert not [block for block in found.blocks if block.picture]
