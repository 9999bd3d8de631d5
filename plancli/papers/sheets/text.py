"""Tables as text: CSV in the encodings of Chinese offices, and what is pasted from a table."""

import csv
import io
import re

from plancli.core.entry import N_
from plancli.core.intake.grid import Grid, GridCell, GridRow
from plancli.papers.packed import UnfitFileError
from plancli.papers.sheets.cells import MOST_CELLS, cleaned, too_many_cells

_DELIMITERS = "\t,;|，；"
"""What may stand between cells; the first of those that are most frequent in the head."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|table|meta|body|head|div)\b", re.IGNORECASE)
_HEAD = 4096
"""In so many bytes a file says what it is."""


def is_page(content: bytes) -> bool:
    """Whether bytes are those of a web page."""
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")
    return _PAGE.search(head) is not None


def decoded(content: bytes) -> str:
    """Return text in UTF-8, UTF-16 with its mark, or GB18030, which has GBK and GB2312 in it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        said = _CHARSET.search(content[:_HEAD])
        first = "gb18030" if said and said[1].lower().startswith(b"gb") else "utf-8-sig"
        encodings = [first, "utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnfitFileError(N_("it is neither a table of a program that is known, nor text"))


def pasted(text: str) -> list[Grid]:
    """Return the table that a text is; a cell with line breaks stands in quotation marks."""
    delimiter = _delimiter(text)
    rows: list[GridRow] = []
    cells = 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for number, row in enumerate(reader, 1):
            rows.append(GridRow(number, tuple(GridCell(cleaned(cell)) for cell in row)))
            cells += len(row)
            if cells > MOST_CELLS:
                raise too_many_cells()
    except csv.Error as error:  # a cell longer than a book
        raise ValueError(str(error)) from None
    return [Grid("", tuple(rows))]


def _delimiter(text: str) -> str:
    """Return what stands between the cells: the most frequent candidate of the first line that has any."""
    for line in text.split("\n")[:_LINES]:
        if any(mark in line for mark in _DELIMITERS):
            return max(_DELIMITERS, key=line.count)
    return "\t"


_LINES = 20
"""Among so many lines there are the heads, behind a title and an empty line."""
