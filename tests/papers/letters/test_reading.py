"""One letter as each program writes it gives the same lines."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from plancli.core.intake.letter_parts import LetterLine
from plancli.papers.letters.reading import WrittenLetter, letter_in
from plancli.papers.packed import UnfitFileError

LINES = ["镇政府:", "一、将“三座”改为“四座”。", "二、删除“界桩”。", "镇水管站"]
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def word() -> bytes:
    document = docx.Document()
    for line in LINES[:-1]:
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    for at, words in enumerate(["原文", "修改为", "三座", "四座"]):
        table.cell(at // 2, at % 2).text = words
    document.add_paragraph(LINES[-1])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def opendocument() -> bytes:
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        root = f'<office:document-content xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}">'
        body = f"<office:body><office:text>{paragraphs}</office:text></office:body>"
        packed.writestr("content.xml", f"{root}{body}</office:document-content>")
    return out.getvalue()


def page() -> bytes:
    table = "<table><tr><td>原文<td>修改为<tr><td>三座<td>四座</table>"
    inside = "".join(f"<p class=MsoNormal>{line}</p>\n" for line in LINES[:-1])
    return f"<html><body>{inside}{table}<div>{LINES[-1]}</div></body></html>".encode("gb18030")


MADE: dict[str, Callable[[], bytes]] = {
    "docx": word,
    "odt": opendocument,
    "html": page,
    "txt": "\n\n  ".join(LINES).encode,
    "txt in GB18030": lambda: "\r\n".join(LINES).encode("gb18030"),
    "md": "# {}\n\n> {}\n> **{}**\n\n{}".format(*LINES).encode,
}


@pytest.mark.parametrize("kind", MADE)
def test_each_program_gives_the_same_lines(kind: str) -> None:
    letter = letter_in(MADE[kind]())
    assert [line.words for line in letter.lines if line.words] == LINES
    with_table = kind in ("docx", "html")
    assert [grid.rows[1].said for grid in letter.grids] == [["三座", "四座"]] * with_table


def test_numbers_that_the_program_counts_are_in_their_lines() -> None:
    document = docx.Document()
    for line in ("修闸。", "清淤。"):
        document.add_paragraph(line, style="List Number")
    out = io.BytesIO()
    document.save(out)
    assert [line.words for line in letter_in(out.getvalue()).lines] == ["1. 修闸。", "2. 清淤。"]


def test_lines_have_their_numbers() -> None:
    assert letter_in("甲。\n\n乙。".encode()).lines[-1] == LetterLine(3, "乙。")
    assert letter_in(word()).lines[-1] == LetterLine(6, "镇水管站")


def test_wrapped_lines_are_one_and_short_ones_are_their_own() -> None:
    long = "一、第一章关于水渠清淤的部分请改得更加明确一些并且把每年清淤的次数从两次改为三"
    told = written(f"镇政府:\n{long}\n次,并写明由谁验收。\n二、修闸\n镇水管站")
    assert told == ["镇政府:", f"{long}次,并写明由谁验收。", "二、修闸", "镇水管站"]
    english = "1. Please replace the words “three gates” in the first chapter\nwith “four gates”."
    assert written(english) == [english.replace("\n", " ")]
    ended = f"{long}。\n{long}。"
    assert written(ended) == ended.split("\n")


def written(text: str) -> list[str]:
    letter: WrittenLetter = letter_in(text.encode())
    return [line.words for line in letter.lines]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "it is empty"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04broken", "it is broken"),
        (b"\x00\x01\x02\xff", "neither"),
        (("长" * 300_001).encode(), "300,000"),
        (b"\n" * 1_300_000 + b"x", "300,000"),
    ],
)
def test_what_is_no_letter_says_why(content: bytes, problem: str) -> None:
    with pytest.raises(UnfitFileError, match=problem):
        letter_in(content)


def test_entities_and_bombs_are_refused() -> None:
    for content in (b"<!DOCTYPE x [<!ENTITY a 'b'>]><w/>", b"0" * (70 << 20)):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("word/document.xml", content)
        with pytest.raises(UnfitFileError):
            letter_in(out.getvalue())
