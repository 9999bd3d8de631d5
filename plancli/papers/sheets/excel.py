"""The sheets of Excel, .xlsx and .xls, by python-calamine; of .xlsx also what is hidden or struck."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from plancli.core.entry import N_
from plancli.core.intake.grid import Grid, GridCell, GridRow
from plancli.papers.packed import UnfitFileError
from plancli.papers.sheets.cells import MOST_CELLS, Count, cleaned, struck, too_many_cells
from plancli.papers.sheets.workbook import NO_LOOKS, Looks, column_number, looks_of
from plancli.papers.sheets.xml import BOUNDS

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")


def grids_of_workbook(content: bytes) -> list[Grid]:
    """Return the sheets of a workbook of any kind; only `apart.py` calls it, within bounds."""
    return _of_packed(content) if content.startswith(b"PK") else _of_binary(content)


def _of_packed(content: bytes) -> list[Grid]:
    """Return the sheets of a packed workbook; one whose cells lie too far apart is refused unread."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if _SHEET.fullmatch(name):
                with packed.open(name) as sheet:
                    _refuse_distant_cells(sheet)
        looks = looks_of(packed)
    return _grids(content, looks)


def _refuse_distant_cells(sheet: Any) -> None:
    """Refuse a sheet that would be laid out up to a cell far off: the library keeps all cells between."""
    raw = sheet.read()
    if _lies_near(raw):
        return
    parser = etree.XMLParser(target=_Reach(), **BOUNDS)
    try:
        for start in range(0, len(raw), _PIECE):
            parser.feed(raw[start : start + _PIECE])
        parser.close()
    except etree.LxmlError as error:
        raise ValueError(str(error)) from None


_STATED = re.compile(rb"<(?:row|c)(?=[ >/])([^>]*? r=\"([A-Z]{0,3})([0-9]{1,7})\")?")
_OTHER_TAGS = re.compile(rb"<[A-Za-z0-9_]+:(?:row|c)[ >/]|<!|\x00")
"""What the quick look does not understand: names with prefixes, declarations, two bytes a character."""


def _lies_near(raw: bytes) -> bool:
    """Whether all cells, empty ones too, say that they lie within bounds: one quick look at most sheets."""
    if _OTHER_TAGS.search(raw):
        return False
    tallest = widest = 0
    for stated, column, row in _STATED.findall(raw):
        if not stated:
            return False
        tallest, widest = max(tallest, int(row)), max(widest, column_number(column.decode()))
    return tallest * widest <= MOST_CELLS


_PIECE = 1 << 20


class _Reach:
    """How far the cells of a sheet that hold something reach, told by their tags while these go by.

    Empty ones, which only have a look, may reach down to its end: nothing is laid out for them.
    """

    def __init__(self) -> None:
        self._row = self._column = self._tallest = self._widest = 0

    def start(self, tag: str, attributes: Any) -> None:
        """Take note of a row or a cell; one that does not say where it is stands behind the last."""
        kind, said = tag.rpartition("}")[2], attributes.get("r", "")
        if kind == "row":
            self._row = int(said[:8]) if said.isdecimal() else self._row + 1
            self._column = 0
        elif kind == "c":
            place = _PLACE.fullmatch(said)
            self._column = column_number(place[1]) if place else self._column + 1
            self._row = int(place[2]) if place else self._row
        elif kind in ("v", "is"):
            self._tallest = max(self._tallest, self._row)
            self._widest = max(self._widest, self._column)
            if self._tallest * self._widest > MOST_CELLS:
                raise too_many_cells()

    def close(self) -> None:
        """Nothing is made of it."""


def _of_binary(content: bytes) -> list[Grid]:
    """Return the sheets of a workbook, of any kind that python-calamine reads.

    The library only says of all others that it does not know what they are.
    """
    for part, problem in _OTHER_PARTS.items():
        if part.encode("utf-16-le") in content:
            raise UnfitFileError(problem)
    return _grids(content, {})


_OTHER_PARTS = {
    "EncryptedPackage": N_("it is locked by a password"),
    "WordDocument": N_("a file of an old Word or WPS"),
}
"""By the names of their parts: files that begin like a workbook and are none."""


def _grids(content: bytes, looks: dict[str, Looks]) -> list[Grid]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found: list[Grid] = []
        count = Count()
        for sheet in book.sheets_metadata:
            cells = book.get_sheet_by_name(sheet.name)
            grid = _grid(cells, sheet.name, looks.get(sheet.name, NO_LOOKS), count)
            hidden = sheet.visible is not SheetVisibleEnum.Visible
            found.append(grid._replace(hidden=hidden))
        return found
    except PasswordError:
        raise UnfitFileError(N_("it is locked by a password")) from None
    except CalamineError as error:
        raise ValueError(str(error)) from None


def _grid(sheet: Any, name: str, looks: Looks, count: Count) -> Grid:
    count.add(sheet.total_height * sheet.total_width)
    rows = [[_words(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    _strike(rows, looks)
    cells = [[GridCell(text) for text in row] for row in rows]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row, column in _covered(cells, top, left, bottom, right):
            cells[row][column] = GridCell(rows[top][left], above=row > top)
    laid: list[GridRow] = []
    for number, texts in enumerate(cells, 1):
        laid.append(GridRow(number, tuple(texts), hidden=number - 1 in looks.rows))
    return Grid(name, tuple(laid), hidden_columns=frozenset(looks.columns))


def _strike(rows: list[list[str]], looks: Looks) -> None:
    """Put marks round the words of cells that are struck through."""
    for (row, column), words in looks.struck.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = cleaned(words or struck(rows[row][column]))


def _covered(
    cells: list[list[GridCell]], top: int, left: int, bottom: int, right: int
) -> Iterator[tuple[int, int]]:
    """Yield the cells of a merged range that the sheet has: a range may reach to its very edge."""
    for row in range(top, min(bottom + 1, len(cells))):
        for column in range(left, min(right + 1, len(cells[row]))):
            yield row, column


def _words(value: object) -> str:
    """Return a value as people read it: 8 for 8.0, a day as 2026-03-05."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return cleaned(str(value))
