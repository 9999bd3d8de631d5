"""Files that came from anywhere: each that cannot be read is one error, and nothing of it is followed."""

import io
import os
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from plancli.papers.packed import LARGEST, UnfitFileError
from plancli.papers.sheets.apart import grids_apart
from plancli.papers.sheets.cells import cleaned
from plancli.papers.sheets.reading import grids_in
from tests.conftest import ROOT, Run
from tests.papers.sheets import made

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(**parts: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def with_sheet(content: str) -> bytes:
    """Return a workbook whose only sheet is this XML."""
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    out = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            sheet = name == "xl/worksheets/sheet1.xml"
            new.writestr(name, content if sheet else old.read(name))
    return out.getvalue()


def far_cell(place: str) -> bytes:
    cells = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="{place}"><v>1</v></c></row>'
    return with_sheet(f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>')


def with_entities(part: str, root: str, name: str) -> bytes:
    """Return a file in which entities grow, and one would read a file of this computer."""
    laughing = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    text = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "哈"><!ENTITY f SYSTEM "file:///etc/passwd">{laughing}]>'
    return packed(**{part: text + root.format(words="&f;&a8;"), name: ""})


def word_with(body: str) -> bytes:
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return packed(word__document_xml=document)


def lying_about_its_size() -> bytes:
    """Return an archive of which a part unpacks to more than it says."""
    raw = bytearray(packed(**{"content.xml": b"<a>" + b" " * 100_000 + b"</a>"}))
    for at in (raw.find(b"PK\x03\x04") + 22, raw.find(b"PK\x01\x02") + 24):
        raw[at : at + 4] = (5).to_bytes(4, "little")
    return bytes(raw)


def compound(name: str) -> bytes:
    """Return a file as programs before 2007 packed them, with one part."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    body = bytes(4096)
    chain = [0xFFFFFFFD, end, *range(3, 10), end]

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        said = f"{name}\0".encode("utf-16-le")
        shape = struct.pack("<HBBIII", len(said), kind, 1, free, free, child)
        return said.ljust(64, b"\0") + shape + bytes(36) + struct.pack("<IQ", start, size)

    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<10I", 0, 1, 1, 0, 4096, end, 0, end, 0, 0).ljust(468, b"\xff")
    folder = entry("Root Entry", 5, 1, end, 0) + entry(name, 2, free, 2, len(body))
    sectors = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff") + folder.ljust(512, b"\0")
    return head + sectors + body


def with_password() -> bytes:
    """Return an old workbook that says that the rest of it is enciphered."""
    raw = bytearray((ROOT / "tests/data/intake/libreoffice/table.xls").read_bytes())
    beginning = raw.find(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    raw[beginning + 20 : beginning + 22] = b"\x2f\x00"
    return bytes(raw)


def elsewhere(part: str) -> bytes:
    """Return a workbook with a cell at the far edge, whose only sheet is not where sheets are."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(far_cell("XFD1048576"))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            raw = old.read(name).replace(b"worksheets/sheet1.xml", part.encode())
            new.writestr(name.replace("worksheets/sheet1.xml", part), raw)
    return out.getvalue()


def with_texts(texts: str) -> bytes:
    """Return a workbook in which a hundred thousand cells have the first of these texts."""
    cells = '<c t="s"><v>0</v></c>' * 100
    rows = f"<row>{cells}</row>" * 1000
    sheet = with_sheet(f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>')
    part = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="x" Type="{part}" Target="sharedStrings.xml"/></Relationships>'
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sheet)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            raw = old.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                raw = raw.replace(b"</Relationships>", relation.encode())
            new.writestr(name, raw)
        new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}"><si><t>{texts}</t></si></sst>')
    return out.getvalue()


def one_text_everywhere() -> bytes:
    """Return a workbook that is small as long as nobody writes its one text into each cell."""
    return with_texts("文" * 1_000_000)


def lying_texts() -> bytes:
    """Return a workbook whose texts unpack to far more than is said: only one reader believes the end."""
    raw = bytearray(with_texts(" " * 60_000_000))
    at = raw.find(b"PK\x01\x02")
    while raw[at + 46 : at + 46 + 20] != b"xl/sharedStrings.xml":
        at = raw.find(b"PK\x01\x02", at + 4)
    raw[at + 24 : at + 28] = (5).to_bytes(4, "little")
    return bytes(raw)


