"""Tables as text: CSV in the encodings of Chinese offices, and what is pasted from a table."""

import csv
import io
import re
from collections.abc import Sequence
from itertools import takewhile

from plancli.core.entry import N_
from plancli.core.intake.grid import Grid, GridCell, GridRow
from plancli.core.intake.heads import is_head
from plancli.papers.packed import UnfitFileError
from plancli.papers.sheets.cells import Count, cleaned

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
    listed = _listed(text)
    return [listed] if listed is not None else _separated(text)


def _listed(text: str) -> Grid | None:
    """Return the table of a page that was copied cell by cell; None where a text is none of it.

    Each cell stands on a line that ends in a bar, the heads first. A cell that goes on from above is left
    out, and an empty one stands at the end of its row instead.
    """
    lines = text.splitlines()
    begun = [at for at, line in enumerate(lines) if line.rstrip().endswith("|")]
    cells = [cleaned(lines[at].rstrip()[:-1]) for at in begun]
    width = len(list(takewhile(is_head, cells)))
    if width < _FEWEST or any("|" in cell for cell in cells):
        return None
    rows: list[GridRow] = []
    for start in range(0, len(cells), width):
        row = cells[start : start + width]
        if not row[-1] or len(row) < width:
            row = ["", *row][:width]
        rows.append(GridRow(begun[start] + 1, tuple(map(GridCell, row))))
    return Grid("", tuple(rows), tuple(lines[: begun[0]]))


_FEWEST = 2
"""A table has so many columns at least."""


def _separated(text: str) -> list[Grid]:
    """Return the table of a text whose cells stand side by side."""
    delimiter = _delimiter(text)
    rows: list[GridRow] = []
    count = Count()
    try:
        reader = csv.reader(io.StringIO(_ended(text), newline=""), delimiter=delimiter)
        for number, row in enumerate(reader, 1):
            if row == [_END]:
                return [Grid("", tuple(rows), loose=_is_loose(delimiter, rows))]
            rows.append(GridRow(number, tuple(GridCell(cleaned(cell)) for cell in row)))
            count.add(max(len(row), 1))
    except csv.Error as error:  # a cell longer than a book
        raise ValueError(str(error)) from None
    # the end stands in a cell, and so do rows of other units
    raise UnfitFileError(N_("a quotation mark that opens a cell is never closed"))


def _is_loose(delimiter: str, rows: Sequence[GridRow]) -> bool:
    """Whether the cells may be clauses: a program ends all rows alike, a writer no two sentences."""
    widths = {len(row.cells) for row in rows if row.cells}
    return delimiter != "\t" and len(widths) > 1


_END = "\x00"
"""A line behind the last one; no text that is read has such a character."""


def _ended(text: str) -> str:
    """Return a text with the line behind its last one."""
    return f"{text}{_END}" if text.endswith(("\n", "\r")) else f"{text}\n{_END}"


def _delimiter(text: str) -> str:
    """Return what stands between the cells: the most frequent candidate of the first line that has any."""
    for line in text.split("\n")[:_LINES]:
        if any(mark in line for mark in _DELIMITERS):
            return max(_DELIMITERS, key=line.count)
    return "\t"


_LINES = 20
"""Among so many lines there are the heads, behind a title and an empty line."""
