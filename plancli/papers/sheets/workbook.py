"""What an .xlsx says beside the words of its cells: rows and columns that it hides, words struck through.

python-calamine, which reads the words, tells neither.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from plancli.papers.sheets.cells import with_struck
from plancli.papers.sheets.xml import BOUNDS, root_of

_RELATION = re.compile(r"\{[^}]*/relationships\}id")
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_MOST_COLUMNS = 16_384
_OFF = ("0", "false")


class Looks(NamedTuple):
    """Of one sheet: hidden rows and columns, and the words of struck cells; all counted from 0.

    A cell that is struck through as a whole has None for its words: they are those that it has.
    """

    rows: set[int]
    columns: set[int]
    struck: dict[tuple[int, int], str | None]


NO_LOOKS = Looks(set(), set(), {})


class _Struck(NamedTuple):
    """Where a workbook strikes words through: its texts by their number, the looks that strike a cell."""

    texts: dict[str, str]
    looks: frozenset[str]


def looks_of(packed: zipfile.ZipFile) -> dict[str, Looks]:
    """Return the looks of each sheet that has any, by its name."""
    names = set(packed.namelist())
    if _BOOK not in names:
        return {}
    struck = _Struck(_struck_texts(packed, names), _striking(packed, names))
    found: dict[str, Looks] = {}
    for name, part in _sheets(packed):
        if part not in names:
            continue
        raw = packed.read(part)
        # most sheets hide and strike nothing, and are not read once more
        if struck.texts or struck.looks or _MAYBE.search(raw):
            found[name] = _looks(raw, struck)
    return found


_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_TEXTS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_MAYBE = re.compile(rb"hidden\s*=|strike")


def _sheets(packed: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet, and of its part."""
    targets: dict[str, str] = {}
    for relation in _root(packed, _RELATIONS).iter("{*}Relationship"):
        target = posixpath.join("/xl", relation.get("Target", ""))
        targets[relation.get("Id", "")] = posixpath.normpath(target).removeprefix("/")
    for sheet in _root(packed, _BOOK).iter("{*}sheet"):
        for key, value in sheet.attrib.items():
            if _RELATION.fullmatch(key) and value in targets:
                yield sheet.get("name", ""), targets[value]


# --- what is struck through ---------------------------------------------------------------------------------


def _struck_texts(packed: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """Return the texts of the workbook of which runs are struck through, by their number."""
    if _TEXTS not in names or b"strike" not in packed.read(_TEXTS):
        return {}
    found: dict[str, str] = {}
    for number, text in enumerate(_root(packed, _TEXTS).iterchildren("{*}si")):
        words = _with_runs(text)
        if words is not None:
            found[str(number)] = words
    return found


def _with_runs(text: Any) -> str | None:
    """Return the words of a text made of runs; None where nothing of it is struck through."""
    pieces: list[tuple[str, bool]] = []
    for run in text.iterchildren("{*}r", "{*}t"):
        words = "".join(part.text or "" for part in run.iter("{*}t"))
        pieces.append((words, _strikes(run.find("{*}rPr"))))
    return with_struck(pieces) if any(is_struck for _words, is_struck in pieces) else None


def _strikes(font: Any) -> bool:
    found = None if font is None else font.find("{*}strike")
    return found is not None and found.get("val", "1") not in _OFF


def _striking(packed: zipfile.ZipFile, names: set[str]) -> frozenset[str]:
    """Return the numbers of the looks whose font strikes a whole cell through."""
    if _STYLES not in names or b"strike" not in packed.read(_STYLES):
        return frozenset()
    root = _root(packed, _STYLES)
    fonts = {
        str(number)
        for number, font in enumerate(root.iterfind("{*}fonts/{*}font"))
        if _strikes(font)
    }
    looks = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(str(number) for number, look in looks if look.get("fontId") in fonts)


# --- a sheet ------------------------------------------------------------------------------------------------


def _looks(raw: bytes, struck: _Struck) -> Looks:
    """Return what a sheet hides and strikes; each row is let go once it is read."""
    found = Looks(set(), set(), {})
    wanted = ("{*}row", "{*}col")
    number = 0
    try:
        for _event, element in etree.iterparse(io.BytesIO(raw), tag=wanted, **BOUNDS):
            if element.tag.endswith("col"):
                found.columns.update(_hidden_columns(element))
                continue
            number = _number(element.get("r", ""), number + 1)
            if element.get("hidden", "0") not in _OFF:
                found.rows.add(number - 1)
            found.struck.update(_struck_cells(element, number - 1, struck))
            element.clear()
    except etree.LxmlError as error:
        raise ValueError(str(error)) from None
    return found


def _hidden_columns(columns: Any) -> Iterator[int]:
    if columns.get("hidden", "0") not in _OFF:
        first, last = _number(columns.get("min", ""), 1), _number(columns.get("max", ""), 1)
        yield from range(first - 1, min(last, _MOST_COLUMNS))


def _number(said: str, otherwise: int) -> int:
    return int(said) if said.isdecimal() and len(said) < len("10000000") else otherwise


def _struck_cells(
    row: Any, number: int, struck: _Struck
) -> Iterator[tuple[tuple[int, int], str | None]]:
    """Yield the cells of a row that strike words through; one without a place stands behind the last."""
    column = 0
    for cell in row.iterchildren("{*}c"):
        place = _PLACE.fullmatch(cell.get("r", ""))
        column = column_number(place[1]) if place else column + 1
        if cell.get("s") in struck.looks:
            yield (number, column - 1), None
        elif (words := _words_with_struck(cell, struck)) is not None:
            yield (number, column - 1), words


def _words_with_struck(cell: Any, struck: _Struck) -> str | None:
    if cell.get("t") == "s":
        return struck.texts.get(cell.findtext("{*}v", ""))
    inline = cell.find("{*}is")
    return None if inline is None else _with_runs(inline)


def column_number(letters: str) -> int:
    """Return the number of a column by its letters: 28 for AB."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _root(packed: zipfile.ZipFile, part: str) -> Any:
    return root_of(packed.read(part))