WIDE = '<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr></w:tc>'
NESTED = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000
HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "blanks": lambda: b" \n \n",
    "noise": lambda: zlib.compress(bytes(range(256)) * 40),
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(200),
    "a PDF": lambda: b"%PDF-1.7\n",
    "too large": lambda: b"," * (LARGEST + 1),
    "half an archive": lambda: made.xlsx()[:3000],
    "an archive of nothing": lambda: packed(readme=b"x"),
    "a bomb": lambda: packed(**{f"xl__{n}": bytes(1 << 23) for n in range(9)}),
    "thousands of parts": lambda: packed(**{f"xl__{n}": b"" for n in range(2100)}),
    "a lie about the size": lying_about_its_size,
    "a cell at the far edge": lambda: far_cell("XFD1048576"),
    "a cell far down": lambda: far_cell("ZZZ99999"),
    "half an old workbook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a sheet that is no XML": lambda: with_sheet("<worksheet><sheetData><row>"),
    "entities in Word": lambda: with_entities(
        "word__document_xml",
        f'<w:document xmlns:w="{_W}"><w:body>{{words}}</w:body></w:document>',
        "a",
    ),
    "entities in OpenDocument": lambda: with_entities("content_xml", "<a>{words}</a>", "b"),
    "no XML in Word": lambda: packed(word__document_xml=b"\x00\x01"),
    "tables in tables": lambda: word_with(NESTED),
    "a table repeated without end": lambda: made_ods("999999", "文"),
    "a field of a text file without end": lambda: b"a,b\n" + b"x" * 200_000 + b",y\n",
    "a row wider than any table": lambda: word_with(f"<w:tbl><w:tr>{WIDE * 2000}</w:tr></w:tbl>"),
    "cells below each other, ever wider": lambda: word_with(
        f"<w:tbl><w:tr>{WIDE.replace('<w:gridSpan', '<w:vMerge/><w:gridSpan') * 2000}</w:tr></w:tbl>"
    ),
    "a row of a page wider than any table": lambda: (
        b"<table><tr>" + b"<td colspan=1000>x</td>" * 2000
    ),
    "tables that are too many together": lambda: (
        (b"<table><tr>" + b"<td colspan=1000>x</td>" * 100 + b"</table>") * 20
    ),
    "a sheet of cells in cells": lambda: made_ods("1", "文", "1000", 2000),
    "rows of nothing without end": lambda: made_ods("1000", "", "900000", 2000),
    "lines of nothing without end": lambda: b"a,b\n" + b"\n" * 1_100_000,
    "a far cell under another name": lambda: elsewhere("other/sheet1.xml"),
    "a far cell in a folder of its own": lambda: elsewhere("worksheets/a/sheet1.xml"),
    "a text in a thousand times a thousand cells": one_text_everywhere,
    "tags without end": lambda: word_with("<w:p/>" * 3_000_001),
    "a lie about the size of texts": lying_texts,
    "an old Word document": lambda: compound("WordDocument"),
    "a workbook with a password": lambda: compound("EncryptedPackage"),
    "an old workbook with a password": with_password,
    "an old Word file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\x00o\x00r\x00d\x00" * 400,
}


def made_ods(repeated: str, words: str, columns: str = "900", times: int = 1) -> bytes:
    words = f"<text:p>{words}</text:p>"
    shape = f'table:number-columns-repeated="{columns}" table:number-columns-spanned="{columns}"'
    cell = f"<table:table-cell {shape}>{words}</table:table-cell>"
    row = (
        f'<table:table-row table:number-rows-repeated="{repeated}">{cell}</table:table-row>' * times
    )
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("table", "text")
    )
    return packed(content_xml=f"<a{names}><table:table>{row}</table:table></a>")


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_one_error_that_names_the_file(
    example: Path, run: Run, tmp_path: Path, name: str
) -> None:
    file = tmp_path / "来件"
    file.write_bytes(HOSTILE[name]())
    done = run(example, "intake", "sheet", str(file))
    assert done.code == 2
    assert done.err.count(": P") == 1
    assert f"{file}: P060" in done.err
    assert "root:" not in done.err


@pytest.mark.parametrize("how", ["a folder", "a pipe", "no file", "a loop of links"])
def test_what_is_no_file_is_an_error(example: Path, run: Run, tmp_path: Path, how: str) -> None:
    place = tmp_path / "来件"
    if how == "a pipe":
        os.mkfifo(place)
    if how == "a loop of links":
        place.symlink_to(place)
    if how == "a folder":
        place.mkdir()
        done = run(example, "intake", "sheet", str(place))
        assert (done.code, "0 comments" in done.out) == (0, True)
        return
    done = run(example, "intake", "sheet", str(place))
    code = "P060" if how == "a pipe" else "P015"
    assert (done.code, done.err.count(": P"), done.err.count(code)) == (2, 1, 1)
    assert ("it is no file" in done.err) == (how == "a pipe")


def test_a_macro_and_links_to_elsewhere_are_not_followed() -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    field = '<w:p><w:r><w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText></w:r></w:p>'
    (grid,) = grids_in(word_with(f"{field}<w:tbl>{row.format('甲')}</w:tbl>"))
    assert [cell.text for cell in grid.rows[0].cells] == ["甲", ""]
    formula = '单位,意见\n镇财政所,=HYPERLINK("http://example.org")\n'.encode()
    assert grids_in(formula)[0].rows[1].cells[1].text == '=HYPERLINK("http://example.org")'


@pytest.mark.parametrize("name", ["a workbook with a password", "an old workbook with a password"])
def test_a_password_is_told_as_one(name: str) -> None:
    with pytest.raises(UnfitFileError, match="password"):
        grids_in(HOSTILE[name]())


def test_a_workbook_with_macros_and_cells_of_other_files_is_read_as_it_was_saved() -> None:
    cells = '<c r="A1"><f>[1]Sheet1!$A$1</f><v>7</v></c><c r="B1" t="str"><f>SYSTEM("x")</f><v>存</v></c>'
    sheet = f'<sheetData><row r="1">{cells}</row></sheetData>'
    out = io.BytesIO(with_sheet(f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>'))
    with zipfile.ZipFile(out, "a") as book:
        book.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(600))
        link = f'<externalLink xmlns="{_MAIN}"><externalBook/></externalLink>'
        book.writestr("xl/externalLinks/externalLink1.xml", link)
    (grid,) = grids_in(out.getvalue())
    assert grid.rows[0].texts == ("7", "存")


def test_the_name_of_a_sheet_is_one_line(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("汇\x90总")
    book.save(tmp_path / "a.xlsx")
    _first, grid = grids_in((tmp_path / "a.xlsx").read_bytes())
    assert grid.name == "汇\N{REPLACEMENT CHARACTER}总"


def test_the_tables_of_wps_are_read_where_they_are_those_of_old_excel(
    example: Path, run: Run, tmp_path: Path
) -> None:
    old = ROOT / "tests/data/intake/libreoffice/table.xls"
    (tmp_path / "收回").mkdir()
    (tmp_path / "收回/表.et").write_bytes(old.read_bytes())
    done = run(example, "intake", "sheet", str(tmp_path / "收回"), "--dry-run")
    assert (done.code, "表.et" in done.out) == (0, True)


@pytest.mark.parametrize("opening", ["<?xml", "<!--[if", "<![if"])
def test_what_word_leaves_open_in_a_page_is_looked_at_once(opening: str) -> None:
    began = time.process_time()
    (grid,) = grids_in(f"<table><tr><td>甲{opening * 100_000}</table>".encode())
    assert time.process_time() - began < 5
    assert grid.rows[0].texts[0].startswith("甲")


def test_blanks_without_end_are_looked_at_once() -> None:
    began = time.process_time()
    assert (
        cleaned("\t甲" + " " * 200_000 + "乙 \n \u3000\n\n 丙 ") == "甲" + " " * 200_000 + "乙\n丙"
    )
    assert time.process_time() - began < 2


def test_a_workbook_whose_reader_does_not_end_is_given_up() -> None:
    with pytest.raises(UnfitFileError, match="exhaust"):
        grids_apart(made.xlsx(), patience=0.001)


def test_huge_spans_of_a_page_do_not_fill_the_memory() -> None:
    cell = '<td rowspan="65534" colspan="1000">甲</td>'
    rows = f"<tr>{cell}</tr>" + "<tr></tr>" * 3000
    with pytest.raises(UnfitFileError):
        grids_in(f"<table>{rows}</table>".encode())
    (grid,) = grids_in('<table><tr><td colspan="-1" rowspan="x">甲</td></tr></table>'.encode())
    assert grid.rows[0].texts == ("甲",)
